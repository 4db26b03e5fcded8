"""Which differences can be written back, where, and as what; the others with the reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from govdocs.checks.subject import Subject
from govdocs.comparing.against.difference import Difference, Sort
from govdocs.comparing.against.expected import ExpectedPaper, Stretch
from govdocs.comparing.against.findings import written
from govdocs.comparing.against.texts import stretches_found
from govdocs.comparing.alignment.sequence import Alignment
from govdocs.comparing.naming import value_of
from govdocs.comparing.update.rows import ROW_SORTS, RowEdit, plan_rows
from govdocs.model.quantity import Quantity, read_quantity
from govdocs.place import Path
from govdocs.tags.text import has_tags

BLANK = "空白"
_TITLE: Path = ("letter", "title")
_TAG = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


@dataclass(frozen=True, slots=True)
class Edit:
    """A value of the case file that becomes another text; ``differences`` ask for it."""

    path: Path
    former: str
    latter: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A difference that is not written back, and why in a few words."""

    difference: Difference
    why: str


@dataclass(slots=True)
class Plan:
    """What would be written into the case file, in order, and what not."""

    edits: dict[Path, Edit] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    rows: list[RowEdit] = field(default_factory=list)

    def add(self, path: Path, former: str, latter: str, difference: Difference) -> None:
        """Plan one value; a second wish for another text takes both out."""
        known = self.edits.get(path)
        if known is None:
            self.edits[path] = Edit(path, former, latter, (difference,))
        elif known.latter == latter:
            self.edits[path] = Edit(path, former, latter, (*known.differences, difference))
        else:
            why = f"同一个数据在文件中改成了两样：“{known.latter}”和“{latter}”"
            self.refused += [Refusal(d, why) for d in (*known.differences, difference)]
            del self.edits[path]


def plan_update(
    differences: Sequence[Difference], subject: Subject, paper: ExpectedPaper, laid: Alignment
) -> Plan:
    """Plan how the case would say what the document says."""
    plan = Plan()
    prose: dict[Path, list[Difference]] = {}
    for difference in differences:
        if difference.sort is Sort.VALUE:
            _value(difference, subject, plan)
        elif difference.sort in {Sort.WORDS, Sort.FIGURE, Sort.LOST} and difference.text:
            prose.setdefault(difference.text, []).append(difference)
        elif difference.sort not in ROW_SORTS:
            plan.refused.append(Refusal(difference, _WHY.get(difference.sort, "案卷中没有这一处")))
    for path, found in prose.items():
        _prose(path, found, subject, paper, laid, plan)
    _repeated(plan)
    _shared(plan, subject, paper)
    rows = plan_rows(differences, subject, paper, laid)
    plan.rows = rows.edits
    plan.refused += [Refusal(difference, why) for difference, why in rows.refused]
    return plan


_WHY = {
    Sort.TEXT_GONE: "段落的增减请在案卷中手工改",
    Sort.TEXT_ADDED: "段落的增减请在案卷中手工改",
    Sort.LABEL: "这是模板的文字，请改模板",
    Sort.ROUNDED: "写法不同而可以是同一个数，不写回",
}


def _value(difference: Difference, subject: Subject, plan: Plan) -> None:
    if difference.path == _TITLE:
        _title_line(difference, subject, plan)
        return
    for path in (difference.path, *difference.others):
        if value_of(subject.derived_case, path[:-1]) is None:
            plan.refused.append(Refusal(difference, "案卷中没有这一组，请手工填写"))
            return
        wanted = _field_text(difference, path, subject)
        if wanted is None:
            plan.refused.append(Refusal(difference, "文件中的写法不能直接作为该项数据"))
            return
        stated = value_of(subject.stated, path)
        plan.add(path, "" if stated is None else difference.expected, wanted, difference)


def _title_line(difference: Difference, subject: Subject, plan: Plan) -> None:
    """The title stands in several lines, each a difference of its own; the field holds them all."""
    known = plan.edits.get(_TITLE)
    stated = value_of(subject.stated, _TITLE)
    title = known.latter if known is not None else stated
    former, latter = difference.expected.strip(), difference.actual.strip()
    if (
        not isinstance(title, str)
        or has_tags(title + latter)
        or title.count(former) != 1
        or not latter
    ):
        plan.refused.append(Refusal(difference, "标题请在案卷中手工改"))
        return
    differences = (*(known.differences if known is not None else ()), difference)
    plan.edits[_TITLE] = Edit(_TITLE, str(stated), title.replace(former, latter), differences)


def _field_text(difference: Difference, path: Path, subject: Subject) -> str | None:
    """The text that the field must hold to print what the document says."""
    actual = difference.actual.strip()
    value = value_of(subject.derived_case, path)
    if not actual:
        taken_over = path[-1] == "reported_target"
        return BLANK if taken_over else (None if isinstance(path[-1], int) else "")
    if isinstance(value, Quantity) and difference.expected != value.text:
        unit = difference.expected.removeprefix(value.text)
        if not unit or not difference.expected.startswith(value.text) or not actual.endswith(unit):
            return None
        bare = actual.removesuffix(unit)
        return bare if read_quantity(bare) is not None else None
    if isinstance(value, str) and (has_tags(value) or has_tags(actual)):
        return None
    date = _DATE.fullmatch(actual)
    if date is not None and path[-1] in {"date", "printed_on"}:
        return f"{date[1]}-{int(date[2]):02}-{int(date[3]):02}"
    return actual


