"""Checks of quotes: their length and their line reference."""

from collections.abc import Iterator

from bukhara.framework.document import Document
from bukhara.framework.walk import Entry, entries
from bukhara.model.finding import Finding

SHORTEST, LONGEST = 5, 30
JOINER = " | "


def quote_findings(document: Document) -> Iterator[Finding]:
    """Yield a finding for each quote that is not 5 to 30 words long or has no line reference."""
    passages = entries(document, "instrument", "passages")
    for entry in (*entries(document, "items"), *entries(document, "conferences"), *passages):
        yield from _quote(document, entry)


def _quote(document: Document, entry: Entry) -> Iterator[Finding]:
    path, owner = entry
    quote = owner.get("quote", "")
    if not quote:
        return
    for part in quote.split(JOINER):
        words = len(part.split())
        if not SHORTEST <= words <= LONGEST:
            yield document.finding("quote-length", (*path, "quote"), value=part, words=str(words))
    if not owner.get("line"):
        yield document.finding("quote-without-line", (*path, "quote"), value=owner["id"], key=owner["id"])
