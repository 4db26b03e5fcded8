"""已说明: a finding that the office has looked at and answers for."""

from __future__ import annotations

from govdocs.model.fields import Day, Model, Text, labelled


class Acceptance(Model):
    """One accepted finding: which rule, where, what stood there, why, who, when.

    ``value`` binds the acceptance to what was seen: when the figure changes later, the
    acceptance no longer holds.
    """

    rule: Text = labelled("规则", "规则代号，如 F101")
    place: Text = labelled("位置", "报告给出的位置，如 execution.total.rate")
    value: Text = labelled("当时数值", "说明时该处的内容；以后改动则说明失效；空白处写“空白”")
    reason: Text = labelled("理由", "为什么照此报送")
    person: Text = labelled("说明人", "姓名")
    date: Day = labelled("说明日期", "如 2018-05-18")
