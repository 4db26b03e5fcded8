"""Build, read back, and have the same evaluation: the Yongxing report from Word and Excel."""

from __future__ import annotations

from pathlib import Path

import pytest

from govdocs.errors import InputError
from govdocs.filing.build import build_case
from govdocs.filing.read_in import read_into
from govdocs.intake.load import load_any_case
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.indicator import ScoredIndicator
from govdocs.model.evaluation.scoring import Met, Scoring
from govdocs.model.evaluation.survey import AnswerWeight
from govdocs.reading import read_document
from govdocs.reading_in.into_case import ReadCase
from govdocs.reading_in.placed import Placed, places_of
from tests.conftest import ROOT
from tests.reading_in.evaluation_papers import differing, papers_in, shown, words

YONGXING = ROOT / "data" / "2022-yongxing.yaml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_case(YONGXING, tmp_path_factory.mktemp("papers")).folder


@pytest.fixture(scope="module")
def target(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("read") / "读.yaml"
    read_into(papers_in(folder), file)
    return file


def loaded(file: Path) -> EvaluationCase:
    case = load_any_case(file).case
    assert isinstance(case, EvaluationCase)
    return case


def test_the_whole_report_is_read_into_the_case_that_it_was_built_from(target: Path) -> None:
    found = list(differing(shown(loaded(YONGXING)), shown(loaded(target))))
    assert found == [".sources[0].initial: '260' None"], (
        "no paper prints it: the form's row has four sources"
    )


def test_the_case_read_in_makes_the_same_papers_word_for_word(
    folder: Path, target: Path, tmp_path: Path
) -> None:
    again = build_case(target, tmp_path).folder
    assert [p.name for p in papers_in(again)] == [p.name for p in papers_in(folder)]
    for paper in papers_in(folder):
        assert words(read_document(again / paper.name)) == words(read_document(paper)), paper.name


def test_nothing_is_left_over_and_every_value_tells_its_place(folder: Path, tmp_path: Path) -> None:
    read = read_into(papers_in(folder), tmp_path / "读.yaml")
    assert read.left == ()
    assert read.missing == ()
    text = (tmp_path / "读.yaml").read_text("utf-8")
    assert "allocated: 74  # 报告.docx 表1第2行第3列\n" in text
    assert "department: 永兴县商务局  # 项目支出绩效自评表.docx 表1第2行第2列\n" in text
    unplaced = [value for value in _values(read) if value.place is None and not value.note]
    assert {value.text for value in unplaced} <= {"重点绩效评价", "是", "payments", "scores", "survey",
        "决策", "过程", "产出", "效益"} | {c.name for c in loaded(tmp_path / "读.yaml").citations} | {
        w.answer for w in _survey(loaded(tmp_path / "读.yaml"))}  # fmt: skip


def _values(read: ReadCase) -> list[Placed]:
    found: list[Placed] = []

    def walk(node: object) -> None:
        if isinstance(node, Placed):
            found.append(node)
        elif isinstance(node, dict):
            for child in node.values():
                walk(child)
        elif isinstance(node, list):
            for child in node:
                walk(child)

    walk(read.tree)
    assert len([v for v in found if v.place is not None]) == len(places_of(read.tree))
    return found


def _survey(case: EvaluationCase) -> tuple[AnswerWeight, ...]:
    assert case.survey is not None
    return case.survey.weights


def test_every_printed_rule_comes_back_as_the_rule_that_it_was(target: Path) -> None:
    first, again = loaded(YONGXING), loaded(target)
    for a, b in zip(_leaves(first), _leaves(again), strict=True):
        assert a.rule.kind is b.rule.kind
        assert (a.rule.steps, a.rule.words, a.rule.target) == (
            b.rule.steps,
            b.rule.words,
            b.rule.target,
        )
        assert [c.text for c in a.rule.conditions] == [c.text for c in b.rule.conditions]


def _leaves(case: EvaluationCase) -> list[ScoredIndicator]:
    return [row for b in case.indicators for g in b.groups for row in g.indicators]


def test_clauses_are_answered_only_where_the_score_leaves_no_other_way(target: Path) -> None:
    by_name = {row.name: row for row in _leaves(loaded(target))}
    full, part = by_name["项目立项充分性"], by_name["绩效指标明确性"]
    assert [c.met for c in full.rule.conditions] == [Met.YES] * 3
    assert full.score is None, "it follows from the rule"
    assert [c.met for c in part.rule.conditions] == [None, None], (
        "2 of 4 points can be either clause"
    )
    assert part.score is not None, "so the printed score is kept"
    assert part.score.text == "2"


def test_a_free_judgement_is_kept_as_the_printed_score_without_inventing_its_reason(
    target: Path,
) -> None:
    row = next(row for row in _leaves(loaded(target)) if row.name == "外贸进出口总额增长")
    assert row.judged is None
    assert row.score is not None
    assert (row.rule.kind, row.score.text) == (Scoring.WORDS, "4")


def test_the_money_told_in_prose_is_read_where_its_parts_make_the_total(target: Path) -> None:
    case = loaded(target)
    assert [(s.name, s.amount.text, s.document) for s in case.sources] == [
        (s.name, s.amount.text, s.document) for s in loaded(YONGXING).sources
    ]
    assert [s.measured for s in case.sources] == [True, False, False, False]
    assert [(m.by.isoformat(), m.paid.text, m.yearly) for m in case.milestones] == [
        ("2022-12-31", "310", True)
    ]


def test_goals_and_their_results_are_read_from_the_sentences_that_list_them(target: Path) -> None:
    def told(case: EvaluationCase) -> list[tuple[str, str, str, str]]:
        return [(g.name, g.level, str(getattr(g.target, "text", g.target)), str(getattr(g.actual, "text", g.actual))) for g in case.goals]  # fmt: skip

    assert told(loaded(target)) == told(loaded(YONGXING))


def test_every_document_cited_with_its_number_is_read_under_the_name_that_offices_use(
    target: Path,
) -> None:
    numbered = {(c.name, c.title, c.number) for c in loaded(YONGXING).citations if c.number}
    assert {(c.name, c.title, c.number) for c in loaded(target).citations} == numbered


@pytest.mark.parametrize("paper", ["附件1.docx", "附件1.xlsx"])
def test_annex_1_alone_gives_the_tree_and_asks_for_the_rest(
    paper: str, folder: Path, tmp_path: Path
) -> None:
    read = read_into([folder / paper], tmp_path / "读.yaml")
    rows = places_of(read.tree)
    assert ("indicators", 3, "groups", 1, "indicators", 0, "rule", "steps", 4, "points") in rows
    assert ("cover",) in {p.path[:1] for p in read.missing if p.path}
    assert "sections:  # 必填，文件中没有读到" in (tmp_path / "读.yaml").read_text("utf-8")


def test_a_folder_is_read_as_the_papers_in_it(folder: Path, target: Path, tmp_path: Path) -> None:
    read_into([folder], tmp_path / "读.yaml")
    assert loaded(tmp_path / "读.yaml") == loaded(target)


def test_a_folder_without_papers_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    with pytest.raises(InputError) as caught:
        read_into([tmp_path / "空"], tmp_path / "读.yaml")
    assert [p.code for p in caught.value.problems] == ["reading_in.empty_folder"]
    assert not (tmp_path / "读.yaml").exists()


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_half_a_file_is_refused_with_a_reason_and_nothing_is_written(
    share: float, folder: Path, tmp_path: Path
) -> None:
    data = (folder / "报告.docx").read_bytes()
    half = tmp_path / "半.docx"
    half.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(InputError) as caught:
        read_into([folder / "附件1.docx", half], tmp_path / "读.yaml")
    assert all(problem.code.startswith("opening.") for problem in caught.value.problems)
    assert not (tmp_path / "读.yaml").exists()


def test_annex_2_alone_gives_the_survey(folder: Path, tmp_path: Path) -> None:
    read = read_into([folder / "附件2.docx"], tmp_path / "读.yaml")
    survey = read.tree["survey"]
    assert isinstance(survey, dict)
    questions = survey["questions"]
    assert isinstance(questions, list)
    assert len(questions) == 11


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_the_self_rating_form_alone_gives_its_rows_and_money(
    kind: str, folder: Path, tmp_path: Path
) -> None:
    read = read_into([folder / f"项目支出绩效自评表.{kind}"], tmp_path / "读.yaml")
    text = (tmp_path / "读.yaml").read_text("utf-8")
    assert "name: 补贴企业数量" in text
    assert "amount: 516.7" in text
    assert "rule:  # 必填，文件中没有读到" in text, "the form prints no rule of scoring"
    assert read.case is None
