"""Whatever stands in a text, it is read without an error, and positions stay true."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.prose import read_figures, read_text
from tests.prose.judging import judge

PIECES = st.sampled_from(
    [
        "2021年",
        "较上年",
        "增长",
        "下降",
        "其中",
        "，",
        "。",
        "、",
        "；",
        "：",
        "（",
        "）",
        "共计",
        "合计",
        "各",
        "每家",
        "占",
        "占比",
        "的",
        "万元",
        "亿美元",
        "%",
        "个百分点",
        "个",
        "家",
        "项",
        "企业",
        "资金",
        "安排",
        "12",
        "0",
        "300.50",
        "1,200",
        "-3",
        "十二",
        "百",
        "由",
        "提高到",
        "高于",
        "一是",
        "二是",
        "三个方面",
        "截至",
        "12月31日",
        "仍余",
        "尚未拨付",
        "已拨付",
        "问卷",
        "执行率",
        "《",
        "》",
        "A",
        "附件1",
        "第",
        "号",
        "〔2020〕3号",
        "年度",
        "\n",
        " ",
        "３",
        "总额",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@given(st.lists(TEXTS, min_size=1, max_size=4))
@settings(max_examples=300, deadline=None)
def test_any_mixture_of_official_words_is_judged_without_an_error(texts):
    for judgement in judge(*texts, year=2021):
        assert judgement.cited
        for cited in judgement.cited:
            low, high = cited.span
            assert 0 <= low <= high <= len(cited.passage.text)


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_and_figures_lie_in_order_inside_it(text):
    assert len(read_text(text).folded) == len(text)
    end = 0
    for figure in read_figures(text):
        assert end <= figure.span[0] < figure.span[1] <= len(text)
        assert text[slice(*figure.span)] == figure.text
        end = figure.span[1]
