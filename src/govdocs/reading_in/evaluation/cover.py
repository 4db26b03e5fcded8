"""Cover and signature page: which project, which region, who asked, who wrote, when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdocs.reading import FinishedDocument, Paragraph
from govdocs.reading_in.evaluation.said import Said
from govdocs.reading_in.placed import Gathered, Placed, PlacedTree

_TITLE = re.compile(r"(?:财政)?(?:支出)?(?:重点)?(?:项目)?(?:支出)?绩效(?:再|自)?评价(?:工作)?报告")
_TAIL = re.compile(
    r"(?P<name>.+?)(?P<title>(?:财政)?(?:重点)?(?:支出)?绩效(?:再|自)?评价(?:工作)?报告)(?:[（(].{1,12}[)）])?"
)
_PLACE = r"(?:省|自治区|市|自治州|州|盟|地区|县|自治县|区|旗)"
_REGION = re.compile(rf"(?P<region>[一-龥]{{1,12}}?{_PLACE})(?=[一-龥\d“])")
_BEFORE_YEAR = re.compile(rf"(?P<region>[一-龥]{{2,14}}{_PLACE})(?:本级)?(?=(?:19|20)\d\d)")
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)\s*(?:年|[-—－~～至])")
_YEAR_LINE = re.compile(r"[（(]\s*(?P<year>(?:19|20)\d\d)\s*年度?\s*[）)]")
_DATE = re.compile(r"(?P<day>\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)")
_CN_DATE = re.compile(
    r"[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_SIGNED = re.compile(
    r"(?:.*[\s　])?(?P<post>[一-龥]{2,14})[（(]签(?:字|名|章|字或盖章)?[)）]\s*[:：]?[\s_]*"
)
_LABELLED = (
    (("project", "finance_department"), r"委托(?:单位|方|机构|部门|人)"),
    (("cover", "evaluator"), r"(?:评价|受托|第三方|编制)(?:机构|单位|方)(?:名称)?|受托方"),
    (("project", "department"), r"(?:项目)?主管(?:部门|单位)(?:名称)?|被评价(?:单位|部门)"),
    (("project", "implementing_unit"), r"(?:项目)?(?:实施|承担)单位(?:名称)?|项目单位(?:名称)?"),
    (("project", "name"), r"(?:评价)?项目名称"),
    (("cover", "date"), r"(?:报告|评价|编制|成文|填报)?(?:日期|时间)"),
)  # fmt: skip
_FINANCE = re.compile(rf"(?P<region>[一-龥]{{2,12}}{_PLACE})财政[局厅]")
LONGEST_LINE = 60


def read_cover(
    document: FinishedDocument, front: Sequence[Paragraph], gathered: Gathered
) -> set[int]:
    """Read the labelled lines and the title of a report's first pages; return the ids of lines read.

    ``front`` are the short lines before the report's body.
    """
    read: set[int] = set()
    for paragraph in front:
        text = paragraph.full.strip()
        label, colon, value = text.replace(":", "：").partition("：")
        path = next(
            (p for p, words in _LABELLED if re.fullmatch(words, "".join(label.split()))), None
        )
        if colon and path is not None and value.strip():
            words = value.strip()
            if path[-1] == "date" and _DATE.fullmatch(words) is None:
                continue
            gathered.put(path, Placed(words, paragraph.place))
            read.add(id(paragraph))
        elif _CN_DATE.fullmatch("".join(text.split())) is not None:
            day = _in_figures("".join(text.split()))
            gathered.put(("cover", "date"), Placed(day, paragraph.place, f"原为{text}"))
            read.add(id(paragraph))
        elif _DATE.fullmatch(text) is not None:
            gathered.put(("cover", "date"), Placed("".join(text.split()), paragraph.place))
            read.add(id(paragraph))
        elif (year := _YEAR_LINE.fullmatch(text)) is not None:
            gathered.put(("year",), Placed(year["year"], paragraph.place))
            read.add(id(paragraph))
    read |= _title(front, read, gathered)
    last = [b for b in document.blocks if isinstance(b, Paragraph)]
    if "date" not in _group(gathered, "cover"):
        days = {
            "".join(p.full.split()): p for p in last if _CN_DATE.fullmatch("".join(p.full.split()))
        }
        if len(days) == 1:  # the day at the end of the report, where the cover has none
            text, paragraph = next(iter(days.items()))
            found = Placed(_in_figures(text), paragraph.place, f"原为{text}")
            gathered.put(("cover", "date"), found)
            read.add(id(paragraph))
    for block in document.blocks:
        if isinstance(block, Paragraph) and (signed := _SIGNED.fullmatch(block.full.strip())):
            _signer(Placed(signed["post"], block.place), gathered)
            read.add(id(block))
    return read


def _group(gathered: Gathered, name: str) -> dict[str, PlacedTree]:
    found = gathered.tree.get(name, {})
    assert isinstance(found, dict)
    return found


def _in_figures(words: str) -> str:
    """二〇二三年十一月三十日 in figures."""

    def number(part: str) -> str:
        digits = "〇一二三四五六七八九"
        part = part.replace("○", "〇").replace("零", "〇")
        if "十" not in part:
            return "".join(str(digits.index(c)) for c in part)
        tens, _, ones = part.partition("十")
        return str((digits.index(tens) if tens else 1) * 10 + (digits.index(ones) if ones else 0))

    return re.sub(r"[〇○零一二三四五六七八九十]+", lambda m: number(m[0]), words)


def _signer(post: Placed, gathered: Gathered) -> None:
    cover = gathered.tree.setdefault("cover", {})
    assert isinstance(cover, dict)
    signers = cover.setdefault("signers", [])
    assert isinstance(signers, list)
    if all(isinstance(known, Placed) and known.text != post.text for known in signers):
        signers.append(post)


def _title(front: Sequence[Paragraph], read: set[int], gathered: Gathered) -> set[int]:
    """Title lines up to …报告: the project above, the report's own name below."""
    lines: list[Paragraph] = []
    for paragraph in front:
        if id(paragraph) in read:
            continue
        text = "".join(paragraph.full.split())
        if not text:
            continue
        lines.append(paragraph)
        if text.endswith(("报告", "报告）", "报告)")) or _TAIL.fullmatch(text):
            break
        if len(lines) == 4:
            return set()
    if not lines or "报告" not in lines[-1].full:
        return set()
    last = "".join(lines[-1].full.split())
    above = "".join("".join(line.full.split()) for line in lines[:-1])
    if not above or not _TITLE.fullmatch(last):
        split = _TAIL.fullmatch(above + last)
        if split is None:
            return set()
        above, last = split["name"], split["title"]
    gathered.put(("cover", "title"), Placed(last, lines[-1].place))
    gathered.put(("whole_name",), Placed(above, lines[0].place))
    return {id(line) for line in lines}


