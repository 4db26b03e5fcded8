"""The sheet that tells, for each way of scoring, which columns and sheets are to be filled in."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from govdocs.intake.workbook import look
from govdocs.intake.workbook.cells_writer import fit_rows
from govdocs.intake.workbook.layout import GUIDE_SHEET
from govdocs.model.evaluation.scoring import Scoring

SCORING_GUIDE = f"{GUIDE_SHEET}·计分方式"

WAYS: dict[Scoring, tuple[str, str, str]] = {
    Scoring.CONDITIONS: (
        "“评分条款”每条一行：条款、分值、是否符合；部分符合的写部分得分和理由；按等级得分的写所评等级，并在“条款分级”逐级列出",
        "符合的各条分值相加",
        "制定财务管理制度，分值1，是；制度得到有效执行，分值3，部分，部分得分1",
    ),
    Scoring.DEFECTS: (
        "“评分条款”每条一行：条款、分值（扣几分）、是否符合（是＝发现，否＝没有发现）",
        "从分值中减去已发现各条的分",
        "存在截留、挪用的情况，分值2，否",
    ),
    Scoring.STEPS: (
        "业绩值（或业绩值取自）；“评分分档”由高到低每档一行：达到、得分",
        "取达到的最高一档的得分，低于末档不得分",
        "达到90%，得分3；达到80%，得分2",
    ),
    Scoring.PROPORTION: (
        "业绩值（或业绩值取自）；计划数，业绩值是百分比的可不填计划数",
        "业绩值÷计划数×分值，最高为分值",
        "计划数28家，业绩值17家",
    ),
    Scoring.DECREASE: (
        "业绩值；扣分（如 5%，为权重分的百分比；或 0.2分）；每减少（不填为1%）；以别的数代替100%的填计划数",
        "低于100%（或计划数）每减少若干扣一次，扣完为止",
        "业绩值97%，扣分5%：分值3，扣3×5%×3",
    ),
    Scoring.EACH_DEFECT: (
        "扣分（每处扣几分）；发现处数，或业绩值取自“超标准单位数”；扣分事项、得满分的条件是印出的句子",
        "分值减去扣分×处数，扣完为止",
        "得满分的条件 规范，扣分事项 一处不规范的情况，扣分1，发现处数0",
    ),
    Scoring.WORDS: (
        "业绩值填评语；“评分评语”由好到差每个评语一行：评语、得分；另行酌情的填酌情得分和理由",
        "业绩值是哪个评语，就得哪个评语的分",
        "有效促进8分、一般促进4分、没有0分；业绩值 有效促进",
    ),
    Scoring.TARGET: (
        "计划数填指标值（如 ≥95%、≤30天）；业绩值",
        "达到指标值得满分，达不到的按表式的公式计分",
        "计划数≥95%，业绩值90%",
    ),
    Scoring.BANDS: (
        "业绩值填表式的档名（如 达成年度指标）；酌情得分和酌情理由",
        "酌情得分须在该档的分值范围内",
        "业绩值 达成年度指标，酌情得分9.5，酌情理由 制度已全部建立",
    ),
    Scoring.VERBATIM: (
        "原文填表中所印的评分标准；得分必须填写",
        "程序不计算，按所填得分",
        "原文 由评价组按现场情况评定，得分4",
    ),
}
"""What to fill in, how it is scored, an example."""

_HEAD = (("计分方式", 14), ("填哪些列、哪些表", 62), ("怎样计分", 34), ("例子", 46))
_TITLE = "“评价指标”表的“计分方式”选好以后，只填这种方式用到的列和表，其余留空；得分由程序计算"


def write_scoring_guide(out: Worksheet) -> None:
    """Write one row for each way of scoring."""
    out.cell(1, 1, _TITLE).font = look.TITLE
    out.row_dimensions[1].height = 30
    for column, (heading, width) in enumerate(_HEAD, start=1):
        cell = out.cell(3, column, heading)
        cell.font, cell.fill, cell.border = look.HEADING, look.HEAD_FILL, look.BORDER
        cell.alignment = look.CENTRE
        out.column_dimensions["ABCD"[column - 1]].width = width
    for row, way in enumerate(Scoring, start=4):
        for column, text in enumerate((way.value, *WAYS[way]), start=1):
            cell = out.cell(row, column, text)
            cell.font, cell.border = look.BODY, look.BORDER
            cell.alignment = look.LEFT
    fit_rows(out, 4)
    look.set_up_page(out, 3, landscape=True)
