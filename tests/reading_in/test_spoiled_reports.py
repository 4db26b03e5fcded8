"""Spoiled reports: nonsense in cells and sentences gives a case, or a reason; never a traceback, never half a file."""

from __future__ import annotations

import io
import random
import re
import zipfile
from pathlib import Path

import pytest

from govdocs.errors import GovdocsError
from govdocs.filing.build import build_case
from govdocs.filing.read_in import read_into
from govdocs.reading import read_document
from govdocs.reading_in.into_case import read_case_from
from tests.conftest import ROOT
from tests.reading_in.other_reports import industry_report, pension_report, road_report

NONSENSE = (
    "", " ", "—", "0", "-1", "1e999", "9" * 60, "0." + "9" * 60, "１２", "12,34", "100%%", "无", "合计", "三级指标",
    "{{ x }}", "{% for %}", "{#", "《》（）", "其中：", "（分）", "①得分", "2023年13月45日", "截至2023年2月30日已拨付1元",
    "999999999999999999999999999999999999万元", "\u200b", "附件1", "目录", "一、", "年度总体目标", "①，得9分。", "得满分，不得分。",
)  # fmt: skip


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    folder = tmp_path_factory.mktemp("papers")
    built = build_case(ROOT / "data" / "2022-yongxing.yaml", folder).folder
    files = [built / "报告.docx", built / "项目支出绩效自评表.docx"]
    files += [make(folder / f"{n}.docx") for n, make in enumerate((road_report, pension_report, industry_report))]  # fmt: skip
    return [file.read_bytes() for file in files]


def spoiled(data: bytes, chance: random.Random) -> bytes:
    """The same file with some of its words, cells and rows turned to nonsense."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = _spoil(content.decode(), chance).encode()
            new.writestr(name, content)
    return out.getvalue()


def _spoil(xml: str, chance: random.Random) -> str:
    def word(match: re.Match[str]) -> str:
        if chance.random() > 0.12:
            return match[0]
        said = chance.choice(NONSENSE).replace("&", "").replace("<", "")
        return f"{match[1]}{said}{match[3]}"

    xml = re.sub(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)", word, xml)
    if chance.random() < 0.5:
        rows = list(re.finditer(r"<w:tr[ >].*?</w:tr>", xml, re.S))
        if rows:
            row = chance.choice(rows)
            xml = xml[: row.start()] + xml[row.end() :]
    return xml


@pytest.mark.parametrize("seed", range(40))
def test_nonsense_gives_a_case_or_a_reason(seed: int, reports: list[bytes]) -> None:
    chance = random.Random(seed)
    for data in reports:
        try:
            read = read_case_from([read_document(spoiled(data, chance), name="报告.docx")])
            assert read.with_tags(write=seed % 2 == 0).yaml()
        except GovdocsError as error:
            assert error.problems


def test_a_report_without_any_text_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    import docx

    docx.Document().save(str(tmp_path / "空.docx"))
    with pytest.raises(GovdocsError):
        read_into([tmp_path / "空.docx"], tmp_path / "读.yaml")
    assert not (tmp_path / "读.yaml").exists()
