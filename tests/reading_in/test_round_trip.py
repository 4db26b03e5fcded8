"""Build, read back, and have the same case: the Hunan filing and random ones, from Word and Excel."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govdocs.checks.subject import Subject
from govdocs.filing.build import build_case, fill_papers
from govdocs.filing.papers import papers_of
from govdocs.filing.read_in import read_into
from govdocs.filing.template_home import TemplateHome
from govdocs.filing.workshop import workshop_of
from govdocs.forms.catalogue import form_set_of
from govdocs.intake import load_case
from govdocs.model.case import Case, read_case
from govdocs.model.derived import derive
from govdocs.place import CellPlace, WordPlace
from govdocs.reading import read_document
from govdocs.reading_in.into_case import read_case_from
from govdocs.reading_in.placed import places_of

NOT_ON_PAPER = (
    "form",
    "region",
    "facts",
    "allocations",
    "accepted",
    "settings",
    "templates",
    "rollup",
)
ASKED_BY_NOBODY = ("unit", "direction", "kind")


def printed(case: Case) -> dict[str, Any]:
    """A case with its derived values, without what no paper prints."""
    full, _ = derive(case)
    data = full.model_dump(mode="json", exclude=set(NOT_ON_PAPER))
    data["fund"].pop("issued")
    for row in data["indicators"]:
        for name in ASKED_BY_NOBODY:
            row.pop(name)
    data["goal_statement"].pop("carry_goals")
    for group in (data["budget"], data["execution"]["total"] or {}):
        for name in {"total", "budget", "executed"} & {n for n, text in group.items() if text}:
            # A live total of a workbook prints as Excel shows it: 1.00 and 1 are one total.
            group[name] = f"{Decimal(group[name]).normalize():f}"
    return data


def differing(one: Any, other: Any, path: str = "") -> Iterator[str]:
    if isinstance(one, dict):
        for key in one:
            yield from differing(one[key], other[key], f"{path}.{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for at, (a, b) in enumerate(zip(one, other, strict=True)):
            yield from differing(a, b, f"{path}[{at}]")
    elif one != other:
        yield f"{path}: {one!r} {other!r}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, hunan_file: Path) -> Path:
    return build_case(hunan_file, tmp_path_factory.mktemp("papers")).folder


def test_the_whole_filing_is_read_into_the_case_that_it_was_built_from(
    folder: Path, hunan_file: Path, tmp_path: Path
) -> None:
    read_into([folder / "报告.docx"], tmp_path / "读.yaml")
    again, first = load_case(tmp_path / "读.yaml").case, load_case(hunan_file).case
    subject = Subject(first, form_set_of(first))
    found = list(differing(printed(again), printed(first)))
    tagged = [line for line in found if "{{" in line or "{%" in line]
    assert found == tagged, "only texts with tags may differ: they come in as printed"
    built = build_case(tmp_path / "读.yaml", tmp_path).folder
    assert texts(built / "报告.docx") == texts(folder / "报告.docx")
    assert subject.case.letter is not None


def texts(file: Path) -> list[str]:
    document = read_document(file)
    cells = [cell.text for table in document.tables for cell in table.cells()]
    return [p.full for p in (*document.paragraphs, *document.notes)] + cells


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_the_attachments_alone_give_the_same_figures_from_word_and_excel(
    kind: str, folder: Path, hunan_file: Path, tmp_path: Path
) -> None:
    read = read_into([folder / f"附件1.{kind}", folder / f"附件2.{kind}"], tmp_path / "读.yaml")
    again, first = load_case(tmp_path / "读.yaml").case, load_case(hunan_file).case
    found = list(differing(printed(again), {**printed(first), "letter": None}))
    assert [line for line in found if "listed_title" not in line] == []
    assert read.left == ()


def test_every_value_tells_the_place_that_it_was_read_from(folder: Path, tmp_path: Path) -> None:
    read = read_into([folder / "附件1.docx", folder / "附件2.xlsx"], tmp_path / "读.yaml")
    places = places_of(read.tree)
    target = places["indicators", 0, "target"]
    actual = places["indicators", 0, "actual"]
    assert isinstance(target, WordPlace)
    assert (target.table, target.row, target.column) == (2, 2, 5)
    assert actual == CellPlace(str(folder / "附件2.xlsx"), "附件2", "F15")
    text = (tmp_path / "读.yaml").read_text("utf-8")
    assert "target: 1380  # 附件1.docx 表2第2行第5列\n" in text
    assert "actual: 1263  # 附件2.xlsx 附件2!F15\n" in text


def test_what_a_paper_does_not_say_is_asked_for_and_never_assumed(
    folder: Path, tmp_path: Path
) -> None:
    read = read_into([folder / "附件1.docx"], tmp_path / "读.yaml")
    assert read.case is None
    assert [p.path for p in read.missing] == [("money_unit",)]
    assert "money_unit:  # 必填，文件中没有读到：金额单位" in (tmp_path / "读.yaml").read_text(
        "utf-8"
    )


_WORDS = st.text("支持外贸企业开拓国际市场提升服务能力项目数量建设补助", min_size=2, max_size=10)
_CELL = st.one_of(
    st.none(),
    st.integers(1, 99999).map(str),
    st.decimals(1, 9999, places=2).map(str),
    st.integers(1, 120).map(lambda n: f"{n}%"),
    st.sampled_from(["良好", "有效降低", "≥95%", "1.1万人", "6.5亿美元", "10<20且完成"]),
)
_AMOUNT = st.decimals(1, 10**6, places=2).map(str) | st.integers(1, 10**6).map(str)
_MONEY = st.none() | _AMOUNT
_GROUPS = st.sampled_from(
    [("产出指标", "数量指标"), ("产出指标", "质量指标"), ("效益指标", "经济效益指标")]
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    names = draw(st.lists(_WORDS, min_size=1, max_size=6, unique=True))
    rows = []
    for name in names:
        level1, level2 = draw(_GROUPS)
        row = {"level1": level1, "level2": level2, "name": name, "target": draw(_CELL),
               "actual": draw(_CELL), "reason": draw(st.none() | _WORDS)}  # fmt: skip
        rows.append({key: value for key, value in row.items() if value is not None})
    money = {
        name: {"budget": draw(_AMOUNT), "executed": draw(_AMOUNT)}
        for name in draw(st.sets(st.sampled_from(["central", "local", "other"])))
    }
    return read_case({
        "year": "2018", "money_unit": draw(st.sampled_from(["万元", "元"])),
        "fund": {"name": draw(_WORDS), "ministry": "商务部", "line_department": draw(_WORDS)},
        "budget": {k: v for k in ("total", "central", "local") if (v := draw(_MONEY))},
        "execution": money,
        "goals": draw(st.lists(_WORDS, max_size=3)), "goal_statement": {"achieved": draw(_WORDS)},
        "indicators": rows, "explanation": {"remark": "无"},
        "attachments": [{"form": "declaration", "title": "申报表"}, {"form": "evaluation", "title": "自评表"}],
    })  # fmt: skip


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(case=cases())
def test_any_filing_is_read_back_as_it_was(kind: str, case: Case) -> None:
    subject = Subject(case, form_set_of(case))
    papers = [
        p
        for p in papers_of(case, subject.forms)
        if p.file.startswith("附件") and p.file.endswith(kind)
    ]
    filled = fill_papers(papers, workshop_of(TemplateHome.of([])), subject)
    read = read_case_from([read_document(filled[name], name=name) for name in sorted(filled)])
    assert isinstance(read.case, Case)
    assert list(differing(printed(read.case), printed(case))) == []
