"""How an evaluation report is laid out over the sheets of a workbook: choices only, no code."""

from __future__ import annotations

from govdocs.intake.workbook.layout import Kind, SheetLayout

_LEAF = "indicators.groups.indicators"
_LEVELS = ("indicators", "indicators.groups")
_MORE = "再有段落的，在下一行接着写，其他列留空"

EVALUATION_SHEETS = (
    SheetLayout(
        "案卷",
        Kind.FORM,
        ("", "project", "cover", "year_total"),
        "先填写金额单位，全部金额都按它填写",
    ),
    SheetLayout("资金来源", Kind.TABLE, ("sources",), "每项来源一行；自评表的资金也取自这里"),
    SheetLayout("企业拨付", Kind.TABLE, ("recipients",), "每户一行"),
    SheetLayout(
        "海关数据", Kind.CHILDREN, ("recipients.trade",), "要按补贴标准核算的，每户每项一行"
    ),
    SheetLayout("拨付进度", Kind.TABLE, ("milestones",), "每个截止日一行，按时间顺序"),
    SheetLayout("年度目标", Kind.TABLE, ("goals",), "每项目标一行"),
    SheetLayout(
        "评价指标",
        Kind.TREE,
        (*_LEVELS, _LEAF),
        "每个三级指标一行，每行都写全一级、二级指标；各计分方式填哪些列，见“填写说明·计分方式”",
    ),
    SheetLayout(
        "评分条款",
        Kind.CHILDREN,
        (f"{_LEAF}.rule.conditions",),
        "逐条得分、逐条扣分的指标，每条一行",
    ),
    SheetLayout(
        "条款分级",
        Kind.CHILDREN,
        (f"{_LEAF}.rule.conditions.grades",),
        "条款按等级得分的，每级一行",
    ),
    SheetLayout(
        "评分分档", Kind.CHILDREN, (f"{_LEAF}.rule.steps",), "分档得分的指标，每档一行，由高到低"
    ),
    SheetLayout(
        "评分评语",
        Kind.CHILDREN,
        (f"{_LEAF}.rule.words",),
        "按评语得分的指标，每个评语一行，由好到差",
    ),
    SheetLayout(
        "载明的小计", Kind.LEVELS, _LEVELS, "小计由程序相加，一般不填；报告载明的数不同时才填"
    ),
    SheetLayout("问卷", Kind.FORM, ("survey",), "没有问卷的整页留空"),
    SheetLayout("满意度赋值", Kind.TABLE, ("survey.weights",), "每个满意度选项一行"),
    SheetLayout("问卷题目", Kind.TABLE, ("survey.questions",), "每题一行，按问卷顺序"),
    SheetLayout("题目选项", Kind.CHILDREN, ("survey.questions.options",), "每题的每个选项一行"),
    SheetLayout(
        "本题赋值",
        Kind.CHILDREN,
        ("survey.questions.weights",),
        "量表与“满意度赋值”不同的题，每个选项一行",
    ),
    SheetLayout("补贴标准", Kind.FORM, ("policy",), "没有补贴标准的整页留空"),
    SheetLayout("标准时段", Kind.TABLE, ("policy.periods",), "每个时段一行，按时间顺序"),
    SheetLayout("补贴项目", Kind.CHILDREN, ("policy.periods.tariffs",), "每个时段的每项补贴一行"),
    SheetLayout(
        "合计上限",
        Kind.CHILDREN,
        ("policy.periods.caps",),
        "几项合计有上限的，每个上限一行；所含项目有几个的，在下面各行接着写，其他列留空",
    ),
    SheetLayout("引用文件", Kind.TABLE, ("citations",), "每件一行"),
    SheetLayout("正文数据", Kind.TABLE, ("facts",), "只在正文出现的数字，每个一行"),
    SheetLayout("表格", Kind.TABLE, ("tables",), "报告所印的每张表一行"),
    SheetLayout("引言", Kind.LINES, ("opening",), "第一个标题之前的段落，每段一行"),
    SheetLayout(
        "正文",
        Kind.OUTLINE,
        ("sections",),
        "层级写1、2、3……；同一标题下再有段落的，另起一行，只填段落",
    ),
    SheetLayout("存在的问题", Kind.TABLE, ("problems",), f"每个问题一行；{_MORE}"),
    SheetLayout("有关建议", Kind.TABLE, ("recommendations",), f"每条建议一行；{_MORE}"),
    SheetLayout("可提及的地名", Kind.TABLE, ("places",), "本地区之外，每个地名一行"),
    SheetLayout("本地口径", Kind.PAIRS, ("settings",), "本地另有规定时才填"),
    SheetLayout("已说明", Kind.TABLE, ("accepted",), "校验报告提出、核实后仍照此报送的问题"),
)

REFERENCES = {
    "recipients.trade.period": ("标准时段", "时段"),
    "recipients.trade.tariff": ("补贴项目", "补贴项目"),
    "goals.part_of": ("年度目标", "指标名称"),
    "survey.questions.asked_after": ("问卷题目", "简称"),
    "policy.periods.basis": ("引用文件", "引用名"),
    "policy.periods.caps.tariffs": ("补贴项目", "补贴项目"),
    "facts.part_of": ("正文数据", "名称"),
    "sections.group": ("评价指标", "二级指标"),
    "sections.table": ("表格", "引用名"),
    "problems.indicators": ("评价指标", "三级指标"),
}
"""Fields that name a row of another sheet: the sheet and the column that offer the names."""
