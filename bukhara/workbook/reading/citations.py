"""Rules about the citation of a row: source, locator, quote, and texts that should not name a person."""

import re

from bukhara.model.codes import OWN_WORDS, UNCONFIRMED, SourceClass, State
from bukhara.model.countries import INTERNATIONAL, REGION
from bukhara.workbook.letters import matched, skeleton
from bukhara.workbook.reading.ledger import DataRow
from bukhara.workbook.reading.lookups import Lookups

QUOTE_WORDS = 30
_NO_STATE = (REGION, INTERNATIONAL)
# what a program would open: a scheme, or a path of a network; a file number in words is neither
_OPENED = re.compile(r"[a-z][a-z0-9+.-]*\s*:(?!\d)|[\\/]{2}", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s/?#@\\]+(?:[/?#]\S*)?", re.IGNORECASE)


def check_own_state(row: DataRow, lookups: Lookups) -> None:
    """Require the country of the tracker: a state speaks for itself alone."""
    country = row.fields.get("country")
    if country and lookups.workbook_country and country != lookups.workbook_country:
        row.find("country-mismatch", "country", expected=lookups.workbook_country)


def check_citation(row: DataRow, lookups: Lookups) -> None:
    """Require a source that is older than the end of its item, and of a published one a locator and a short quote.

    Gaps and a state's own answers need neither; what is in the secretariat's words neither.
    """
    source_id, state = row.fields.get("source_id"), row.fields.get("state")
    source = lookups.cited(row.fields)
    gap = state is not None and state is not State.VALUE
    if not source_id and "source_id" not in row.blamed:
        row.find("missing-value", "source_id")
    if source_id and source is None:
        # its own error is found on the sheet of sources, once
        row.blamed.add("source_id")
    retired = lookups.retired.get(row.fields.get("indicator", ""))
    if source and retired and source.date.isoformat() >= retired:
        row.find("item-retired", "indicator", date=retired)
    if source and not gap and source.source_class not in OWN_WORDS | UNCONFIRMED:
        if not row.fields.get("quote") and "quote" not in row.blamed:
            row.find("quote-missing", "quote")
        if not row.fields.get("source_locator") and "source_locator" not in row.blamed:
            row.find("locator-missing", "source_locator")
    _check_quote(row)


def check_source(row: DataRow, lookups: Lookups) -> None:
    """Require the class of a source, and the address of desk research: it is the only way back to the source."""
    given, name = row.fields.get("source_class"), row.fields.get("source_id", "")
    known = next((each for each in lookups.reports if each != name and skeleton(each) == skeleton(name)), "")
    if known:
        row.find("source-retyped", "source_id", expected=known)
    if given and row.fields.get("source_id") in lookups.reports and given is not SourceClass.CONFERENCE_REPORT:
        row.find("source-of-another-class", "source_class", expected=SourceClass.CONFERENCE_REPORT.value)
    if given is SourceClass.EXERCISE and not lookups.exercise:
        row.find("source-of-exercise", "source_class")
    is_desk_research = given is SourceClass.DESK_RESEARCH
    if is_desk_research and not row.fields.get("address") and "address" not in row.blamed:
        row.find("address-missing", "address")
    address = row.fields.get("address", "")
    if (is_desk_research or _OPENED.match(address)) and address and not _WEB.fullmatch(address):
        row.find("address-unsafe", "address")


def _check_quote(row: DataRow) -> None:
    # two citations of one fact are joined by " | "; each is a quote of its own
    counts = [len(part.split()) for part in row.fields.get("quote", "").split(" | ")]
    if max(counts) > QUOTE_WORDS:
        row.find("quote-too-long", "quote", count=str(max(counts)), limit=str(QUOTE_WORDS))


def check_body(row: DataRow, key: str, lookups: Lookups) -> None:
    """Warn of an institution that the framework does not list, or that belongs to another state than the row."""
    body, country = row.fields.get(key), row.fields.get("country")
    seat = lookups.bodies.get(body) if body else None
    if body and seat is None:
        likely = lookups.short_bodies.get(matched(body))
        row.find("unknown-body", key, **({"likely": likely} if likely else {}))
    source = lookups.cited(row.fields)
    own = source is not None and source.source_class in OWN_WORDS
    answered = lookups.bodies.get(source.body, "") if source and own else ""
    if country in _NO_STATE or country is None:
        return
    if own and seat not in (None, country, *_NO_STATE):
        row.find("body-of-another-state", key, country=country)
    elif answered not in ("", country, *_NO_STATE):
        row.find("source-of-another-state", "source_id", body=source.body if source else "", country=country)
