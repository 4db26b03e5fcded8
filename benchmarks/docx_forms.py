"""Word: govdocs, its gate on, beside plain docxtpl on the same work, in one run.

    python benchmarks/docx_forms.py

The form has 36 indicators and 30 paragraphs; the table has 10,000 rows of 8 columns. docxtpl
opens, renders and saves for each document, as it is used; govdocs fills a template compiled
once. The texts of both must be equal. Memory is the largest resident size of a process of its
own that makes one table.
"""

from __future__ import annotations

import argparse
import io
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

COLUMNS = ("level1", "level2", "level3", "name", "target", "actual", "unit", "reason")


def form_template(paragraphs: int) -> bytes:
    from docx import Document

    document = Document()
    document.sections[0].header.paragraphs[0].text = "{{ fund.name }}"
    for at in range(paragraphs):
        document.add_paragraph(
            f"第{at}段：{{{{ fund.name }}}}预算{{{{ fund.budget }}}}万元，"
            "执行{{ fund.spent }}万元，执行率{{ fund.rate }}。"
        )
    table = document.add_table(4, len(COLUMNS), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.text = name
    table.cell(1, 0).text = "{%tr for row in indicators %}"
    for cell, name in zip(table.rows[2].cells, COLUMNS, strict=True):
        cell.text = f"{{{{ row.{name} }}}}"
    table.cell(3, 0).text = "{%tr endfor %}"
    document.add_paragraph("以上。")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def plain_case(rows: int, number: int = 0) -> dict[str, Any]:
    """The case as docxtpl gets it."""
    return {
        "fund": {
            "name": f"开放型经济与流通产业发展专项资金{number}",
            "budget": f"{58000 + number}",
            "spent": "55732.5",
            "rate": "96%",
        },
        "indicators": [
            {
                "level1": ("产出指标", "效益指标")[at % 36 // 18],
                "level2": f"二级指标{at % 36 // 6}",
                "level3": f"三级指标{at}",
                "name": f"进出口总额增长率（第{at}项）",
                "target": f"{at}.50",
                "actual": f"≥{at}",
                "unit": "万元",
                "reason": "" if at % 3 else f"A&B公司<{at}",
            }
            for at in range(rows)
        ],
    }


def values_of(node: Any, path: tuple[str | int, ...] = ()) -> Any:
    """The same case as govdocs sees it."""
    from govdocs.tags.values import Record, Rows, Value

    if isinstance(node, Mapping):
        return Record({name: values_of(child, (*path, name)) for name, child in node.items()}, path)
    if isinstance(node, list):
        return Rows([values_of(row, (*path, at)) for at, row in enumerate(node)], path)
    return Value(node, path)


def text_of(data: bytes) -> list[str]:
    from docx import Document
    from docx.oxml.ns import qn

    body = Document(io.BytesIO(data)).element.body
    return [
        "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        for paragraph in body.iter(qn("w:p"))
    ]


def with_docxtpl(template: bytes, case: dict[str, Any]) -> bytes:
    from docxtpl import DocxTemplate

    document = DocxTemplate(io.BytesIO(template))
    document.render(case, autoescape=True)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def median_seconds(work: Callable[[], object], times: int) -> float:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def compare_forms(times: int) -> None:
    from govdocs.rendering.docx import compile_docx

    template = form_template(30)
    cases = [plain_case(36, number) for number in range(times)]
    contexts = [values_of(case) for case in cases]
    compiled = compile_docx(template, name="form.docx")
    for case, context in zip(cases[:3], contexts, strict=False):
        assert text_of(with_docxtpl(template, case)) == text_of(compiled.fill(context).data)
    plain, ours = iter(cases), iter(contexts)
    slow = median_seconds(lambda: with_docxtpl(template, next(plain)), times)
    fast = median_seconds(lambda: compiled.fill(next(ours)), times)
    start = time.perf_counter()
    compile_docx(template, name="form.docx")
    compiling = time.perf_counter() - start
    print("form of 36 indicators, texts equal")
    print(f"  docxtpl   {slow * 1000:7.2f} ms a document   {1 / slow:7.0f} documents/s")
    print(
        f"  govdocs   {fast * 1000:7.2f} ms a document   {1 / fast:7.0f} documents/s"
        f"   {slow / fast:.1f} times as many"
    )
    print(f"  compiling once: {compiling * 1000:.0f} ms")


def table(engine: str, rows: int) -> None:
    """One table in a process of its own; prints seconds and the largest resident size."""
    template = form_template(0)
    case = plain_case(rows)
    work: Callable[[], object]
    if engine == "docxtpl":

        def work() -> object:
            return with_docxtpl(template, case)
    else:
        from govdocs.rendering.docx import compile_docx

        context = values_of(case)
        compiled = compile_docx(template, name="table.docx")
        compiled.fill(values_of(plain_case(1)))

        def work() -> object:
            return compiled.fill(context)

    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    megabytes = largest_resident_size()
    print(f"  {engine:8}{rows:7} rows {seconds:7.3f} s {megabytes:6.0f} MB")


def largest_resident_size() -> float:
    """MB; on Linux from the process's own count, since getrusage also remembers the parent's."""
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--table", nargs=2, metavar=("ENGINE", "ROWS"))
    options.add_argument("--times", type=int, default=40)
    chosen = options.parse_args()
    if chosen.table:
        table(chosen.table[0], int(chosen.table[1]))
        return
    compare_forms(chosen.times)
    print("one table of 8 columns, each in a process of its own")
    sys.stdout.flush()
    for engine, rows in (
        ("docxtpl", 10_000),
        ("govdocs", 1_000),
        ("govdocs", 2_000),
        ("govdocs", 10_000),
        ("govdocs", 20_000),
    ):
        subprocess.run([sys.executable, __file__, "--table", engine, str(rows)], check=True)


if __name__ == "__main__":
    main()
