"""满意度调查: questions and counts from annex 2 or a table of answers, weights only where they are proven."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from govdocs.model.interval import quotient, rounded
from govdocs.place import Place
from govdocs.reading import Block, FinishedDocument, Paragraph, Table
from govdocs.reading_in.evaluation.answers import Asked, answers_of, tabled_questions
from govdocs.reading_in.evaluation.heads import head_of
from govdocs.reading_in.evaluation.scales import SCALES
from govdocs.reading_in.placed import Gathered, Placed, PlacedTree

_ABOUT = re.compile(
    r"(?P<title>[^，。；]{2,60}?问卷[^，。；]{0,6}?)面向(?P<respondents>[^，。；\d]{1,30})发放(?P<sent>\d{1,9})份，收回有效问卷(?P<valid>\d{1,9})份(?:，总体满意度为(?P<rate>[\d.]+[%％]))?"
)
_SENT = re.compile(
    r"(?:向(?P<respondents>[^，。；\d]{2,20}?))?(?:共|累计|实际)?(?:发放|发出)(?:调查|满意度)*问卷(?:共)?(?P<sent>\d{1,9})份[，,；、][^。；]{0,14}?(?:收回|回收)[^。；\d]{0,10}?(?:有效)?(?:调查)?问卷(?:共)?(?P<valid>\d{1,9})份"
)
_EFFECTIVE = re.compile(r"有效问卷(?P<valid>\d{1,9})份")
_OVERALL = re.compile(
    r"(?:总体|综合|平均)满意(?:度|率)(?:为|达到|达|是)?(?P<rate>\d+(?:\.\d+)?[%％])"
)
_TITLED = re.compile(r"(?P<title>[^。；，]{2,50}(?:问卷|调查表))")
DEFAULT_TITLE = "各项满意度"
"""What the annex calls the table of items where the case gives it no title."""
USUAL_DECIMALS = 2
_BESIDE = 30
"""Characters beside what was read: a paragraph that says more than this is listed as left over."""
_CHOICES = {"number": r"序号", "option": r"选项", "count": r"份数", "share": r"占比"}
_ITEMS = {"number": r"序号", "name": r"(?:调查)?(?:项目|内容|指标)|分项", "base": r"有效(?:答卷|问卷|份数)|样本(?:数|量)", "rate": r"满意(?:度|率)"}  # fmt: skip


def read_survey(document: FinishedDocument, gathered: Gathered) -> None:
    """Read the survey of a document into ``survey``, where it holds one."""
    blocks = [b for b in document.blocks if not isinstance(b, Paragraph) or b.full.strip()]
    asked = answers_of(blocks) or tabled_questions(blocks)
    if not asked:
        return
    survey: dict[str, PlacedTree] = {}
    gathered.taken |= _about(blocks, survey)
    items = _items(blocks, gathered)
    _name_items(asked, items)
    _choices(blocks, asked, gathered)
    _skips(asked, survey)
    weights = _weights(asked, survey.get("stated"))
    if weights:
        survey["weights"] = [
            {"answer": Placed(word), "weight": Placed(str(points), None, "由所印的满意度推得")}
            for word, points in weights.items()
        ]
    printed = next((q.rate.text for q in asked if q.rate is not None), "")
    decimals = len(printed.rstrip("%％").partition(".")[2]) if printed else USUAL_DECIMALS
    if decimals != USUAL_DECIMALS:
        survey["decimals"] = Placed(str(decimals), None, "按所印的满意度")
    for question in asked:
        if question.counts and not weights:
            question.stated = question.rate
    survey["questions"] = [question.tree(decimals) for question in asked]
    overall = survey.pop("stated", None)
    if isinstance(overall, Placed) and overall.text != _overall(asked, weights, decimals):
        survey["stated"] = overall
    gathered.tree.setdefault("survey", survey)
    gathered.taken |= {place for question in asked for place in question.places if place}


def _about(blocks: Sequence[Block], survey: dict[str, PlacedTree]) -> set[Place]:
    """Who was asked, how many forms went out and came back; return what says nothing else."""
    taken: set[Place] = set()
    for block in blocks:
        if isinstance(block, Table):
            continue
        text = block.full.strip()
        found = _ABOUT.search(text) or _SENT.search(text)
        if found is not None:
            for key in ("title", "respondents", "sent", "valid"):
                words = found.groupdict().get(key)
                if words:
                    survey.setdefault(key, Placed(words, block.place))
            later = _EFFECTIVE.search(text)
            if later is not None:
                survey["valid"] = Placed(later["valid"], block.place)
        rate = _OVERALL.search(text)
        if rate is not None:
            survey.setdefault("stated", Placed(rate["rate"], block.place))
        if "title" not in survey and (titled := _TITLED.fullmatch(text)) is not None:
            survey["title"] = Placed(titled["title"], block.place)
            taken.add(block.place)
        if found is not None and len(text) <= len(found.group()) + _BESIDE:
            taken.add(block.place)
    return taken


def _items(blocks: Sequence[Block], gathered: Gathered) -> list[tuple[Placed, str, Placed]]:
    """附表: the items that count, each with its base and satisfaction."""
    for block in blocks:
        if not isinstance(block, Table):
            continue
        head = head_of(block, _ITEMS, (frozenset({"name", "base", "rate"}),))
        if head is None:
            continue
        rows: list[tuple[Placed, str, Placed]] = []
        for at in range(head.first, len(block.rows)):
            cells = {k: c for k, column in head.columns.items() if (c := block.at(at, column))}
            gathered.taken |= {cell.place for cell in cells.values()}
            base = cells.get("base")
            if base is not None and re.fullmatch(r"\d+", base.plain):
                name, rate = cells["name"], cells["rate"]
                rows.append(
                    (Placed(name.plain, name.place), base.plain, Placed(rate.plain, rate.place))
                )
        gathered.taken |= {c.place for c in block.cells() if id(c) in head.cells}
        if block.caption is not None and block.title not in {"", DEFAULT_TITLE}:
            title = Placed(block.title, block.caption.place)
            gathered.tree["tables"] = [{"name": Placed("survey"), "title": title}]
            gathered.taken.add(block.caption.place)
        return rows
    return []


def _name_items(asked: Sequence[Asked], items: Sequence[tuple[Placed, str, Placed]]) -> None:
    """Give the questions that count their short names: as many as items, in order, base by base."""
    words = {word for scale in SCALES for word, _ in scale}
    graded = [q for q in asked if q.options and all(text in words for text, _, _ in q.options)]
    if not items:
        for question in graded:
            question.counts = True
            question.name = question.name or question.text
        return
    if len(graded) != len(items) or any(
        str(q.base) != base for q, (_, base, _) in zip(graded, items, strict=True)
    ):
        return
    for question, (name, _, rate) in zip(graded, items, strict=True):
        question.counts, question.name, question.rate = True, name, rate


def _choices(blocks: Sequence[Block], asked: Sequence[Asked], gathered: Gathered) -> None:
    """The table behind a question of several ticks: its title is the question's short name."""
    for block in blocks:
        if not isinstance(block, Table):
            continue
        head = head_of(block, _CHOICES, (frozenset({"option", "count"}),))
        if head is None:
            continue
        rows = {
            (option.plain, count.plain)
            for at in range(head.first, len(block.rows))
            if (option := block.at(at, head.columns["option"]))
            and (count := block.at(at, head.columns["count"]))
        }
        for question in asked:
            own = {("".join(text.split()), str(count)) for text, count, _ in question.options}
            if not question.multiple or not own <= rows:
                continue
            gathered.taken |= {cell.place for cell in block.cells()}
            if block.caption is not None:
                gathered.taken.add(block.caption.place)
                told = block.title.removesuffix("（可多选）")
                if question.name is None and told and told != question.text.text:
                    question.name = Placed(block.title, block.caption.place)
            break


