from __future__ import annotations

from dataclasses import replace

from govdocs.finding import CheckResult
from govdocs.reporting.report import Counts, counts, exit_code

from . import samples


def test_nothing_open_is_0() -> None:
    assert exit_code(CheckResult(())) == 0
    assert exit_code(CheckResult((samples.CLAIM, samples.NAMES))) == 0


def test_an_open_error_is_1() -> None:
    assert exit_code(CheckResult((samples.CLAIM, samples.RATE))) == 1


def test_an_accepted_error_is_not_open() -> None:
    accepted = replace(samples.RATE, accepted=samples.NAMES.accepted)
    assert exit_code(CheckResult((accepted,))) == 0


def test_a_broken_rule_is_3_whatever_else_was_found() -> None:
    assert exit_code(CheckResult((samples.RATE,), (samples.FAULT,))) == 3


def test_one_bad_target_among_several_decides() -> None:
    assert exit_code(CheckResult(()), CheckResult((samples.RATE,))) == 1


def test_a_finding_counts_once_with_all_beneath_it() -> None:
    assert counts([samples.RESULT]) == Counts(errors=2, warnings=1, notes=2, accepted=1)
