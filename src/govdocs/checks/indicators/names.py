"""F201, F203, F206, F216: the same rows, names and groups in both attachments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from govdocs.checks.rows import alike, bigrams, plain_name
from govdocs.checks.rule import Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level
from govdocs.model.case import Case
from govdocs.model.indicator import Filed


def _renamed(case: Case, first: tuple[int, str], second: tuple[int, str], variant: str) -> Finding:
    return Finding(
        "F201",
        Level.ERROR,
        (spot_at(case, "indicators", *first), spot_at(case, "indicators", *second)),
        variant=variant,
        expected=str(getattr(case.indicators[first[0]], first[1])),
        actual=str(getattr(case.indicators[second[0]], second[1])),
    )


def renamed_rows(subject: Subject) -> Iterator[Finding]:
    """A row's name in attachment 2 against attachment 1; lone rows that are one row renamed."""
    case = subject.case
    for at, row in enumerate(case.indicators):
        other = row.reported_name
        if row.filed is Filed.BOTH and other and plain_name(other) != plain_name(row.name):
            variant = "" if alike(row.name, other) else "other"
            yield _renamed(case, (at, "name"), (at, "reported_name"), variant)
    for first, second in _lone_pairs(case).items():
        yield _renamed(case, (first, "name"), (second, _name_field(case, second)), "")


def _name_field(case: Case, at: int) -> str:
    return "reported_name" if case.indicators[at].reported_name else "name"


def _lone_pairs(case: Case) -> dict[int, int]:
    """Rows that stand in one attachment alone, paired by likeness; near pairs only are compared."""
    index: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(case.indicators):
        if row.filed is Filed.EVALUATION:
            for pair in bigrams(row.reported_name or row.name):
                index[pair].append(at)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for at, row in enumerate(case.indicators):
        if row.filed is not Filed.DECLARATION:
            continue
        shared: dict[int, int] = defaultdict(int)
        own = bigrams(row.name)
        for pair in own:
            # A pair of characters that very many rows share tells nothing and would cost a product.
            for other in index[pair] if len(index[pair]) <= 50 else ():
                shared[other] += 1
        for other in sorted(shared, key=lambda o: -shared[o])[:5]:
            candidate = case.indicators[other]
            if other not in taken and alike(row.name, candidate.reported_name or candidate.name):
                pairs[at] = other
                taken.add(other)
                break
    return pairs


def rows_in_one_only(subject: Subject) -> Iterator[Finding]:
    """Rows that stand in one attachment alone and are no renamed row of the other."""
    case = subject.case
    pairs = _lone_pairs(case)
    paired = {*pairs, *pairs.values()}
    for at, row in enumerate(case.indicators):
        if row.filed is not Filed.BOTH and at not in paired:
            where = ("附件1", "附件2") if row.filed is Filed.DECLARATION else ("附件2", "附件1")
            yield Finding(
                "F203",
                Level.WARNING,
                (spot_at(case, "indicators", at, "name"),),
                details={"name": row.name, "here": where[0], "missing": where[1]},
            )


def equal_names(subject: Subject) -> Iterator[Finding]:
    """Two rows of one group that one attachment prints with one name, spaces aside."""
    case = subject.full
    first: dict[tuple[str, str, str, str], int] = {}
    seen: set[tuple[int, int]] = set()
    for at, row in enumerate(case.indicators):
        fields = [("name", row.name)] if row.filed is not Filed.EVALUATION else []
        if row.filed is not Filed.DECLARATION:
            fields.append(("reported_name", row.reported_name or row.name))
        for field, name in fields:
            key = (field, plain_name(row.level1), plain_name(row.level2), plain_name(name))
            earlier = first.setdefault(key, at)
            if earlier == at or (earlier, at) in seen:
                continue
            seen.add((earlier, at))
            yield Finding(
                "F206",
                Level.ERROR,
                (
                    spot_at(case, "indicators", earlier, field),
                    spot_at(case, "indicators", at, field),
                ),
                details={"first": str(earlier + 1), "second": str(at + 1)},
                actual=name,
            )


def _bare(group: str) -> str:
    return plain_name(group).removesuffix("指标")


