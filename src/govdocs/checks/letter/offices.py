"""F304–F308: who issues, signs, prints and receives the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from govdocs.checks.rows import plain_name
from govdocs.checks.rule import Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level
from govdocs.model.letter import Course
from govdocs.place import Path


def issuer_and_signature(subject: Subject) -> Iterator[Finding]:
    """署名 names the issuing organs; 发文机关标志 and 印发机关 belong to one of them."""
    case, letter = subject.full, subject.full.letter
    if letter is None:
        return
    issuers = [plain_name(name) for name in letter.issuers]
    issuer = spot_at(case, "letter", "issuers")
    signed = [plain_name(name) for name in letter.signatures or ()]
    if sorted(signed) != sorted(issuers):
        signature = spot_at(case, "letter", "signatures")
        yield Finding(
            "F304",
            Level.ERROR,
            (signature, issuer),
            variant="",
            expected=issuer.shown,
            actual=signature.shown,
        )
    mark = plain_name(letter.mark or "").removesuffix("文件")
    if mark and not any(name in mark or mark in name for name in issuers):
        spot = spot_at(case, "letter", "mark")
        yield Finding("F304", Level.WARNING, (spot, issuer), "mark", {}, issuer.shown, spot.shown)
    titled = _TITLED.match(plain_name(letter.title))
    if titled and not any(name in titled[1] or titled[1] in name for name in issuers):
        spot = spot_at(case, "letter", "title")
        yield Finding("F304", Level.WARNING, (spot, issuer), "title", {}, issuer.shown, titled[1])
    if letter.imprint is None:
        return
    printer = plain_name(letter.imprint.printer)
    if not any(printer.startswith(name) or name.startswith(printer) for name in issuers):
        spot = spot_at(case, "letter", "imprint", "printer")
        yield Finding("F304", Level.NOTE, (spot, issuer), "printer", {}, issuer.shown, spot.shown)


_TITLED = re.compile(r"([^{}《》]{2,30}?(?:厅|局|委|委员会|政府|办公室))关于")
_END = re.compile(r"[：:，,。；;、.]$")


def addressees(subject: Subject) -> Iterator[Finding]:
    """主送机关 without marks of their own, none twice, none also copied to or issuing."""
    case, letter = subject.case, subject.case.letter
    if letter is None:
        return
    names = [plain_name(name) for name in letter.addressees]
    copies = letter.imprint.copies_to if letter.imprint else ()
    others = {
        plain_name(name): ("letter", "imprint", "copies_to", n) for n, name in enumerate(copies)
    }
    for at, name in enumerate(letter.addressees):
        spot = spot_at(case, "letter", "addressees", at)
        plain = names[at]
        if _END.search(name):
            yield Finding(
                "F305", Level.ERROR, (spot,), "mark", {}, name.rstrip("：:，,。；;、."), name
            )
        elif plain in names[:at]:
            first = spot_at(case, "letter", "addressees", names.index(plain))
            yield Finding("F305", Level.ERROR, (spot, first), "twice", {}, "", name)
        elif plain in others:
            copy = spot_at(case, *others[plain])
            yield Finding("F305", Level.WARNING, (copy, spot), "copied", {}, "", name)
        elif plain in [plain_name(issuer) for issuer in letter.issuers]:
            issuer = spot_at(case, "letter", "issuers")
            yield Finding("F305", Level.WARNING, (spot, issuer), "own", {}, "", name)


_UPWARD = ("报告", "请示")
_NOT_UPWARD = ("通知", "批复", "函", "公告", "通告")


def course_of_letter(subject: Subject) -> Iterator[Finding]:
    """A paper upward names its signers; 报告 and 请示 go upward."""
    case, letter = subject.case, subject.case.letter
    if letter is None:
        return
    course = spot_at(case, "letter", "course")
    title = spot_at(case, "letter", "title")
    if letter.course is Course.UPWARD and not letter.signers:
        signers = spot_at(case, "letter", "signers")
        yield Finding("F306", Level.ERROR, (signers, course), "", {}, "签发人姓名", "")
    genre = plain_name(letter.title)
    if letter.course is not Course.UPWARD and genre.endswith(_UPWARD):
        yield Finding(
            "F306", Level.WARNING, (course, title), "upward", {}, "上行文", letter.course.value
        )
    if letter.course is Course.UPWARD and genre.endswith(_NOT_UPWARD):
        yield Finding(
            "F306", Level.WARNING, (course, title), "not_upward", {}, "", letter.course.value
        )
    if genre.endswith("请示") and len(letter.addressees) > 1:
        receivers = spot_at(case, "letter", "addressees")
        yield Finding("F306", Level.NOTE, (receivers, title), "one", {}, "", receivers.shown)


_TITLE_YEAR = re.compile(r"((?:19|20)\d\d)年度")
_NOTICE = re.compile(r"《[^》]*?((?:19|20)\d\d)年度[^》]*自评[^》]*》")


def years_in_titles(subject: Subject) -> Iterator[Finding]:
    """年度 in the letter's title and in the lines under the attachments' titles is the case's."""
    case = subject.full
    paths: list[tuple[str | int, ...]] = []
    if case.letter is not None:
        paths.append(("letter", "title"))
    for at in range(len(case.attachments)):
        paths += [("attachments", at, f) for f in ("title", "listed_title", "year_line")]
    for path in paths:
        spot = spot_at(case, *path)
        text = subject.prose[path].text if path in subject.prose else spot.shown
        years = {int(year) for year in _TITLE_YEAR.findall(plain_name(text))}
        if years and case.year not in years:
            yield Finding(
                "F307",
                Level.ERROR if path[0] == "attachments" else Level.WARNING,
                (spot, spot_at(case, "year")),
                details={"what": spot.label},
                expected=f"{case.year}年度",
                actual="、".join(f"{year}年度" for year in sorted(years)),
            )
    yield from _cited_notices(subject)


