"""A letter that LibreOffice has saved anew is judged as before."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from govdocs.layout import check_layout, fix_layout, open_letter
from govdocs.layout.elements.element import Element
from tests.gongwen.filings import VARIANTS
from tests.layout.letters import LETTER, REPORT, changed, packed, written
from tests.layout.makers.framed_letters import FRAMED
from tests.layout.makers.office_letter import flat_boxed_text, flat_text
from tests.layout.makers.styled_letters import STYLED
from tests.layout.makers.typed_letters import TYPED
from tests.layout.special_letters import MINUTES, ORDER, REPLY, joint

pytestmark = pytest.mark.libreoffice

FILES = {
    "通知": written(LETTER),
    "请示": written(REPORT),
    "函": written(REPLY),
    "命令": written(ORDER),
    "纪要": written(MINUTES),
    "联合": packed(joint()),
    "spoilt": written(
        LETTER, changed("mark", colour=""), changed("text1", first=0), changed("h1", font="仿宋")
    ),
}

OTHERS = {
    **{f"打字{name}": make for name, make in TYPED.items()},
    **{f"样式{name}": make for name, make in STYLED.items()},
    **{f"框{name}": make for name, make in FRAMED.items()},
}
# LibreOffice takes a frame in a footer for a plain line, and prints the number there.
LOST = {"打字通知": ["L241"], "打字无版头": ["L100"]}


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("resaved")
    files = {**FILES, "filing": VARIANTS["hunan"](), **{n: make() for n, make in OTHERS.items()}}
    files["mended"] = fix_layout(files["spoilt"])[0]
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    (folder / "原生.fodt").write_text(flat_text(), "utf-8")
    (folder / "原生框.fodt").write_text(flat_boxed_text(), "utf-8")
    program = shutil.which("soffice")
    assert program is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = folder / "out"
    command = [program, profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir"]
    sources = [str(folder / f"{name}.docx") for name in files] + [
        str(folder / f"{name}.fodt") for name in ("原生", "原生框")
    ]
    subprocess.run([*command, str(out), *sources], check=True, timeout=180, capture_output=True)
    return {name: Path(out / f"{name}.docx").read_bytes() for name in [*files, "原生", "原生框"]}


@pytest.mark.parametrize(
    "name", ["通知", "请示", "函", "命令", "纪要", "联合", "filing", "mended", "原生", "原生框"]
)
def test_a_correct_letter_stays_correct(name: str, resaved: dict[str, bytes]) -> None:
    assert [(f.code, f.actual) for f in check_layout(resaved[name]).findings] == []


@pytest.mark.parametrize("name", sorted(OTHERS))
def test_a_letter_of_another_maker_stays_correct(name: str, resaved: dict[str, bytes]) -> None:
    assert [f.code for f in check_layout(resaved[name]).findings] == LOST.get(name, [])


def test_a_spoilt_letter_shows_the_same_slips(resaved: dict[str, bytes]) -> None:
    found = {f.code for f in check_layout(resaved["spoilt"]).findings}
    assert found == {"L121", "L171", "L172"}


def test_boxes_of_a_native_letter_are_recognised(resaved: dict[str, bytes]) -> None:
    letter = open_letter(resaved["原生框"])
    for element in (Element.MARK, Element.NUMBER, Element.COPIES, Element.PRINTER):
        assert [p.part for p in letter.all(element)] == ["文本框"]
    assert [p.plain for p in letter.all(Element.ATTACHMENT_LABEL)] == ["附件"]
