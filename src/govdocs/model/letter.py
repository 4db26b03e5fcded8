"""公文: the red-header letter, element by element of GB/T 9704-2012, clause 7."""

from __future__ import annotations

from enum import StrEnum

from govdocs.model.fields import Day, Model, Text, YesNo, labelled


class Course(StrEnum):
    """行文方向. Source: GB/T 9704-2012, 7.2.5 and 7.2.6: only a paper upward carries 签发人."""

    UPWARD = "上行文"
    DOWNWARD = "下行文"
    PARALLEL = "平行文"


class Secrecy(Model):
    """密级和保密期限. Source: 7.2.2."""

    level: Text = labelled("密级", "绝密、机密或秘密", examples=["绝密", "机密", "秘密"])
    term: Text | None = labelled("保密期限", "如 1年", None)


class Section(Model):
    """One heading with what stands under it; levels are numbered 一、（一）1.（1）by themselves.

    Source: GB/T 9704-2012, 7.3.3.
    """

    heading: Text = labelled("小标题", "不写序号，序号自动编排")
    run_in: YesNo = labelled("标题接排", "是：正文接在标题后同一行；否：正文另起一段", False)
    paragraphs: tuple[Text, ...] = labelled(
        "段落", "正文段落，数字用 {{ }} 标签引用", default_factory=tuple
    )
    sections: tuple[Section, ...] = labelled(
        "下级标题", "下一层次的标题和正文", default_factory=tuple
    )


class Contact(Model):
    """附注: who can be asked. Source: 7.3.6."""

    person: Text = labelled("联系人", "姓名")
    phone: Text = labelled("联系电话", "如 0731-85165180")


class Imprint(Model):
    """版记: copies, printing organ and date. Source: 7.4."""

    copies_to: tuple[Text, ...] = labelled("抄送机关", "按顺序列出", default_factory=tuple)
    printer: Text = labelled("印发机关", "如 湖南省财政厅办公室")
    printed_on: Day = labelled("印发日期", "送印的日期")


class Letter(Model):
    """All elements of the letter, from 份号 to 版记."""

    course: Course = labelled("行文方向", "上行文、下行文或平行文")
    copy_number: Text | None = labelled("份号", "6位数字，涉密公文才有", None)
    secrecy: Secrecy | None = labelled("密级和保密期限", "涉密公文才有", None)
    urgency: Text | None = labelled("紧急程度", "特急或加急", None, examples=["特急", "加急"])
    issuers: tuple[Text, ...] = labelled(
        "发文机关", "主办机关在前；联合行文的依次列出", min_length=1
    )
    mark: Text | None = labelled("发文机关标志", "红头文字；不填则为发文机关名称加“文件”", None)
    document_number: Text = labelled("发文字号", "如 湘财外〔2018〕13号")
    signers: tuple[Text, ...] = labelled(
        "签发人", "上行文必填；多人按机关顺序列出", default_factory=tuple
    )
    title: Text = labelled("标题", "需要回行处换行书写；数字可用标签引用")
    addressees: tuple[Text, ...] = labelled("主送机关", "依次列出", min_length=1)
    opening: tuple[Text, ...] = labelled("开头", "第一个标题之前的段落", default_factory=tuple)
    sections: tuple[Section, ...] = labelled("正文", "各部分标题和段落", default_factory=tuple)
    closing: tuple[Text, ...] = labelled(
        "结尾", "最后一个标题部分之后的段落，如 特此报告。", default_factory=tuple
    )
    signatures: tuple[Text, ...] | None = labelled("署名", "落款机关；不填则与发文机关相同", None)
    sealed: YesNo = labelled("加盖印章", "是：留出用印位置；否：不用印", True)
    date: Day = labelled("成文日期", "签发日期")
    contact: Contact | None = labelled("附注联系人", "上报、请示一般应有", None)
    disclosure: Text | None = labelled(
        "信息公开选项", "如 主动公开", None, examples=["主动公开", "依申请公开", "不予公开"]
    )
    imprint: Imprint | None = labelled("版记", "抄送、印发机关和印发日期", None)
