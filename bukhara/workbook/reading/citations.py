"""Rules about where a row comes from: source, place, quote, and texts that should hold no person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bukhara.model.codes import SourceClass, State

if TYPE_CHECKING:
    from bukhara.workbook.reading.ledger import Row
    from bukhara.workbook.reading.lookups import Lookups

QUOTE_WORDS = 30
OWN_WORDS = frozenset({SourceClass.STATE_SUBMISSION, SourceClass.EXERCISE})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)\s*:(?!\d)", re.IGNORECASE)


def check_citation(row: Row, lookups: Lookups) -> None:
    """Ask a published source for its place and a short quote.

    Gaps and a state's own answers need none; desk research in our own words has its address instead.
    """
    source_id, state = row.fields.get("source_id"), row.fields.get("state")
    source = lookups.source_of.get(source_id) if source_id else None
    gap = state is not None and state is not State.VALUE
    if not source_id and not gap and "source_id" not in row.blamed:
        row.find("missing-value", "source_id")
    if source and not gap and source.source_class not in (*OWN_WORDS, SourceClass.DESK_RESEARCH):
        if not row.fields.get("quote") and "quote" not in row.blamed:
            row.find("quote-missing", "quote")
        if not row.fields.get("source_locator") and "source_locator" not in row.blamed:
            row.find("locator-missing", "source_locator")
    _check_quote(row)


def check_source(row: Row) -> None:
    """Ask desk research for its address: it is the only way back to the source."""
    desk = row.fields.get("source_class") is SourceClass.DESK_RESEARCH
    if desk and not row.fields.get("address") and "address" not in row.blamed:
        row.find("address-missing", "address")
    address = row.fields.get("address", "")
    scheme = _SCHEME.match(address)
    if scheme and scheme.group(1).casefold() not in ("http", "https"):
        row.find("address-unsafe", "address")


def _check_quote(row: Row) -> None:
    # two citations of one fact are joined by " | "; each is a quote of its own
    counts = [len(part.split()) for part in row.fields.get("quote", "").split(" | ")]
    if max(counts) > QUOTE_WORDS:
        row.find("quote-too-long", "quote", count=str(max(counts)), limit=str(QUOTE_WORDS))


def check_body(row: Row, key: str, lookups: Lookups) -> None:
    """Warn of an institution that the framework does not list."""
    body = row.fields.get(key)
    if body and body not in lookups.bodies:
        row.find("unknown-body", key)
