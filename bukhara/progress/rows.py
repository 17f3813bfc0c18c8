"""Rows of the `progress` export (interface.md). Levels only in rounds; counts of states, never of persons."""

from dataclasses import dataclass, replace
from datetime import date

from bukhara.model.codes import CODING_OF, CodingStatus, Position, Scope, State, Status
from bukhara.model.release import Snapshot
from bukhara.progress.counts import Counts, count_country, count_item
from bukhara.progress.coverage import Coverage, NoLevel, country_coverage
from bukhara.progress.readings import reading_at
from bukhara.progress.status import ItemStatus, statuses

_OF_COUNTS = (
    *("n", "in_place", "under_way", "planned", "challenge", "not_covered", "in_place_before", "continuing"),
    *("low", "high", "mentioned"),
)
_OF_STATUS = (
    *("country", "item", "level", "level_capped", "since", "state", "ended", "asked_on", "position", "valid_until"),
    *("period_ended", "answer_due"),
)
"""The columns that counts, and a status, have by the same name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressRow:
    """A state (item empty), a state's status on an item, or an item over all states (country empty).

    A row without a value has None in its place. `status` has no value if only `state`, `ended` or level 0 is known.
    `mentioned` is a number of cells in a row of counts, and 1 or 0 in the row of a cell. `reported_on` is the day of
    the source of a status, in the row of a state of its newest; `period_ended` is by the calendar day. `no_level` says
    why a state in a round has none.
    """

    country: str
    item: str
    indicator: str = ""
    n: int | None = None
    in_place: int | None = None
    under_way: int | None = None
    planned: int | None = None
    challenge: int | None = None
    not_covered: int | None = None
    in_place_before: int | None = None
    continuing: int | None = None
    low: int | None = None
    high: int | None = None
    level: float | None = None
    level_capped: float | None = None
    coverage: float | None = None
    bound_low: float | None = None
    bound_high: float | None = None
    status: Status | None = None
    since: str = ""
    coding_status: CodingStatus | None = None
    reading: str
    method_version: str
    release: int
    state: State | None = None
    ended: bool | None = None
    asked_on: date | None = None
    mentioned: int | None = None
    position: Position | None = None
    valid_until: str = ""
    period_ended: bool | None = None
    reported_on: date | None = None
    answer_due: date | None = None
    no_level: NoLevel | None = None


def progress_rows(snapshot: Snapshot) -> tuple[ProgressRow, ...]:
    """Return the states' counts, then the statuses of each item; items that do not apply on the day are left out."""
    found, framework = statuses(snapshot), snapshot.framework
    stamped = ProgressRow(
        country="",
        item="",
        reading=_reading_of(snapshot, ""),
        method_version=framework.method.version,
        release=snapshot.release.number,
    )
    rows = []
    for country in framework.countries:
        row = _with_counts(_of_state(stamped, snapshot, country.code), count_country(found, country.code))
        days = (s.source_date for s in found if s.country == country.code and s.source_date)
        row = replace(row, reported_on=max(days, default=None))
        covered = country_coverage(found, framework, country.code, on=snapshot.as_of)
        rows.append(_with_coverage(row, covered) if covered else row)
    for item in framework.items:
        own = [s for s in found if s.item == item.id and s.applies]
        if own and item.scope is Scope.COUNTRY:
            rows.append(_with_counts(replace(stamped, item=item.id), count_item(own, item.id)))
        rows += [_with_status(_of_state(stamped, snapshot, s.country), s) for s in own]
    return tuple(rows)


def _of_state(row: ProgressRow, snapshot: Snapshot, country: str) -> ProgressRow:
    return replace(row, country=country, reading=_reading_of(snapshot, country))


def _reading_of(snapshot: Snapshot, country: str) -> str:
    reading = reading_at(snapshot.framework, snapshot.as_of, country)
    return reading.id if reading else ""


def _with_counts(row: ProgressRow, counts: Counts) -> ProgressRow:
    return replace(row, **{name: getattr(counts, name) for name in _OF_COUNTS})


def _with_coverage(row: ProgressRow, covered: Coverage) -> ProgressRow:
    return replace(
        row,
        level=covered.level,
        level_capped=covered.level_capped,
        coverage=covered.coverage,
        bound_low=covered.low,
        bound_high=covered.high,
        no_level=covered.no_level,
    )


def _with_status(row: ProgressRow, status: ItemStatus) -> ProgressRow:
    asked = [i.indicator for i in status.indicators]
    own = status.status is not Status.NOT_ASKED or status.state is State.NOT_ASKED
    return replace(
        row,
        indicator=asked[0] if len(asked) == 1 else "",
        status=status.status if own else None,
        coding_status=CODING_OF[status.position] if status.position else None,
        mentioned=int(status.mentioned),
        reported_on=status.source_date,
        **{name: getattr(status, name) for name in _OF_STATUS},
    )
