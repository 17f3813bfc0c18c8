"""Checks of dates: they must exist, and an end must not come before its start."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from bukhara.framework.document import Document, KeyPath
from bukhara.framework.walk import entries, groups
from bukhara.model import partial_date
from bukhara.model.finding import Finding

_DAYS = ("start", "end", "date", "sent", "due", "applies_from", "bukhara_date")
_PARTIAL = ("when", "adopted")


def date_findings(document: Document) -> Iterator[Finding]:
    """Yield a finding for each date that does not exist and for each end before its start."""
    for path, group in groups(document.value):
        for key in (*_DAYS, *_PARTIAL):
            if isinstance(group.get(key), str) and _day(group[key]) is None and group[key]:
                yield document.finding("date-invalid", (*path, key), value=group[key])
    for path, conference in entries(document, "conferences"):
        yield from _in_order(document, path, conference, ("start", "end"))
    for path, reading in entries(document, "exercise", "rounds"):
        yield from _in_order(document, path, reading, ("sent", "due"))


def _in_order(document: Document, path: KeyPath, group: dict[str, Any], keys: tuple[str, str]) -> Iterator[Finding]:
    first, last = (_day(group.get(key) or "") for key in keys)
    if first and last and last < first:
        yield document.finding("date-order", (*path, keys[1]), value=group[keys[1]], first=keys[0], last=keys[1])


def _day(text: str) -> date | None:
    try:
        return partial_date.first_day(text)
    except ValueError:
        return None
