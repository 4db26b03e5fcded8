"""Sums that heads name: halves and quarters of a year, what was carried on and what came since."""

from __future__ import annotations

import pytest

from tests.reading.papers import found_once_changed, said_of

HALVES = (
    "|项目|上半年|下半年|全年|\n|门票收入|418|527|945|\n|经营支出|362|471|833|\n|结余|56|56|112|"
)
QUARTERS = "|镇|一季度|二季度|三季度|四季度|全年|\n|甲镇|36.4|41.8|39.5|44.2|161.9|\n|乙镇|28.7|30.1|33.6|29.4|121.8|"
CARRIED = "|县区|上年结余|本年下达|合计|已支出|\n|甲县|14.5|86|100.5|97|\n|乙县|—|72|72|70|\n|丙县|7.3|64|71.3|66|"
WRONG = {
    "a year of two halves": (HALVES, "|833|", "|883|"),
    "a half": (HALVES, "|418|", "|481|"),
    "a quarter": (QUARTERS, "|33.6|", "|36.3|"),
    "what was carried on": (CARRIED, "|7.3|", "|3.7|"),
    "all there was to spend": (CARRIED, "|100.5|", "|105.0|"),
}


@pytest.mark.parametrize("name", WRONG)
def test_one_changed_figure_is_found(name: str) -> None:
    sound, old, new = WRONG[name]
    assert "F602" in {f.code for f in found_once_changed(sound, sound.replace(old, new, 1))}


SOUND = {
    "people counted twice a year": "|单位|上半年|下半年|全年|\n|甲局|36|38|38|\n|乙局|24|23|24|",
    "one row of a count": "|单位|上半年|下半年|全年|\n|在册人数|1236|1263|1270|",
    "rates of halves": "|单位|上半年|下半年|全年|\n|甲局|48%|50%|98%|\n|乙局|45%|47%|92%|\n|丙局|96%|97%|96.5%|",
    "three quarters only": "|镇|一季度|二季度|三季度|全年|\n|甲镇|36|41|39|161|\n|乙镇|28|30|33|121|",
    "a total over other columns": "|县区|上年结余|中央|省级|合计|\n|甲县|14.5|60|26|86|\n|乙县|8.2|50|22|72|\n|丙县|7.3|44|20|64|",
    "what was carried on was taken back": "|县区|上年结余|本年下达|合计|\n|甲县|14.5|86|86|\n|乙县|9.1|72|72|\n|丙县|7.3|64|64|",
    "of which beside what came": "|县区|上年结余|本年下达|其中：省级|合计|\n|甲县|14.5|86|30|100.5|\n|乙县|9.1|72|25|81.1|\n|丙县|7.3|64|20|71.3|",
    "blank openings": "|县区|上年结余|本年下达|合计|\n|甲县||86|86|\n|乙县|/|72|72|\n|丙县|7.3|64|71.3|",
    "halves under two heads": "|单位|收入|<|<|支出|<|<|\n|^|上半年|下半年|全年|上半年|下半年|全年|\n|甲|126|138|264|118|140|258|\n|乙|95|104|199|90|101|191|",
    "rounded quarters": "|镇|一季度|二季度|三季度|四季度|全年|\n|甲镇|1.26|1.31|1.42|1.55|5.53|\n|乙镇|0.84|0.91|0.96|1.02|3.74|",
    "words in between": "|县区|上年结余|本年下达|合计|\n|甲县|未清算|86|86|\n|乙县|9.1|72|81.1|\n|丙县|7.3|待定|7.3|",
}


@pytest.mark.parametrize("name", SOUND)
def test_silent(name: str) -> None:
    assert said_of(SOUND[name]) == []
