"""What the one door for outside files lets in, and what it refuses before anything is parsed."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from typing import Literal

import pytest
from docx import Document
from openpyxl import Workbook

from govdocs.errors import InputError
from govdocs.opening import Danger, Limits, open_office_package

TYPES = "[Content_Types].xml"
RELATIONS = "word/_rels/document.xml.rels"
BODY = "word/document.xml"


def word() -> bytes:
    file = io.BytesIO()
    document = Document()
    document.add_paragraph("正文")
    document.save(file)
    return file.getvalue()


def excel() -> bytes:
    file = io.BytesIO()
    Workbook().save(file)
    return file.getvalue()


def changed(
    data: bytes, change: dict[str, bytes | None], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """The same package with members replaced, added, or (None) left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", method) as new:
        for name in old.namelist():
            if name not in change:
                new.writestr(name, old.read(name))
        for name, content in change.items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def member(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def codes(data: bytes | Path, kind: Literal["docx", "xlsx"] = "docx", **options) -> list[str]:
    with pytest.raises(InputError) as caught:
        open_office_package(data, kind, name="模板.docx", **options)
    assert all(problem.place is not None for problem in caught.value.problems)
    return [problem.code for problem in caught.value.problems]


def with_relation(kind: str, target: str, external: bool) -> bytes:
    data = word()
    mode = ' TargetMode="External"' if external else ""
    link = (
        f'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind}" Target="{target}"{mode}/></Relationships>'
    )
    relations = member(data, RELATIONS).replace(b"</Relationships>", link.encode())
    return changed(data, {RELATIONS: relations})


def test_an_honest_word_file_opens_and_its_members_read_back():
    data = word()
    package = open_office_package(data, "docx", name="信.docx")
    assert package.kind == "docx"
    assert package.name == "信.docx"
    assert set(package.names) == set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    assert package.read(BODY) == member(data, BODY)
    assert BODY in package
    assert package.dangers == ()


def test_an_honest_workbook_opens():
    assert "xl/workbook.xml" in open_office_package(excel(), "xlsx").names


def test_members_can_be_handed_on_as_they_are_compressed():
    raw = open_office_package(word(), "docx").raw(BODY)
    assert raw.method == zipfile.ZIP_DEFLATED
    assert zlib.decompress(raw.data, -zlib.MAX_WBITS) == member(word(), BODY)
    assert raw.size == len(member(word(), BODY))
    assert raw.crc == zlib.crc32(member(word(), BODY))


def test_a_path_opens_and_names_the_file(tmp_path):
    (tmp_path / "函.docx").write_bytes(word())
    assert open_office_package(tmp_path / "函.docx", "docx").name == "函.docx"


def test_what_is_no_file_is_told_apart(tmp_path):
    assert codes(tmp_path) == ["opening.directory"]
    assert codes(tmp_path / "没有.docx") == ["opening.missing"]
    (tmp_path / "空.docx").write_bytes(b"")
    assert codes(tmp_path / "空.docx") == ["opening.empty"]


def compound(directory_entry: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + directory_entry.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (compound("EncryptedPackage"), "opening.encrypted"),
        (compound("WordDocument"), "opening.old_format"),
        (compound("Workbook"), "opening.old_format"),
        (compound("Book"), "opening.old_format"),
        (compound("Root Entry"), "opening.old_format"),
        (b"%PDF-1.7", "opening.other_format"),
        (b"{\\rtf1", "opening.other_format"),
        (b"<html><body>", "opening.other_format"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><pkg/>", "opening.other_format"),
        ("预算单位,金额".encode("gbk"), "opening.no_package"),
    ],
)
def test_the_first_bytes_tell_what_a_file_really_is(data, code):
    assert codes(data) == [code]


def test_word_and_excel_are_not_taken_for_one_another():
    assert codes(excel()) == ["opening.wrong_kind"]
    assert codes(word(), "xlsx") == ["opening.wrong_kind"]


def test_a_zip_that_is_no_office_file_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("readme.txt", "x")
    assert codes(out.getvalue()) == ["opening.no_package"]
    assert codes(changed(word(), {TYPES: None})) == ["opening.no_package"]
    assert codes(
        changed(out.getvalue(), {"mimetype": b"application/vnd.oasis.opendocument.text"})
    ) == ["opening.other_format"]


def test_a_strict_file_is_refused_with_its_own_advice():
    relations = member(word(), "_rels/.rels").replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006",
        b"http://purl.oclc.org/ooxml/officeDocument",
    )
    assert codes(changed(word(), {"_rels/.rels": relations})) == ["opening.strict_format"]


def test_every_truncation_is_an_error_of_its_own_kind_never_a_traceback():
    data = word()
    for end in [*range(0, 64), *range(64, len(data), 997)]:
        assert codes(data[:end])


def test_flipped_bytes_are_an_error_or_harmless_never_a_traceback():
    data = bytearray(word())
    for at in range(0, len(data), 211):
        spoiled = bytearray(data)
        spoiled[at] ^= 0x41
        try:
            package = open_office_package(bytes(spoiled), "docx")
            for name in package.names:
                package.read(name)
        except InputError:
            pass


def test_a_member_that_inflates_beyond_all_measure_is_refused():
    bomb = changed(word(), {"word/media/a.bin": bytes(20 * 1024 * 1024)})
    assert codes(bomb) == ["opening.zip_bomb"]


def test_the_sum_of_all_members_is_bounded():
    large = changed(word(), {"word/media/a.bin": bytes(3 * 1024 * 1024)})
    assert codes(large, limits=Limits(total=2 * 1024 * 1024)) == ["opening.too_large"]