def _cited_notices(subject: Subject) -> Iterator[Finding]:
    """A notice on the self-evaluation of another year, cited where the letter names its ground."""
    case = subject.full
    for at in range(len(case.letter.opening) if case.letter else 0):
        path: Path = ("letter", "opening", at)
        spot = spot_at(case, *path)
        text = subject.prose[path].text if path in subject.prose else spot.shown
        for match in _NOTICE.finditer(text):
            if int(match[1]) != case.year:
                yield Finding(
                    "F307",
                    Level.WARNING,
                    (replace(spot, shown=match[0], span=match.span()), spot_at(case, "year")),
                    details={"what": f"{spot.label}引用的通知"},
                    expected=f"{case.year}年度",
                    actual=f"{match[1]}年度",
                )


def fund_names(subject: Subject) -> Iterator[Finding]:
    """专项名称 of attachment 1 against that of attachment 2."""
    case = subject.full
    first, second = case.fund.declared_name or case.fund.name, case.fund.name
    one, other = plain_name(first), plain_name(second)
    if one == other:
        return
    contained = one in other or other in one
    yield Finding(
        "F308",
        Level.NOTE if contained else Level.WARNING,
        (spot_at(case, "fund", "declared_name"), spot_at(case, "fund", "name")),
        variant="longer" if contained else "",
        expected=first,
        actual=second,
    )


