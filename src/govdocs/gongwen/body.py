"""Clause 7.3: 主体, from the title to the note under the date."""

from __future__ import annotations

from govdocs.gongwen.measure import Measure, Strength, Typeface

TITLE_TYPE = Typeface("标题", "方正小标宋简体", 22, "7.3.1")
TITLE_BELOW_RULE = Measure("红色分隔线与标题之间空行", 2, "行", "7.3.1", Strength.USUAL)
ADDRESSEE_BELOW_TITLE = Measure("标题与主送机关之间空行", 1, "行", "7.3.2")
PARAGRAPH_INDENT = Measure("自然段左空", 2, "字", "7.3.3")
HEADING_TYPES = (
    Typeface("第一层 一、", "黑体", 16, "7.3.3"),
    Typeface("第二层 （一）", "楷体_GB2312", 16, "7.3.3"),
    Typeface("第三层 1.", "仿宋_GB2312", 16, "7.3.3"),
    Typeface("第四层 （1）", "仿宋_GB2312", 16, "7.3.3"),
)
ATTACHMENTS_BELOW_TEXT = Measure("正文与附件说明之间空行", 1, "行", "7.3.4")
ATTACHMENTS_INDENT = Measure("附件说明左空", 2, "字", "7.3.4")
SEALED_DATE_INDENT = Measure("加盖印章：成文日期右空", 4, "字", "7.3.5.1", Strength.USUAL)
SEALED_SIGNATURE_OFF_CENTRE = Measure("加盖印章：署名以成文日期居中", 0, "mm", "7.3.5.1")
UNSEALED_BELOW_TEXT = Measure("不盖印章：正文与署名之间空行", 1, "行", "7.3.5.2")
UNSEALED_SIGNATURE_INDENT = Measure("不盖印章：署名右空", 2, "字", "7.3.5.2")
UNSEALED_DATE_SHIFT = Measure("不盖印章：日期首字比署名首字右移", 2, "字", "7.3.5.2")
NOTE_INDENT = Measure("附注左空", 2, "字", "7.3.6")
ATTACHMENT_LABEL_TYPE = Typeface("“附件”及顺序号", "黑体", 16, "7.3.7", Strength.MUST)
ATTACHMENT_LABEL_LINE = Measure("附件顺序号所在行", 1, "行", "7.3.7", tolerance=0)
ATTACHMENT_TITLE_LINE = Measure("附件标题所在行", 3, "行", "7.3.7", tolerance=0)

SEAL_DIAMETER = Measure("省级机关印章直径", 42, "mm", "国发〔1999〕25号")
SEAL_TOP_WITHIN = Measure("印章顶端距正文", 1, "行", "7.3.5.1")
