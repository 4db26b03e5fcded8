"""Growth between two figures whose unit is not in the list of units: 36微克/立方米，较上年的40微克/立方米下降10%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.percentages.quotients import growth_of
from govdocs.prose.told import Told

_NUMBER = r"(?P<{}>\d[\d,]*(?:\.\d+)?)"
_UNIT = r"(?P<unit> *[一-龥A-Za-z/·²³㎡‰]{1,12}?)"
_CHANGE = r"(?:增长|上升|提高|增加|上涨|下降|降低|减少|改善|缩短)(?:了|约)?$"
_THAN = re.compile(
    _NUMBER.format("now") + _UNIT + r"[，,、]? *(?:同比)?(?:比|较)[^，。；（）]{0,14}?"
    + _NUMBER.format("then") + r"(?P=unit)[，,]? *(?:相比)?[，,]? *(?:同比)?" + _CHANGE
)  # fmt: skip
_FROM_TO = re.compile(
    r"(?:由|从)[^，。；（）]{0,14}?" + _NUMBER.format("then") + _UNIT
    + r"[，,]? *(?:增长|上升|提高|增加|上涨|下降|降低|减少|降|升|增|改善)?(?:到|至|为)[^，。；（）\d]{0,8}?"
    + _NUMBER.format("now") + r"(?P=unit)[，,] *(?:同比)?" + _CHANGE
)  # fmt: skip
_WINDOW = 80


def grown_in_any_unit(target: Told) -> Iterator[Hypothesis]:
    """From the one figure to the other, where the same signs stand behind both and no unit is known for them."""
    if target.figure.role is not Role.GROWTH:
        return
    reading = target.passage.reading
    start, _ = reading.layout.sentence_span(target.figure.sentence)
    end = target.figure.span[0]
    floor = max(start, end - _WINDOW)
    words = reading.folded[floor:end].replace("(", "（").replace(")", "）")
    for pattern in (_THAN, _FROM_TO):
        found = pattern.search(words)
        if found is None:
            continue
        now, then = (_at(target, floor + found.start(name)) for name in ("now", "then"))
        if now is not None and then is not None:
            yield growth_of(target, now, then, 0.02)
            return


def _at(target: Told, at: int) -> Told | None:
    figure = next((f for f in target.passage.reading.measures if f.span[0] == at), None)
    if figure is None or figure.unit is not None or not figure.exact:
        return None
    return Told(target.passage, figure, "", target.number)
