"""The page of a rule over finished documents: what it looks at, why, and its two examples."""

from __future__ import annotations

from govdocs.checks.document.rule import DocumentRule


def document_rule_page(rule: DocumentRule) -> str:
    """The page of one rule in Markdown; a line of an example is a paragraph, ``|`` lines are a table."""
    parts = [
        f"# {rule.code} {rule.name}",
        f"级别：{rule.level.value}　适用：定稿的 Word、Excel 文件",
        f"## 查什么\n\n{rule.what}",
        f"## 为什么\n\n{rule.why}",
        f"## 怎样改\n\n{rule.mend}",
        f"## 依据\n\n{rule.source}",
    ]
    if rule.example is not None:
        parts.append(f"## 错的例子\n\n{_text(rule.example.wrong)}")
        parts.append(f"## 对的例子\n\n{_text(rule.example.right)}")
        parts.append(
            "例子中一行是一段，以“|”开头的各行是一张表，“^”是与上格合并，“<”是与左格合并。"
        )
    return "\n\n".join(parts) + "\n"


def _text(example: str) -> str:
    return f"```text\n{example.rstrip()}\n```"
