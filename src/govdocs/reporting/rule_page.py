"""The pages of the rules, made from the rules: what ``govdocs rules`` shows and docs/rules holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from govdocs.checks.document.rule import DocumentRule
from govdocs.checks.engine import run_checks
from govdocs.checks.example import example_subject
from govdocs.checks.fingerprint import acceptance_block
from govdocs.checks.rule import Rule
from govdocs.finding import Finding
from govdocs.layout import LayoutRule

FAMILIES = {
    "F1": "资金和正文数据",
    "F2": "绩效目标和指标",
    "F3": "公文、附件和文字",
    "F4": "分值和得分",
    "F5": "正文与数字",
    "F6": "定稿文件",
    "F7": "重点绩效评价",
    "F9": "已说明",
    "L1": "公文版式：页面和版头（GB/T 9704-2012）",
    "L2": "公文版式：主体（GB/T 9704-2012）",
    "L3": "公文版式：版记和页码（GB/T 9704-2012）",
}
"""The families of rules by the first figure of their code."""

INDEX = "README.md"

AnyRule: TypeAlias = Rule | DocumentRule | LayoutRule
"""A rule over a case, over a finished document, or over its layout."""


def rule_list(rules: Iterable[AnyRule]) -> str:
    """One line a rule: code, level, name."""
    return "".join(f"{rule.code}  {rule.level.value}  {rule.name}\n" for rule in rules)


def rule_page(rule: Rule) -> str:
    """The page of one rule in Markdown; its wrong example is run, and the result printed."""
    scope = _scope(rule)
    parts = [
        f"# {rule.code} {rule.name}",
        f"级别：{rule.level.value}" + (f"　适用：{scope}" if scope else ""),
        f"## 查什么\n\n{rule.what}",
        f"## 为什么\n\n{rule.why}",
        f"## 怎样改\n\n{rule.mend}",
        f"## 依据\n\n{rule.source}",
        f"## 错的例子\n\n{_yaml(rule.example.wrong)}",
        *_result(rule),
        f"## 对的例子\n\n{_yaml(rule.example.right)}",
        "例子是加在一份[小案卷](../../src/govdocs/checks/small-case.yaml)上的片段，只写与之不同的部分。",
    ]
    return "\n\n".join(parts) + "\n"


def _scope(rule: Rule) -> str:
    words = ["、".join(sorted(rule.forms))] if rule.forms else []
    if rule.years is not None:
        words.append(f"{rule.years[0]}至{rule.years[1]}年度")
    return "；".join(words)


def _yaml(source: str) -> str:
    return f"```yaml\n{source.rstrip()}\n```"


def _result(rule: Rule) -> list[str]:
    findings = _of_rule(rule.code, run_checks(example_subject(rule.example.wrong)).findings)
    if not findings:
        return []
    finding = findings[0]
    lines = [f"- {finding.level.value}：{rule.sentence(finding)}"]
    lines += [f"- 位置：{spot.label}：{spot.shown or '空白'}" for spot in finding.spots]
    if finding.arithmetic:
        lines.append(f"- 算式：{finding.arithmetic}")
    if finding.hint:
        lines.append(f"- 线索：{rule.hint(finding)}")
    told = "## 会报告什么\n\n" + "\n".join(lines)
    if rule.code.startswith("F9"):
        return [told]
    block = acceptance_block(finding, person="姓名", date="2018-05-18")
    block = block.replace("reason: \n", "reason: 为什么照此报送\n")
    accept = f"## 怎样说明\n\n核实后照此报送的，在案卷中写明：\n\n```yaml\naccepted:\n{block}```"
    return [told, accept]


def _of_rule(code: str, findings: Iterable[Finding]) -> list[Finding]:
    found: list[Finding] = []
    for finding in findings:
        found += [finding] if finding.code == code else []
        found += _of_rule(code, finding.below)
    return found


def rule_index(rules: Sequence[AnyRule]) -> str:
    """The index of all pages, by family."""
    lines = [
        "# 校验规则",
        "",
        "本目录由 `govdocs rules --write docs/rules` 从规则生成，不要手工修改。",
        "级别：必错（能证明有错）、疑似（多半有错，请核对）、提示（宜改进或请确认）。",
    ]
    family = ""
    for rule in rules:
        if rule.code[:2] != family:
            family = rule.code[:2]
            lines += [
                "",
                f"## {FAMILIES.get(family, family)}",
                "",
                "| 规则 | 级别 | 名称 |",
                "|---|---|---|",
            ]
        lines.append(f"| [{rule.code}]({rule.code}.md) | {rule.level.value} | {rule.name} |")
    return "\n".join(lines) + "\n"
