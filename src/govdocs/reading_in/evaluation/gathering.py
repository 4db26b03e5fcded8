"""An evaluation report and its annexes in, one tree of placed values out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from govdocs.evaluation.grades import bands_sentence
from govdocs.forms.catalogue import form_sets
from govdocs.forms.form_set import FormSet
from govdocs.model.kinds import CaseKind
from govdocs.reading import Block, FinishedDocument, Paragraph, Table
from govdocs.reading_in.evaluation.amounts import is_money_unit, usual_unit
from govdocs.reading_in.evaluation.body import ReportBody, read_body, settle_body
from govdocs.reading_in.evaluation.citations import read_citations
from govdocs.reading_in.evaluation.cover import read_cover, read_told_names, settle_names
from govdocs.reading_in.evaluation.goals import read_goals
from govdocs.reading_in.evaluation.listed_tables import ListedTable, listed_table
from govdocs.reading_in.evaluation.money import (
    read_milestones,
    read_payments,
    read_sources,
    yearly_milestone,
)
from govdocs.reading_in.evaluation.policy import read_policy
from govdocs.reading_in.evaluation.said import Said
from govdocs.reading_in.evaluation.scored_rows import ScoredTable, scored_table
from govdocs.reading_in.evaluation.self_rating import (
    is_self_rating,
    read_self_rating,
)
from govdocs.reading_in.evaluation.settled import settle
from govdocs.reading_in.evaluation.survey import read_survey
from govdocs.reading_in.evaluation.tree import ScoredTree, plain, tree_of
from govdocs.reading_in.evaluation.year_money import share_out, year_money
from govdocs.reading_in.forms.fields import checking_column, form_of
from govdocs.reading_in.letter import bears_number
from govdocs.reading_in.placed import Gathered, Leftover, Placed

_TITLE = re.compile(r"绩效(?:再)?评价(?:工作)?报告|评价指标体系|满意度(?:调查)?报告")
_NOTE = re.compile(r"审核情况说明")
_CONTENTS = re.compile(r"目\s*录")
_ENTRY = re.compile(r".*[\t.…·\s]\s*\d{1,4}")
_FIRST = re.compile(r"一、|第一(?:章|部分)")
_ANNEX = re.compile(r"附(?:件|表)\s*[\d一二三四五六七八九十]{0,2}(?:[-－]\d+)?[:：]?.{0,30}")
_LISTED = re.compile(r"附件[:：].*")
_NOT_AGAIN = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|.{2,40}[（(](?:盖章|公章|签字|签章)[)）][:：]?|\d{1,2}[.．].{2,40}")  # fmt: skip


@dataclass(slots=True)
class _Papers:
    """The tables of all papers by what they hold."""

    scored: list[ScoredTable] = field(default_factory=list)
    listed: list[ListedTable] = field(default_factory=list)
    ratings: list[Table] = field(default_factory=list)


def is_evaluation(documents: Sequence[FinishedDocument]) -> bool:
    """Tell an evaluation's papers from a filing's, by their tables and titles."""
    tables = [table for document in documents for table in document.tables]
    if any(form_of(table) and not is_self_rating(table) for table in tables):
        return False
    for document in documents:
        if _TITLE.search(document.title.replace(" ", "")) and not bears_number(document):
            return True
        for table in document.tables:
            scored = scored_table(table)
            if is_self_rating(table) or (scored is not None and scored.is_annex):
                return True
    return False


def gather_evaluation(documents: Sequence[FinishedDocument]) -> Gathered:
    """Read every paper of one evaluation; what a former one said stands, the rest is left over."""
    gathered = Gathered()
    documents = _in_order(documents)
    gathered.tree["kind"] = Placed(CaseKind.EVALUATION.value)
    papers = _sorted(documents, gathered)
    tree = tree_of(papers.scored, gathered)
    names = dict(tree.printed_in)
    names.update({id(t.table): "payments" for t in papers.listed if t.kind == "payments"})
    groups = [group.name.text for block in tree.blocks for group in block.groups]
    body = ReportBody()
    for document in documents:
        if document.kind == "docx" and not body.root.sections:
            front, own = _parts(document)
            read = read_cover(document, front, gathered)
            gathered.taken |= {p.place for p in document.paragraphs if id(p) in read}
            gathered.taken |= {p.place for p in front if _is_contents(p, front)}
            body = read_body(own, names, groups, gathered)
        if "survey" not in gathered.tree:
            read_survey(document, gathered)
    for table in papers.ratings:
        document = next(d for d in documents if any(t is table for t in d.tables))
        read_self_rating(document, table, gathered)
    texts = [*body.said, *_remarks(tree)]
    wanted = _money_unit(papers, texts, gathered)
    read_told_names(texts, gathered)
    settle_names(gathered)
    read_payments(papers.listed, wanted, gathered)
    read_sources(papers.listed, texts, wanted, gathered)
    if papers.ratings:
        share_out(year_money(papers.ratings[0], wanted), gathered)
    read_milestones(texts, wanted, gathered)
    read_goals(papers.listed, texts, gathered)
    read_policy(papers.listed, gathered)
    read_citations(texts, gathered)
    _told_total(tree, body.said)
    gathered.tree.update(settle(tree, _forms()))
    yearly_milestone(gathered)
    settle_body(body, gathered)
    known = _said_already(documents, gathered)
    for document in documents:
        _leftovers(document, known, gathered)
    return gathered


def _in_order(documents: Sequence[FinishedDocument]) -> list[FinishedDocument]:
    """The report first, then its annexes; the note on accepted findings is no paper of the case."""
    kept = [d for d in documents if not _NOTE.match(d.title) or len(documents) == 1]
    return sorted(
        kept, key=lambda d: (d.kind != "docx", "报告" not in d.title, "附件" in d.title[:3])
    )


def _sorted(documents: Sequence[FinishedDocument], gathered: Gathered) -> _Papers:
    papers = _Papers()
    for document in documents:
        before: ScoredTable | None = None
        for table in document.tables:
            if is_self_rating(table):
                papers.ratings.append(table)
            listed = listed_table(table)
            scored = scored_table(table, before)
            if scored is not None and (listed is None or scored.head.has("score")):
                papers.scored.append(scored)
                own = checking_column(table)
                gathered.taken |= {
                    c.place for c in table.cells() if id(c) in scored.read or c.column >= own
                }
                before = scored
            elif listed is not None:
                papers.listed.append(listed)
    return papers


def _forms() -> FormSet:
    """The official form of evaluations; rounding and grades do not hang on the year so far."""
    return next(forms for forms in form_sets() if forms.kind == CaseKind.EVALUATION.value)


def _parts(document: FinishedDocument) -> tuple[list[Paragraph], list[Block]]:
    """The short lines before the body, and the body up to the list of annexes or the first of them."""
    blocks = document.blocks
    start = 0
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and _CONTENTS.fullmatch(block.full.strip()):
            start = at + 1
            while start < len(blocks) and _is_entry(blocks[start]):
                start += 1
            break
    front = [b for b in blocks[:start] if isinstance(b, Paragraph)]
    titles = {"".join(p.full.split()) for p in front}
    while start < len(blocks):
        block = blocks[start]
        text = "" if isinstance(block, Table) else block.full.strip()
        again = "".join(text.split()) in titles
        short = len(text) <= 60 and not text.endswith(("。", "；")) and not _FIRST.match(text)
        if isinstance(block, Table) or not (not text or again or (short and not titles)):
            break
        front.append(block)
        start += 1
    own: list[Block] = []
    for block in blocks[start:]:
        text = "" if isinstance(block, Table) else block.full.strip()
        if own and text and (_LISTED.fullmatch(text) or _ANNEX.fullmatch(text)):
            break
        own.append(block)
    while (
        own
        and isinstance(last := own[-1], Paragraph)
        and _NOT_AGAIN.fullmatch(last.full.strip() or "x")
    ):
        own.pop()
    return front, own


def _is_entry(block: Block) -> bool:
    text = block.full.strip() if isinstance(block, Paragraph) else "x"
    return not text or _ENTRY.fullmatch(text) is not None


def _is_contents(paragraph: Paragraph, front: Sequence[Paragraph]) -> bool:
    """The contents and what a second title page repeats need no field."""
    text = paragraph.full.strip()
    same = [p for p in front if p.full.strip() == text]
    return bool(_CONTENTS.fullmatch(text) or _ENTRY.fullmatch(text) or len(same) > 1)


def _remarks(tree: ScoredTree) -> Iterator[Said]:
    for block, group, leaf in tree.leaves():
        remark = leaf.cells.get("remark")
        if remark is not None:
            headings = (block.name.text, group.name.text, leaf.name.text)
            yield Said(remark.text, remark.place, headings)


def _money_unit(papers: _Papers, texts: Sequence[Said], gathered: Gathered) -> str:
    """The case's unit: what the forms or tables state, else what the prose mostly counts in."""
    if "money_unit" not in gathered.tree:
        for listed in papers.listed:
            if is_money_unit(listed.table.unit):
                caption = listed.table.caption
                place = listed.table.place if caption is None else caption.place
                gathered.tree["money_unit"] = Placed(listed.table.unit, place)
                break
        else:
            usual = usual_unit(texts)
            if usual is not None:
                gathered.tree["money_unit"] = usual
    unit = gathered.tree.get("money_unit")
    return unit.text if isinstance(unit, Placed) else "万元"


