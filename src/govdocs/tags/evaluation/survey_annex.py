"""Annex 2: what a survey found, question by question, as sentences, tables and bar charts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from govdocs.evaluation.printed import trimmed
from govdocs.evaluation.survey_results import QuestionResult, question_result
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.survey import Option, Question, Survey
from govdocs.model.quantity import Quantity
from govdocs.place import Path
from govdocs.tags.drawn import Bar, BarChart
from govdocs.tags.evaluation.figures import figure
from govdocs.tags.values import Node, Record, Rows, Value


def survey_annex(case: EvaluationCase, done: Mapping[str, Node]) -> dict[str, Node]:
    """Return ``answers``, ``satisfaction``, ``satisfaction_chart`` and ``satisfaction_table``.

    The table of satisfaction is 附表1 with 图1; questions with several ticks follow, each with
    a table and a chart of its own. All are blank without a survey.
    """
    survey = done["survey"]
    assert isinstance(survey, Record)
    if case.survey is None:
        rows: Rows = Rows([], survey.path)
    else:
        rows = _answers(case.survey, survey)
    counted = Rows([row for row in rows if isinstance(row, Record) and row["counts"]], rows.path)
    tables = done["tables"]
    assert isinstance(tables, Rows)
    title = next(
        (
            str(row["title"])
            for row in tables
            if isinstance(row, Record) and row["name"] == "survey"
        ),
        "各项满意度",
    )
    shown = bool(len(counted))
    table: dict[str, Node] = {
        "ref": Value("附表1" if shown else "", survey.path),
        "title": Value(title, survey.path),
        "figure": Value("图1" if shown else "", survey.path),
    }
    return {
        "answers": rows,
        "satisfaction": counted,
        "satisfaction_chart": _satisfaction_chart(counted),
        "satisfaction_table": Record(table, survey.path),
    }


def _answers(survey: Survey, node: Record) -> Rows:
    questions = node["questions"]
    assert isinstance(questions, Rows)
    printed = int(any(question.counts for question in survey.questions))
    rows: list[Node] = []
    for at, question in enumerate(survey.questions):
        own = questions[at]
        assert isinstance(own, Record)
        with_table = question.multiple and bool(question.options)
        printed += with_table
        rows.append(_row(survey, at, own, printed if with_table else 0))
    return Rows(rows, questions.path)


def _row(survey: Survey, at: int, own: Record, table: int) -> Record:
    question = survey.questions[at]
    result = question_result(survey, question)
    path: Path = (*own.path, "options")
    base = "" if result.answered is None else str(result.answered)
    number = None if result.answered is None else Decimal(result.answered)
    choices = [
        _choice(option, share, (*path, n))
        for n, (option, share) in enumerate(zip(question.options, result.shares, strict=True))
    ]
    fields: dict[str, Node] = {
        **own,
        "number": Value(str(at + 1), own.path),
        "base": Value(base, own.path, number),
        "asked": Value(_asked(question), (*own.path, "text")),
        "answers": Value(_listed(question, result), path),
        "said": Value(_said(question, result, table), path),
        "choices": Rows(choices, path),
        "chart": _shares_chart(question, result, own) if table else Value("", path),
        "table_ref": Value(f"附表{table}" if table else "", path),
        "figure_ref": Value(f"图{table}" if table else "", path),
    }
    return Record(fields, own.path)


def _choice(option: Option, share: Quantity | None, path: Path) -> Record:
    fields: dict[str, Node] = {
        "text": Value(option.text, (*path, "text")),
        "count": Value(str(option.count), (*path, "count"), Decimal(option.count)),
        "share": figure(option.share or share, (*path, "share")),
    }
    return Record(fields, path)


def _asked(question: Question) -> str:
    """The question, with the note that several may be ticked unless it says so itself."""
    told = any(word in question.text for word in ("多选", "多项", "选几项"))
    return question.text if told or not question.multiple else f"{question.text}（可多选）"


def _said(question: Question, result: QuestionResult, table: int) -> str:
    """What the annex says under a question."""
    if not question.options:
        if result.answered is None:
            return "本题为意见建议题，由调查对象自行填写，不作统计。"
        return f"本题为意见建议题，有{result.answered}份填写了意见，内容不作统计。"
    base = "" if result.answered is None else f"本题收到有效答卷{result.answered}份"
    if not question.multiple:
        return f"{base}。{_listed(question, result)}。"
    head = f"{base}，可以选择多项，共选{result.ticks}项次。" if base else "本题可以选择多项。"
    tail = f"占比为选择该项的份数占本题有效答卷的比例（见附表{table}、图{table}）。"
    return f"{head}{_listed(question, result)}。{tail}"


def _listed(question: Question, result: QuestionResult) -> str:
    return "；".join(
        f"{option.text}{option.count}份" + (f"，占{_short(option, share)}" if share else "")
        for option, share in zip(question.options, result.shares, strict=True)
    )


def _short(option: Option, share: Quantity) -> str:
    return option.share.text if option.share else f"{trimmed(share.number)}%"


def _shares_chart(question: Question, result: QuestionResult, own: Record) -> Value:
    bars = [
        Bar(_label(option.text), share.number, share.text)
        for option, computed in zip(question.options, result.shares, strict=True)
        if (share := option.share or computed) is not None
    ]
    title = f"{(question.name or question.text).rstrip('？?')}（占有效答卷，%）"
    return _chart(title, own.path, bars, Decimal(0)) if bars else Value("", own.path)


def _satisfaction_chart(rows: Rows) -> Value:
    """The chart of all items with a satisfaction; a blank where there is none.

    The axis begins at the ten below the lowest item, since six bars of 97 to 100 from nought
    on look alike; its figures are printed.
    """
    bars = []
    for row in rows:
        assert isinstance(row, Record)
        name, rate = row["name"] or row["text"], row["stated"]
        assert isinstance(name, Value)
        assert isinstance(rate, Value)
        if rate.number is not None:
            bars.append(Bar(_label(name.text), rate.number, rate.text))
    if not bars:
        return Value("", rows.path)
    low = min(bar.number for bar in bars) // 10 * 10 - 10
    return _chart("各项满意度（%）", rows.path, bars, max(low, Decimal(0)))


_LONGEST = 16
"""So many characters stand beside a bar; the table above tells the rest."""


def _label(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def _chart(title: str, path: Path, bars: list[Bar], low: Decimal) -> BarChart:
    """A chart up to 100% whose figures have as many decimals as those of the table beside it."""
    places = max(len(bar.shown.rstrip("%").partition(".")[2]) for bar in bars)
    shown = f"0.{'0' * places}" if places else "0"
    return BarChart(title, path, bars=tuple(bars), low=low, high=Decimal(100), number_format=shown)
