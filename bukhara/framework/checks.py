"""The check of indicators.yaml: first its structure, then the rules that concern the whole file."""

from bukhara.framework.dates import date_findings
from bukhara.framework.document import Document, read
from bukhara.framework.identifiers import identifier_findings
from bukhara.framework.indicators import indicator_findings
from bukhara.framework.quotes import quote_findings
from bukhara.framework.schema import structure_findings
from bukhara.framework.texts import text_findings
from bukhara.framework.thresholds import threshold_findings
from bukhara.model.finding import Finding

_CHECKS = (
    identifier_findings,
    indicator_findings,
    quote_findings,
    date_findings,
    threshold_findings,
    text_findings,
)


def check(text: str) -> tuple[Finding, ...]:
    """Return the findings of the text of indicators.yaml, ordered by line.

    A text without errors gives an empty tuple. No text raises an exception.
    """
    return check_document(read(text))


def check_document(document: Document) -> tuple[Finding, ...]:
    """Return the findings of a document; the rules are checked only if its structure is valid."""
    if document.value is None:
        return tuple(document.findings)
    structure = (*document.findings, *structure_findings(document))
    if structure:
        return _by_line(structure)
    return _by_line(tuple(finding for find in _CHECKS for finding in find(document)))


def _by_line(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.row or 0, finding.column, finding.code)))