_TOLD = (
    (("project", "finance_department"), re.compile(r"受(?P<name>[一-龥]{2,20}财政[局厅])(?:的)?委托")),
    (("project", "department"), re.compile(r"主管(?:部门|单位)(?:为|是)(?P<name>[一-龥]{3,24}?)(?=[。，；、（])")),
    (("project", "implementing_unit"), re.compile(r"(?:实施|承担)单位(?:为|是)(?P<name>[一-龥]{3,24}?)(?=[。，；、（])")),
    (("cover", "evaluator"), re.compile(r"委托(?P<name>[一-龥（）()]{4,30}?(?:公司|事务所|研究院|评审中心))(?=对|开展|[，。；（])")),
)  # fmt: skip


def read_told_names(texts: Sequence[Said], gathered: Gathered) -> None:
    """Offices that the prose names by what they do, where no labelled line has; two names are none."""
    for path, pattern in _TOLD:
        group = gathered.tree.get(str(path[0]))
        if isinstance(group, dict) and path[1] in group:
            continue
        found = {m["name"]: said for said in texts for m in pattern.finditer(said.text)}
        if len(found) == 1:
            name, said = next(iter(found.items()))
            gathered.put(path, Placed(name, said.place))


def settle_names(gathered: Gathered) -> None:
    """Split 永兴县2022年度外贸补贴项目 into region and project; tell the year."""
    tree = gathered.tree
    whole = tree.pop("whole_name", None)
    project = tree.setdefault("project", {})
    assert isinstance(project, dict)
    finance = project.get("finance_department")
    by_office = _FINANCE.match(finance.text) if isinstance(finance, Placed) else None
    if isinstance(whole, Placed):
        found = _BEFORE_YEAR.match(whole.text) or _REGION.match(whole.text)
        region = found["region"] if found is not None else ""
        if by_office is not None and whole.text.startswith(by_office["region"]):
            region = by_office["region"]
        if region:
            tree["region"] = Placed(region, whole.place)
        known = project.get("name")
        name = whole.text.removeprefix(region)
        if known is None and name:
            project["name"] = Placed(name, whole.place)
    if "region" not in tree and by_office is not None and isinstance(finance, Placed):
        tree["region"] = Placed(by_office["region"], finance.place)
    name_, region_ = project.get("name"), tree.get("region")
    if isinstance(name_, Placed) and isinstance(region_, Placed):
        project["name"] = Placed(name_.text.removeprefix(region_.text) or name_.text, name_.place)
    unit, department = project.get("implementing_unit"), project.get("department")
    if isinstance(unit, Placed) and isinstance(department, Placed) and unit.text == department.text:
        del project["implementing_unit"]  # left out, it is the department
    name_ = project.get("name")
    year = _YEAR.search(name_.text) if isinstance(name_, Placed) else None
    if "year" not in tree and year is not None and isinstance(name_, Placed):
        tree["year"] = Placed(year["year"], name_.place)
