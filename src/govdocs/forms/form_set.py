"""What the papers of one kind and year consist of, as read from ``official/*.yaml``."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class FormData(BaseModel):
    """A group of facts about official forms; unknown keys are mistakes of ours."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class AttachmentForm(FormData):
    """One attachment: its official title, the templates that print it, what may not be blank."""

    form: str
    title: str
    basis: str
    docx: str
    xlsx: str
    required: tuple[str, ...] = ()


class IndicatorGroup(FormData):
    """一级指标 with its 二级指标, in the order of the form."""

    name: str
    groups: tuple[str, ...]
    weight: Decimal | None = None


class Band(FormData):
    """A band of completion shares or scores: from ``low`` to ``high`` in percent or points."""

    name: str
    low: Decimal
    high: Decimal
    low_included: bool = True
    high_included: bool = True


class Outline(FormData):
    """The headings that a report of certain years must have.

    Each entry of ``sections`` lists the wordings of one section; one of them is enough.
    """

    years: tuple[int, int | None]
    basis: str
    sections: tuple[tuple[str, ...], ...]


class Settings(FormData):
    """What provinces and years set differently; a case overrides single values by name."""

    rate_decimals: int = Field(0, title="执行率小数位", description="计算出的执行率印几位小数")
    excess_threshold: Decimal = Field(
        Decimal(130),
        title="超额完成须说明的界限（%）",
        description="完成值达到指标值的这一百分比即须说明",
    )
    low_execution_threshold: Decimal | None = Field(
        None, title="执行率过低须说明的界限（%）", description="执行率低于此值须说明；空表示不检查"
    )
    reverse_formula: Literal["比值", "差额"] = Field(
        "比值",
        title="反向指标计分公式",
        description="比值：指标值÷完成值；差额：1−（完成值−指标值）÷指标值",
    )
    score_decimals: int = Field(2, title="得分小数位", description="得分四舍五入到几位小数")
    execution_weight: Decimal | None = Field(
        None, title="预算执行率分值", description="预算执行率所占分值，如 10；空表示不计分"
    )
    total_weight: Decimal | None = Field(
        None, title="总分", description="全部分值之和，如 100；空表示不计分"
    )


class PaperForm(FormData):
    """One output file of a report: its name and the templates joined for it, in order.

    ``needs`` names the field of the case without which the paper, or its last template, is
    left out.
    """

    file: str
    templates: tuple[str, ...]
    needs: dict[str, str] = {}


class FormSet(FormData):
    """The papers of one kind for a span of years.

    ``years`` are the years of the money (2017年度 is filed in 2018); both ends included, the
    last is None where the forms are still in force. ``kind`` is the kind of case that they are
    for; ``papers`` are the files of a report, which has no attachments of its own choice.
    """

    id: str
    kind: str = "绩效自评"
    name: str
    basis: str
    years: tuple[int, int | None]
    money_unit: str
    attachments: tuple[AttachmentForm, ...] = ()
    papers: tuple[PaperForm, ...] = ()
    tree: tuple[IndicatorGroup, ...]
    notes: tuple[str, ...] = ()
    outlines: tuple[Outline, ...] = ()
    qualitative_bands: tuple[Band, ...]
    grades: tuple[Band, ...] = ()
    settings: Settings = Settings.model_validate({})
    regions: dict[str, dict[str, str]] = {}

    def attachment(self, form: str) -> AttachmentForm | None:
        """Return the attachment whose form is ``form`` (declaration, evaluation), or None."""
        return next((a for a in self.attachments if a.form == form), None)

    def outline_of(self, year: int) -> Outline | None:
        """Return the outline of reports on money of ``year``, or None where none is prescribed."""
        for outline in self.outlines:
            first, last = outline.years
            if first <= year and (last is None or year <= last):
                return outline
        return None

    def covers(self, year: int) -> bool:
        """Tell whether money of ``year`` is reported with these forms."""
        first, last = self.years
        return first <= year and (last is None or year <= last)
