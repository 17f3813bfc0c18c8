"""Selections of the day looked at and of the method it is judged by; only where there is more than one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages._ui.parts.page import Filter

if TYPE_CHECKING:
    from pages._ui.parts.reader import Reader


def day_filters(reader: Reader) -> tuple[Filter, ...]:
    """Return the days of the readings and rounds, and for an earlier one the method of now or of then."""
    words, snapshot = reader.words, reader.snapshot
    readings = sorted(snapshot.framework.readings, key=lambda reading: (reading.date, reading.id))
    if len(readings) < 2:
        return ()
    known = [reading.date for reading in readings if reading.date <= snapshot.as_of] or [readings[0].date]
    days = tuple((r.date.isoformat(), f"{words.date(r.date)} · {words.text(r.title)}") for r in readings)
    chosen = (Filter("as_of", words("As of"), days, known[-1].isoformat()),)
    if known[-1] == readings[-1].date and snapshot.method_of is None:
        return chosen
    methods = (("now", words("the method of now")), ("then", words("the method of that day")))
    return (*chosen, Filter("method", words("Judged by"), methods, "then" if snapshot.method_of else "now"))
