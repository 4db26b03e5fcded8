"""A printed scoring rule read back into its parts, taken only where the parts print that sentence again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from govdocs.evaluation.scoring import rule_text
from govdocs.evaluation.scoring.printing import CIRCLED
from govdocs.forms.form_set import FormSet
from govdocs.model.evaluation.indicator import ScoredIndicator
from govdocs.model.evaluation.scoring import Scoring

_N = r"\d+(?:\.\d+)?"
_MARK = re.compile(rf"[{CIRCLED}]|(?<=[；\n])（\d{{1,2}}）")
_CONDITION = re.compile(rf"(?P<text>.+?)，得(?P<points>{_N})分(?P<otherwise>，否则不得分)?", re.S)
_FAULT = re.compile(rf"(?P<text>.+?)，扣(?P<points>{_N})分", re.S)
_GRADE = re.compile(rf"(?P<word>.+?)(?:得(?P<points>{_N})分|(?P<full>得满分)|(?P<none>不得分))")
_STEP = re.compile(
    rf"(?P<about>.*?)(?P<limit>(?:不超过|≥)?{_N}[^；，]*?)(?P<up>（含）以上)?，得(?P<points>{_N})分"
)
_PROPORTION = re.compile(
    r"(?P<about>.+?)(?:达到计划的100%（(?P<target>.+)）|为100%)计满分，未达到的按完成比例计分"
)
_DECREASE = re.compile(
    rf"(?P<about>.+?)(?:为100%|达到(?P<target>.+?))得满分，每减少(?P<per>.+?)扣(?:权重分的(?P<share>.+?)|(?P<points>{_N}分))，扣完为止"
)
_EACH = re.compile(rf"(?P<full>.+?)计满分，每发现(?P<fault>.+)扣(?P<deduct>{_N})分，扣完为止")
_TARGET = re.compile(
    r"(?P<about>.+?)达到指标值（(?P<target>.+)）得满分，未达到的按公式计分，最高不超过权重分"
)
_AROUND_FIGURES = re.compile(r"(?<=[一-龥])[ \u3000]+(?=\d)|(?<=\d)[ \u3000]+(?=[一-龥%])")
_FREE = "，其他情况酌情扣分"  # fmt: skip


def read_rule(sentence: str, name: str, weight: str, forms: FormSet) -> dict[str, Any]:
    """Return the rule as the case's fields: typed where its parts print ``sentence`` again, else its words.

    White space, line ends and the last full stop count nothing; every other character does.
    """
    said = sentence.strip()
    even = _AROUND_FIGURES.sub("", said)
    for rule in _readings(even, name, weight):
        trimmed = {key: value for key, value in rule.items() if value not in (None, "", [])}
        printed = _plain(_printed(trimmed, name, weight, forms))
        proven = printed.rstrip("。") == _plain(said).rstrip("。")
        if proven and _makes(trimmed, weight):
            return trimmed
    return {"kind": Scoring.VERBATIM.value, "sentence": said}


def _makes(rule: dict[str, Any], weight: str) -> bool:
    """Tell whether the parts give the weight at most; words that do not are not that kind of rule."""
    rows = [Decimal(row["points"]) for row in rule.get("steps", rule.get("words", ()))]
    if rule["kind"] == Scoring.CONDITIONS.value:
        rows = [sum((Decimal(row["points"]) for row in rule["conditions"]), Decimal(0))]
    return not rows or (bool(re.fullmatch(_N, weight)) and max(rows) == Decimal(weight))


def _printed(rule: dict[str, Any], name: str, weight: str, forms: FormSet) -> str:
    data = {"name": name, "weight": weight, "rule": rule}
    try:
        row = ScoredIndicator.model_validate(data, context={"money_unit": "万元"})
    except ValidationError:
        return ""
    return rule_text(row, forms)


def _readings(said: str, name: str, weight: str) -> Iterator[dict[str, Any]]:
    """Every kind of rule that the sentence could be; the proof is the caller's."""
    yield from _clauses(said)
    body = said.rstrip("。")
    free = "是" if body.endswith(_FREE) else ""
    for rule in _whole(body.removesuffix(_FREE), name, weight):
        yield {**rule, "discretion": free}
    yield {"kind": Scoring.BANDS.value}


