"""Names of WordprocessingML that reading needs."""

from __future__ import annotations

from lxml import etree

from govdocs.errors import InputError, Problem
from govdocs.opening import OfficePackage
from govdocs.place import FilePlace

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def w(name: str) -> str:
    """A name of the main namespace as lxml writes it."""
    return f"{{{_W}}}{name}"


P, R, T, TBL, TR, TC = (w(name) for name in ("p", "r", "t", "tbl", "tr", "tc"))
TEXT_BOX = w("txbxContent")
FALLBACK = f"{{{_MC}}}Fallback"
VAL = w("val")


def value(element: etree._Element | None, default: str = "") -> str:
    """The ``w:val`` of an element; ``default`` where there is none."""
    return default if element is None else str(element.get(VAL, default))


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a switch such as ``w:vanish`` is there and not switched off."""
    return element is not None and value(element, "1") not in {"0", "false", "off"}


def whole(text: str | None, default: int = 0) -> int:
    """Read a whole number of at most nine digits; ``default`` for anything else."""
    stripped = (text or "").strip()
    return int(stripped) if stripped.lstrip("-").isdecimal() and len(stripped) < 10 else default


def tree_of(package: OfficePackage, member: str) -> etree._Element:
    """Parse a member; InputError ``opening.damaged`` where its nesting is beyond all papers."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(package.read(member), parser)
    except etree.XMLSyntaxError:
        problem = Problem("opening.damaged", FilePlace(package.name), {"member": member})
        raise InputError([problem]) from None


def nearest(element: etree._Element, tag: str) -> etree._Element | None:
    """The closest element of ``tag`` around ``element``."""
    return next(element.iterancestors(tag), None)
