"""The letter as its template prints it: numbered blocks, signer lines, attachment list."""

from __future__ import annotations

from collections.abc import Mapping

from govdocs.place import Path
from govdocs.tags.filters import chinese_number
from govdocs.tags.values import Node, Record, Rows, Value

SIGNERS_A_LINE = 2
"""GB/T 9704-2012, 7.2.6: two signers' names a line, in the order of the organs."""

SIGNATURES_A_LINE = 2
"""Organs beside each other above their seals (7.3.5.1): a seal of 42 mm and its gap want half a line."""

CHARACTERS_A_LINE = 28
"""GB/T 9704-2012, 5.2.3."""

DATE_GAPS = 1.1
"""Characters' width of the five gaps that Word sets between figures and 年, 月, 日."""


def letter_view(letter: Record, context: Mapping[str, Node]) -> dict[str, Node]:
    """Return the letter's fields with the shapes that only paper needs.

    Added are ``body`` (blocks in order: ``kind`` heading, run_in or text; ``level`` 1–4;
    ``number``; ``heading``; ``text``), ``signer_lines`` and ``signature_lines`` (``first``,
    ``second``), ``attachment_lines`` (``number``, ``title``), ``secrecy_line``, ``title_lines``,
    ``joint_issuers`` (the organs whose names stand before 文件; empty where the mark is one name)
    and ``date_pad`` (what stands before the date of a letter without seal).
    """
    blocks: list[Node] = []
    for name in ("opening", "sections", "closing"):
        part = letter[name]
        assert isinstance(part, Rows)
        for at, node in enumerate(part):
            if isinstance(node, Value):
                blocks.append(_block("text", 0, "", "", node, node.path))
            elif isinstance(node, Record):
                blocks.extend(_section(node, 1, at + 1))
    return {
        **letter,
        "body": Rows(blocks, ("letter", "sections")),
        "signer_lines": _pairs(letter["signers"], SIGNERS_A_LINE),
        "signature_lines": _pairs(letter["signatures"], SIGNATURES_A_LINE),
        "joint_issuers": _joint_issuers(letter),
        "date_pad": _date_pad(letter),
        "attachment_lines": _attachment_lines(context),
        "secrecy_line": _secrecy_line(letter),
        "title_lines": _lines(letter["title"]),
    }


def section_number(level: int, at: int) -> str:
    """The number of a heading. Source: GB/T 9704-2012, 7.3.3: 一、（一）1.（1）."""
    if level == 1:
        return f"{chinese_number(at)}、"
    if level == 2:
        return f"（{chinese_number(at)}）"
    return f"{at}." if level == 3 else f"（{at}）"


def _section(section: Record, level: int, at: int) -> list[Node]:
    heading, paragraphs, below = (section[n] for n in ("heading", "paragraphs", "sections"))
    assert isinstance(heading, Value)
    assert isinstance(paragraphs, Rows)
    assert isinstance(below, Rows)
    number = section_number(level, at)
    texts = [row for row in paragraphs if isinstance(row, Value)]
    blocks: list[Node] = []
    if section["run_in"] and texts:
        blocks.append(_block("run_in", level, number, heading, texts.pop(0), section.path))
    else:
        blocks.append(_block("heading", level, number, heading, "", section.path))
    blocks.extend(_block("text", level, "", "", text, text.path) for text in texts)
    for index, child in enumerate(below):
        assert isinstance(child, Record)
        blocks.extend(_section(child, level + 1, index + 1))
    return blocks


def _block(
    kind: str, level: int, number: str, heading: Value | str, text: Value | str, path: Path
) -> Record:
    def value(content: Value | str) -> Value:
        return content if isinstance(content, Value) else Value(content, path)

    from decimal import Decimal

    return Record(
        {
            "kind": value(kind),
            "level": Value(str(level), path, Decimal(level)),
            "number": value(number),
            "heading": value(heading),
            "text": value(text),
        },
        path,
    )


def _pairs(names: Node, a_line: int) -> Rows:
    assert isinstance(names, Rows)
    lines: list[Node] = []
    for at in range(0, len(names), a_line):
        second = names[at + 1] if at + 1 < len(names) else Value("", names.path)
        lines.append(Record({"first": names[at], "second": second}, names.path))
    return Rows(lines, names.path)


def _joint_issuers(letter: Record) -> Rows:
    """7.2.4: all organs before 文件, unless the office states a mark of its own."""
    issuers, mark = letter["issuers"], letter["mark"]
    assert isinstance(issuers, Rows)
    assert isinstance(mark, Value)
    joint = len(issuers) > 1 and mark.derived
    return Rows(list(issuers) if joint else [], issuers.path)


def _date_pad(letter: Record) -> Value:
    """7.3.5.2: full-width spaces that set the date two characters right of the signature's first.

    The signature ends two characters before the margin. Where the date is the longer one it
    stands right instead, and the pad is empty.
    """
    signatures, day = letter["signatures"], letter["date"]
    assert isinstance(signatures, Rows)
    assert isinstance(day, Value)
    if not signatures:
        return Value("", day.path)
    signature = len(str(signatures[len(signatures) - 1]))
    digits = sum(character.isdigit() for character in day.text)
    date_width = len(day.text) - digits / 2 + DATE_GAPS
    pad = CHARACTERS_A_LINE - signature
    return Value("" if date_width > signature else "\u3000" * max(pad, 0), day.path)


def _attachment_lines(context: Mapping[str, Node]) -> Rows:
    attachments = context["attachments"]
    assert isinstance(attachments, Rows)
    lines: list[Node] = []
    for row in attachments:
        assert isinstance(row, Record)
        number = "" if len(attachments) == 1 else f"{row['number']}."
        lines.append(
            Record(
                {"number": Value(number, (*row.path, "number")), "title": row["listed_title"]},
                row.path,
            )
        )
    return Rows(lines, attachments.path)


def _secrecy_line(letter: Record) -> Value:
    secrecy = letter["secrecy"]
    assert isinstance(secrecy, Record)
    level, term = secrecy["level"], secrecy["term"]
    text = f"{level}★{term}" if term else str(level)
    return Value(text, secrecy.path)


def _lines(node: Node) -> Rows:
    assert isinstance(node, Value)
    return Rows([Value(line, node.path) for line in node.text.split("\n")], node.path)
