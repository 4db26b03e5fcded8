"""A paragraph is read once, and judged once, however many rules ask for it."""

from collections import Counter

import pytest

import govdocs.prose.passage as passage_room
from govdocs.checks.engine import run_checks
from govdocs.checks.example import example_subject
from govdocs.prose.reading import TextReading, read_text


def test_each_paragraph_is_read_once_for_all_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Counter[str] = Counter()

    def counted(text: str) -> TextReading:
        asked[text] += 1
        return read_text(text)

    monkeypatch.setattr(passage_room, "read_text", counted)
    subject = example_subject("letter: {closing: [全年完成12.5万元，其中甲镇3万元、乙镇4万元。]}")
    assert run_checks(subject).faults == ()
    assert len(asked) > 5
    assert set(asked.values()) == {1}


def test_each_announced_sum_is_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    import govdocs.checks.prose.sums as room

    judged: Counter[str] = Counter()
    real = vars(room)["sums"]

    def counted(passage: passage_room.Passage) -> object:
        judged[passage.text] += 1
        return real(passage)

    monkeypatch.setattr(room, "sums", counted)
    run_checks(example_subject("letter: {closing: [甲镇3万元、乙镇4万元，共计7万元。]}"))
    assert judged["甲镇3万元、乙镇4万元，共计7万元。"] == 1
