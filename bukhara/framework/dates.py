"""Dates: days that the calendar has, in an order that time has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from bukhara.framework.document import Document, Path
from bukhara.framework.walk import entries, groups
from bukhara.model import partial_date
from bukhara.model.finding import Finding

_DAYS = ("start", "end", "date", "sent", "due", "applies_from", "bukhara_date")
_PARTIAL = ("when", "adopted")


def date_findings(document: Document) -> Iterator[Finding]:
    """Yield days that do not exist, and ends that come before their beginnings."""
    for path, group in groups(document.value):
        for key in (*_DAYS, *_PARTIAL):
            if isinstance(group.get(key), str) and _day(group[key]) is None and group[key]:
                yield document.finding("date-invalid", (*path, key), value=group[key])
    for path, conference in entries(document, "conferences"):
        yield from _in_order(document, path, conference, ("start", "end"))
    for path, reading in entries(document, "exercise", "rounds"):
        yield from _in_order(document, path, reading, ("sent", "due"))


def _in_order(document: Document, path: Path, group: dict[str, Any], keys: tuple[str, str]) -> Iterator[Finding]:
    first, last = (_day(group.get(key) or "") for key in keys)
    if first and last and last < first:
        place = (*path, keys[1])
        yield document.finding("date-order", place, value=group[keys[1]], first=keys[0], last=keys[1])


def _day(text: str) -> date | None:
    try:
        return partial_date.first_day(text)
    except ValueError:
        return None
