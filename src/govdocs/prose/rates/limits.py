"""Actuals above the limit, the whole or the sum at issue that their own sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.prose.figure import ProseFigure, Sort
from govdocs.prose.judgement import Judgement, Sureness
from govdocs.prose.lists import sentence_figures
from govdocs.prose.part_within import part_within
from govdocs.prose.passage import Passage

_WITHIN = re.compile(r"控制在|没有超过|没有突破|未超过|未超出|未突破|不超过")
_LIMIT = re.compile(r"限额|额度|预算|定额|核定|限定|以内|之内|上限")
_MOVES = re.compile(
    r"[由从比较]|上年|去年|压减|下降|降[至到]|减少|增[加长至]|力争|确保|争取|目标|计划|拟|[，；]其中"
)
_AT_ISSUE = re.compile(
    r"(?:涉及|问题|违规|应追回|应收回|应整改|应上缴|应归还)(?:问题)?(?:金额|资金)(?:共|为|达|合计)*$"
)
_MENDED = re.compile(
    r"(?:整改|追回|收回|退回|清退|归还|上缴)(?:到位)?(?:的)?(?:金额|资金)(?:共|为|达|合计)*$"
)
_KINDS_OF_GOOD = ("规范", "有效", "合格", "达标", "按时", "及时", "优质", "健康")


def limits(passage: Passage) -> Iterator[Judgement]:
    """Judge actuals against limits, mended sums against those at issue, the well done against all done."""
    for figures in sentence_figures(passage.reading):
        stated = [f for f in figures if f.sort is Sort.MEASURE and f.unit is not None]
        for at, figure in enumerate(stated):
            for earlier in stated[:at]:
                if earlier.kind == figure.kind and earlier.exact:
                    yield from _pair(passage, earlier, figure, adjacent=stated[at - 1] is earlier)


def _pair(
    passage: Passage, earlier: ProseFigure, figure: ProseFigure, *, adjacent: bool
) -> Iterator[Judgement]:
    folded = passage.reading.folded
    between = folded[earlier.span[1] : figure.span[0]]
    behind = folded[figure.span[1] : figure.span[1] + 6]
    before = _clause(passage, earlier)
    if "分别" in between:
        return  # each of several actuals has its own limit
    if adjacent and _WITHIN.search(between) and _LIMIT.search(between + behind):
        if not _MOVES.search(before + between) and not earlier.is_rate:
            yield part_within(passage, earlier, figure, Sureness.PROVEN)
        return
    mended = _AT_ISSUE.search(before) and _MENDED.search(_clause(passage, figure))
    well_done = adjacent and _well_done(before, between, folded[figure.span[1] :])
    if figure.exact and (mended or well_done):
        yield part_within(passage, figure, earlier, Sureness.LIKELY)


def _clause(passage: Passage, figure: ProseFigure) -> str:
    start = passage.reading.layout.clause_starts[figure.clause]
    return passage.reading.folded[start : figure.span[0]].strip()


def _well_done(before: str, between: str, behind: str) -> bool:
    """管理患者14860人, 规范管理12185人, 规范管理率82%: the same act, well done, with its rate."""
    words = re.sub(r"^[^，]*[，]|[^一-龥]", "", between)
    found = next((good for good in _KINDS_OF_GOOD if words.startswith(good)), "")
    act = words.removeprefix(found)
    if not found or len(act) < 2 or act not in before:
        return False
    return re.match(rf"[^，。；]{{0,4}}[，、（(]{re.escape(words)}率", behind) is not None
