"""Rows of the `progress` export (interface.md). Levels only in rounds; counts of states, never of persons."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from bukhara.model.codes import CODING_OF, CodingStatus, Position, Scope, State, Status
from bukhara.model.release import Snapshot
from bukhara.progress.coverage import Coverage, NoLevel, country_coverage
from bukhara.progress.readings import reading_at
from bukhara.situation.counts import Counts, count_country, count_item
from bukhara.situation.situation import Situation, situations

_OF_COUNTS = (
    *("n", "in_place", "under_way", "planned", "challenge", "not_covered", "in_place_before", "continuing"),
    *("low", "high", "mentioned"),
)
_OF_STATUS = (
    *("country", "item", "level", "level_capped", "since", "state", "ended", "asked_on", "position", "valid_until"),
    *("period_ended", "answer_due", "overdue"),
)
_OF_COVERAGE = ("level", "level_capped", "coverage", "no_level")
"""The columns that counts, a status and coverage have by the same name."""


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
    overdue: date | None = None
    no_level: NoLevel | None = None


def progress_rows(snapshot: Snapshot) -> tuple[ProgressRow, ...]:
    """Return the states' counts, then the statuses of each item; items that do not apply on the day are left out."""
    found, framework = situations(snapshot), snapshot.framework

    def row(country: str = "", **values: Any) -> ProgressRow:
        reading = reading_at(framework, snapshot.as_of, country)
        return ProgressRow(
            country=country,
            reading=reading.id if reading else "",
            method_version=framework.method.version,
            release=snapshot.release.number,
            **values,
        )

    rows = []
    for code in (country.code for country in framework.countries):
        newest = max((s.source_date for s in found if s.country == code and s.source_date), default=None)
        covered = country_coverage(found, framework, code, on=snapshot.as_of)
        values = _of(count_country(found, code), _OF_COUNTS) | (_of_coverage(covered) if covered else {})
        rows.append(row(code, item="", reported_on=newest, **values))
    for item in framework.items:
        own = [s for s in found if s.item == item.id and s.applies]
        if own and item.scope is Scope.COUNTRY:
            rows.append(row(item=item.id, **_of(count_item(own, item.id), _OF_COUNTS)))
        rows += [row(**_of(s, _OF_STATUS), **_of_status(s)) for s in own]
    return tuple(rows)


def _of(values: Counts | Coverage | Situation, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(values, name) for name in names}


def _of_coverage(covered: Coverage) -> dict[str, Any]:
    return _of(covered, _OF_COVERAGE) | {"bound_low": covered.low, "bound_high": covered.high}


def _of_status(status: Situation) -> dict[str, Any]:
    asked = [i.indicator for i in status.indicators]
    own = status.status is not Status.NOT_ASKED or status.state is State.NOT_ASKED
    return {
        "indicator": asked[0] if len(asked) == 1 else "",
        "status": status.status if own else None,
        "coding_status": CODING_OF[status.position] if status.position else None,
        "mentioned": int(status.mentioned),
        "reported_on": status.source_date,
    }
