"""A stock from its beginning to its end, all that came and went told between, in one sentence or in several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from govdocs.model.interval import Interval
from govdocs.prose.figure import Role
from govdocs.prose.reckoning.hypothesis import Hypothesis
from govdocs.prose.reckoning.reach import is_amount, kin
from govdocs.prose.told import Story, Told
from govdocs.prose.words.accounts_of_figures import of_other_accounts

_OPENING = re.compile(
    r"(?:(?:上年|上期|年初|期初|月初|上月|去年|20\d\d *年)(?:年?末|底|初)?)[^，。；\d]{0,12}(?:结余|结转|结存|余额|在[册岗职校管建库保园]|库存|存量|滚存|保有|实有|存栏)[^，。；\d]{0,8}$"
    r"|(?:年初|期初)[^，。；\d]{0,6}$"
)
_CLOSING = re.compile(
    r"(?:期末|年末|年底|年终|月末|季末|当前|目前|现有|现|20\d\d *年末|20\d\d *年底|截至[^，。；]{2,12})[^，。；\d]{0,10}(?:结余|结转|结存|余额|在[册岗职校管建库保园]|库存|存量|滚存|保有|实有|存栏)[^，。；\d]{0,8}$"
    r"|(?:结转|结余)(?:至)?(?:下年|次年|以后年度|下一?年度?)[^，。；\d]{0,8}$"
    r"|^(?:[，、：]|其中)*(?:年末|期末)(?:数|为|达|有)*$"
)
_IN = re.compile(
    r"(?:收入|拨入|转入|调入|到位|下达|增加|新增|纳入|新招|入库|购入|购置|收到|收取|拨款|补助|贷方|入账|借入|发行|新录用|招聘|新认定|接收|登记|补聘|增补|补充|补录|选聘|聘用|归集|流入)[^，。；\d]{0,8}$"
)
_OUT = re.compile(
    r"(?:支出|支付|减少|退出|转出|调出|使用|拨付|核减|出库|领用|发放|偿还|还本|归还|化解|报废|处置|核销|上缴|注销|死亡|退休|离职|调离|迁出|兑付|结算|提取|分配|列支|退出|解聘|辞退|离任|流出|动用|支用|划出)[^，。；\d]{0,8}$"
)
_NOT_PLAIN = re.compile(r"其中|[比较同](?:上|去|年|期)|占|预算数|计划|目标|累计|同比|[应未拟]|含")
_KEPT = re.compile(r"基金|周转金|准备金|风险金|公积")
"""What is kept for later: money set aside comes in, money taken up goes out."""
_SET_ASIDE = re.compile(r"(?:安排|补充|计提|提取|筹集|注入)[^，。；\d]{0,8}$")
_FAR = 1
_MOST = 12
_FEWEST = 2
_SURE = 0.1


def running_stocks(story: Story) -> Iterator[Sequence[Hypothesis]]:
    """Every closing stock with its opening, where all amounts of its kind between say in or out."""
    for paragraph in story.told:
        for target in paragraph:
            if (
                not is_amount(target) or target.figure.depth or target.figure.role is Role.DIFFERENCE
                or not _CLOSING.search(target.words) or _NOT_PLAIN.search(target.words)
            ):  # fmt: skip
                continue
            reading = _account(story, target)
            if reading is not None:
                yield [reading]


def _account(story: Story, target: Told) -> Hypothesis | None:
    items: list[Told] = []
    signs: list[int] = []
    unsigned: list[int] = []
    near = [t for t in story.before(target, _FAR) if t.figure.kind == target.figure.kind]
    for told in near[:_MOST]:
        if told.figure.depth and not target.figure.depth:
            continue
        if not is_amount(told) or not kin(told.figure, target.figure):
            return None
        if of_other_accounts(told.cited, target.cited):
            return None
        if _is_listed(told, target):
            continue
        if _OPENING.search(told.words):
            is_kept = _KEPT.search(told.words) is not None
            for at in unsigned:
                signs[at] = 1 if is_kept else 0
            if len(items) < _FEWEST or not {1, -1} <= set(signs) or 0 in signs:
                return None
            items.append(told)
            signs.append(1)
            items.reverse()
            signs.reverse()
            return Hypothesis(
                target, tuple(items), partial(_sum, signs=tuple(signs)), _SURE,
                partial(_shown, signs=tuple(signs)),
            )  # fmt: skip
        if _NOT_PLAIN.search(told.words):
            return None
        sign = _sign(told)
        if not sign and not _SET_ASIDE.search(told.words):
            return None
        if _SET_ASIDE.search(told.words):
            unsigned.append(len(items))
        items.append(told)
        signs.append(sign)
    return None


def _is_listed(told: Told, target: Told) -> bool:
    """Tell whether a figure only divides one before it: 退出46名，其中去世4名、解聘6名；补聘46名."""
    reading = told.passage.reading
    start, end = reading.layout.sentence_span(told.figure.sentence)
    if told.number == target.number:
        end = min(end, target.figure.span[0])
    mark = reading.folded.rfind("其中", start, told.figure.span[0])
    closed = re.compile(r"[；;]").search(reading.folded, mark, end) if mark >= 0 else None
    return closed is not None and closed.start() > told.figure.span[0]


def _sign(told: Told) -> int:
    """1 for what came in, -1 for what went out, by the last word that says so."""
    came, went = _IN.search(told.words), _OUT.search(told.words)
    if came is None or went is None:
        return 1 if came else -1 if went else 0
    return 1 if came.start() > went.start() else -1


def _sum(values: Sequence[Interval], *, signs: tuple[int, ...]) -> Interval | None:
    gone = [v for v, sign in zip(values, signs, strict=True) if sign < 0]
    come = Interval.total(v for v, sign in zip(values, signs, strict=True) if sign > 0)
    return come.minus(Interval.total(gone))


def _shown(texts: Sequence[str], *, signs: tuple[int, ...]) -> str:
    line = texts[0]
    for text, sign in zip(texts[1:], signs[1:], strict=True):
        line += ("＋" if sign > 0 else "－") + text
    return line
