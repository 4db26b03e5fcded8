"""What is measured: where, how, what the standard wants, and a way to spoil it."""

from __future__ import annotations

from tests.gongwen.probes.attachment import ATTACHMENT
from tests.gongwen.probes.body import ATTACHMENT_LIST, BODY
from tests.gongwen.probes.header import HEADER
from tests.gongwen.probes.imprint import IMPRINT
from tests.gongwen.probes.page import PAGE
from tests.gongwen.probes.page_number import PAGE_NUMBER
from tests.gongwen.probes.ruler import Probe
from tests.gongwen.probes.signature import SIGNATURE

__all__ = ["PROBES", "Probe"]

PROBES = {
    probe.name: probe
    for group in (PAGE, HEADER, BODY, ATTACHMENT_LIST, SIGNATURE, ATTACHMENT, IMPRINT, PAGE_NUMBER)
    for probe in group
}
