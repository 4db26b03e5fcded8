"""Stand-ins for the official fonts, so that pages have the same widths on every machine."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

STAND_INS = {
    "仿宋_GB2312": ("仿宋_GB2312", "FandolFang R", "FandolFang", "FangSong", "Noto Serif CJK SC"),
    "楷体_GB2312": ("楷体_GB2312", "FandolKai", "KaiTi", "AR PL UKai CN"),
    "黑体": ("黑体", "SimHei", "FandolHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei"),
    "宋体": ("宋体", "SimSun", "FandolSong", "Noto Serif CJK SC"),
    "方正小标宋简体": ("方正小标宋简体", "FandolSong", "SimSun", "Noto Serif CJK SC"),
}


def installed() -> dict[str, str]:
    """Every installed family and the PostScript name of its regular face."""
    said = subprocess.run(
        ["fc-list", ":", "family", "postscriptname", "style"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    found: dict[str, str] = {}
    for line in sorted(said.splitlines()):
        fields = dict(f.split("=", 1) for f in line.split(":")[1:] if "=" in f)
        if "Bold" in fields.get("style", ""):
            continue
        for family in line.split(":")[0].split(","):
            found.setdefault(family.strip(), fields.get("postscriptname", ""))
    return found


def chosen() -> dict[str, tuple[str, str]]:
    """For each official font the family that stands for it and its PostScript name; skips if none."""
    have = installed()
    result = {}
    for font, families in STAND_INS.items():
        family = next((f for f in families if f in have), None)
        if family is None:
            pytest.skip(f"没有可代替{font}的中文字体；请先运行 .ci/fonts")
        result[font] = (family, have[family])
    return result


def environment(folder: Path) -> dict[str, str]:
    """An environment whose fontconfig maps the official fonts to what is installed."""
    aliases = "".join(
        f'<match target="pattern"><test name="family"><string>{escape(font)}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{escape(family)}</string></edit></match>'
        for font, (family, _) in chosen().items()
    )
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'{aliases}<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<dir>{escape(str(Path.home() / '.fonts'))}</dir>"
        f"<cachedir>{escape(str(folder / 'cache'))}</cachedir></fontconfig>",
        "utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(config)}
