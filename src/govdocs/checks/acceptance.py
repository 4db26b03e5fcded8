"""已说明: findings that the case answers for, and answers that answer nothing any more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from govdocs.checks.fingerprint import fingerprint, same_fingerprint
from govdocs.checks.rule import EVERY_KIND, Example, Rule
from govdocs.checks.subject import Subject
from govdocs.finding import AcceptedBy, CheckResult, Finding, Level, Spot
from govdocs.model.acceptance import Acceptance
from govdocs.place import dotted

UNUSED, OUTDATED = "F901", "F902"


@dataclass(frozen=True, slots=True)
class ExplanationItem:
    """One line of the 审核情况说明: the accepted finding and who answers for it."""

    number: int
    finding: Finding
    accepted: AcceptedBy


def explanation_items(result: CheckResult) -> tuple[ExplanationItem, ...]:
    """List the accepted findings in the order of the paper, numbered from 1."""
    accepted = [(f, f.accepted) for f in result.findings if f.accepted is not None]
    return tuple(ExplanationItem(n, f, by) for n, (f, by) in enumerate(accepted, 1))


def with_acceptances(
    findings: Sequence[Finding],
    acceptances: Sequence[Acceptance],
    ran: frozenset[str],
    *,
    complete: bool,
) -> list[Finding]:
    """Mark the findings that ``acceptances`` answer for and add those about the acceptances.

    An acceptance holds where rule, place and everything that stood there are the same as when it
    was written; one of a head holds for all below it. Nothing is said about acceptances of rules
    that did not run: ``ran`` names those that did, ``complete`` says that these are all there are.
    """
    accepted_by: dict[int, AcceptedBy] = {}
    about: list[Finding] = []
    everything = [child for head in findings for child in (head, *head.below)]
    for at, acceptance in enumerate(acceptances):
        candidates = [f for f in everything if _same_place(f, acceptance)]
        holding = [f for f in candidates if same_fingerprint(acceptance.value, fingerprint(f))]
        for finding in holding:
            accepted_by[id(finding)] = AcceptedBy(
                acceptance.reason, acceptance.person, acceptance.date.isoformat()
            )
        if holding:
            continue
        if candidates:
            about.append(_outdated(at, acceptance, candidates[0]))
        elif acceptance.rule in ran or (complete and not _broke(acceptance.rule, ran)):
            about.append(_unused(at, acceptance))
    return [_marked(head, accepted_by) for head in findings] + about


def _same_place(finding: Finding, acceptance: Acceptance) -> bool:
    if finding.code != acceptance.rule:
        return False
    return any(dotted(spot.path) == acceptance.place for spot in finding.spots)


def _broke(code: str, ran: frozenset[str]) -> bool:
    """A rule of the package that did not run broke; it may well have found what is accepted."""
    from govdocs.checks.registry import rule_of

    return rule_of(code) is not None and code not in ran


def _marked(head: Finding, accepted_by: dict[int, AcceptedBy]) -> Finding:
    by = accepted_by.get(id(head))
    below = tuple(replace(f, accepted=by or accepted_by.get(id(f))) for f in head.below)
    return replace(head, accepted=by, below=below)


def _spot(at: int, acceptance: Acceptance) -> Spot:
    return Spot(
        ("accepted", at),
        f"已说明第{at + 1}条（{acceptance.rule}，{acceptance.place}）",
        acceptance.value,
    )


def _unused(at: int, acceptance: Acceptance) -> Finding:
    return Finding(
        UNUSED,
        Level.WARNING,
        (_spot(at, acceptance),),
        details={"rule": acceptance.rule, "place": acceptance.place},
    )


def _outdated(at: int, acceptance: Acceptance, finding: Finding) -> Finding:
    return Finding(
        OUTDATED,
        Level.WARNING,
        (_spot(at, acceptance), finding.spots[0]),
        details={"rule": acceptance.rule, "place": acceptance.place},
        expected=fingerprint(finding),
        actual=acceptance.value,
        hint="copy",
    )


def _by_the_engine(_subject: Subject) -> Iterator[Finding]:
    """Nothing: only after all rules have run can it be told what an acceptance matches."""
    return iter(())


_ACCEPTED = """\
accepted:
  - rule: F101
    place: execution.total.budget
    value: {value}
    reason: 已核实原始凭证
    person: 张三
    date: 2018-05-18
"""

RULES = (
    Rule(
        code=UNUSED,
        kinds=EVERY_KIND,
        name="说明没有对应的问题",
        level=Level.WARNING,
        check=_by_the_engine,
        what="案卷“已说明”中的一条，按其规则和位置已经找不到对应的问题。",
        why="问题改好以后，说明应当一并删去，否则以后同一处再出错时容易误以为已经核实过。",
        mend="删去这一条；如果是位置或规则代号写错，照校验报告给出的写法改正。",
        source="本程序的约定：说明必须与问题一一对应",
        example=Example(
            wrong=_ACCEPTED.format(value="“1000；600；300；100”"), right="accepted: []"
        ),
        sentences={
            "": "这条说明（{rule}，{place}）没有对应的问题：问题已改正，或位置、规则代号有误",
        },
    ),
    Rule(
        code=OUTDATED,
        kinds=EVERY_KIND,
        name="说明后数值又有改动",
        level=Level.WARNING,
        check=_by_the_engine,
        what="案卷“已说明”中的一条，其记录的当时数值与现在的内容不同，说明不再成立。",
        why="说明只对核实时的数值负责；数值改了以后，须重新核实。",
        mend="重新核实；仍照此报送的，把“当时数值”改为报告给出的内容，并更新理由和日期。",
        source="本程序的约定：说明只对当时的数值有效",
        example=Example(
            wrong="execution:\n  total: {budget: 900}\n" + _ACCEPTED.format(value="“800；1000”"),
            right="accepted: []",
        ),
        sentences={
            "": "这条说明（{rule}，{place}）记录的是“{actual}”，现在是“{expected}”，说明不再成立",
            "copy": "核实后仍照此报送的，请把当时数值改为：{expected}",
        },
    ),
)
