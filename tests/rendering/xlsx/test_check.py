"""Everything that is wrong with an Excel template is said in one run."""

from __future__ import annotations

from govdocs.rendering.xlsx import check_xlsx
from govdocs.tags.schema_tree import FieldNode
from tests.rendering.xlsx.making import template

FIELDS = FieldNode(
    "",
    "案卷",
    "record",
    children={
        "name": FieldNode("name", "名称", "value"),
        "rows": FieldNode(
            "rows", "各行", "rows", children={"text": FieldNode("text", "文字", "value")}
        ),
    },
)


def test_misspelt_fields_are_named_beside_faulty_tags() -> None:
    source = template(
        {
            "A1": "｛｛ name ｝｝",
            "A2": "{{ nmae }}",
            "A3": "{{ name| }}",
            "A4": "{%tr for r in rows %}",
            "A5": "{{ r.txet }}",
            "A6": "{%tr endfor %}",
        }
    )
    found = {
        (getattr(problem.place, "cell", ""), problem.code)
        for problem in check_xlsx(source, FIELDS, name="模板.xlsx")
    }
    assert {cell for cell, _ in found} == {"A1", "A2", "A3", "A5"}
    assert ("A2", "xlsx.unknown_field") in found
    assert ("A5", "xlsx.unknown_field") in found


def test_a_sound_template_has_nothing_to_say() -> None:
    assert check_xlsx(template({"A1": "{{ name }}"}), FIELDS) == []
