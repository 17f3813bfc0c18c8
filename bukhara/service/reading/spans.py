"""Finds the days between which nothing changes: every day of such a span has the same rows and statuses; pure."""

from collections.abc import Iterable
from datetime import date

from bukhara.model.framework import Framework
from bukhara.model.partial_date import last_day
from bukhara.store import StoredContents


def first_day_as(day: date, contents: StoredContents, framework: Framework) -> date:
    """Return the first day from which on everything is as on `day`.

    A new span begins with each year, because some items are asked for each year, and around each day of the record.
    Example: with one letter of 3 May 2024 and nothing else, 5 to 31 May 2024 are as 5 May.
    """
    known = (date(day.year, 1, 1).toordinal(), *contents.once(_around_rows), *framework.once(_around_list))
    return date.fromordinal(max(each for each in known if each <= day.toordinal()))


def _around_rows(contents: StoredContents) -> frozenset[int]:
    days = {source.date for source in contents.sources} | {reply.given_on for reply in contents.replies}
    days |= {day for request in contents.requests for day in (request.sent, request.due) if day}
    days |= {day for row in contents.statements for day in (row.asked_on, row.due_date) if day}
    return _around(days | {last_day(row.valid_until) for row in contents.statements if row.valid_until})


def _around_list(framework: Framework) -> frozenset[int]:
    listed = {day for item in framework.items for day in (item.applies_from, item.added_on, item.retired_on) if day}
    return _around(listed | {reading.date for reading in framework.readings})


def _around(days: Iterable[date]) -> frozenset[int]:
    """Return the days with those before and after them: what is compared with a day changes on one of the three."""
    return frozenset(day.toordinal() + n for day in days for n in (-1, 0, 1))
