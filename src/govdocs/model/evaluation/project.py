"""The project under evaluation, who commissioned and who wrote the report, what it cites."""

from __future__ import annotations

from govdocs.model.fields import Day, Model, Text, labelled


class Project(Model):
    """The project and the offices that answer for it."""

    name: Text = labelled("项目名称", "如 2022年度外贸补贴项目；不写地区名")
    department: Text = labelled("主管部门", "如 永兴县商务局")
    implementing_unit: Text | None = labelled("实施单位", "不填则与主管部门相同", None)
    finance_department: Text = labelled("委托方", "委托评价的财政部门")


class Cover(Model):
    """What stands on the cover and on the signature page."""

    title: Text = labelled("报告名称", "如 重点绩效评价报告")
    evaluator: Text = labelled("评价机构", "受托评价的机构")
    signers: tuple[Text, ...] = labelled(
        "签字栏", "须签字的身份，如 绩效评价师、注册会计师", default_factory=tuple
    )
    date: Day = labelled("报告日期", "报告的成文日期")


class Citation(Model):
    """A law, notice or record that the report rests on; prose cites it by its key."""

    name: Text = labelled("引用名", "正文按此名引用，如 citations.国发5号")
    title: Text = labelled("文件标题", "写进书名号的标题，不写书名号")
    number: Text | None = labelled("文号", "如 国发〔2017〕5号；没有文号的不填", None)
    issuer: Text | None = labelled("发文机关", "标题中没有机关名称时填写", None)


class NearbyPlace(Model):
    """A place name beyond the case's own region that the report may rightly mention."""

    name: Text = labelled("地名", "如 郴州、湘南")
    reason: Text | None = labelled("缘由", "为什么会出现", None)
