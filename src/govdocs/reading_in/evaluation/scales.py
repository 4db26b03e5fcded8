"""Scales of satisfaction: the words of an answer and what each counts."""

SCALES = (
    (("非常满意", 100), ("比较满意", 80), ("一般", 60), ("不太满意", 40), ("不满意", 0)),
    (("非常满意", 100), ("满意", 80), ("一般", 60), ("不满意", 0)),
    (("很满意", 100), ("满意", 80), ("基本满意", 60), ("不满意", 0)),
    (("满意", 100), ("比较满意", 80), ("一般", 60), ("不满意", 0)),
    (("满意", 100), ("基本满意", 80), ("一般", 60), ("不满意", 0)),
    (("满意", 100), ("基本满意", 60), ("不满意", 0)),
)
"""Weights that questionnaires use; one is taken only where it gives every satisfaction printed."""
