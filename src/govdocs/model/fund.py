"""专项资金: the fund that a filing is about, and who answers for it."""

from __future__ import annotations

from govdocs.model.fields import Model, Money, Text, labelled


class Fund(Model):
    """The fund and the offices named in the heads of both forms."""

    name: Text = labelled("专项名称", "附件2“专项（项目）名称”栏的写法")
    declared_name: Text | None = labelled(
        "申报表专项名称", "附件1“专项名称”栏的写法；不填则与专项名称相同", None
    )
    ministry: Text = labelled("中央主管部门", "下达资金的中央部门，如 商务部")
    finance_department: Text | None = labelled("省级财政部门", "附件1表头所列财政部门", None)
    line_department: Text = labelled("地方主管部门", "附件1“省级主管部门”、附件2“地方主管部门”")
    implementing_unit: Text | None = labelled(
        "实施单位", "附件2“实施单位”；不填则与地方主管部门相同", None
    )
    issued: Money | None = labelled(
        "下达资金", "上级下达的资金总额，正文引用，校验与各表核对", None
    )
