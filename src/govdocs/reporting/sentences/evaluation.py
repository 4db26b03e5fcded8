"""What is said when a report asks for a table or an indicator that its case does not have."""

from govdocs.reporting.sentences import Sentence

SENTENCES: dict[str, Sentence] = {
    "evaluation.unknown_table": Sentence(
        "没有名为“{given}”的表格",
        "报告里这个位置印不出表",
        "改为“表格”中列出的引用名：{known}；一级指标的分析表用该指标的名称",
    ),
    "evaluation.unknown_group": Sentence(
        "没有名为“{given}”的二级指标",
        "标题后印不出权重分和得分",
        "改为评价指标中的二级指标名称：{known}",
    ),
    "evaluation.ambiguous_group": Sentence(
        "有不止一个二级指标叫“{given}”：{places}",
        "不知道标题后该印哪一个的权重分和得分",
        "改名以便区分；或把这个标题放在填了“表格：一级指标名称”的上级标题之下，就按那个一级指标取",
    ),
}
