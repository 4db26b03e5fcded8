"""The result on the disk: the case as YAML, the workbook, and where wanted each level's own case."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from govdocs.errors import InputError, Problem
from govdocs.place import FilePlace
from govdocs.rollup.gathering.gather import Gathered
from govdocs.rollup.policy import Policy
from govdocs.rollup.result.assemble import Top, assemble
from govdocs.rollup.result.explain import below_of
from govdocs.rollup.run import RollupRun


@dataclass(frozen=True, slots=True)
class Written:
    """The files of a run."""

    case: Path
    book: Path | None
    levels: tuple[Path, ...] = ()


def write_result(
    run: RollupRun,
    out: Path,
    *,
    book: Path | None = None,
    levels: Path | None = None,
    inputs: tuple[Path, ...] = (),
) -> Written:
    """Write the result to ``out`` (.yaml) and ``book`` (.xlsx); never over an input.

    ``levels`` is a folder for the case of each unit between the forms and the top, the same that
    its own roll-up gives. InputError ``rollup.result_suffix`` where ``out`` is no YAML.
    """
    from govdocs.intake import write_case_yaml
    from govdocs.writing.atomic import write_atomically

    if out.suffix.lower() not in (".yaml", ".yml"):
        raise InputError([Problem("rollup.result_suffix", FilePlace(str(out)), {"name": out.name})])
    if book is not None:
        from govdocs.rollup.result.workbook import result_book

        write_atomically(book, result_book(run), inputs=inputs)
    parts = []
    for name, text in (level_cases(run) if levels is not None else {}).items():
        assert levels is not None
        part = levels / f"{name}.yaml"
        write_atomically(part, text.encode("utf-8"), inputs=inputs)
        parts.append(part)
    write_atomically(out, write_case_yaml(run.case).encode("utf-8"), inputs=inputs)
    return Written(out, book, tuple(parts))


def level_cases(run: RollupRun) -> dict[str, str]:
    """Return the YAML of each unit between the forms and the top, by its name."""
    from govdocs.intake import write_case_yaml

    record = run.record
    parents = {node.name: node.parent for node in record.nodes}
    texts = {}
    by_node = below_of(record, run.returns)
    for node in record.nodes:
        below = by_node.get(node.name)
        if not below:
            continue
        missing = [m for m in record.missing if node.name in _chain(m.parent, parents)]
        nodes = [n for n in record.nodes if node.name in _chain(n.parent, parents)]
        names = (
            {one.name for one in below}
            | {m.name for m in missing}
            | {node.name}
            | {n.name for n in nodes}
        )
        found = Gathered(
            returns=below,
            nodes=nodes,
            missing=missing,
            left_out=[row for row in record.left_out if row.unit in names],
        )
        case = assemble(
            run.base,
            found,
            run.adding,
            Policy(),
            Top(
                node.name,
                node.level,
                len(below) + len(missing) if record.listed is not None else None,
            ),
        )
        assert case.rollup is not None
        own = case.rollup.model_copy(update={"policy": record.policy})
        texts[node.name] = write_case_yaml(case.model_copy(update={"rollup": own}))
    return texts


def _chain(name: str | None, parents: dict[str, str | None]) -> list[str]:
    steps: list[str] = []
    while name is not None and name not in steps:
        steps.append(name)
        name = parents.get(name)
    return steps
