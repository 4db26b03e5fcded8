"""Tables that list things: payments, fund sources, goals, tariffs; rows by the fields of their heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from govdocs.reading import Cell, Table
from govdocs.reading.tables.rows import RowKind, kind_of
from govdocs.reading_in.evaluation.heads import Head, head_of

PAYMENTS: Mapping[str, str] = {
    "number": r"序号|编号",
    "name": r"(?:[一-龥]{0,4}企业|项目单位|受补贴?(?:单位|企业)|(?:申报|收款|受益|补贴|补助|奖补|实施)(?:单位|企业|对象))(?:名称|全称)?|单位名称|单位",
    "allocated": r"(?:分配|安排|应拨付?|核定|下达|计划|批复|应补)(?:补贴|补助|奖补)?(?:资金|金额|数额|数)|(?:补贴|补助|奖补)(?:资金|金额)",
    "paid": r"(?:已|实际|累计|实)(?:拨付?|支付|发放|到账|补)(?:资金|金额|数额|数)?|(?:拨付|支付|发放|到账)(?:资金|金额)",
}  # fmt: skip
SOURCES: Mapping[str, str] = {
    "number": r"序号|编号",
    "name": r"资金(?:来源|性质|渠道|类别)|来源|预算来源",
    "document": r"(?:指标|资金|下达|拨款)?(?:文号|文件|文件号|依据|文件依据)",
    "arrived": r"(?:实际)?到位(?:资金|金额|数)",
    "spent": r"(?:实际)?(?:支出|执行|使用)(?:资金|金额|数)",
    "amount": r"金额|(?:预算|安排|下达|计划|批复)(?:资金|金额|数|安排)|资金(?:规模|金额|数额)",
}  # fmt: skip
GOALS: Mapping[str, str] = {
    "number": r"序号|编号",
    "level": r"一级指标|二级指标|指标?类(?:别|型)|指标性质",
    "name": r"三级指标|指标(?:名称|内容)|(?:绩效)?(?:目标|指标)(?:内容|名称)?",
    "target": r"(?:年度|预期|绩效|计划|全年|年初)?(?:指标|目标|计划)值|年初目标|年度目标",
    "actual": r"(?:全年|年度|指标)?(?:实际)?完成(?:指标)?(?:值|情况|数)|实际(?:指标)?值",
    "reason": r"(?:偏差|未完成)(?:原因|说明).*",
}  # fmt: skip
POLICY: Mapping[str, str] = {
    "number": r"序号|编号",
    "period": r"时段|期间|(?:执行|适用|补贴)(?:时间|期间|时段|期限)",
    "basis": r"(?:政策|文件)?依据",
    "name": r"补贴(?:项目|类别|种类|内容|方向)|项目(?:名称)?",
    "increment": r"(?:超基数|增量|超出)(?:部分)?(?:每美元)?(?:补贴|标准)?(?:标准)?",
    "rate": r"(?:每美元)?补贴(?:标准)?|标准|每美元补贴标准",
    "cap": r"(?:单个企业)?(?:年度)?(?:最高)?(?:上限|限额)|最高补贴",
}  # fmt: skip
ENOUGH: Mapping[str, tuple[frozenset[str], ...]] = {
    "payments": (frozenset({"name", "allocated", "paid"}),),
    "sources": (frozenset({"name", "amount"}),),
    "policy": (frozenset({"period", "name", "rate"}),),
    "goals": (frozenset({"level", "name", "target"}), frozenset({"name", "target", "actual"})),
}
KINDS: Mapping[str, Mapping[str, str]] = {
    "payments": PAYMENTS, "sources": SOURCES, "policy": POLICY, "goals": GOALS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ListedTable:
    """A table that lists things of one kind, with its head."""

    kind: str
    table: Table
    head: Head

    def rows(self) -> Iterator[tuple[RowKind, dict[str, Cell]]]:
        """Every row beneath the head: its kind, its cells by field; blank cells are left out."""
        for at in range(self.head.first, len(self.table.rows)):
            found: dict[str, Cell] = {}
            for name, column in self.head.columns.items():
                cell = self.table.at(at, column)
                if cell is not None and cell.plain:
                    found[name] = cell
            if not found or all(cell.row != at for cell in found.values()):
                continue
            labels = tuple(c for n in ("number", "name", "period", "level") if (c := found.get(n)))
            yield kind_of(labels), found


def listed_table(table: Table) -> ListedTable | None:
    """Tell what a table lists; None where it is none of these."""
    for kind, words in KINDS.items():
        head = head_of(table, words, ENOUGH[kind])
        if head is not None:
            return ListedTable(kind, table, head)
    return None