def _told_total(tree: ScoredTree, texts: Sequence[Said]) -> None:
    """最终得分86.44分，评价等级为“良”, where no table has a total."""
    for said in texts:
        score = re.search(
            r"(?:最终|综合|总体|评价|总)?得分(?:为|是)?[：:]?(?P<score>\d{1,3}(?:\.\d+)?)分",
            said.text,
        )
        grade = re.search(
            r"等级(?:评定)?(?:为|是)?[：:]?[“\"]?(?P<grade>优秀|良好|优|良|中|差)[”\"]?", said.text
        )
        if score is not None and grade is not None:
            tree.total.setdefault("score", Placed(score["score"], said.place))
            tree.total.setdefault("grade", Placed(grade["grade"], said.place))
            return


def _leftovers(document: FinishedDocument, known: frozenset[str], gathered: Gathered) -> None:
    """Everything with words that nothing took and no other paper said; of a table, a row at a time."""
    before = ""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            text = block.full.strip()
            free = text and block.place not in gathered.taken and plain(text) not in known
            if free and not _furniture(text, before):
                gathered.left.append(Leftover(text, block.place))
            before = text or before
            continue
        for at, row in enumerate(block.rows):
            cells = [c for c in dict.fromkeys(row) if c is not None and c.row == at and c.plain]
            loose = [c for c in cells if c.place not in gathered.taken]
            if loose and not all(c.plain in known or _furniture(c.text, "") for c in loose):
                text = "｜".join(" ".join(cell.text.split()) for cell in loose)
                gathered.left.append(Leftover(text, loose[0].place))


def _said_already(documents: Sequence[FinishedDocument], gathered: Gathered) -> frozenset[str]:
    """Words that were read at one place and stand again at another."""
    words: set[str] = set()
    for document in documents:
        words |= {plain(p.full) for p in document.paragraphs if p.place in gathered.taken}
        words |= {c.plain for t in document.tables for c in t.cells() if c.place in gathered.taken}
    return frozenset(words)


def _furniture(text: str, before: str) -> bool:
    """Words that the papers print by themselves: labels and titles of annexes, the bands of grades."""
    if _ANNEX.fullmatch(text) or _LISTED.fullmatch(text) or _NOT_AGAIN.fullmatch(text):
        return True
    if re.fullmatch(r"附件\s*\d{0,2}", before) and len(text) <= 60 and not text.endswith("。"):
        return True
    if re.fullmatch(r"图\d+[\s　].*（占有效答卷，%）|注：报告载明的总得分.*", text):
        return True
    return plain(text) in {
        "图1各项满意度（%）",
        "各题结果如下：",
        "绩效评价得分情况表",
        "等级标准",
        _bands(),
    }


def _bands() -> str:
    return plain(bands_sentence(_forms().grades))
