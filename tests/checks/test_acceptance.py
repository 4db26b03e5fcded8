"""已说明: an acceptance holds for exactly what was seen."""

from govdocs.checks.acceptance import explanation_items
from govdocs.checks.engine import run_checks
from govdocs.checks.example import example_subject, text_data
from govdocs.checks.fingerprint import acceptance_block, fingerprint, same_fingerprint
from govdocs.finding import AcceptedBy, CheckResult, Level
from tests.checks.cases import published

WRONG = "execution:\n  central: {{budget: 600, executed: {executed}, rate: 78%}}\n"
ACCEPT = """\
accepted:
  - {{rule: {rule}, place: {place}, value: "{value}", reason: 原件如此, person: 李四, date: 2018-05-18}}
"""


def checked(
    executed: str = "450",
    rule: str = "F103",
    place: str = "execution.central.rate",
    value: str = "78%；450；600",
) -> CheckResult:
    accepted = ACCEPT.format(rule=rule, place=place, value=value)
    return run_checks(example_subject(WRONG.format(executed=executed) + accepted))


def codes(result: CheckResult) -> list[str]:
    return [f.code for f in result.findings]


def test_an_accepted_finding_carries_reason_person_and_date() -> None:
    result = checked()
    assert [f.accepted for f in result.findings] == [AcceptedBy("原件如此", "李四", "2018-05-18")]


def test_any_place_of_the_finding_may_be_named() -> None:
    assert checked(place="execution.central.executed").findings[0].accepted is not None


def test_spaces_and_width_of_characters_do_not_matter() -> None:
    assert checked(value="78% ; 450;600").findings[0].accepted is not None


def test_a_value_changed_later_is_not_covered() -> None:
    result = checked(executed="440")
    rate = next(f for f in result.findings if f.code == "F103")
    assert rate.accepted is None
    outdated = next(f for f in result.findings if f.code == "F902")
    assert outdated.level is Level.WARNING
    assert outdated.expected == "78%；440；600"


def test_the_value_of_one_place_alone_does_not_hold() -> None:
    result = checked(value="78%")
    assert codes(result) == ["F103", "F902"]
    assert result.findings[0].accepted is None


def test_an_acceptance_without_its_finding_is_reported() -> None:
    assert codes(checked(place="execution.total.rate"))[-1] == "F901"
    assert codes(checked(rule="F999"))[-1] == "F901"


def test_an_acceptance_of_a_rule_that_did_not_run_is_left_alone() -> None:
    subject = example_subject(
        WRONG.format(executed="450") + ACCEPT.format(rule="F103", place="x", value="y")
    )
    assert run_checks(subject, []).findings == ()


def test_the_block_of_the_report_can_be_pasted_and_holds() -> None:
    for finding in published().findings:
        block = acceptance_block(finding, person="李四", date="2018-05-18").replace(
            "reason: \n", "reason: 原件\n"
        )
        read = text_data("accepted:\n" + block)["accepted"][0]
        assert same_fingerprint(read["value"], fingerprint(finding))
        assert (read["rule"], read["person"]) == (finding.code, "李四")


def test_the_head_s_acceptance_covers_the_rows_below_and_binds_their_values() -> None:
    wrong = "execution:\n  total: {budget: 900, executed: 700, rate: 78%}\n"
    head = next(f for f in run_checks(example_subject(wrong)).findings if f.code == "F101")
    block = acceptance_block(head, person="李四", date="2018-05-18").replace(
        "reason: \n", "reason: 原件\n"
    )
    result = run_checks(example_subject(wrong + "accepted:\n" + block))
    accepted = next(f for f in result.findings if f.code == "F101")
    assert accepted.accepted is not None
    assert accepted.below
    assert all(f.accepted == accepted.accepted for f in accepted.below)
    changed = wrong + "  local: {budget: 300, executed: 240, rate: 80%}\n" + "accepted:\n" + block
    again = next(f for f in run_checks(example_subject(changed)).findings if f.code == "F101")
    assert again.accepted is None


def test_the_note_on_the_review_lists_the_accepted_findings() -> None:
    items = explanation_items(checked())
    assert [(item.number, item.finding.code, item.accepted.person) for item in items] == [
        (1, "F103", "李四")
    ]
    assert explanation_items(run_checks(example_subject(""))) == ()


def test_a_figure_that_only_a_row_below_shows_is_bound_as_well() -> None:
    def missed(target: str) -> str:
        row = "  - {{level1: 产出指标, level2: 数量指标, name: {}, target: {}个, actual: 2个}}\n"
        return (
            "indicators:\n"
            + row.format("建设公共服务平台数量", target)
            + row.format("市场开拓项目数量", "3")
        )

    head = next(f for f in run_checks(example_subject(missed("4"))).findings if f.code == "F204")
    block = acceptance_block(head, person="李四", date="2018-05-18").replace(
        "reason: \n", "reason: 原件\n"
    )
    for target, holds in (("4", True), ("5", False)):
        result = run_checks(example_subject(missed(target) + "accepted:\n" + block))
        found = next(f for f in result.findings if f.code == "F204")
        assert (found.accepted is not None) is holds
