"""What a paper prints twice in the same words has the same figures; one digit between the copies is told."""

from __future__ import annotations

import pytest

from govdocs.checks.document.engine import check_document
from govdocs.checks.document.registry import document_rules
from govdocs.checks.document.subject import DocumentSubject
from tests.reading.papers import read

SAME = tuple(rule for rule in document_rules() if rule.code == "F507")


def told(text: str) -> list[str]:
    found = check_document(DocumentSubject(read(text)), SAME)
    assert found.faults == ()
    return [finding.actual for finding in found.findings]


COPIED = (
    "一、执行情况\n"
    "按照分配表全年补贴516.7万元，年底结余196.7万元未拨付，至次年六月仍余恒远公司尾款10万元没有付清，拨付偏慢。\n"
    "二、问题\n"
    "按照分配表全年补贴516.7万元，年底结余196.7万元未拨付，至次年六月仍余恒远公司尾款{}万元没有付清。"
)


def test_a_copied_sentence_with_another_figure_is_told() -> None:
    assert told(COPIED.format("10")) == []
    assert told(COPIED.format("40")) == ["40万元"]


@pytest.mark.parametrize(
    "text",
    [
        "一、东河县\n全年应到位的各级财政补助资金已经全部足额到位，涉及困难群众共计312户。\n"
        "二、西山县\n全年应到位的各级财政补助资金已经全部足额到位，涉及困难群众共计319户。",
        "一、问卷\n本题共收集到有效答题26份。\n二、访谈\n本题共收集到有效答题25份。",
        "|县|说明|\n|东河县|补助资金已经按照进度要求全部足额拨付到位，惠及群众312户|\n"
        "|西山县|补助资金已经按照进度要求全部足额拨付到位，惠及群众319户|",
    ],
)  # fmt: skip
def test_the_same_words_of_other_things_are_left(text: str) -> None:
    assert told(text) == []
