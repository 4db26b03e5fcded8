"""What is said when a case asks for forms or settings that do not exist."""

from govdocs.reporting.sentences import Sentence

SENTENCES: dict[str, Sentence] = {
    "forms.unknown_form": Sentence(
        "没有表式“{given}”",
        "不知道用哪一套官方表格，无法填制",
        "改为下列之一：{known}；或删去“表式”一行，由年度自动选用",
    ),
    "forms.no_form_for_year": Sentence(
        "{year}年度没有对应的官方表式",
        "不同年度的表格不同，不能替用",
        "核对年度；确要沿用旧表的，在“表式”中写明：{known}",
    ),
    "forms.bad_setting": Sentence(
        "本地口径“{name}: {given}”不能用",
        "校验会按错误的口径判断",
        "改为下列口径之一并写明数值：{known}",
    ),
}
