"""The published Hunan filing: every slip that its data can show, one message a slip, no false alarm."""

import pytest

from govdocs.checks.engine import run_checks
from govdocs.checks.registry import rule_of
from govdocs.checks.rows import plain_name
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level
from govdocs.forms.catalogue import form_set_of
from govdocs.intake import load_case
from tests.checks.cases import (
    HUNAN,
    corrected_data,
    every,
    hunan_data,
    paths_of,
    published,
    subject_of,
)

ROWS = {plain_name(row["name"]): at for at, row in enumerate(hunan_data()["indicators"])}


def at(name: str, field: str) -> str:
    return f"indicators[{ROWS[name]}].{field}"


ROOT_CAUSES = [
    (
        "R0-1",
        "F101",
        ["execution.total.budget", "execution.total.executed", "execution.total.rate"],
    ),
    ("R0-2", "F102", ["budget.total", "budget.central", "budget.local"]),
    (
        "R0-4",
        "F204",
        [
            at("支持外贸中小企业提升国际化经营能力项目数", "actual"),
            at("支持服务外包业务项目数量", "actual"),
            at("当年外派劳务人数", "actual"),
            at("预算资金执行率", "actual"),
            at("对外直接投资额", "actual"),
        ],
    ),
    (
        "R0-5",
        "F205",
        [
            at("支持对外投资合作项目个数", "actual"),
            at("承接国际服务外包合同额", "actual"),
            at("对外承包工程完成营业额", "actual"),
        ],
    ),
    ("R0-6", "F201", [at("带动技术进口额", "name"), at("带动技术进口额", "reported_name")]),
    (
        "R0-6",
        "F201",
        [
            at("欠发达地区带动贸易发展情况", "name"),
            at("欠发达地区带动贸易发展情况", "reported_name"),
        ],
    ),
    ("R0-7 S0-054", "F215", ["goal_statement.planned", "goal_statement.achieved"]),
    (
        "R0-7 S0-055",
        "F209",
        [at("支持技术出口项目数量", "target"), at("支持技术出口项目数量", "actual")],
    ),
    ("R0-7 S0-061", "F124", ["facts[11].value", at("支持服务外包业务项目数量", "actual")]),
    ("R0-8 S0-081", "F312", ["attachments[0].title"]),
    ("R0-8 S0-080", "F310", ["attachments[1].listed_title", "attachments[1].title"]),
    ("R0-9", "F315", ["letter.sections"]),
    ("S0-105", "F316", ["explanation.notes[1]"]),
    ("S0-106", "F333", ["attachments[0].year_line"]),
]


@pytest.mark.parametrize(
    ("root", "code", "paths"), ROOT_CAUSES, ids=[f"{r} {c} {p[0]}" for r, c, p in ROOT_CAUSES]
)
def test_each_root_cause_is_one_message_at_its_place(
    root: str, code: str, paths: list[str]
) -> None:
    matching = [
        f for f in published().findings if f.code == code and paths_of(f)[: len(paths)] == paths
    ]
    assert len(matching) == 1


BELOW = [
    ("F101", "execution.total.budget", "F101", "execution.total.budget"),  # S0-020
    ("F101", "execution.total.budget", "F101", "execution.total.executed"),  # S0-021
    ("F101", "execution.total.budget", "F103", "execution.total.rate"),  # S0-022
    ("F101", "execution.total.budget", "F103", "execution.central.rate"),  # S0-023
    ("F101", "execution.total.budget", "F104", at("预算资金执行率", "actual")),  # S0-027
    ("F102", "budget.total", "F108", "budget.total"),  # S0-018
    ("F102", "budget.total", "F109", "budget.total"),  # S0-019
    ("F312", "attachments[0].title", "F310", "attachments[0].listed_title"),  # S0-079
]


@pytest.mark.parametrize(("head", "place", "code", "below"), BELOW)
def test_the_rows_of_one_slip_stand_below_its_message(
    head: str, place: str, code: str, below: str
) -> None:
    found = next(f for f in published().findings if f.code == head and paths_of(f)[0] == place)
    assert [f for f in found.below if f.code == code and paths_of(f)[0] == below]
    assert not [
        f for f in published().findings if f.code == code and paths_of(f)[0] == below and f != found
    ]


