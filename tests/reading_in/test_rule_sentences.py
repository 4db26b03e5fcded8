"""Printed rules: typed where their parts print the sentence again, kept word for word otherwise."""

from __future__ import annotations

import pytest

from govdocs.forms.catalogue import form_sets
from govdocs.forms.form_set import FormSet
from govdocs.reading_in.evaluation.rule_sentence import read_rule


def forms() -> FormSet:
    return next(one for one in form_sets() if one.kind == "重点绩效评价")


@pytest.mark.parametrize(
    ("sentence", "weight", "kind"),
    [
        ("①有制度，得 1分；②执行有效，得2分。", "3", "逐条得分"),
        ("①未进行核算，扣 2分；②存在挪用，扣2分", "4", "逐条扣分"),
        ("准确率为 100%得满分，每减少 1%扣权重分的 5%，扣完为止", "3", "每减扣分"),
        ("规范计满分，每发现一处不规范的情况扣 1分，扣完为止", "3", "每处扣分"),
        ("明显得满分，一般得2分，没有不得分。", "5", "按评语得分"),
    ],
)
def test_a_sentence_of_the_forms_wording_is_typed_whatever_its_spaces_and_last_stop(
    sentence: str, weight: str, kind: str
) -> None:
    assert read_rule(sentence, "指标", weight, forms())["kind"] == kind


@pytest.mark.parametrize(
    ("sentence", "weight"),
    [
        ("制度健全得2分，执行有效得3分。", "5"),  # parts that add up are no verdicts
        ("①有制度，得1分；②执行有效，得2分。", "5"),  # clauses that do not make the weight
        ("到位率100%得满分，其余酌情评定。", "5"),
        ("按季度支出的得2分，拖延的酌情扣分。", "2"),
        ("{{ x }}计满分，每发现{% y %}扣1分，扣完为止", "abc"),
    ],
)
def test_any_other_sentence_stays_as_it_is(sentence: str, weight: str) -> None:
    rule = read_rule(sentence, "指标", weight, forms())
    assert rule == {"kind": "照录原文", "sentence": sentence}
