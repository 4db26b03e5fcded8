"""Three reports as other hands write them: other heads, orders, units, splits; typed by python-docx."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType


def table(document: DocumentType, rows: Sequence[Sequence[str]]) -> None:
    """A table as it is typed; ``^`` merges a cell with the one above, ``<`` with the one before."""
    grid = document.add_table(len(rows), len(rows[0]))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            cell = grid.cell(r, c)
            if text == "^":
                grid.cell(r - 1, c).merge(cell)
            elif text == "<":
                grid.cell(r, c - 1).merge(cell)
            else:
                cell.text = text


def road_report(file: Path) -> Path:
    """A city's report: weights behind each level, blank cells beneath a name, tables for money and answers."""
    doc = Document()
    for line in ("江北市2021年农村公路养护资金", "财政支出绩效评价报告", "委托单位：江北市财政局",
                 "评价机构：江北正衡会计师事务所", "项目主管部门：江北市交通运输局", "报告日期：2022年8月9日"):  # fmt: skip
        doc.add_paragraph(line)
    doc.add_paragraph(
        "受江北市财政局委托，我们对农村公路养护资金进行了评价，依据《农村公路养护资金管理办法》（江财建〔2020〕31号），现报告如下。"
    )
    doc.add_paragraph("一、项目概况")
    doc.add_paragraph("（一）资金安排")
    doc.add_paragraph("2021年资金来源和使用见下表。")
    doc.add_paragraph("表1 资金来源情况表")
    doc.add_paragraph("单位：万元")
    table(doc, [
        ["序号", "资金来源", "预算金额", "到位金额", "支出金额", "下达文号"],
        ["1", "省级补助资金", "1,200.00", "1,200.00", "1,150.50", "江财建〔2021〕7号"],
        ["2", "市级财政预算", "800.00", "600.00", "600.00", ""],
        ["合计", "<", "2,000.00", "1,800.00", "1,750.50", ""],
    ])  # fmt: skip
    doc.add_paragraph("二、评价结论")
    doc.add_paragraph("项目综合得分83.5分，评价等级为“良”。")
    doc.add_paragraph("三、存在的主要问题")
    doc.add_paragraph("（一）市级配套资金到位不足")
    doc.add_paragraph("市级预算800万元，只到位600万元。")
    doc.add_paragraph("四、相关建议")
    doc.add_paragraph("（一）足额安排配套资金")
    doc.add_paragraph("把配套资金列入年初预算，按季度拨付。")
    doc.add_paragraph("附件1")
    doc.add_paragraph("农村公路养护资金绩效评价评分表")
    table(doc, [
        ["一级指标", "权重", "二级指标", "权重", "三级指标", "分值", "评价标准", "得分", "扣分原因"],
        ["投入", "40", "预算执行", "40", "资金到位率", "20", "资金到位率90%（含）以上，得20分；资金到位率80%（含）以上，得15分；低于80%不得分。", "20", ""],
        ["", "", "", "", "支出及时性", "20", "按季度支出的得20分，拖延一个季度酌情扣分。", "13.5", "第四季度资金次年2月才支出"],
        ["产出", "60", "养护数量", "30", "养护里程", "30", "养护里程达到计划的100%（400公里）计满分，未达到的按完成比例计分。", "30", ""],
        ["", "", "养护质量", "30", "路况优良率", "30", "路况优良率达到90%得满分，每减少1%扣权重分的5%，扣完为止。", "20", "优良率83.3%"],
        ["合计", "100", "", "", "", "100", "", "83.5", ""],
    ])  # fmt: skip
    doc.add_paragraph("附件2")
    doc.add_paragraph("沿线群众满意度问卷")
    doc.add_paragraph("本次向沿线群众发放问卷60份，收回有效问卷58份，总体满意度为91.38%。")
    table(doc, [
        ["题号", "调查内容", "选项", "人数", "占比"],
        ["1", "您对路面养护是否满意", "非常满意", "40", "68.97%"],
        ["^", "^", "比较满意", "11", "18.97%"],
        ["^", "^", "一般", "7", "12.07%"],
    ])  # fmt: skip
    doc.save(str(file))
    return file