def _skips(asked: Sequence[Asked], survey: dict[str, PlacedTree]) -> None:
    """Skip logic: a smaller base that one earlier question's answers give, its 没有… left out."""
    valid = survey.get("valid")
    whole = int(valid.text) if isinstance(valid, Placed) else None
    if whole is None:
        return
    for at, question in enumerate(asked):
        if question.base == whole and not question.free:
            question.implied = True  # left out, it is all of them
        if question.base in {whole, -1} or question.free:
            continue
        deciding = [
            earlier for earlier in asked[:at]
            if earlier.base == whole and earlier.goes_on() == question.base and not earlier.multiple
        ]  # fmt: skip
        if len(deciding) != 1:
            continue
        before = deciding[0]
        if before.name is None:
            before.name = Placed(before.text.text.rstrip("？?")[:20], before.text.place)
        before.decides = True
        question.asked_after = before.name.text
        question.implied = True


def _weights(asked: Sequence[Asked], overall: PlacedTree | None) -> dict[str, int]:
    """The first usual scale that gives every printed satisfaction, for the answers that were given.

    Where no item has a satisfaction of its own, the printed mean of all of them must come out.
    """
    counted = [q for q in asked if q.counts and q.rate is not None]
    whole = overall.text if isinstance(overall, Placed) else ""
    if not counted and not whole:
        return {}
    given = [text for q in asked if q.counts for text, _, _ in q.options]
    decimals = len(whole.rstrip("%％").partition(".")[2])
    for scale in SCALES:
        weights = dict(scale)
        if not given or not all(text in weights for text in given):
            continue
        by_whole = counted or _overall(asked, weights, decimals) == whole
        if by_whole and all(_rate_of(q, weights) == q.rate.text for q in counted if q.rate):
            return {word: points for word, points in scale if word in given}
    return {}


def _exact(question: Asked, weights: dict[str, int]) -> Decimal:
    total = sum((Decimal(weights[text]) * count for text, count, _ in question.options), Decimal(0))
    return quotient(total, Decimal(sum(count for _, count, _ in question.options)))


def _rate_of(question: Asked, weights: dict[str, int]) -> str:
    printed = question.rate.text if question.rate else ""
    decimals = len(printed.rstrip("%％").partition(".")[2])
    return f"{rounded(_exact(question, weights), decimals):f}%"


def _overall(asked: Sequence[Asked], weights: dict[str, int], decimals: int) -> str:
    counted = [q for q in asked if q.counts]
    if not weights or not counted:
        return ""
    mean = quotient(sum((_exact(q, weights) for q in counted), Decimal(0)), Decimal(len(counted)))
    return f"{rounded(mean, decimals):f}%"
