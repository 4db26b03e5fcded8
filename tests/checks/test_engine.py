"""The engine: rules run alone, findings get places, roots and an order."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from govdocs.checks.engine import run_checks
from govdocs.checks.example import example_subject
from govdocs.checks.registry import all_rules, rule_of
from govdocs.checks.rule import Rule
from govdocs.checks.subject import Subject
from govdocs.errors import TemplateError
from govdocs.finding import Finding, Level, Spot
from govdocs.place import LinePlace, Path, PlaceIndex

RATE: Path = ("execution", "total", "rate")


def rule_that(check, code: str = "F101") -> Rule:
    known = rule_of(code)
    assert known is not None
    return replace(known, check=check)


def finding(code: str, *paths: Path, explains: tuple[tuple[str, Path], ...] = ()) -> Finding:
    return Finding(code, Level.ERROR, tuple(Spot(p, str(p)) for p in paths), explains=explains)


def broken(subject: Subject) -> Iterator[Finding]:
    yield finding("F101", RATE)
    raise ZeroDivisionError("slip")


def sound(subject: Subject) -> Iterator[Finding]:
    yield finding("F102", ("budget", "total"))


def test_a_broken_rule_is_a_fault_and_silences_no_other() -> None:
    result = run_checks(example_subject(""), [rule_that(broken), rule_that(sound, "F102")])
    assert [f.code for f in result.findings] == ["F102", "F101"]
    assert [(fault.code, fault.error.split(" (")[0]) for fault in result.faults] == [
        ("F101", "ZeroDivisionError: slip")
    ]


def test_every_spot_gets_its_place_or_the_nearest_around_it() -> None:
    subject = replace_places(
        example_subject(""), {("execution", "total"): LinePlace("a.yaml", 7, 3)}
    )
    result = run_checks(subject, [rule_that(broken)])
    assert result.findings[0].spots[0].place == LinePlace("a.yaml", 7, 3)


def replace_places(subject: Subject, places: dict[Path, LinePlace]) -> Subject:
    return Subject(subject.case, subject.forms, PlaceIndex(places))


def test_a_finding_that_another_explains_stands_below_it() -> None:
    def check(subject: Subject) -> Iterator[Finding]:
        yield finding("F101", RATE, explains=(("F102", ("budget", "total")),))

    result = run_checks(example_subject(""), [rule_that(check), rule_that(sound, "F102")])
    assert [(f.code, [b.code for b in f.below]) for f in result.findings] == [("F101", ["F102"])]


def test_explanations_in_a_ring_lose_nothing() -> None:
    def one(subject: Subject) -> Iterator[Finding]:
        yield finding("F101", RATE, explains=(("F102", ("budget", "total")),))

    def other(subject: Subject) -> Iterator[Finding]:
        yield finding("F102", ("budget", "total"), explains=(("F101", RATE),))

    result = run_checks(example_subject(""), [rule_that(one), rule_that(other, "F102")])
    assert [(f.code, [b.code for b in f.below]) for f in result.findings] == [("F102", ["F101"])]


def test_the_same_finding_twice_is_said_once() -> None:
    def twice(subject: Subject) -> Iterator[Finding]:
        yield finding("F101", RATE)
        yield finding("F101", RATE)

    assert len(run_checks(example_subject(""), [rule_that(twice)]).findings) == 1


def test_a_rule_for_other_years_or_forms_does_not_run() -> None:
    later = replace(rule_that(broken), years=(2020, 2025))
    elsewhere = replace(rule_that(broken), forms=frozenset({"other"}))
    result = run_checks(example_subject(""), [later, elsewhere])
    assert (result.findings, result.faults) == ((), ())


def test_prose_that_cannot_be_filled_is_the_author_s_error() -> None:
    with pytest.raises(TemplateError):
        run_checks(example_subject('letter: {closing: ["{{ nothing.here }}"]}'))


def test_rules_say_nothing_on_the_barest_case() -> None:
    bare = example_subject(
        "allocations: null\ngoals: null\ngoal_statement: null\nexplanation: null\nletter: null\n"
        "attachments: null\nbudget: {total: null, central: null, local: null}\n"
        "execution: {total: null, central: null, local: null, other: null}\n"
        "indicators: [{level1: 产出指标, level2: 数量指标, name: 某某某某}]"
    )
    result = run_checks(bare)
    assert result.faults == ()
    assert {f.level for f in result.findings} <= {Level.ERROR, Level.NOTE}
    assert {f.code for f in result.findings} <= {"F215", "F208"}


def test_each_code_belongs_to_one_rule_and_the_table_is_sorted() -> None:
    codes = [rule.code for rule in all_rules()]
    assert codes == sorted(set(codes))