def test_the_lost_row_is_explained_by_the_rate_that_fits_the_full_total() -> None:
    found = next(f for f in published().findings if f.code == "F101")
    assert found.arithmetic == "18277.16÷19089.08×100%＝95.75%"
    assert found.expected == "19089.08；18277.16"
    rule = rule_of("F101")
    assert rule is not None
    assert "与印出的96%相符" in rule.hint(found)


def test_the_missing_part_is_named_with_its_amount() -> None:
    found = next(f for f in published().findings if f.code == "F102")
    rule = rule_of("F102")
    assert rule is not None
    assert rule.hint(found) == "请在附件1“地方资金”填27570万元，或更正总预算数"


MAY_BE_FOUND = {spot for _, _, paths in ROOT_CAUSES for spot in paths} | {b[3] for b in BELOW}


def test_nothing_else_than_the_slips_and_the_suspects_is_found() -> None:
    others = [
        f
        for f in published().findings
        if f.level is not Level.NOTE and not (set(paths_of(f)) & MAY_BE_FOUND) and f.code[1] != "5"
    ]
    assert others == []


SUSPECT = {"F308": "S0-038", "F208": "S0-057", "F210": "S0-064"}


def test_suspect_rows_are_notes_at_most() -> None:
    assert {f.code for f in published().findings if f.level is Level.NOTE} == set(SUSPECT)


CONSISTENT = [
    "fund.issued",  # S0-001 to S0-004
    "execution.central.budget",
    "allocations[0].amount",  # S0-005, 006
    "allocations[5].amount",  # S0-011, 012
    "allocations[6].amount",  # S0-013, 014
    at("发展良好的外贸中小企业数量", "reported_target"),  # S0-046
    at("国际服务外包执行额", "actual"),  # S0-048: 129.31%
    at("带动服务外包企业就业人数增长", "actual"),  # S0-051
    at("支持茧丝绸发展项目数量", "actual"),  # S0-056
    at("茧丝绸蚕农收入增加额", "actual"),
    at("资金拨付及时性", "target"),  # S0-053
    "execution.other.rate",  # S0-025
    "facts[30].share",  # S0-069
    "letter.document_number",  # S0-091
    "letter.date",  # S0-092
    "letter.issuers",  # S0-093
    "letter.signers",  # S0-094
    "letter.addressees[0]",  # S0-095
]


@pytest.mark.parametrize("path", CONSISTENT)
def test_consistent_figures_are_left_alone(path: str) -> None:
    about = [f for f in every(published().findings) if f.spots and paths_of(f)[0] == path]
    assert about == []


def test_the_corrected_filing_has_no_finding_at_all() -> None:
    result = run_checks(subject_of(corrected_data()))
    assert [(f.code, paths_of(f)) for f in result.findings] == []
    assert result.faults == ()


def test_the_shipped_case_answers_for_every_error_and_warning() -> None:
    loaded = load_case(HUNAN)
    result = run_checks(Subject(loaded.case, form_set_of(loaded.case), loaded.places))
    open_ones = [f for f in result.findings if f.accepted is None and f.level is not Level.NOTE]
    assert open_ones == []
    assert sum(f.accepted is not None for f in result.findings) == len(loaded.case.accepted)


def test_every_place_of_every_finding_is_a_line_of_the_file() -> None:
    loaded = load_case(HUNAN)
    result = run_checks(Subject(loaded.case, form_set_of(loaded.case), loaded.places))
    spots = [spot for f in every(result.findings) for spot in f.spots]
    assert all(spot.place is not None for spot in spots)


def test_findings_come_in_the_order_of_the_paper() -> None:
    tops = [str(f.spots[0].path[0]) for f in published().findings]
    order = [
        "letter",
        "facts",
        "attachments",
        "fund",
        "budget",
        "execution",
        "goal_statement",
        "indicators",
        "explanation",
    ]
    assert tops == sorted(tops, key=order.index)


def first(code: str) -> Finding:
    return next(f for f in published().findings if f.code == code)


def test_far_above_follows_the_threshold_of_the_case() -> None:
    data = hunan_data() | {"settings": {"excess_threshold": "120%"}}
    found = next(f for f in run_checks(subject_of(data)).findings if f.code == "F205")
    assert at("国际服务外包执行额", "actual") in paths_of(found)
    assert at("国际服务外包执行额", "actual") not in paths_of(first("F205"))