def pension_report(file: Path) -> Path:
    """A province's report: title in one line, weights in brackets, two scores, a table cut in two, a matrix of answers."""
    doc = Document()
    doc.add_paragraph("南岭省2020年度居家养老服务补助资金绩效评价报告")
    doc.add_paragraph("一、基本情况")
    doc.add_paragraph(
        "2020年共安排补助资金5,300万元，其中：中央财政补助2,000万元（南财社〔2020〕12号），省级财政预算3,300万元（南财社〔2020〕45号）。截至2020年12月31日，已累计拨付5,000万元。"
    )
    doc.add_paragraph("二、绩效目标完成情况")
    table(doc, [
        ["指标类别", "指标名称", "年度指标值", "实际完成值"],
        ["产出指标", "服务老年人数", "≥3万人", "3.2万人"],
        ["满意度指标", "老年人满意度", "≥90%", "94.5%"],
    ])  # fmt: skip
    head = [
        "序号",
        "一级指标",
        "二级指标",
        "三级指标",
        "指标说明",
        "标准分值",
        "评分标准",
        "自评得分",
        "评价得分",
        "得分率",
        "得分说明",
    ]
    doc.add_paragraph("评价指标体系及评分表")
    table(doc, [
        head,
        ["1", "投入（40分）", "项目立项（10分）", "立项规范性", "程序是否规范", "10", "①按规定程序设立，得6分；②有可行性论证，得4分。", "10", "10", "100%", ""],
        ["2", "^", "资金落实（30分）", "资金到位率", "到位资金与预算之比", "30", "到位率100%得满分，其余由评价组按实际情况评定。", "30", "28", "93.33%", "个别县到位较晚"],
    ])  # fmt: skip
    doc.add_paragraph("")
    table(doc, [
        head,
        ["3", "产出（60分）", "服务数量（60分）", "服务老年人数", "实际服务人数", "60", "服务老年人数达到计划的100%（3万人）计满分，未达到的按完成比例计分。", "60", "60", "100%", ""],
        ["", "合计", "<", "<", "<", "100", "", "100", "98", "98%", ""],
    ])  # fmt: skip
    doc.add_paragraph("服务对象满意度调查：发放调查问卷100份，收回有效问卷96份。")
    table(doc, [
        ["调查项目", "非常满意", "满意", "一般", "不满意", "合计"],
        ["服务态度", "70", "20", "6", "0", "96"],
        ["服务质量", "60", "30", "5", "1", "96"],
    ])  # fmt: skip
    doc.save(str(file))
    return file


def industry_report(file: Path) -> Path:
    """A county's report without annex: scores in the text's tables, payments in 元, a table of tariffs."""
    doc = Document()
    doc.add_paragraph("青山县产业发展奖补资金绩效评价报告")
    doc.add_paragraph("（2023年度）")
    doc.add_paragraph("青山县财政局：")
    doc.add_paragraph("一、项目基本情况")
    doc.add_paragraph("项目实施单位为青山县工业和信息化局。奖补标准见表1，拨付情况见表2。")
    doc.add_paragraph("表1 奖补标准")
    table(doc, [
        ["执行时间", "补贴项目", "补贴标准", "最高补贴"],
        ["2023年1月至6月", "出口奖补", "0.02元/美元", "50万元"],
        ["2023年7月至12月", "出口奖补", "0.03元/美元", "不超过80万元"],
    ])  # fmt: skip
    doc.add_paragraph("表2 奖补资金拨付表")
    doc.add_paragraph("单位：元")
    table(doc, [
        ["序号", "企业名称", "核定金额", "实际拨付金额", "备注"],
        ["1", "青山兴旺机械厂", "120,000.00", "120,000.00", ""],
        ["2", "青山绿源食品公司", "80,500.50", "60,000.00", "余款次年拨付"],
        ["合计", "<", "200,500.50", "180,000.00", ""],
    ])  # fmt: skip
    doc.add_paragraph("二、评价结论")
    doc.add_paragraph("综合得分为87分，评价等级为“良好”。")
    doc.add_paragraph("表3 过程指标得分表")
    table(doc, [
        ["二级指标", "三级指标", "分值", "完成情况", "得分"],
        ["资金管理", "资金使用合规性", "20", "合规", "20"],
        ["组织实施", "档案完整性", "20", "部分企业资料不全", "12"],
        ["小计", "", "40", "", "32"],
    ])  # fmt: skip
    doc.add_paragraph("表4 效益指标得分表")
    table(doc, [
        ["二级指标", "三级指标", "分值", "完成情况", "得分"],
        ["经济效益", "带动投资额", "60", "1.3亿元", "55"],
    ])  # fmt: skip
    doc.add_paragraph("三、存在的问题")
    doc.add_paragraph("一是资金拨付滞后，二是档案不全。")
    doc.save(str(file))
    return file
