"""Places of a finding named as a reader of the paper names them: 附件2“年度资金总额”执行率."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, get_args, get_origin

from govdocs.checks.evaluation_labels import evaluation_label, group_words
from govdocs.finding import Spot
from govdocs.model.any_case import AnyCase
from govdocs.model.attachment import GoalStatement
from govdocs.model.case import Case
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.fields import Model
from govdocs.model.fund import Fund
from govdocs.model.letter import Letter
from govdocs.model.money import Budget, Execution, ExecutionRow
from govdocs.model.quantity import Quantity
from govdocs.place import Path
from govdocs.tags.context import bare_type


def value_at(case: AnyCase, path: Path) -> Any:
    """Return what stands at ``path``; None for a blank and where nothing is."""
    here: Any = case
    for step in path:
        if here is None:
            return None
        if isinstance(step, int):
            here = here[step] if step < len(here) else None
        elif isinstance(here, Mapping):
            here = here.get(step)
        else:
            here = getattr(here, step, None)
    return here


def shown(value: Any) -> str:
    """Print a value as it stands on paper; a blank is empty, and so is a group of fields."""
    if value is None:
        return ""
    if isinstance(value, Quantity):
        return value.text
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, str):
        return value
    if isinstance(value, Model):
        return ""
    if isinstance(value, Sequence):
        return "、".join(text for item in value if (text := shown(item)))
    return str(value)


def spot_at(case: AnyCase, *path: str | int, span: tuple[int, int] | None = None) -> Spot:
    """Make the spot of one value of ``case``: its label and what it shows."""
    value = value_at(case, path)
    words = shown(value)
    if not words and isinstance(case, EvaluationCase) and value:
        words = group_words(value)
    return Spot(path, label_of(case, path), words, span)


_PRINTED_FROM = {"reported_target": "target", "reported_name": "name"}


def mendable(stated: AnyCase, spot: Spot) -> Spot:
    """Point a spot on what attachment 2 took over from attachment 1 at the value that was written.

    ``stated`` is the case without derived values; the label and what is shown stay.
    """
    source = _PRINTED_FROM.get(str(spot.path[-1]))
    if source is None or spot.path[0] != "indicators" or value_at(stated, spot.path) is not None:
        return spot
    written = (*spot.path[:-1], source)
    return spot if value_at(stated, written) is None else replace(spot, path=written)


def label_of(case: AnyCase, path: Path) -> str:
    """Name the value at ``path`` in the words of the paper."""
    if isinstance(case, EvaluationCase):
        return evaluation_label(case, path)
    top, rest = path[0], path[1:]
    namer = _NAMERS.get(str(top))
    return namer(case, rest) if namer else titles(Case, path)


def titles(model: type[Model], path: Path) -> str:
    """Put the Chinese titles of the fields along ``path`` together."""
    words: list[str] = []
    group: type[Model] | None = model
    for step in path:
        if isinstance(step, int):
            words.append(f"第{step + 1}项")
        elif group is not None and step in group.model_fields:
            info = group.model_fields[step]
            words.append(info.title or step)
            group = _group(info.annotation)
        else:
            words.append(step)
            group = None
    return "".join(words)


def _group(annotation: Any) -> type[Model] | None:
    inner = bare_type(annotation)
    if get_origin(inner) is tuple:
        inner = bare_type(get_args(inner)[0])
    return inner if isinstance(inner, type) and issubclass(inner, Model) else None


def _fund(_case: Case, rest: Path) -> str:
    return titles(Fund, rest)


def _budget(_case: Case, rest: Path) -> str:
    return f"附件1“{titles(Budget, rest)}”" if rest else "附件1预算金额"


def _execution(_case: Case, rest: Path) -> str:
    row = (
        f"附件2“{titles(Execution, rest[:1]).removeprefix('其中：')}”" if rest else "附件2项目资金"
    )
    return row + (titles(ExecutionRow, rest[1:]) if len(rest) > 1 else "")


def _allocation(case: Case, rest: Path) -> str:
    if not rest:
        return "资金分配"
    row = case.allocations[int(rest[0])]
    label = f"“{row.name}”"
    if len(rest) > 2 and rest[1] == "parts":
        label += f"中的“{row.parts[int(rest[2])].name}”"
    return label + ("额度" if rest[-1] == "amount" else "")


_OF_FIRST = {"name": "名称", "target": "指标值"}
_OF_SECOND = {
    "reported_name": "名称",
    "reported_target": "年度指标值",
    "actual": "全年完成值",
    "reason": "未完成原因和措施",
    "weight": "分值",
    "score": "得分",
}


def _indicator(case: Case, rest: Path) -> str:
    if not rest:
        return "绩效指标"
    row = case.indicators[int(rest[0])]
    field = str(rest[1]) if len(rest) > 1 else ""
    if field in _OF_SECOND:
        name = row.reported_name or row.name
        return f"附件2“{name}”{_OF_SECOND[field]}"
    if field in _OF_FIRST:
        return f"附件1“{row.name}”{_OF_FIRST[field]}"
    return f"“{row.name}”" + (titles(type(row), (field,)) if field else "行")


def _fact(case: Case, rest: Path) -> str:
    if not rest:
        return "正文数据"
    row = case.facts[int(rest[0])]
    return f"正文数据“{row.name}”" + titles(type(row), rest[1:])


def _goal(_case: Case, rest: Path) -> str:
    return f"附件1目标{int(rest[0]) + 1}" if rest else "附件1年度目标"


def _attachment(case: Case, rest: Path) -> str:
    if not rest:
        return "附件"
    row = case.attachments[int(rest[0])]
    number = row.number or int(rest[0]) + 1
    if rest[1:] == ("listed_title",):
        return f"正文“附件”说明中的附件{number}名称"
    return f"附件{number}" + (titles(type(row), rest[1:]).removeprefix("附件") if rest[1:] else "")


def _goal_statement(_case: Case, rest: Path) -> str:
    return f"附件2“{titles(GoalStatement, rest)}”" if rest else "附件2年度绩效目标"


def _explanation(_case: Case, rest: Path) -> str:
    if rest and rest[0] == "notes":
        return f"附件2注{int(rest[1]) + 1}" if len(rest) > 1 else "附件2表下注"
    return "附件2“说明”"


def _letter(case: Case, rest: Path) -> str:
    if not rest or case.letter is None:
        return "公文"
    if rest[0] != "sections":
        return f"公文{titles(Letter, rest)}"
    words = ""
    sections = case.letter.sections
    at = 1
    while at < len(rest) and isinstance(rest[at], int):
        section = sections[int(rest[at])]
        words = f"正文“{section.heading.rstrip('。')}”"
        sections = section.sections
        if rest[at + 1 : at + 2] != ("sections",):
            break
        at += 2
    after = rest[at + 1 :]
    if after[:1] == ("paragraphs",) and len(after) > 1:
        return f"{words}部分第{int(after[1]) + 1}段"
    return f"{words}小标题" if after == ("heading",) else words or "正文各部分标题"


_NAMERS = {
    "fund": _fund,
    "budget": _budget,
    "execution": _execution,
    "allocations": _allocation,
    "indicators": _indicator,
    "facts": _fact,
    "goals": _goal,
    "attachments": _attachment,
    "goal_statement": _goal_statement,
    "explanation": _explanation,
    "letter": _letter,
}
