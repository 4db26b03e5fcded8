"""Put findings into a Word file as comments: at each place that it prints, else at its title."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govdocs.finding import Finding, Spot
from govdocs.place import Path
from govdocs.reporting.finding_text import FindingText, finding_text, told_by_rows
from govdocs.reporting.report import Rules
from govdocs.reporting.word_comments.anchors import Anchor, Anchors, Trace
from govdocs.reporting.word_comments.words import comment_text
from govdocs.tags.text import FilledText

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.paragraph import CT_P

AUTHOR = "govdocs 校验"
INITIALS = "校"


@dataclass(frozen=True, slots=True)
class PlacedComment:
    """One comment that was made: for which finding, and at which of its places.

    ``spot`` is None for a comment on the title: the file prints no place of the finding.
    """

    finding: Finding
    spot: Spot | None


@dataclass(frozen=True, slots=True)
class CommentedDocx:
    """The copy with comments, and where each went, in the order of the findings."""

    data: bytes
    comments: tuple[PlacedComment, ...]

    @property
    def on_title(self) -> tuple[Finding, ...]:
        """The findings that stand at the title since the file prints none of their places."""
        return tuple(comment.finding for comment in self.comments if comment.spot is None)


@dataclass(frozen=True, slots=True)
class _Remark:
    """A comment to be made: what it says and where."""

    finding: Finding
    spot: Spot | None
    anchor: Anchor | None
    text: str


def comment_docx(
    data: bytes,
    traces: Sequence[Trace],
    findings: Sequence[Finding],
    rules: Rules,
    *,
    prose: Mapping[Path, FilledText] | None = None,
) -> CommentedDocx:
    """Return a copy of the Word file ``data`` with the findings as comments.

    ``traces`` say where the file prints the values of the case, ``prose`` (the case's filled
    texts) where a sentence prints a figure. Each place of a finding gets a comment that names the
    others; findings with the same root get theirs too, and speak for a head that only sums them
    up. A finding none of whose places is printed
    is a comment on the title, so none is lost. Comments bear no time: the same input gives the
    same bytes. ``data`` must be a sound Word file; python-docx's errors for others go through.
    """
    import docx

    document = docx.Document(io.BytesIO(data))
    body = str(document.part.partname).lstrip("/")
    anchors = Anchors(traces, body, prose or {})
    remarks = [
        remark
        for finding in findings
        for remark in _remarks(finding, finding_text(finding, rules), anchors)
    ]
    _write(document, remarks, anchors)
    out = io.BytesIO()
    document.save(out)
    placed = tuple(PlacedComment(remark.finding, remark.spot) for remark in remarks)
    return CommentedDocx(_timeless(out.getvalue()), placed)


def _remarks(finding: Finding, text: FindingText, anchors: Anchors) -> Iterator[_Remark]:
    taken: set[Anchor] = set()
    rows = list(zip(finding.below, text.below, strict=True))
    rows_speak = told_by_rows(text) and all(_is_printed(row, anchors) for row in finding.below)
    if not rows_speak:
        yield from _at_places(finding, text, anchors, taken)
        if not _is_printed(finding, anchors):
            yield _Remark(finding, None, None, comment_text(text, None))
    for row, row_text in rows:
        # A row of the same rule says all by itself; one without a place is told at its head.
        head = None if rows_speak and row.code == finding.code else text
        yield from _at_places(row, row_text, anchors, taken, head)


def _is_printed(finding: Finding, anchors: Anchors) -> bool:
    return any(anchors.find(spot) is not None for spot in finding.spots)


def _at_places(
    finding: Finding,
    text: FindingText,
    anchors: Anchors,
    taken: set[Anchor],
    head: FindingText | None = None,
) -> Iterator[_Remark]:
    """Yield a remark for each place that is printed and not yet ``taken`` by this group."""
    for spot, spot_text in zip(finding.spots, text.spots, strict=True):
        anchor = anchors.find(spot)
        if anchor is not None and anchor not in taken:
            taken.add(anchor)
            yield _Remark(finding, spot, anchor, comment_text(text, spot_text, head))


def _write(document: Document, remarks: Sequence[_Remark], anchors: Anchors) -> None:
    from docx.text.run import Run

    from govdocs.reporting.word_comments.runs import (
        outside_text_boxes,
        paragraphs_of,
        runs_between,
    )
    from govdocs.reporting.word_comments.styles import comment_style_ids

    if not remarks:
        return
    paragraphs = paragraphs_of(document.element.body)
    title = anchors.title() or _first_text(paragraphs)
    text_style, mark_style = comment_style_ids(document)
    for remark in remarks:
        anchor = remark.anchor or title
        paragraph, moved = outside_text_boxes(paragraphs[anchor.paragraph])
        start, end = (0, 0) if moved else (anchor.start, anchor.end)
        runs = runs_between(paragraph, start, end)
        comment = document.add_comment(
            [Run(run, document._body) for run in (runs[0], runs[-1])],
            text=remark.text,
            author=AUTHOR,
            initials=INITIALS,
        )
        comment._comment_elm.date = None  # the day of the run would change the bytes
        for written in comment._comment_elm.p_lst:
            written.style = text_style
        _set_mark_style(document, comment.comment_id, mark_style)


def _set_mark_style(document: Document, comment_id: int, style: str) -> None:
    """Give the mark in the text and the one in the comment the document's own style."""
    if style == "CommentReference":
        return
    mark = f'.//w:commentReference[@w:id="{comment_id}"]/parent::w:r'
    for run in document.element.body.xpath(mark):
        run.style = style
    for run in document.part._comments_part.element.xpath(
        f'./w:comment[@w:id="{comment_id}"]//w:annotationRef/parent::w:r'
    ):
        run.style = style


def _first_text(paragraphs: Sequence[CT_P]) -> Anchor:
    for number, paragraph in enumerate(paragraphs):
        if paragraph.text.strip():
            return Anchor(number, 0, len(paragraph.text))
    return Anchor(0, 0, 0)


def _timeless(data: bytes) -> bytes:
    """Pack the file anew without the times that python-docx gives its members."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(out, "w") as packed:
        for name in made.namelist():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(member, made.read(name))
    return out.getvalue()
