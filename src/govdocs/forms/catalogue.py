"""Finding the forms of a case: by the id that it names, or by its year."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pydantic import ValidationError

from govdocs.errors import InputError, Problem
from govdocs.forms.form_set import FormSet, Settings
from govdocs.model.any_case import AnyCase, kind_of


@cache
def form_sets() -> tuple[FormSet, ...]:
    """All form sets that the package carries, sorted by id."""
    from ruamel.yaml import YAML

    folder = files("govdocs.forms") / "official"
    found = []
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".yaml"):
            found.append(FormSet.model_validate(YAML(typ="safe").load(entry.read_text("utf-8"))))
    return tuple(found)


def form_set_of(case: AnyCase) -> FormSet:
    """Return the forms that ``case`` is filed on, its own settings applied.

    Raises InputError ``forms.unknown_form`` (details: given, known), ``forms.no_form_for_year``
    (details: year) or ``forms.bad_setting`` (details: name, given, known).
    """
    known = tuple(forms for forms in form_sets() if forms.kind == kind_of(case))
    if case.form is not None:
        chosen = next((forms for forms in known if forms.id == case.form), None)
        if chosen is None:
            raise InputError(
                [
                    Problem(
                        "forms.unknown_form",
                        details={"given": case.form, "known": "、".join(f.id for f in known)},
                        path=("form",),
                    )
                ]
            )
    else:
        chosen = next((forms for forms in known if forms.covers(case.year)), None)
        if chosen is None:
            raise InputError(
                [
                    Problem(
                        "forms.no_form_for_year",
                        details={"year": str(case.year), "known": "、".join(f.id for f in known)},
                        path=("year",),
                    )
                ]
            )
    return _with_settings(chosen, case)


def _with_settings(forms: FormSet, case: AnyCase) -> FormSet:
    regional = forms.regions.get(case.region or "", {})
    wanted = {**regional, **case.settings}
    if not wanted:
        return forms
    problems = []
    values = forms.settings.model_dump()
    for name, text in wanted.items():
        if name not in Settings.model_fields:
            problems.append(_bad_setting(name, text))
            continue
        try:
            trial = {**values, name: text.strip().removesuffix("%")}
            Settings.model_validate(trial)
        except ValidationError:
            problems.append(_bad_setting(name, text))
        else:
            values = trial
    if problems:
        raise InputError(problems)
    return forms.model_copy(update={"settings": Settings.model_validate(values)})


def _bad_setting(name: str, text: str) -> Problem:
    known = "、".join(f"{key}（{field.title}）" for key, field in Settings.model_fields.items())
    return Problem(
        "forms.bad_setting",
        details={"name": name, "given": text, "known": known},
        path=("settings", name),
    )
