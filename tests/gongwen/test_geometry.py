"""Pages hold every measure of GB/T 9704-2012, and a spoiled style is seen by its measure."""

from __future__ import annotations

import pytest

from tests.gongwen.conftest import Drawn
from tests.gongwen.probes import PROBES

pytestmark = pytest.mark.libreoffice


@pytest.mark.parametrize("name", PROBES)
def test_the_page_keeps_the_measure(name: str, drawn: Drawn) -> None:
    probe = PROBES[name]
    found = probe.measure(drawn[probe.variant])
    assert probe.holds(drawn[probe.variant]), f"{probe.clause} {name}：{found}，应为 {probe.wanted}"


@pytest.mark.parametrize("name", PROBES)
def test_a_spoiled_style_is_seen(name: str, spoiled: Drawn) -> None:
    probe = PROBES[name]
    assert not probe.holds(spoiled[name]), (
        f"{name}：样式改坏后仍量得 {probe.measure(spoiled[name])}"
    )