def _clauses(said: str) -> Iterator[dict[str, Any]]:
    marks = list(_MARK.finditer(said))
    if not marks or marks[0].start() != 0:
        return
    ends = [mark.start() for mark in marks[1:]] + [len(said)]
    texts = [said[m.end() : end].strip().rstrip("；。") for m, end in zip(marks, ends, strict=True)]
    faults = [_FAULT.fullmatch(text) for text in texts]
    if all(faults):
        rows = [{"text": m["text"], "points": m["points"]} for m in faults if m]
        yield {"kind": Scoring.DEFECTS.value, "conditions": rows}
    conditions = [_condition(text) for text in texts]
    if all(conditions):
        yield {"kind": Scoring.CONDITIONS.value, "conditions": conditions}


def _condition(text: str) -> dict[str, Any] | None:
    whole = _CONDITION.fullmatch(text)
    if whole is not None:
        made = {"text": whole["text"], "points": whole["points"]}
        return made if whole["otherwise"] else {**made, "otherwise": "否"}
    head, _, tail = text.partition("，")
    while tail:
        grades = _words(tail)
        if grades:
            most = max((g["points"] for g in grades), key=float)
            return {"text": head, "points": most, "grades": grades}
        more, _, tail = tail.partition("，")
        head = f"{head}，{more}"
    return None


def _words(said: str, full: str = "") -> list[dict[str, str]]:
    """有效促进得满分，一般促进得4分，没有不得分; empty where a part is something else."""
    rows: list[dict[str, str]] = []
    for part in said.split("，"):
        match = _GRADE.fullmatch(part)
        if match is None or (match["full"] and not full):
            return []
        rows.append(
            {"word": match["word"], "points": match["points"] or (full if match["full"] else "0")}
        )
    return rows


def _whole(body: str, name: str, weight: str) -> Iterator[dict[str, Any]]:
    def about(words: str) -> str:
        return "" if words == name else words

    if (m := _PROPORTION.fullmatch(body)) is not None:
        yield {
            "kind": Scoring.PROPORTION.value,
            "subject": about(m["about"]),
            "target": m["target"],
        }
    if (m := _DECREASE.fullmatch(body)) is not None:
        per = "" if m["per"] == "1%" else m["per"]
        yield {"kind": Scoring.DECREASE.value, "subject": about(m["about"]), "target": m["target"],
               "deduct": m["share"] or m["points"], "per": per}  # fmt: skip
    if (m := _EACH.fullmatch(body)) is not None:
        yield {"kind": Scoring.EACH_DEFECT.value, "full": m["full"], "fault": m["fault"],
               "deduct": m["deduct"]}  # fmt: skip
    if (m := _TARGET.fullmatch(body)) is not None:
        yield {"kind": Scoring.TARGET.value, "subject": about(m["about"]), "target": m["target"]}
    words = _words(body, weight)
    if words:
        yield {"kind": Scoring.WORDS.value, "words": words}
    steps = _steps(body)
    if steps is not None:
        subject, rows = steps
        yield {"kind": Scoring.STEPS.value, "subject": about(subject), "steps": rows}


def _steps(body: str) -> tuple[str, list[dict[str, str]]] | None:
    parts = body.split("；")
    if re.fullmatch(rf"(?:低于|超过){_N}\D*不得分", parts[-1]):
        parts.pop()
    found = [_STEP.fullmatch(part) for part in parts]
    if not found or not all(found):
        return None
    rows: list[dict[str, str]] = []
    for match in found:
        assert match is not None
        limit = match["limit"]
        at = f"≤{limit.removeprefix('不超过')}" if limit.startswith("不超过") else limit
        rows.append({"at_least": at, "points": match["points"]})
    first = found[0]
    return (first["about"] if first else ""), rows


def _plain(text: str) -> str:
    return "".join(text.split())
