"""Sentences for reading papers into a case."""

from __future__ import annotations

from govdocs.reporting.sentences import Sentence

SENTENCES: dict[str, Sentence] = {
    "reading_in.nothing": Sentence(
        "“{name}”中没有读到公文、申报表、自评表，也没有读到评价报告的正文、指标体系或问卷结果",
        "没有写出案卷",
        "请给出带发文字号的公文、附件1、附件2，或评价报告及其附件、项目支出绩效自评表的 .docx、.xlsx 文件",
    ),
    "reading_in.empty_folder": Sentence(
        "文件夹“{name}”中没有 Word 或 Excel 文件",
        "没有写出案卷",
        "请给出报告所在的文件夹，或直接列出要读的文件",
    ),
    "reading_in.not_yaml": Sentence(
        "案卷要写入的“{name}”不是 .yaml 文件名",
        "没有写出案卷",
        "请把 -o 后的文件名改为以 .yaml 结尾；要工作簿的，写出后用 govdocs new 案卷.xlsx --from 案卷.yaml 转换",
    ),
    "reading_in.left": Sentence(
        "“{text}”没有放进案卷{why}",
        "案卷里没有对应的栏目，或与栏目的写法不合；内容已列在案卷文件末尾",
        "请核对后手工填入，或删去该行",
    ),
}
