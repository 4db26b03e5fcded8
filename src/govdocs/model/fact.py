"""正文数据: figures that the prose tells and that stand in no table."""

from __future__ import annotations

from govdocs.model.fields import Figure, Model, Rate, Text, labelled


class Fact(Model):
    """A figure of the prose that stands in no table, with what it can be checked against."""

    name: Text = labelled("名称", "正文按此名称引用")
    value: Figure = labelled("数值", "按印出的写法，如 360.4亿美元")
    subject: Text | None = labelled("主体", "谁的数，如 全省、湘西自治州", None)
    period: Text | None = labelled("时期", "如 2017年；不填为案卷年度", None)
    part_of: Text | None = labelled("所属总数", "此数是哪一个数的一部分（填其名称）", None)
    share: Rate | None = labelled("占比", "占所属总数的比例，如 57.68%", None)
    growth: Rate | None = labelled("同比增长", "如 37.3%", None)
    previous: Figure | None = labelled("上年数", "有上年数时填写，用于核对增长", None)