def groups_of_form(subject: Subject) -> Iterator[Finding]:
    """一级指标 and 二级指标 against the tree of the form."""
    case = subject.case
    tree = {_bare(top.name): {_bare(g): g for g in top.groups} for top in subject.forms.tree}
    names = {_bare(top.name): top.name for top in subject.forms.tree}
    home = {group: names[top] for top, groups in tree.items() for group in groups}
    seen: set[tuple[str, str]] = set()
    for at, row in enumerate(case.indicators):
        top, group = _bare(row.level1), _bare(row.level2)
        if (top, group) in seen:
            continue
        seen.add((top, group))
        if top in tree and group in tree[top]:
            continue
        if top not in tree:
            variant, field, right = "level1", "level1", "、".join(names.values())
        elif group in home:
            variant, field, right = "moved", "level2", home[group]
        else:
            variant, field, right = "level2", "level2", "、".join(tree[top].values())
        yield Finding(
            "F216",
            Level.WARNING if variant == "moved" else Level.NOTE,
            (spot_at(case, "indicators", at, field), spot_at(case, "indicators", at, "name")),
            variant=variant,
            details={"name": row.name, "level1": row.level1},
            expected=right,
            actual=str(getattr(row, field)),
        )


_ROW = "{{level1: 产出指标, level2: {group}, name: {name}, target: 3个, actual: 3个{more}}}"


def _rows(*rows: tuple[str, str, str]) -> str:
    lines = [_ROW.format(group=group, name=name, more=more) for group, name, more in rows]
    return "indicators:\n" + "\n".join(f"  - {line}" for line in lines)


_PLATFORMS = ("数量指标", "建设公共服务平台数量", "")

RULES = (
    Rule(
        code="F201",
        name="两个附件的指标名称一致",
        level=Level.ERROR,
        check=renamed_rows,
        what="同一行指标在附件1和附件2中的名称应当相同（空格和全半角不计）；只在一个附件出现、但与另一附件某行名称相近（相似度0.8以上）的，视为改了名。",
        why="自评是对照申报的目标逐项考核，名称改了一个字，考核的就可能是另一件事（进口与出口）。",
        mend="以附件1为准改回附件2的名称；附件1写错的，按批复的目标更正。",
        source="财预〔2018〕29号：自评表对照年初设定的绩效指标填写",
        example=Example(
            wrong=_rows(
                ("数量指标", "建设公共服务平台数量", ", reported_name: 建设公共服务平台数")
            ),
            right=_rows(_PLATFORMS),
        ),
        sentences={
            "": "指标改了名：附件1为“{expected}”，附件2为“{actual}”",
            "other": "同一行指标，附件1为“{expected}”，附件2为“{actual}”，不像同一项指标",
        },
    ),
    Rule(
        code="F203",
        name="两个附件的指标行对应",
        level=Level.WARNING,
        check=rows_in_one_only,
        what="附件1列出的指标，附件2应当逐行自评；附件2也不应多出附件1没有的指标。",
        why="漏评的指标等于没有完成情况，多出的指标没有年初目标可比。",
        mend="补上缺的一行；年中批准调整目标的，在“说明”栏写明。",
        source="财预〔2018〕29号：按照批复的绩效目标逐项自评",
        example=Example(
            wrong=_rows(("数量指标", "举办培训班次数", ", filed: 仅附件1"), _PLATFORMS),
            right=_rows(("数量指标", "举办培训班次数", ""), _PLATFORMS),
        ),
        sentences={"": "指标“{name}”只列在{here}，{missing}没有"},
    ),
    Rule(
        code="F206",
        name="同组指标不重名",
        level=Level.ERROR,
        check=equal_names,
        what="同一个附件中，同一个二级指标下不应有两行名称相同（空格、全半角不计）的三级指标。",
        why="重名多半是复制后忘了改，另一项指标因此漏填。",
        mend="改正名称，或删去重复的一行。",
        source="指标表各行应当可以区分",
        example=Example(
            wrong=_rows(
                _PLATFORMS, ("数量指标", "举办培训班次数", ", reported_name: 建设公共服务平台数量")
            ),
            right=_rows(_PLATFORMS, ("数量指标", "举办培训班次数", "")),
        ),
        sentences={"": "第{first}行和第{second}行都是“{actual}”"},
    ),
    Rule(
        code="F216",
        name="一级、二级指标按表式设置",
        level=Level.WARNING,
        check=groups_of_form,
        what="一级指标、二级指标的名称和归属与所用表式的指标体系一致。",
        why="放错了组的指标在汇总、计分时会被算到别处。",
        mend="按表式改正；本地另有指标体系的可不理会本提示。",
        source="财预〔2015〕163号、财预〔2018〕29号所附表式的指标框架",
        example=Example(
            wrong=_rows(("经济效益指标", "带动出口企业数量", "")), right=_rows(_PLATFORMS)
        ),
        sentences={
            "": "二级指标“{actual}”不在一级指标“{level1}”之下",
            "level1": "一级指标“{actual}”不是表式所列（{expected}）",
            "level2": "二级指标“{actual}”不是一级指标“{level1}”下所列（{expected}）",
            "moved": "二级指标“{actual}”列在“{level1}”之下，表式中属于“{expected}”",
        },
    ),
)
