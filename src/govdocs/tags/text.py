"""Prose with tags, filled: the text, and which stretch of it came from which value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from jinja2 import Template
from jinja2.exceptions import SecurityError, TemplateAssertionError, UndefinedError
from jinja2.exceptions import TemplateError as JinjaError
from markupsafe import Markup

from govdocs.errors import Problem, TemplateError
from govdocs.place import Path
from govdocs.tags.budget import render_budget
from govdocs.tags.environment import TagEnvironment
from govdocs.tags.misnamed import missing_field, unknown_filter
from govdocs.tags.values import Node, Record, Rows, Value

OPEN, MIDDLE, CLOSE = "\ue000", "\ue001", "\ue002"
"""Private-use characters around a printed value; intake refuses them in data."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of filled prose; ``source`` is the value that a tag printed, None for typed text."""

    text: str
    source: Value | None = None


@dataclass(frozen=True, slots=True)
class FilledText:
    """A filled paragraph in its stretches."""

    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """The whole text as printed."""
        return "".join(segment.text for segment in self.segments)


def has_tags(source: str) -> bool:
    """Tell whether a text of the case holds tags at all."""
    return "{{" in source or "{%" in source or "{#" in source


class _Recorder:
    """Collects the values that one filling prints, so that each stretch knows its source."""

    def __init__(self) -> None:
        self.printed: list[Value] = []

    def finalize(self, value: object) -> str | Markup:
        if isinstance(value, Value):
            self.printed.append(value)
            return Markup(f"{OPEN}{len(self.printed) - 1}{MIDDLE}{value.text}{CLOSE}")
        if isinstance(value, str):
            return Markup(value)  # plain text, escaped where it is printed
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, Record | Rows):
            raise JinjaError("group")
        raise JinjaError("not_printable")


_recorder = _Recorder()
_environment = TagEnvironment(finalize=_recorder.finalize)


@lru_cache(maxsize=4096)
def _compiled(source: str) -> Template:
    return _environment.from_string(source)


def fill_text(source: str, context: Mapping[str, Node], path: Path) -> FilledText:
    """Fill the tags of one text of the case.

    Raises TemplateError with one problem at ``path``: ``tags.syntax`` (details: message, tag),
    ``tags.unknown_field`` (details: name), ``tags.unlisted_field`` (name, nearest),
    ``tags.unknown_filter`` (name, nearest, known), ``tags.forbidden`` (details: what),
    ``tags.not_printable`` (details: text) or ``tags.endless``.
    """
    if not has_tags(source):
        return FilledText((Segment(source),))
    _recorder.printed = []
    try:
        with render_budget():
            raw = _compiled(source).render(context)
    except UndefinedError as error:
        wrong = missing_field(_environment, source, context)
        if wrong is None:
            raise _refused("tags.unknown_field", path, source, name=str(error)) from None
        code = "tags.unlisted_field" if wrong.nearest else "tags.unknown_field"
        details = {"name": wrong.name, "nearest": wrong.nearest}
        raise _refused(code, path, wrong.tag, **details) from None
    except SecurityError as error:
        raise _refused("tags.forbidden", path, source, what=str(error)) from None
    except TemplateAssertionError as error:
        used = unknown_filter(_environment, source)
        if used is None:
            raise _refused("tags.syntax", path, source, message=str(error)) from None
        details = {"name": used.name, "nearest": used.nearest, "known": "、".join(used.known)}
        raise _refused("tags.unknown_filter", path, used.tag, **details) from None
    except JinjaError as error:
        if str(error) in {"group", "not_printable"}:
            raise _refused("tags.not_printable", path, source) from None
        raise _refused("tags.syntax", path, source, message=str(error)) from None
    except TypeError as error:
        raise _refused("tags.not_comparable", path, source, message=str(error)) from None
    except RecursionError:
        raise _refused("tags.syntax", path, source, message="嵌套过深") from None
    except TemplateError as error:
        problems = [
            replace(p, path=path, details={"text": source[:80], **p.details})
            for p in error.problems
        ]
        raise TemplateError(problems) from None
    return FilledText(tuple(_segments(raw, _recorder.printed)))


def _refused(code: str, path: Path, source: str, **details: str) -> TemplateError:
    return TemplateError([Problem(code, details={"text": source[:80], **details}, path=path)])


def _segments(raw: str, printed: list[Value]) -> list[Segment]:
    segments: list[Segment] = []
    for piece in raw.split(OPEN):
        if CLOSE not in piece:
            if piece:
                segments.append(Segment(piece))
            continue
        number, _, rest = piece.partition(MIDDLE)
        text, _, after = rest.partition(CLOSE)
        segments.append(Segment(text, printed[int(number)]))
        if after:
            segments.append(Segment(after))
    return segments
