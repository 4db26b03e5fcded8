"""Templates and their fields on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from govdocs.filing.template_check import check_template
from govdocs.filing.template_home import TemplateHome
from govdocs.reporting.problem_text import render_problems
from govdocs.tags.evaluation.fields import evaluation_fields
from govdocs.tags.fields import case_fields
from govdocs.tags.filters import FILTERS
from govdocs.tags.schema_tree import FieldNode

KINDS = {"value": "值", "record": "组", "rows": "列表"}
FILTER_NAMES = {
    "with_unit": "带单位印出：560 → 560万元",
    "bare": "去掉单位：6.5亿美元 → 6.5",
    "day_cn": "日期写成 2018年5月18日",
    "chinese_number": "数字写成一、二、三",
    "join": "列表连成一行，缺省用顿号",
    "otherwise": "空白时改印别的文字：{{ x|otherwise('无') }}",
    "length": "列表的行数",
    "merge": "与上下相同的单元格合并：{{ row.level1|merge }}",
    "anchored": "标题可在目录中引用页码：{{ block.heading|anchored }}",
    "page_number": "同一标题所在页码：{{ entry.heading|page_number }}",
}


def template_lines(folders: Sequence[Path]) -> list[str]:
    """List the templates that a build would use, the office's own first."""
    return [f"{path.name}\t{path}" for path in TemplateHome.of(folders).all()]


def field_lines(search: str = "") -> Iterator[str]:
    """List the fields that a template may use: name, Chinese name, kind, unit, explanation."""
    yield "字段\t中文名\t类型\t单位\t说明"
    yield from _lines_of(case_fields(), search)
    if not search:
        yield ""
        yield "重点绩效评价的案卷和模板可用的字段"
    yield from _lines_of(evaluation_fields(), search)
    if not search:
        yield ""
        yield "筛选器（写在字段后，用竖线隔开）"
        for name in FILTERS:
            yield f"{name}\t{FILTER_NAMES[name]}"
        yield ""
        yield "列表的一行用循环取出：{%tr for row in evaluation.indicators %} … {%tr endfor %}，行内写 {{ row.name }}"


def _lines_of(fields: FieldNode, search: str) -> Iterator[str]:
    for path, node in fields.walk():
        if search and search not in path and search not in node.title:
            continue
        by_name = "可按名称取一行，如 " + path + ".名称" if node.by_name else ""
        explain = "；".join(part for part in (node.explain, by_name) if part)
        yield f"{path}\t{node.title}\t{KINDS[node.kind]}\t{node.unit}\t{explain}"


def check_lines(files: Sequence[Path], folders: Sequence[Path]) -> tuple[list[str], bool]:
    """Check templates (all that a build would use where none is named); say what was found."""
    lines: list[str] = []
    sound = True
    for file in files or TemplateHome.of(folders).all():
        problems = check_template(file)
        if problems:
            sound = False
            lines.append(f"× {file}：{len(problems)}处问题")
            lines.append(render_problems(problems))
        else:
            lines.append(f"√ {file}")
    return lines, sound
