"""Documents that the report cites: 《标题》（文号）, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdocs.reading_in.evaluation.said import Said
from govdocs.reading_in.placed import Gathered, Placed, PlacedTree

CITED = re.compile(
    r"《(?P<title>(?:[^《》]|《[^《》]*》)+)》\s*[（(](?P<number>(?P<office>[一-龥]{1,10})[〔\[]?(?P<year>(?:19|20)\d\d)?[〕\]]?\s*(?:第)?(?P<serial>\d{1,5})号)(?=[，,；;）)])"
)


def read_citations(texts: Sequence[Said], gathered: Gathered) -> None:
    """Fill ``citations``: one a document number, named as offices speak of it (国发5号)."""
    found: dict[str, dict[str, PlacedTree]] = {}
    names: set[str] = set()
    for said in texts:
        for match in CITED.finditer(said.text):
            number = "".join(match["number"].split())
            if number in found:
                continue
            name = f"{match['office']}{match['serial']}号"
            if name in names:
                name = f"{match['office']}{match['year'] or ''}年{match['serial']}号"
            names.add(name)
            found[number] = {
                "name": Placed(name),
                "title": Placed(match["title"], said.place),
                "number": Placed(number, said.place),
            }
    if found:
        gathered.tree["citations"] = list(found.values())