def _prose(
    path: Path, found: Sequence[Difference], subject: Subject, paper: ExpectedPaper, laid: Alignment,
    plan: Plan,
) -> None:  # fmt: skip
    """Rewrite one text of the case so that it prints what the document says, its tags kept."""
    source = value_of(subject.stated, path)
    new = None
    if source is None or isinstance(source, str):
        new = _rewritten(path, source or "", subject, paper, laid)
    if new is None:
        plan.refused += [Refusal(d, "这段文字里的标签无法保留，请手工改") for d in found]
        return
    for difference in found:
        plan.add(path, source or "", new, difference)


def _rewritten(
    path: Path, source: str, subject: Subject, paper: ExpectedPaper, laid: Alignment
) -> str | None:
    for expected, actual, stretches in _spots(paper, laid):
        whole = next((s for s in stretches if s.path == path == s.text), None)
        if whole is None:
            continue
        others = [s for s in stretches if s is not whole and not s.prose and s.text != path]
        values = [s for s in stretches if s.text == path and s.path != path]
        bounds = _bounds(expected, actual, whole, others, stretches)
        if bounds is None or has_tags(actual):
            return None
        if "{%" in source or "{#" in source:
            return None
        tags = _TAG.findall(source)
        filled = subject.prose.get(path)
        if not tags:
            return actual[slice(*bounds)].strip() or None
        if filled is None or len(tags) != len(values):
            return None
        where = stretches_found(expected, actual, values)
        made, at = "", bounds[0]
        for tag, stretch in zip(tags, values, strict=True):
            spot = where.get(stretch)
            if spot is None:
                continue  # the sentence no longer tells this value
            if spot[0] < at or spot[1] > bounds[1]:
                return None
            made += actual[at : spot[0]] + tag
            at = spot[1]
        return (made + actual[at : bounds[1]]).strip()
    return None


def _spots(paper: ExpectedPaper, laid: Alignment) -> Iterator[tuple[str, str, tuple[Stretch, ...]]]:
    for pair in laid.pairs:
        if pair.former.paragraph is not None:
            yield pair.former.text, pair.latter.text, paper.stretches.get(pair.former.place, ())
            continue
        latter = {slot.column: slot for slot in pair.latter.slots}
        for slot in pair.former.slots:
            if slot.column in latter:
                stretches = paper.stretches.get(slot.place, ())
                yield slot.text, latter[slot.column].text, stretches


def _bounds(
    expected: str,
    actual: str,
    whole: Stretch,
    others: Sequence[Stretch],
    stretches: Sequence[Stretch],
) -> tuple[int, int] | None:
    """The stretch of the document's paragraph that belongs to the text, number and heading left out."""
    before, after = expected[: whole.start], expected[whole.end :]
    del others
    texts = [s for s in stretches if s.prose and s.path != whole.path]
    if texts and not actual.startswith(before):
        return None  # a run-in heading that was rewritten too
    start = len(before) if actual.startswith(before) else _after_number(before, actual)
    if start is None or not actual.endswith(after):
        return None
    return start, len(actual) - len(after)


def _after_number(before: str, actual: str) -> int | None:
    """Past the number that the order of the paper gives, whichever it is now."""
    found = re.match(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+\.", actual)
    return found.end() if found is not None and len(before) <= 6 else None


def _repeated(plan: Plan) -> None:
    """What attachment 2 takes over needs no text of its own where attachment 1 says the same now."""
    for path in list(plan.edits):
        source = {"reported_name": "name", "reported_target": "target"}.get(str(path[-1]))
        twin = plan.edits.get((*path[:-1], source)) if source else None
        if (
            twin is not None
            and twin.latter == plan.edits[path].latter
            and not plan.edits[path].former
        ):
            plan.edits[twin.path] = Edit(
                twin.path, twin.former, twin.latter,
                (*twin.differences, *plan.edits[path].differences),
            )  # fmt: skip
            del plan.edits[path]


def _shared(plan: Plan, subject: Subject, paper: ExpectedPaper) -> None:
    """Take out a value that the document still prints elsewhere as it was: one field holds one text."""
    printed: Counter[Path] = Counter()
    for stretches in paper.stretches.values():
        for stretch in stretches:
            if not (stretch.silent or stretch.prose):
                printed.update(written(path, subject) for path in (stretch.path, *stretch.others))
    for path in list(plan.edits):
        edit = plan.edits[path]
        asked = sum(1 for d in edit.differences if d.sort is Sort.VALUE)
        left = printed[path] - asked
        if asked and left > 0 and path != _TITLE:
            del plan.edits[path]
            why = f"这项数据在文件中另有 {left} 处没有改，请先改一致"
            plan.refused += [Refusal(difference, why) for difference in edit.differences]


def texts_of(plan: Plan) -> Mapping[Path, str]:
    """The new text of every planned field."""
    return {path: edit.latter for path, edit in plan.edits.items()}
