"""The pages of the layout rules, made from the rules."""

from __future__ import annotations

from govdocs.layout import LayoutRule


def layout_rule_page(rule: LayoutRule) -> str:
    """Return the page of one layout rule in Markdown."""
    parts = [
        f"# {rule.code} {rule.name}",
        f"级别：{rule.level.value}　适用：`govdocs check --layout`",
        f"## 查什么\n\n{rule.what}",
        f"## 为什么\n\n{rule.why}",
        f"## 怎样改\n\n{rule.mend}",
        f"## 依据\n\n{rule.source}",
    ]
    return "\n\n".join(parts) + "\n"
