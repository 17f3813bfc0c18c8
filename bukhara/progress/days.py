"""The days by which a state is read: each state was heard on its own day, all are judged on one. Reads no clock."""

from dataclasses import dataclass
from datetime import date

from bukhara.model.release import Snapshot
from bukhara.progress.readings import reading_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days of one state, or of the region.

    `known`: up to it sources are read. `asked`: day of its reading or round, which says what it is asked about; in a
    round what has ended by then is not in force. `calendar`: the day of the page, by which a reported period is over.
    """

    known: date
    asked: date
    calendar: date


def days_of(snapshot: Snapshot, country: str) -> Days:
    """Return the days of a state or the region."""
    reading = reading_at(snapshot.framework, snapshot.as_of, country)
    return Days(
        known=snapshot.newest_source,
        asked=reading.date if reading else snapshot.as_of,
        calendar=snapshot.calendar_day,
    )
