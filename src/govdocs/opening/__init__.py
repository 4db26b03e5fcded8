"""The one door through which every Word and Excel file from outside comes in."""

from govdocs.opening.dangers import ALL_DANGERS, Danger
from govdocs.opening.package import OfficePackage, RawMember
from govdocs.opening.reading import Limits, open_office_package

__all__ = ["ALL_DANGERS", "Danger", "Limits", "OfficePackage", "RawMember", "open_office_package"]