def test_a_large_file_is_refused_before_it_is_read(tmp_path):
    (tmp_path / "大.docx").write_bytes(word())
    assert codes(tmp_path / "大.docx", limits=Limits(file=100)) == ["opening.too_large"]


def test_the_number_of_members_is_bounded():
    many = changed(word(), {f"word/media/{at}.bin": b"" for at in range(60)})
    assert codes(many, limits=Limits(entries=50)) == ["opening.too_many_members"]


def test_a_member_that_gives_more_than_it_states_is_damaged():
    data = changed(word(), {"word/media/a.bin": bytes(100_000)})
    stated = (100_000).to_bytes(4, "little")
    lying = data.replace(stated, (10).to_bytes(4, "little"))
    assert lying != data
    assert codes(lying) == ["opening.damaged"]


def test_members_that_share_their_bytes_are_refused():
    data = changed(word(), {"word/media/a.bin": bytes(999), "word/media/b.bin": bytes(999)})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.getinfo("word/media/a.bin")
    directory = data.index(b"PK\x01\x02")
    entry = data.index(b"word/media/b.bin", directory) - 46
    sharing = bytearray(data)
    sharing[entry + 42 : entry + 46] = first.header_offset.to_bytes(4, "little")
    with zipfile.ZipFile(io.BytesIO(bytes(sharing))) as archive:
        assert archive.getinfo("word/media/b.bin").header_offset == first.header_offset
    assert codes(bytes(sharing)) == ["opening.damaged"]


@pytest.mark.parametrize(
    "name", ["/etc/x.xml", "../x.xml", "word/../../x.xml", "C:/x.bin", "word\\x.bin"]
)
def test_names_that_lead_out_of_the_file_are_refused(name):
    assert codes(changed(word(), {name: b"<x/>"})) == ["opening.unsafe_name"]


def test_two_members_of_one_name_are_refused_whatever_their_case():
    assert codes(changed(word(), {"Word/Document.xml": b"<x/>"})) == ["opening.equal_names"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declared_entities_are_refused_in_every_member(encoding):
    text = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    assert codes(changed(word(), {"docProps/extra.xml": text.encode(encoding)})) == [
        "opening.doctype"
    ]


def test_an_encoding_that_could_hide_a_doctype_is_refused():
    text = '<?xml version="1.0" encoding="utf-7"?><x/>'
    assert codes(changed(word(), {"docProps/extra.xml": text.encode()})) == ["opening.damaged"]


def test_broken_xml_names_its_member():
    broken = changed(word(), {BODY: b"<w:document><w:body>"})
    with pytest.raises(InputError) as caught:
        open_office_package(broken, "docx", name="a.docx")
    (problem,) = caught.value.problems
    assert (problem.code, problem.details["member"]) == ("opening.damaged", BODY)


@pytest.mark.parametrize(
    "data",
    [
        changed(word(), {"word/vbaProject.bin": b"x"}),
        changed(
            word(),
            {
                TYPES: member(word(), TYPES).replace(
                    b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    b"vnd.ms-word.document.macroEnabled.main+xml",
                )
            },
        ),
    ],
)
def test_macros_are_refused(data):
    assert set(codes(data)) == {"opening.macros"}


@pytest.mark.parametrize(
    "data",
    [
        with_relation("image", "http://example.invalid/a.png", external=True),
        with_relation("attachedTemplate", "file:///x/evil.dotm", external=True),
        changed(
            word(),
            {
                BODY: member(word(), BODY).replace(
                    b"<w:p>",
                    b"<w:p><w:r><w:instrText>DDE</w:instrText></w:r>"
                    b"<w:r><w:instrText>AUTO cmd /c calc</w:instrText></w:r>",
                    1,
                )
            },
        ),
        changed(
            word(),
            {
                BODY: member(word(), BODY).replace(
                    b"<w:p>",
                    b'<w:p><w:fldSimple w:instr="INCLUDEPICTURE http://example.invalid/a.png"/>',
                    1,
                )
            },
        ),
    ],
)
def test_links_that_fetch_from_elsewhere_are_refused(data):
    assert codes(data) == ["opening.external_link"]


def test_a_workbook_linked_to_other_files_is_refused():
    data = changed(excel(), {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})
    assert codes(data, "xlsx") == ["opening.external_link"]


def test_a_hyperlink_that_a_person_clicks_is_no_danger():
    data = with_relation("hyperlink", "http://www.mof.gov.cn/", external=True)
    assert open_office_package(data, "docx").dangers == ()


@pytest.mark.parametrize(
    "data",
    [
        with_relation("oleObject", "embeddings/oleObject1.bin", external=False),
        with_relation("aFChunk", "foreign.html", external=False),
        changed(word(), {"word/embeddings/oleObject1.bin": b"x"}),
        changed(word(), {"word/activeX/activeX1.xml": b"<x/>"}),
    ],
)
def test_embedded_objects_are_refused(data):
    assert codes(data) == ["opening.embedded_object"]


def test_a_reader_of_finished_documents_may_tolerate_a_danger_and_is_told_of_it():
    data = with_relation("image", "http://example.invalid/a.png", external=True)
    package = open_office_package(data, "docx", refuse=frozenset({Danger.MACROS}))
    (problem,) = package.dangers
    assert problem.code == "opening.external_link"
    assert problem.details["target"] == "http://example.invalid/a.png"


def test_all_dangers_of_a_file_are_named_in_one_run():
    data = changed(
        with_relation("image", "http://example.invalid/a.png", external=True),
        {"word/vbaProject.bin": b"x", "word/embeddings/oleObject1.bin": b"x"},
    )
    assert sorted(codes(data)) == [
        "opening.embedded_object",
        "opening.external_link",
        "opening.macros",
    ]
