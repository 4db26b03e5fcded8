"""What the files of each kind of case are called."""

from __future__ import annotations

from dataclasses import dataclass

from govdocs.model.kinds import FILING, CaseKind


@dataclass(frozen=True, slots=True)
class _Named:
    title: str
    told: str
    schema: str


_NAMES = {
    FILING: _Named(
        "申报案卷", "一次申报的全部数据：专项资金、资金、绩效指标和公文", "case.schema.json"
    ),
    CaseKind.EVALUATION.value: _Named(
        "评价案卷",
        "一份绩效评价报告的全部数据：资金、评分、问卷、补贴标准和正文",
        "evaluation.schema.json",
    ),
}


def title_of(kind: str) -> str:
    """Return what a case file of ``kind`` is called."""
    return _NAMES[kind].title


def told_of(kind: str) -> str:
    """Return in one line what a case file of ``kind`` holds."""
    return _NAMES[kind].told


def schema_file(kind: str) -> str:
    """Return the name of the JSON Schema that stands beside a YAML file of ``kind``."""
    return _NAMES[kind].schema
