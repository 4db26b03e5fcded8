"""Which fonts a document names, and which of them this machine does not have."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from govdocs.opening import OfficePackage
from govdocs.rendering.docx.names import xml_parser
from govdocs.rendering.preview.process import run

ALSO_CALLED = {
    "仿宋_GB2312": ("FangSong_GB2312", "仿宋", "FangSong"),
    "楷体_GB2312": ("KaiTi_GB2312", "楷体", "KaiTi"),
    "黑体": ("SimHei",),
    "宋体": ("SimSun",),
    "方正小标宋简体": ("FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05"),
}
"""Names under which the same design is installed, 仿宋 for 仿宋_GB2312 included."""

_FONT_ATTRIBUTES = frozenset({"ascii", "hAnsi", "eastAsia", "cs"})


def missing_fonts(package: OfficePackage) -> tuple[str, ...] | None:
    """Return the fonts that the file uses and the machine lacks, sorted; None if it cannot be told.

    A font that has only a stand-in by alias counts as missing: pages are then set in another one.
    """
    installed = installed_fonts()
    if installed is None:
        return None
    return tuple(
        sorted(
            font
            for font in named_fonts(package)
            if not ({font.lower(), *(n.lower() for n in ALSO_CALLED.get(font, ()))} & installed)
        )
    )


def named_fonts(package: OfficePackage) -> set[str]:
    """Return the fonts that the styles and texts of a Word or Excel file name."""
    found: set[str] = set()
    for name in package.names:
        if name.startswith(("word/", "xl/")) and name.endswith(".xml"):
            found.update(_in_part(name, package.read(name)))
    return {font for font in found if font and not font.startswith("+")}


def _in_part(name: str, content: bytes) -> Iterator[str]:
    if name.startswith("xl/"):
        if name != "xl/styles.xml":
            return
        root = etree.fromstring(content, xml_parser())
        for node in root.iterfind("{*}fonts/{*}font/{*}name"):
            yield str(node.get("val", ""))
        return
    if name == "word/fontTable.xml" or b"rFonts" not in content:
        return
    for node in etree.fromstring(content, xml_parser()).iter("{*}rFonts"):
        for attribute, value in node.attrib.items():
            if str(attribute).rpartition("}")[2] in _FONT_ATTRIBUTES:
                yield str(value)


def installed_fonts() -> frozenset[str] | None:
    """Return the lower-case names of the installed fonts; None where nothing can list them."""
    if sys.platform == "win32":
        return _windows_fonts()
    program = shutil.which("fc-list")
    if program is None:
        return None
    ended = run([program, ":", "family", "fullname"], seconds=30)
    if ended.code != 0:
        return None
    names: set[str] = set()
    for line in ended.said.splitlines():
        for field in line.split(":"):
            for name in field.removeprefix("fullname=").split(","):
                names.add(name.strip().replace("\\-", "-").lower())
    return frozenset(names - {""})


def _windows_fonts() -> frozenset[str]:
    if sys.platform != "win32":
        return frozenset()
    import winreg

    names: set[str] = set()
    key = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
    for hive in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        try:
            with winreg.OpenKey(hive, key) as fonts:
                for at in range(winreg.QueryInfoKey(fonts)[1]):
                    listed = winreg.EnumValue(fonts, at)[0].partition(" (")[0]
                    names.update(name.strip().lower() for name in listed.split("&"))
        except FileNotFoundError:
            continue
    return frozenset(names)


def font_folder() -> Path:
    """Return where a user may put fonts, for advice."""
    if sys.platform == "win32":
        return Path(r"C:\Windows\Fonts")
    return Path.home() / ("Library/Fonts" if sys.platform == "darwin" else ".fonts")
