"""The elements of a letter by what they say and where they stand. Source: GB/T 9704-2012, 7.2 to 7.4."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdocs.reading import Block, Cell, FinishedDocument, Paragraph, Table
from govdocs.reading_in.placed import Gathered, Placed, PlacedTree
from govdocs.reading_in.sections import read_body

_NUMBER = re.compile(
    r"(?P<number>[一-龥（）()]{1,14}〔\d{4}〕\d{1,5}号)\s*(?:签发人[:：]\s*(?P<signers>.+)|(?P<more>[一-龥·]{2,4}(?:\s+[一-龥·]{2,4})*))?"
)
_SIGNERS = re.compile(r"签发人[:：]\s*(?P<signers>.+)")
_NAMES = re.compile(r"[一-龥·]{2,4}(?:\s+[一-龥·]{2,4})*")
_ORGAN = re.compile(r"[一-龥（）()]{3,30}")
_MARK = re.compile(r"[一-龥（）()]{2,30}文件")
_DATE = re.compile(r"\s*\d{4}年\d{1,2}月\d{1,2}日\s*")
_LIST = re.compile(r"附件[:：]\s*(?:1[.．]\s*)?(?P<title>\S.*)")
_ITEM = re.compile(r"\s*(?P<number>\d{1,2})[.．]\s*(?P<title>\S.*)")
_CONTACT = re.compile(
    r"[（(]?\s*联系人[:：]\s*(?P<person>[^，,；;\s]+)\s*[，,；;]?\s*(?:联系)?电话[:：]\s*(?P<phone>[^）)\s]+)\s*[）)]?"
)
_ATTACHED = re.compile(r"附件\s*(?P<number>\d{0,2})")
_DISCLOSED = re.compile(r"(?:信息)?公开(?:选项|方式|属性)[:：]\s*(?P<words>\S+)")
_COPIES = re.compile(r"抄送[:：]\s*(?P<names>.+?)[。．]?")
_PRINTED = re.compile(
    r"(?P<printer>[一-龥（）()]{3,30}?)\s+(?P<day>\d{4}年\d{1,2}月\d{1,2}日)\s*印发"
)
_URGENT = frozenset({"特急", "加急", "平急", "特提"})
_COURSES = (
    ("上行文", ("报告", "请示")),
    ("平行文", ("函",)),
    ("下行文", ("通知", "批复", "决定", "通报", "意见")),
)


def bears_number(document: FinishedDocument) -> bool:
    """Tell whether a document begins as a letter does: a document number among its first lines."""
    lines = [p for p in document.paragraphs if p.full.strip()]
    return any(_NUMBER.fullmatch(line.full.strip()) for line in lines[:12])


def letter_end(document: FinishedDocument) -> int:
    """The index of the first block that belongs to the attachments; the end where there are none."""
    for at, block in enumerate(document.blocks):
        if isinstance(block, Paragraph) and _ATTACHED.fullmatch(block.full.strip()):
            return at
    return len(document.blocks)


def read_letter(document: FinishedDocument, gathered: Gathered) -> list[Placed]:
    """Read the letter at the head of a Word file into ``letter``; return the listed attachments.

    Nothing is read where no paragraph bears a document number.
    """
    blocks = document.blocks[: letter_end(document)]
    paragraphs, cells = _with_organs(blocks)
    at = next((i for i, p in enumerate(paragraphs) if _NUMBER.fullmatch(p.full.strip())), -1)
    if at < 0 or at > 12:
        return []
    letter: dict[str, PlacedTree] = {}
    _head(paragraphs[:at], letter)
    found = _NUMBER.fullmatch(paragraphs[at].full.strip())
    assert found is not None
    letter["document_number"] = Placed(found["number"], paragraphs[at].place)
    _signers(found["signers"] or found["more"], paragraphs[at], letter)
    start = _title(paragraphs, at + 1, letter)
    stop, listed = _tail(paragraphs, start, letter)
    letter |= read_body(paragraphs[start:stop])
    signatures = letter.get("signatures")
    if "issuers" not in letter and signatures is not None:
        letter["issuers"] = signatures
    if letter.get("signatures") is not None and _texts(letter["signatures"]) == _texts(
        letter.get("issuers")
    ):
        del letter["signatures"]  # left out, it is the issuers
    _notes(document, letter)
    _course(letter)
    gathered.tree["letter"] = letter
    gathered.taken |= {p.place for p in paragraphs} | {cell.place for cell in cells}
    return listed


def _with_organs(blocks: Sequence[Block]) -> tuple[list[Paragraph], list[Cell]]:
    """The paragraphs of the letter; of a table of organs (joint mark, signatures) those of its cells.

    Organs that issue together stand beside each other in a table without lines: at the head with
    文件 behind them, and above the date. Every other table stays what it is.
    """
    paragraphs: list[Paragraph] = []
    cells: list[Cell] = []
    numbered = False
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            numbered = numbered or _NUMBER.fullmatch(block.full.strip()) is not None
            paragraphs += [block] if block.full.strip() else []
            continue
        later = [b for b in blocks[at + 1 :] if isinstance(b, Table) or b.full.strip()]
        dated = (
            bool(later) and isinstance(later[0], Paragraph) and bool(_DATE.fullmatch(later[0].full))
        )
        own = [cell for cell in block.cells() if cell.plain]
        lines = [line for cell in own for line in cell.paragraphs if line.full.strip()]
        named = bool(lines) and all(
            _ORGAN.fullmatch("".join(p.full.split())) or p.full.strip() == "文件" for p in lines
        )
        if named and (dated if numbered else at < 12):
            paragraphs += lines
            cells += own
    return paragraphs, cells


def _head(paragraphs: Sequence[Paragraph], letter: dict[str, PlacedTree]) -> None:
    names: list[Placed] = []
    for paragraph in paragraphs:
        text = "".join(paragraph.full.split())
        level, star, term = text.partition("★")
        if re.fullmatch(r"\d{6}", text):
            letter["copy_number"] = Placed(text, paragraph.place)
        elif text in _URGENT:
            letter["urgency"] = Placed(text, paragraph.place)
        elif level in {"绝密", "机密", "秘密"}:
            secrecy: dict[str, PlacedTree] = {"level": Placed(level, paragraph.place)}
            letter["secrecy"] = secrecy | ({"term": Placed(term, paragraph.place)} if star else {})
        elif "signers" in letter and _NAMES.fullmatch(paragraph.full.strip()):
            _signers(paragraph.full.strip(), paragraph, letter)
        elif _MARK.fullmatch(text):
            names.append(Placed(text.removesuffix("文件"), paragraph.place))
        elif (found := _SIGNERS.fullmatch(paragraph.full.strip())) is not None:
            _signers(found["signers"], paragraph, letter)
        elif re.fullmatch(r"[一-龥（）()]{3,24}", text) and text != "文件":
            names.append(Placed(text, paragraph.place))
    if names:
        letter["issuers"] = list(names)


def _signers(words: str | None, paragraph: Paragraph, letter: dict[str, PlacedTree]) -> None:
    names = re.split(r"[\s、，]+", words.strip()) if words else []
    known = letter.get("signers", [])
    assert isinstance(known, list)
    if names:
        letter["signers"] = [*known, *(Placed(name, paragraph.place) for name in names)]


def _title(paragraphs: Sequence[Paragraph], start: int, letter: dict[str, PlacedTree]) -> int:
    """Read title and addressees; return where the body begins."""
    lines: list[Paragraph] = []
    for at in range(start, min(start + 8, len(paragraphs))):
        text = paragraphs[at].full.strip()
        if text.endswith(("：", ":")):
            names = re.split(r"[、，,]", text[:-1])
            letter["addressees"] = [
                Placed(n.strip(), paragraphs[at].place) for n in names if n.strip()
            ]
            if lines:
                words = "\n".join(line.full.strip() for line in lines)
                letter["title"] = Placed(words, lines[0].place)
            return at + 1
        if text.endswith("。"):
            break
        lines.append(paragraphs[at])
    if lines:
        letter["title"] = Placed(lines[0].full.strip(), lines[0].place)
        return start + 1
    return start


def _tail(
    paragraphs: Sequence[Paragraph], start: int, letter: dict[str, PlacedTree]
) -> tuple[int, list[Placed]]:
    """Read attachment list, signatures, date and note; return where the body ends and the list."""
    stop = len(paragraphs)
    date = next(
        (i for i in range(stop - 1, start - 1, -1) if _DATE.fullmatch(paragraphs[i].full)), None
    )
    if date is None:
        return stop, []
    letter["date"] = Placed(paragraphs[date].full.strip(), paragraphs[date].place)
    for paragraph in paragraphs[date + 1 :]:
        contact = _CONTACT.fullmatch(paragraph.full.strip())
        if contact is not None:
            letter["contact"] = {
                name: Placed(contact[name], paragraph.place) for name in ("person", "phone")
            }
    stop = date
    signatures: list[Placed] = []
    while stop > start and re.fullmatch(r"[一-龥（）()\s]{3,60}", paragraphs[stop - 1].full):
        stop -= 1
        names = re.split(r"[ 　\t]{2,}", paragraphs[stop].full.strip())
        signatures[:0] = [Placed(name, paragraphs[stop].place) for name in names]
    if signatures:
        letter["signatures"] = list(signatures)
    listed = _listed(paragraphs, start, stop)
    if listed:
        stop = min(i for i in range(start, stop) if _LIST.fullmatch(paragraphs[i].full.strip()))
    return stop, listed


def _listed(paragraphs: Sequence[Paragraph], start: int, stop: int) -> list[Placed]:
    for at in range(stop - 1, start - 1, -1):
        first = _LIST.fullmatch(paragraphs[at].full.strip())
        if first is None:
            continue
        titles = [Placed(first["title"], paragraphs[at].place)]
        for paragraph in paragraphs[at + 1 : stop]:
            item = _ITEM.fullmatch(paragraph.full)
            if item is None or int(item["number"]) != len(titles) + 1:
                return []
            titles.append(Placed(item["title"], paragraph.place))
        return titles
    return []


def _notes(document: FinishedDocument, letter: dict[str, PlacedTree]) -> None:
    """Disclosure and imprint, wherever they stand: on the last page, in a frame, in a table."""
    imprint: dict[str, PlacedTree] = {}
    for paragraph in _everywhere(document):
        text = paragraph.full.strip()
        disclosed, copies = _DISCLOSED.fullmatch(text), _COPIES.fullmatch(text)
        printed = _PRINTED.fullmatch(text)
        if disclosed is not None:
            letter.setdefault("disclosure", Placed(disclosed["words"], paragraph.place))
        elif copies is not None:
            names = re.split(r"[，,]", copies["names"])
            imprint.setdefault(
                "copies_to", [Placed(n.strip(), paragraph.place) for n in names if n.strip()]
            )
        elif printed is not None:
            imprint.setdefault("printer", Placed(printed["printer"], paragraph.place))
            imprint.setdefault("printed_on", Placed(printed["day"], paragraph.place))
    if "printer" in imprint:
        letter["imprint"] = imprint


def _everywhere(document: FinishedDocument) -> list[Paragraph]:
    found = [block for block in document.blocks if isinstance(block, Paragraph)]
    for block in document.blocks:
        if isinstance(block, Table) and len(block.rows) <= 4:
            found += [p for cell in block.cells() for p in cell.paragraphs]
    return [*found, *document.notes]


def _course(letter: dict[str, PlacedTree]) -> None:
    title = letter.get("title")
    words = title.text.replace("\n", "") if isinstance(title, Placed) else ""
    course = next((c for c, ends in _COURSES if words.endswith(ends)), "")
    if "signers" in letter:
        course = "上行文"
    if course:
        letter["course"] = Placed(course)


def _texts(tree: PlacedTree | None) -> list[str]:
    return (
        [item.text for item in tree if isinstance(item, Placed)] if isinstance(tree, list) else []
    )
