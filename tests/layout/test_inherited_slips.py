"""Slips that stand in a theme, a style, a default, a table or a drawing are found as in direct formatting."""

from __future__ import annotations

import io
import zipfile

import pytest

from govdocs.layout import check_layout, fix_layout
from tests.layout.makers.styled_letters import STYLED
from tests.layout.makers.typed_letters import TYPED

MAKERS = {**TYPED, **STYLED}
DRAWN, TABLES, BOXED = "线条和浮动版记", "表格版头", "文本框版头"
_STYLE_2 = (
    '<w:spacing w:line="579" w:lineRule="exact"/><w:ind w:firstLine="640" w:firstLineChars="200"/>'
)
SLIPS = (
    (DRAWN, "styles", 'w:eastAsiaTheme="minorEastAsia"', 'w:eastAsia="宋体"', {"L104", "L134", "L223", "L225"}),
    (DRAWN, "theme", "仿宋_GB2312", "宋体", {"L104", "L134", "L223", "L225"}),
    (DRAWN, "theme", "黑体", "楷体", {"L172"}),
    (DRAWN, "styles", _STYLE_2, _STYLE_2.replace("579", "440"), {"L105"}),
    (DRAWN, "styles", _STYLE_2, _STYLE_2.replace('"640"', '"320"').replace('"200"', '"100"'), {"L171", "L182", "L202"}),
    (DRAWN, "styles", 'w:val="44"', 'w:val="36"', {"L152"}),
    (DRAWN, "styles", '<w:color w:val="FF0000"/>', "", {"L121"}),
    (DRAWN, "styles", "楷体_GB2312", "黑体", {"L172"}),
    (DRAWN, "document", 'val="FF0000"', 'val="0000FF"', {"L141"}),
    (DRAWN, "document", 'cx="5616000"', 'cx="4320000"', {"L142"}),
    (DRAWN, "document", '<w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">江财绩', '<w:jc w:val="left"/></w:pPr><w:r><w:t xml:space="preserve">江财绩', {"L132"}),
    (DRAWN, "document", "〔2023〕", "【2023】", {"L131"}),
    (DRAWN, "document", "附件：重点项目清单", "附件：重点项目清单。", {"L184"}),
    (DRAWN, "document", "（此件公开发布）", "(此件公开发布)", {"L201"}),
    (DRAWN, "document", '<w:top w:val="single" w:sz="8"', '<w:top w:val="single" w:sz="24"', {"L221"}),
    (DRAWN, "document", '<w:tblW w:w="8844"', '<w:tblW w:w="7800"', {"L222"}),
    (DRAWN, "document", "4月3日</w:t></w:r><w:r><w:t xml:space=\"preserve\">印发", "04月03日</w:t></w:r><w:r><w:t xml:space=\"preserve\">印发", {"L226"}),
    (DRAWN, "document", '<w:br w:type="page"/>', "", {"L211"}),
    (DRAWN, "document", 'w:top="2098"', 'w:top="1440"', {"L102"}),
    (DRAWN, "document", 'w:right="1474"', 'w:right="1088"', {"L103"}),
    (DRAWN, "settings", "<w:evenAndOddHeaders/>", "", set[str]()),
    (BOXED, "settings", "<w:evenAndOddHeaders/>", "", set[str]()),
    (BOXED, "footer1", '<w:jc w:val="right"/>', '<w:jc w:val="center"/>', {"L234"}),
    (BOXED, "footer1", "— </w:t>", "- </w:t>", {"L233"}),
    (BOXED, "document", 'w:footer="1400"', 'w:footer="992"', {"L236"}),
    (TABLES, "document", 'w:color="FF0000"', 'w:color="000000"', {"L141"}),
    (TABLES, "document", '<w:rPr><w:rFonts w:eastAsia="楷体_GB2312"/></w:rPr><w:t>林海峰', '<w:t>林海峰', {"L136"}),
    (TABLES, "document", "附件：1.绩效自评表", "附件：1、绩效自评表", {"L183"}),
    (TABLES, "document", "财政部：", "财政部", {"L162"}),
    (TABLES, "document", "2023年4月3日</w:t></w:r></w:p><w:p>", "2023.4.3</w:t></w:r></w:p><w:p>", {"L191"}),
    ("通知", "document", "〔2021〕", "（2021）", {"L131"}),
    ("通知", "document", 'w:firstLineChars="500"', 'w:firstLineChars="0"', set[str]()),
    ("请示", "document", "刘　洋　　周建国", "刘　洋　　周建国　　王　芳", {"L139"}),
    ("函", "document", "thickThinSmallGap", "single", {"L304"}),
    ("函", "footer3", "thinThickSmallGap", "double", {"L304"}),
    ("令", "document", 'w:line="960"', 'w:line="120"', {"L311"}),
    ("纪要", "document", "出席：", "出席:", {"L323"}),
    ("联合行文", "document", '<w:vAlign w:val="center"/>', "", {"L125"}),
)  # fmt: skip


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """Replace a stretch of one part everywhere; it must be there."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith(f"word/{part}") and name.endswith(f"{part}.xml"):
                text = content.decode()
                assert old in text, f"{part}: {old}"
                content = text.replace(old, new).encode()
            target.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(("name", "part", "old", "new", "codes"), SLIPS)
def test_the_slip_is_found_by_its_rules_alone(
    name: str, part: str, old: str, new: str, codes: set[str]
) -> None:
    data = changed(MAKERS[name](), part, old, new)
    result = check_layout(data)
    assert {f.code for f in result.findings} == codes
    assert result.faults == ()


@pytest.mark.parametrize(("name", "part", "old", "new", "codes"), SLIPS)
def test_what_is_mended_of_it_is_found_no_more(
    name: str, part: str, old: str, new: str, codes: set[str]
) -> None:
    fixed, changes = fix_layout(changed(MAKERS[name](), part, old, new))
    left = {f.code for f in check_layout(fixed).findings}
    assert left == codes - {change.code for change in changes}
