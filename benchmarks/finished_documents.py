"""Finished documents: the share of proved contradictions found, false alarms, changed digits, time and memory.

    python -m benchmarks.finished_documents

Both example documents are typed into Word first; without them only changed digits, time and memory
are measured.
"""

from __future__ import annotations

import random
import re
import resource
import time

from tests.reading import seeds
from tests.reading.papers import typed
from tests.reading.test_sound_documents import SOUND
from tests.reading.truth import ALSO_TRUE, EVALUATION, SELF_EVALUATION, SUSPECT, Wrong
from tests.reading.written import Grid, docx_of

from govdocs.checks.document.engine import check_document
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import CheckResult, Level
from govdocs.reading import read_document

_CHARACTERS = 70_000
"""What 100 pages hold."""


def checked(data: bytes) -> CheckResult:
    return check_document(DocumentSubject(read_document(data, name="报告.docx")))


def share_found() -> None:
    print("| document | class | proved wrong | found | findings | false |")
    print("|---|---|---|---|---|---|")
    made = (
        ("self-evaluation of a province", seeds.self_evaluation, SELF_EVALUATION),
        ("evaluation report of a county", seeds.evaluation, EVALUATION),
    )
    for name, make, truth in made:
        found = checked(make()).findings
        known = [w for w in (*truth, *ALSO_TRUE, *SUSPECT) if w.code]
        false = [f for f in found if not any(w.is_found_by(f) for w in known)]
        for kinds, label in (("NX", "figures, names"), ("F", "forms"), ("T", "wording")):
            rows = [w for w in truth if w.kind in kinds]
            hits = [w for w in rows if w.code and any(w.is_found_by(f) for f in found)]
            last = f"{len(found)} | {len(false)}" if kinds == "NX" else "|"
            print(f"| {name} | {label} | {_rows(rows)} | {_rows(hits)} | {last} |")


def _rows(wrong: list[Wrong]) -> int:
    return sum(len(w.ids) for w in wrong)


def changed_digits() -> None:
    """Every figure of the sound documents of the tests with one digit changed, one at a time."""
    dice = random.Random(9704)
    figures = found = 0
    for text in SOUND.values():
        for match in re.finditer(r"(?<![表\d-])\d+(?:\.\d+)?(?!年|月|日|-\d)", text):
            at = match.start() + dice.randrange(len(match[0]))
            at = at if text[at].isdigit() else match.start()
            digit = dice.choice([d for d in "123456789" if d != text[at]])
            figures += 1
            found += bool(checked(typed(text[:at] + digit + text[at + 1 :])).findings)
    print(f"\nOne digit changed: {found} of {figures} figures of the sound documents are noticed,")
    print(f"the unchanged {len(SOUND)} documents give no finding.")


def long_report() -> bytes:
    """100 pages with 50 tables of 20 rows: some 800 paragraphs of 90 characters."""
    blocks: list[str | Grid] = ["云阳县2021年农村公路养护资金绩效评价报告"]
    for section in range(50):
        blocks.append(f"（{section + 1}）第{section + 1}项工作")
        for part in range(15):
            amount, share = 100 + section * 7 + part, 40 + part
            blocks.append(
                f"2021年该县第{section + 1}类第{part + 1}批项目安排资金{amount}.5万元，其中省级补助{share}万元，"
                f"建设里程{section + part}.3公里，受益群众{amount * 3}人，较上年增长{part + 1}.2%，项目资金拨付及时，管理规范。"
            )
        rows = [["序号", "单位", "预算数（万元）", "执行数（万元）", "执行率"]]
        rows += [[str(n), f"单位{n}", "100", str(60 + n), f"{60 + n}%"] for n in range(1, 20)]
        rows.append(["合计", "<", "1900", str(sum(60 + n for n in range(1, 20))), "70.00%"])
        blocks += [f"表{section + 1} 资金执行情况表", rows]
    return docx_of(*blocks)


def varied_report() -> bytes:
    """All sound documents of the tests one behind another, again and again up to 100 pages: varied prose and tables."""
    lines: list[str] = []
    while sum(map(len, lines)) < _CHARACTERS:
        for text in SOUND.values():
            lines += text.strip().split("\n")
    return typed("\n".join(lines))


def time_and_memory(name: str, data: bytes) -> None:
    start = time.process_time()
    document = read_document(data, name="长报告.docx")
    read = time.process_time() - start
    result = check_document(DocumentSubject(document))
    whole = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    errors = sum(f.level is Level.ERROR for f in result.findings)
    print(
        f"\n{name}: {len(document.paragraphs)} paragraphs, {len(document.tables)} tables: read in {read:.2f} s,"
    )
    print(
        f"read and checked in {whole:.2f} s, peak {peak:.0f} MB, {errors} errors, coverage "
        f"{result.coverage.checked} of {result.coverage.figures} figures"
    )


if __name__ == "__main__":
    time_and_memory("one kind of sentence", long_report())
    time_and_memory("varied prose and tables", varied_report())
    if seeds.available():
        share_found()
    changed_digits()