RULES = (
    Rule(
        code="F304",
        name="发文机关、署名、红头和印发机关相符",
        level=Level.ERROR,
        check=issuer_and_signature,
        what="落款署名与发文机关相同；发文机关标志、标题开头的机关、印发机关属于发文机关。",
        why="红头是一家、落款是另一家的公文无效。",
        mend="更正写错的一处；署名、标志不填时由发文机关得出。",
        source="GB/T 9704-2012，7.2.4、7.3.5、7.4.3",
        example=Example(
            wrong="letter: {signatures: [某省商务厅]}", right="letter: {signatures: [某省财政厅]}"
        ),
        sentences={
            "": "落款署名是“{actual}”，发文机关是“{expected}”",
            "mark": "发文机关标志“{actual}”中没有发文机关“{expected}”",
            "title": "标题中的机关是“{actual}”，发文机关是“{expected}”",
            "printer": "印发机关“{actual}”看不出属于发文机关“{expected}”",
        },
    ),
    Rule(
        code="F305",
        name="主送机关的写法",
        level=Level.ERROR,
        check=addressees,
        what="主送机关只写名称（标点自动加），不重复，不与抄送机关、发文机关相同。",
        why="名称后自带冒号会印出两个冒号；既主送又抄送自相矛盾。",
        mend="去掉标点或重复的机关。",
        source="GB/T 9704-2012，7.3.2、7.4.2",
        example=Example(
            wrong='letter: {addressees: ["财政部："]}', right="letter: {addressees: [财政部]}"
        ),
        sentences={
            "mark": "主送机关“{actual}”自带标点，应写“{expected}”，冒号由程序加",
            "twice": "主送机关“{actual}”列了两次",
            "copied": "“{actual}”既是主送机关又是抄送机关",
            "own": "主送机关“{actual}”就是发文机关",
        },
    ),
    Rule(
        code="F306",
        name="行文方向与文种、签发人",
        level=Level.ERROR,
        check=course_of_letter,
        what="上行文标注签发人；报告、请示是上行文，通知、批复、函不是；请示一般只主送一个机关。",
        why="上行文缺签发人不合格式，会被退文。",
        mend="补填签发人，或更正行文方向。",
        source="GB/T 9704-2012，7.2.6；党政机关公文处理工作条例第十五条",
        example=Example(wrong="letter: {signers: null}", right="letter: {signers: [张三]}"),
        sentences={
            "": "上行文没有标注签发人",
            "upward": "标题是报告或请示，行文方向却是“{actual}”，应为{expected}",
            "not_upward": "行文方向是“{actual}”，标题的文种却不是报告、请示",
            "one": "请示一般只主送一个机关，现列有：{actual}",
        },
    ),
    Rule(
        code="F307",
        name="标题中的年度",
        level=Level.ERROR,
        check=years_in_titles,
        what="公文标题、附件标题和年度行中的“YYYY年度”，以及开头所引自评通知的年度，是案卷年度。",
        why="沿用上年文件忘了改年度。",
        mend="更正年度；年度行不填时由案卷年度得出。",
        source="自评表标题下（YYYY年度）",
        example=Example(
            wrong="attachments:\n  - {form: evaluation, title: 中央对地方专项转移支付区域（项目）绩效目标自评表, year_line: （2016年度）}\nletter: {sections: null, opening: [见附件。]}",
            right="attachments:\n  - {form: evaluation, title: 中央对地方专项转移支付区域（项目）绩效目标自评表, year_line: （2017年度）}\nletter: {sections: null, opening: [见附件。]}",
        ),
        sentences={"": "{what}写的是{actual}，案卷年度是{expected}"},
    ),
    Rule(
        code="F308",
        name="两个附件的专项名称一致",
        level=Level.WARNING,
        check=fund_names,
        what="附件1“专项名称”与附件2“专项（项目）名称”相同；一处只是多出括注等字样的，作提示。",
        why="名称不同，审核人无法确定是不是同一项资金。",
        mend="统一为下达文件中的名称。",
        source="财预〔2015〕163号、财预〔2018〕29号表头",
        example=Example(
            wrong="fund: {declared_name: 样例专项经费}", right="fund: {declared_name: 示例专项资金}"
        ),
        sentences={
            "": "附件1专项名称是“{expected}”，附件2是“{actual}”",
            "longer": "附件1专项名称“{expected}”与附件2“{actual}”详略不同，请确认是同一名称",
        },
    ),
)
