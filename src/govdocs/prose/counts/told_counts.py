"""What is said of a told count and the names listed beside it."""

from __future__ import annotations

from govdocs.prose.figure import ProseFigure
from govdocs.prose.judgement import Cited, Judgement, Sureness
from govdocs.prose.passage import Passage


def judged_count(
    passage: Passage, figure: ProseFigure, span: tuple[int, int], possible: set[int]
) -> Judgement:
    """What is said of a count and the names listed at ``span``, of which there may be ``possible`` many."""
    return Judgement(
        "listed_count",
        int(figure.number) in possible,
        (Cited.of(passage, figure), Cited(passage, span)),
        expected="或".join(str(n) for n in sorted(possible)),
        actual=figure.text,
        sureness=Sureness.LIKELY,
        details={"noun": figure.noun},
    )
