"""Clause 7.2: 版头, all that stands above the red line of the first side."""

from __future__ import annotations

from govdocs.gongwen.measure import Measure, Strength, Typeface

COPY_NUMBER_DIGITS = Measure("份号位数", 6, "个", "7.2.1", Strength.USUAL, 0)
COPY_NUMBER_LINE = Measure("份号所在行", 1, "行", "7.2.1", Strength.USUAL, 0)
SECRECY_LINE = Measure("密级和保密期限所在行", 2, "行", "7.2.2", Strength.USUAL, 0)
SECRECY_TYPE = Typeface("密级和保密期限", "黑体", 16, "7.2.2")
URGENCY_TYPE = Typeface("紧急程度", "黑体", 16, "7.2.3")
MARK_DOWN = Measure("发文机关标志上边缘至版心上边缘", 35, "mm", "7.2.4")
MARK_TYPE = Typeface("发文机关标志", "方正小标宋简体", 50, "7.2.4", Strength.MAY, "FF0000")
"""The standard leaves the size open: 醒目、美观、庄重."""
NUMBER_BELOW_MARK = Measure("发文机关标志与发文字号之间空行", 2, "行", "7.2.5")
NUMBER_INDENT = Measure("上行文发文字号居左空", 1, "字", "7.2.5")
NUMBER_TYPE = Typeface("发文字号", "仿宋_GB2312", 16, "7.2.5")
SIGNER_INDENT = Measure("签发人居右空", 1, "字", "7.2.6")
SIGNERS_A_LINE = Measure("每行签发人", 2, "个", "7.2.6", Strength.USUAL, 0)
SIGNER_LABEL_TYPE = Typeface("“签发人”", "仿宋_GB2312", 16, "7.2.6", Strength.MUST)
SIGNER_TYPE = Typeface("签发人姓名", "楷体_GB2312", 16, "7.2.6", Strength.MUST)
RED_RULE_BELOW_NUMBER = Measure("发文字号与红色分隔线", 4, "mm", "7.2.7")
RED_RULE_WIDTH = Measure("红色分隔线长（与版心等宽）", 156, "mm", "7.2.7")
