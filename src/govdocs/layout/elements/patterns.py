"""What the elements of a letter look like as text."""

from __future__ import annotations

import re

OPENING, CLOSING = "〔\\[【（(［〈<﹝［", "〕\\]】）)］〉>﹞］"
NUMBER = re.compile(
    rf"^(?P<organ>[\u4e00-\u9fffA-Za-z（）()]{{1,20}}?)(?P<open>[{OPENING}])(?P<year>\d{{2,4}})年?"
    rf"(?P<close>[{CLOSING}])(?P<serial>第?\d{{1,5}})号(?P<rest>.*)$"
)
ORDER_NUMBER = re.compile(r"^第\d{1,5}号$")
_COUNT = r"(?:\d{1,4}|[一二三四五六七八九十百〇零]{1,6})"
ISSUE_NUMBER = re.compile(
    rf"^[（(〔\[]?(?:\d{{4}}年?[〕\])）]?)?(?:第?{_COUNT}[期号次]|第{_COUNT})[)）]?(?:[（(]总第?{_COUNT}期?[)）])?$"
)
COPY_NUMBER = re.compile(r"^(?:No\.?|№|份号[：:]?)?(\d{1,8})$", re.IGNORECASE)
SECRECY = re.compile(r"^(绝密|机密|秘密)(?:[★☆*＊](.{1,8}))?$")
URGENCY = re.compile(r"^(特急|加急|特提|平急|急件|紧急)$")
SIGNER = re.compile(r"签发人[：:]?")
HEADINGS = (
    re.compile(r"^[一二三四五六七八九十]{1,3}[、.．,，]"),
    re.compile(r"^[（(][一二三四五六七八九十]{1,3}[）)][、.．，,]?"),
    re.compile(r"^\d{1,2}[.．、](?!\d)"),
    re.compile(r"^[（(]\d{1,2}[）)][、.．，,]?"),
)
ARTICLE = re.compile(r"^第[一二三四五六七八九十百零〇\d]{1,5}[章节条款]")
"""How an article of rules begins."""
SOUND_HEADINGS = (
    re.compile(r"^[一二三四五六七八九十]{1,3}、"),
    re.compile(r"^（[一二三四五六七八九十]{1,3}）(?![、.．，,])"),
    re.compile(r"^\d{1,2}[.．]"),
    re.compile(r"^（\d{1,2}）(?![、.．，,])"),
)
CAPTION = re.compile(
    r"^(?:(?:附?表|图)\d{1,3}(?:[-－—.．]\d{1,3})?(?![年月日、])|[（(]?(?:金额|计量)?单位[：:]|(?:资料|数据)?来源[：:]|(?:备注|说明|注)[：:])"
)
"""What stands over or under a table or a picture."""
ATTACHMENTS = re.compile(r"^附件[：:]")
ATTACHMENT_ITEM = re.compile(r"^(\d{1,2})([.．、,，:：])(.+)$")
ATTACHMENT_LABEL = re.compile(r"^附件(?:\d{1,2}|[一二三四五六七八九十]{1,3})?[：:]?$")
_CHINESE_YEAR = "[〇○零OＯ0一二三四五六七八九]{4}年"
_CHINESE_DAY = "[一二三四五六七八九十廿]{1,3}"
ARABIC_DATE = re.compile(r"^(\d{2,4})年(\d{1,2})月(\d{1,2})日$")
SOUND_DATE = re.compile(r"^\d{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日$")
DATE = re.compile(
    rf"^(?:\d{{2,4}}年\d{{1,2}}月\d{{1,2}}日|{_CHINESE_YEAR}{_CHINESE_DAY}月{_CHINESE_DAY}日"
    r"|\d{4}[.．/\-]\d{1,2}[.．/\-]\d{1,2})$"
)
DATED = re.compile(
    rf"(?:\d{{2,4}}年\d{{1,2}}月\d{{1,2}}日|{_CHINESE_YEAR}{_CHINESE_DAY}月{_CHINESE_DAY}日)$"
)
"""Ends with a date, as the line of organ and date under the mark of minutes."""
ATTENDANCE = re.compile(r"^(出席|请假|列席|缺席|参加人员|参会人员|主持人?|记录人?)[：:]?")
"""How a list of those present begins in minutes."""
NOTE = re.compile(r"^(?:[（(].{2,80}[）)]|[（(]?联系人[：:].{1,60})$")
COPIES = re.compile(r"^(抄送|抄报|主送|分送)[：:]")
PRINTED = re.compile(rf"^(?P<organ>.*?)(?P<date>\d{{2,4}}年\d{{1,2}}月\d{{1,2}}日|"
                     rf"{_CHINESE_YEAR}{_CHINESE_DAY}月{_CHINESE_DAY}日)(?P<word>印发|印)?$")  # fmt: skip
LEADS_ON = re.compile(r"如下|以下|下列|通知|报告|说明|通报|函复|意见|事项|办理[：:]$")
DISCLOSURE = re.compile(r"^(?:信息公开选项|公开方式|此件|（此件)")
ORGAN = re.compile(
    r"(部|厅|局|委|院|会|府|办|办公室|处|单位|公司|省|市|区|县|州|中心|银行|学校|大学|学院|所|署|人民政府"
    r"|集团|协会|支队|总队|委员会|领导小组|指挥部|司|企业|机构|部门|机关)$"
)
TITLE_WORD = re.compile(
    r"(通知|报告|请示|函|复函|意见|决定|决议|批复|通报|公告|通告|办法|纪要|方案|说明|规定|细则|条例"
    r"|议案|命令|令|公报|汇报|总结|要点|计划|规划|情况|目录|清单|表)[）)]?$"
)
