"""The first page: scorecard, the strip of each state, challenges that states named, and the line of conferences."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bukhara.model.codes import ItemKind, Kind, Scope
from bukhara.model.framework import Conference, Country, Item, Reading
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.progress.coverage import Coverage, country_coverage
from bukhara.progress.readings import reading_at
from bukhara.situation.counts import Counts, count_country
from bukhara.situation.moves import Move
from bukhara.situation.situation import Situation, situations
from bukhara.situation.statements import is_beside
from bukhara.views.statements.timeline import held_reports
from bukhara.views.status import scorecard
from bukhara.views.status.narrative import CountryChanges
from bukhara.views.themes import needs


@dataclass(frozen=True, slots=True)
class StatusStrip:
    """One state: its counts, and the statuses of the themes that can be completed, in the order of the matrix.

    `coverage` exists in rounds only.
    """

    country: Country
    counts: Counts
    cells: tuple[Situation, ...]
    coverage: Coverage | None


@dataclass(frozen=True, slots=True)
class Stop:
    """A point on the line of conferences: a conference, a reading or round, or both; `current` is the day shown.

    `report` is a public report, not confirmed, that a planned conference was held.
    """

    conference: Conference | None
    reading: Reading | None
    current: bool = False
    report: Statement | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """`themes` counts themes that states can complete; `somewhere` those in place in at least one.

    `challenges` has the themes on which bodies of these states, in fixed order, named challenges. The line of `stops`
    is a control where `choice` is True: there are two days to choose from.
    """

    scorecard: scorecard.Scorecard
    reading: Reading
    themes: int
    somewhere: int
    strips: tuple[StatusStrip, ...]
    challenges: tuple[tuple[Item, tuple[Country, ...]], ...]
    stops: tuple[Stop, ...]
    choice: bool


@dataclass(frozen=True, slots=True)
class CellChanges:
    """The mark before of each cell that differs from the last time, by state and item.

    `changed` cells were known both times, `newly` covered ones not before, and `no_longer` covered ones not now.
    """

    changed: Mapping[tuple[str, str], str]
    newly: Mapping[tuple[str, str], str]
    no_longer: Mapping[tuple[str, str], str]

    @property
    def before(self) -> Mapping[tuple[str, str], str]:
        """The mark before of all of them."""
        return {**self.changed, **self.newly, **self.no_longer}


def build(snapshot: Snapshot, *, pillar: str = "", basis: str = "") -> Overview:
    """Return the overview of a snapshot, its scorecard limited to one pillar or basis if given."""
    whole = scorecard.build(snapshot)
    once = [row for row in whole.rows if row.item.kind is ItemKind.MILESTONE]
    framework = snapshot.framework
    reading = reading_at(framework, snapshot.as_of) or framework.readings[0]
    return Overview(
        scorecard=scorecard.build(snapshot, pillar=pillar, basis=basis) if pillar or basis else whole,
        reading=reading,
        themes=len(once),
        somewhere=sum(row.counts.in_place > 0 for row in once),
        strips=tuple(strip(snapshot, country) for country in framework.countries),
        challenges=tuple(_challenges(snapshot)),
        stops=_stops(snapshot, reading),
        choice=len(framework.readings) > 1,
    )


def strip(snapshot: Snapshot, country: Country) -> StatusStrip:
    """Return the strip of a state: one status for each theme that can be completed.

    The themes are in the same order for every state: sorted by status, strips would look like the bars of a ranking.
    """
    found, framework = situations(snapshot), snapshot.framework
    pillars = [pillar.id for pillar in framework.pillars]
    order = {
        item.id: (pillars.index(item.pillar), n) for n, item in enumerate(framework.items) if item.pillar in pillars
    }
    asked = (s for s in found if s.country == country.code and s.applies and s.kind is ItemKind.MILESTONE)
    cells = sorted(asked, key=lambda s: order[s.item])
    coverage = country_coverage(found, framework, country.code, on=snapshot.as_of)
    return StatusStrip(country, count_country(found, country.code), tuple(cells), coverage)


def cell_changes(snapshot: Snapshot, country_changes: Iterable[CountryChanges]) -> CellChanges:
    """Return the cells of the matrix that differ from the last time.

    A cell that shows a newer answer than the two that are compared is none of them.
    """
    shown = {(each.country, each.item): each.mark for each in situations(snapshot) if each.scope is Scope.COUNTRY}
    found = [changes.change.moves for changes in country_changes]

    def before(moves: Iterable[Move]) -> Mapping[tuple[str, str], str]:
        pairs = {(m.country, m.item): (m.before.mark, m.after.mark) for m in moves}
        return {key: was for key, (was, now) in pairs.items() if was != now and shown.get(key) == now}

    return CellChanges(
        changed=before(m for each in found for m in (*each.moved, *each.otherwise_covered)),
        newly=before(m for each in found for m in each.newly_covered),
        no_longer=before(m for each in found for m in each.no_longer_covered),
    )


def _stops(snapshot: Snapshot, current: Reading) -> tuple[Stop, ...]:
    """Return the conferences with the readings of their reports, and the other readings, by day."""
    framework = snapshot.framework
    readings = {reading.id: reading for reading in framework.readings}
    reported = held_reports(snapshot)
    conferences = () if framework.exercise else framework.conferences
    stops = [(each.when, Stop(each, readings.pop(each.id, None))) for each in conferences]
    stops += [(each.date.isoformat(), Stop(None, each)) for each in readings.values()]
    return tuple(
        Stop(
            stop.conference,
            stop.reading,
            stop.reading == current,
            reported.get(stop.conference.public_source) if stop.conference else None,
        )
        for _, stop in sorted(stops, key=lambda pair: pair[0])
    )


def _challenges(snapshot: Snapshot) -> Iterator[tuple[Item, tuple[Country, ...]]]:
    for row in needs.challenges(snapshot, kind=Kind.CHALLENGE, speaker="state").rows:
        named = {s.country for said in row.cells for s in said if not is_beside(snapshot, s)}
        if states := tuple(each for each in snapshot.framework.countries if each.code in named):
            yield row.item, states
