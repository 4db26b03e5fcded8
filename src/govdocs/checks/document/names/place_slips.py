"""The report's own place with one character wrong, another place in its project's name, a title of another province."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.names.divisions import provinces_and_prefectures, short_name
from govdocs.checks.document.names.whose import PROVINCES, own_place
from govdocs.checks.document.spots import cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.prose.judgement import Cited
from govdocs.prose.words.folding import squeeze

_IN_TITLE = re.compile(
    r"^(?:20\d\d年度?)?(?:关于)?(?:报送|印发|下达|拨付|申报)?(?P<name>[一-龥]{2,4}?(?:自治县|[县区市]))(?=[一-龥]{0,12}20\d\d|[一-龥]{4,}|20\d\d)"
)
_SIGNED = re.compile(
    r"^(?P<name>[一-龥]{2,4}?[县区市])(?:人民政府|[一-龥]{2,12}(?:局|委|办公室))(?:$|[ 　])"
)
_DATE = re.compile(r"20\d{2}年\d{1,2}月\d{1,2}日")
_ITSELF = re.compile(
    r"(?:将|要|已|应|计划|拟|全年|共|各|20\d\d年|财政局|人民政府|政府|委|按照|按|始终|坚持|认真|严格|高度)"
)
_PROJECT = re.compile(r"[“\"《](?P<name>[一-龥]{2,4}[县区])(?=20\d\d年)")
_PROVINCE_TITLE = re.compile(
    r"《(?P<name>[一-龥]{2,3}(?:省|壮族自治区|回族自治区|维吾尔自治区|自治区))(?P<rest>[^《》]{4,60})》[ 　]*[（(](?P<word>[一-龥])[一-龥]{1,8}[〔\[（(]\d{4}"
)


def place_slips(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge names of places that stand where the own name, or that of the own province, belongs."""
    yield from _provinces(subject)
    own = _own_name(subject)
    whole = squeeze("".join(p.text for p in subject.passages))
    if len(own) < 3 or own not in whole:
        return
    near = _near(own)
    often = whole.count(own) > 1
    for passage in subject.passages:
        for match in near.finditer(passage.text):
            if match["name"] == own or whole.count(match["name"]) > 1:
                continue
            if often and _ITSELF.match(passage.text, match.end()):
                yield _judged(Cited(passage, match.span("name")), "near", own)
        for match in _PROJECT.finditer(passage.text):
            name = match["name"]
            if own[-1] in "县区" and own not in name and whole.count(name) == 1:
                yield _judged(Cited(passage, match.span("name")), "project", own)


def _judged(cited: Cited, variant: str, own: str) -> Judged:
    return Judged(
        False, (cited_spot(cited),), (), variant, {"label": cited.passage.label, "own": own},
        expected=own, actual=cited.text,
    )  # fmt: skip


def _near(own: str) -> re.Pattern[str]:
    """Names at the head of a clause with one character of the own name changed, its last kept."""
    forms = [
        re.escape(own[:at]) + "[一-龥]" + re.escape(own[at + 1 :]) for at in range(len(own) - 1)
    ]
    return re.compile(rf"(?:^|(?<=[，。；：]))(?P<name>{'|'.join(forms)})")


def _own_name(subject: DocumentSubject) -> str:
    """The county or city whose report it is, a made-up or masked name as well."""
    known = own_place(subject)
    if known is not None:
        return known.name
    titled = _IN_TITLE.match(squeeze(subject.document.title))
    if titled is not None:
        return titled["name"]
    paragraphs = subject.document.paragraphs
    for at in range(len(paragraphs) - 1, 0, -1):
        if _DATE.fullmatch(squeeze(paragraphs[at].text)):
            signed = _SIGNED.match(paragraphs[at - 1].text.strip())
            return signed["name"] if signed is not None else ""
    return ""


def _provinces(subject: DocumentSubject) -> Iterator[Judged]:
    """《甲省……办法》 under a number that begins with the short name of another province."""
    known = provinces_and_prefectures()
    for passage in subject.passages:
        for match in _PROVINCE_TITLE.finditer(passage.text):
            issued = PROVINCES.get(match["word"], "")
            if not issued or match["name"] not in known or issued == match["name"]:
                continue
            if re.match(r"[一-龥]{1,4}[市县区州]", match["rest"]):
                continue  # a city's own number
            cited = Cited(passage, match.span("name"))
            yield Judged(
                False, (cited_spot(cited),), (), "province",
                {"label": passage.label, "own": short_name(issued), "word": match["word"]},
                expected=issued, actual=match["name"],
            )  # fmt: skip
