"""One slip, one message: what follows from it stands below it."""

from typing import Any

import pytest

from govdocs.checks.engine import run_checks
from govdocs.checks.example import laid_over
from tests.checks.cases import corrected_data, paths_of, subject_of

Message = tuple[str, str, list[str]]


def messages(piece: dict[str, Any]) -> list[Message]:
    data = laid_over(corrected_data(), piece)
    result = run_checks(subject_of(data))
    return [
        (f.code, paths_of(f)[0], [b.code for b in f.below])
        for f in result.findings
        if f.code[1] != "5"
    ]


def allocations(amount: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [dict(row) for row in corrected_data()["allocations"]]
    rows[0]["amount"] = amount
    return rows


SLIPS: list[tuple[dict[str, Any], list[Message]]] = [
    ({"allocations": allocations("570")}, [("F106", "allocations[0].amount", ["F107"])]),
    ({"fund": {"issued": "17395"}}, [("F110", "fund.issued", ["F107"])]),
    ({"budget": {"central": "17395"}}, [("F110", "budget.central", ["F102"])]),
    (
        {"execution": {"central": {"budget": "17395"}}},
        [("F110", "execution.central.budget", ["F101"])],
    ),
    ({"budget": {"total": "19189.08"}}, [("F102", "budget.total", ["F108"])]),
    ({"execution": {"total": {"rate": "97%"}}}, [("F103", "execution.total.rate", [])]),
]


@pytest.mark.parametrize(("piece", "expected"), SLIPS, ids=[e[0][1] for _, e in SLIPS])
def test_one_changed_amount_is_one_message(piece: dict[str, Any], expected: list[Message]) -> None:
    assert messages(piece) == expected
