"""Whatever the bytes, only InputError ever comes out."""

from __future__ import annotations

import contextlib
import io
import zipfile
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.errors import InputError
from govdocs.intake import write_case_workbook
from govdocs.intake.load import case_of
from govdocs.intake.workbook.reader import read_workbook_bytes
from govdocs.intake.yaml.reader import read_yaml
from tests.intake.examples import FULL

QUICK = settings(max_examples=150, deadline=None, derandomize=True)
FEW = settings(max_examples=60, deadline=None, derandomize=True)
_YAMLISH = st.lists(
    st.sampled_from(
        [
            *[
                ":",
                "-",
                "?",
                "|",
                ">",
                "'",
                '"',
                "#",
                "&",
                "*",
                "!",
                "%",
                "@",
                "`",
                "{",
                "}",
                "[",
                "]",
                ",",
                "\n",
                "\t",
            ],
            " ",
            "  ",
            "\n",
            "---\n",
            "<<",
            "year",
            "fund",
            "：",
            "{{",
            "}}",
            "name: ",
            "&a ",
            "*a",
            "!!x ",
            "\\",
            "1",
            "\ufeff",
            "\x85",
        ]
    ),
    max_size=60,
).map("".join)


def load_yaml(data: bytes) -> None:
    with contextlib.suppress(InputError):
        case_of(read_yaml(data, "f"))


def load_workbook(data: bytes) -> None:
    with contextlib.suppress(InputError):
        case_of(read_workbook_bytes(data, "f"))


@QUICK
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    load_yaml(data)
    load_workbook(data)


@QUICK
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    load_yaml(text.encode("utf-8", "surrogatepass"))


@QUICK
@given(_YAMLISH)
def test_anything_that_looks_like_yaml(text: str) -> None:
    load_yaml(text.encode())


@QUICK
@given(st.data())
def test_a_case_with_bytes_changed(data: st.DataObject) -> None:
    body = bytearray(FULL.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(body) - 1))
        body[at : at + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=8))
    load_yaml(bytes(body))


def test_a_case_cut_off_anywhere() -> None:
    body = FULL.encode()
    for end in range(0, len(body), 7):
        load_yaml(body[:end])


def test_very_deep_aliases_do_not_exhaust_the_stack() -> None:
    lines = ["a0: &a0 " + "[" * 50 + "x" + "]" * 50]
    lines += [f"a{i}: &a{i} " + "[" * 50 + f"*a{i - 1}" + "]" * 50 for i in range(1, 45)]
    load_yaml("\n".join(lines).encode())


@cache
def parts() -> dict[str, bytes]:
    workbook = write_case_workbook(case_of(read_yaml(FULL.encode(), "f")))
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(contents: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in contents.items():
            package.writestr(name, content)
    return out.getvalue()


@FEW
@given(st.data())
def test_a_workbook_with_a_part_changed(data: st.DataObject) -> None:
    contents = dict(parts())
    name = data.draw(st.sampled_from(sorted(contents)))
    body = bytearray(contents[name])
    at = data.draw(st.integers(0, len(body)))
    body[at : at + data.draw(st.integers(0, 40))] = data.draw(
        st.sampled_from(
            [b"", b"9", b"-1", b"99999999999999999999", b"x", b"<", b'"', b"NaN", b"1e999"]
        )
    )
    contents[name] = bytes(body)
    load_workbook(packed(contents))


@FEW
@given(st.data())
def test_a_workbook_with_attributes_changed(data: st.DataObject) -> None:
    contents = dict(parts())
    name = data.draw(
        st.sampled_from([n for n in sorted(contents) if n.endswith((".xml", ".rels"))])
    )
    pieces = contents[name].split(b'"')
    if len(pieces) > 2:
        at = data.draw(st.integers(0, len(pieces) // 2 - 1)) * 2 + 1
        pieces[at] = data.draw(
            st.sampled_from(
                [
                    b"",
                    b"0",
                    b"-5",
                    b"99999999",
                    b"A0",
                    b"XFE1048577",
                    b"ZZZZ9",
                    b"s",
                    b"n",
                    b"d",
                    b"e",
                    b"b",
                    b"../../x",
                    b"rId99",
                    b"1e5",
                ]
            )
        )
    contents[name] = b'"'.join(pieces)
    load_workbook(packed(contents))


def test_a_workbook_without_any_one_part() -> None:
    for name in parts():
        load_workbook(packed({n: c for n, c in parts().items() if n != name}))


def test_a_workbook_cut_off_anywhere() -> None:
    whole = packed(parts())
    for end in range(0, len(whole), 9973):
        load_workbook(whole[:end])
