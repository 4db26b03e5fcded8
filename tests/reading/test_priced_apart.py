"""Prices and quantities of the prose whose amount stands in a row, or in another paragraph."""

from __future__ import annotations

import pytest

from govdocs.checks.document.engine import check_document
from govdocs.checks.document.registry import document_rules
from govdocs.checks.document.subject import DocumentSubject
from tests.reading.papers import read

RULE = tuple(rule for rule in document_rules() if rule.code == "F616")

TABLE = "|项目|预算数（万元）|支出数（万元）|\n|水稻统防统治|320.00|318.60|\n|晚稻集中育秧|452.00|446.40|\n|合计|772.00|765.00|\n"
SLIPS = {
    "a quantity and the row of its name": (
        TABLE + "晚稻集中育秧按每亩60元补助，补助面积{}万亩。", "7.44", "7.84",
    ),
    "a mean and the row of its name": (
        "|科目|决算数（万元）|\n|公务接待费|8.74|\n|公务用车运行费|12.30|\n|合计|21.04|\n公务接待72批次、915人次，人均{}元。",
        "95.52", "98.52",
    ),
    "a price and the amount of another paragraph": (
        "从方向看，国有天然林管护补助83,421.60万元，退耕还林补助6,120.40万元。\n\n国有天然林管护面积{}万亩，按每亩12元补助。",
        "6951.8", "6051.8",
    ),
}  # fmt: skip
SOUND = [
    TABLE + "晚稻集中育秧按每亩60元补助，计划面积7.50万亩。",
    TABLE + "水稻统防统治每亩补助20元，防治面积15.93万亩，其中统一采购药剂。",
    "公务接待费8.74万元。接待72批次、915人次，人均标准不超过120元。",
    "国有天然林管护补助83,421.60万元，含以前年度结转。\n\n国有天然林管护面积5126.4万亩，按每亩12元补助。",
]


def told(text: str) -> list[str]:
    found = check_document(DocumentSubject(read(text)), RULE)
    assert found.faults == ()
    return [finding.variant for finding in found.findings]


@pytest.mark.parametrize("name", SLIPS)
def test_a_quantity_that_its_price_does_not_bring_to_the_amount_of_its_name_is_told(
    name: str,
) -> None:
    text, right, wrong = SLIPS[name]
    assert told(text.format(right)) == []
    assert told(text.format(wrong)) == ["priced"]


@pytest.mark.parametrize("text", SOUND)
def test_amounts_that_hold_more_than_the_price_makes_stay_silent(text: str) -> None:
    assert told(text) == []
