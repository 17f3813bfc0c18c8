"""Thresholds of the method: each pair the right way round."""

from __future__ import annotations

from collections.abc import Iterator

from bukhara.framework.document import Document
from bukhara.framework.walk import at
from bukhara.model.finding import Finding

# (group, the smaller, the larger); equal is allowed for caps only.
_PAIRS = (
    ("pace", "behind", "on_pace"),
    ("coverage", "bar", "band"),
    ("sensitivity", "weight_low", "weight_high"),
)
_CAPS = (
    ("evidence_caps", "assertion", "statement_on_record"),
    ("evidence_caps", "statement_on_record", "primary_document"),
)


def threshold_findings(document: Document) -> Iterator[Finding]:
    """Yield pairs of parameters whose smaller one is not smaller."""
    for group, low, high in (*_PAIRS, *_CAPS):
        lower, upper = at(document, "method", group, low), at(document, "method", group, high)
        allowed = lower <= upper if group == "evidence_caps" else lower < upper
        if not allowed:
            place = ("method", group, low)
            yield document.finding("threshold-order", place, value=lower, low=low, high=high)
