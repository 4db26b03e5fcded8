"""Papers become a case file: gathered, held against the model, written with every place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from govdocs.errors import GovdocsError, InputError, Problem
from govdocs.forms.catalogue import form_set_of
from govdocs.intake.load import any_case_of
from govdocs.intake.raw import RawCase
from govdocs.model.any_case import AnyCase, model_of
from govdocs.model.case import Case
from govdocs.model.kinds import FILING
from govdocs.place import FilePlace, Path
from govdocs.reading import FinishedDocument
from govdocs.reading_in.case_yaml import case_yaml
from govdocs.reading_in.evaluation.gathering import gather_evaluation, is_evaluation
from govdocs.reading_in.gathering import gather
from govdocs.reading_in.placed import Gathered, Leftover, Placed, PlacedTree, places_of, plain_tree
from govdocs.reading_in.tag_proposals import proposals, proposed

_TRIES = 200
_HOLDS = {
    False: frozenset({"letter", "indicators", "attachments"}),
    True: frozenset({"indicators", "sections", "survey"}),
}


@dataclass(frozen=True, slots=True)
class ReadCase:
    """A case read from papers.

    ``tree`` holds its values with their places; ``case`` is None where a required field was not
    found, and ``missing`` names those. ``left`` is what no field took; ``values`` how many did;
    ``tagged`` counts the texts for which tags are proposed or written.
    """

    tree: dict[str, PlacedTree]
    case: AnyCase | None
    missing: tuple[Problem, ...]
    left: tuple[Leftover, ...]
    sources: tuple[str, ...]
    tagged: int = 0

    def with_tags(self, *, write: bool) -> ReadCase:
        """The same case with tags proposed in comments for figures of its prose, or ``write``n in.

        Either way the papers that it makes are the same, character by character.
        """
        if self.case is None:
            return self
        found = proposals(self.tree, self.case)
        tree = proposed(self.tree, found, write=write)
        assert isinstance(tree, dict)
        case = self.case
        if write and found:
            case = any_case_of(RawCase(self.sources[0], plain_tree(tree), dict(places_of(tree))))
        return replace(self, tree=tree, case=case, tagged=len(found))

    @property
    def values(self) -> int:
        """How many values were read from a place."""
        return len(places_of(self.tree))

    @property
    def kind(self) -> str:
        """The kind of case, as files name it."""
        kind = self.tree.get("kind")
        return kind.text if isinstance(kind, Placed) else FILING

    def yaml(self, *, schema: str = "case.schema.json") -> str:
        """The case file."""
        model = model_of(plain_tree(self.tree))
        return case_yaml(self.tree, self.left, self.sources, schema, model)


def read_case_from(documents: Sequence[FinishedDocument]) -> ReadCase:
    """Read papers into a case.

    Raises InputError ``reading_in.nothing`` (details: name) where no document holds a letter,
    one of the forms, or an evaluation's report or annex.
    """
    evaluation = is_evaluation(documents)
    gathered = gather_evaluation(documents) if evaluation else gather(documents)
    if not _HOLDS[evaluation] & gathered.tree.keys():
        raise InputError([
            Problem("reading_in.nothing", FilePlace(d.name), {"name": PurePath(d.name).name}) for d in documents
        ])  # fmt: skip
    sources = tuple(document.name for document in documents)
    case, missing = _fitted(gathered, sources[0])
    return ReadCase(gathered.tree, case, missing, tuple(gathered.left), sources)


def _fitted(gathered: Gathered, name: str) -> tuple[AnyCase | None, tuple[Problem, ...]]:
    """Take out what the model refuses, until only what is missing is wrong."""
    for _ in range(_TRIES):
        places = dict(places_of(gathered.tree))
        raw = RawCase(name, plain_tree(gathered.tree), places)
        try:
            case = any_case_of(raw)
            if not _official_notes(gathered, case):
                return case, ()
        except InputError as error:
            refused = [
                p for p in error.problems if p.path and _at(gathered.tree, p.path) is not None
            ]
            if not refused:
                return None, tuple(replace(p, place=FilePlace(name)) for p in error.problems)
            for problem in refused:
                _take_out(gathered, problem.path or ())
    return None, ()


def _official_notes(gathered: Gathered, case: AnyCase) -> bool:
    """Take out notes that the form prints by itself; tell whether there were any."""
    explanation = gathered.tree.get("explanation")
    if (
        not isinstance(case, Case)
        or not isinstance(explanation, dict)
        or "notes" not in explanation
    ):
        return False
    try:
        official = form_set_of(case).notes
    except GovdocsError:  # a year that no form is known for keeps its notes as printed
        return False
    if tuple(case.explanation.notes or ()) != tuple(official):
        return False
    del explanation["notes"]
    return True


def _at(tree: PlacedTree, path: Path) -> Placed | None:
    here: PlacedTree | None = tree
    for step in path:
        if isinstance(here, dict):
            here = here.get(str(step))
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            return None
    return here if isinstance(here, Placed) else None


def _take_out(gathered: Gathered, path: Path) -> None:
    value = _at(gathered.tree, path)
    if value is None:
        return
    around: PlacedTree = gathered.tree
    for step in path[:-1]:
        around = around[str(step)] if isinstance(around, dict) else around[int(step)]  # type: ignore[index]
    gathered.left.append(Leftover(value.text, value.place, "不是该栏能填的内容"))
    if isinstance(around, dict):
        del around[str(path[-1])]
    elif isinstance(around, list):
        del around[int(path[-1])]
