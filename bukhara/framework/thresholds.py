"""Checks of the thresholds of the method: the lower one of each pair must be lower."""

from collections.abc import Iterator

from bukhara.framework.document import Document
from bukhara.framework.walk import at
from bukhara.model.finding import Finding

# (group, lower, higher); only caps may be equal.
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
    """Yield a finding for each pair of parameters in the wrong order."""
    for group, low, high in (*_PAIRS, *_CAPS):
        lower, upper = at(document, "method", group, low), at(document, "method", group, high)
        allowed = lower <= upper if group == "evidence_caps" else lower < upper
        if not allowed:
            yield document.finding("threshold-order", ("method", group, low), value=lower, low=low, high=high)
