"""Levels of states in a round: with coverage and bounds, beside the round before, and without each pillar."""

from dataclasses import dataclass

from bukhara.model.codes import ReadingKind
from bukhara.model.framework import Country, Item, Reading
from bukhara.model.release import Snapshot
from bukhara.progress.coverage import Coverage, country_coverage, cover, scored_items
from bukhara.progress.readings import in_round, reading_at
from bukhara.situation.situation import Situation, situations


@dataclass(frozen=True, slots=True)
class ThemeLevel:
    """One theme with its level in this round and in the round before (None without an answer)."""

    item: Item
    status: Situation
    before: float | None


@dataclass(frozen=True, slots=True)
class CountryLevel:
    """Levels, coverage and bounds of one state in the round `now`."""

    coverage: Coverage
    levels: tuple[ThemeLevel, ...]
    now: Reading


def build(snapshot: Snapshot, code: str) -> CountryLevel | None:
    """Return the levels of one state in a round, or None if the day belongs to a reading."""
    framework, found = snapshot.framework, situations(snapshot)
    coverage = country_coverage(found, framework, code, on=snapshot.as_of)
    now = reading_at(framework, snapshot.as_of, code)
    if coverage is None or now is None:
        return None
    before = _round_before(snapshot, now)
    past = situations(snapshot.at(before.date)) if before else ()
    scored = {s.item for s in scored_items(found, framework, code)}
    known = {s.item: s.level for s in scored_items(past, framework, code)}
    return CountryLevel(
        coverage=coverage,
        levels=tuple(
            ThemeLevel(framework.item(s.item), s, known.get(s.item))
            for s in found
            if s.country == code and s.item in scored
        ),
        now=now,
    )


def _round_before(snapshot: Snapshot, now: Reading) -> Reading | None:
    # Levels exist in rounds only, so a reading before the first round is nothing to compare with.
    rounds = [r for r in snapshot.framework.readings if r.kind is ReadingKind.ROUND and r.date < now.date]
    return max(rounds, key=lambda reading: (reading.date, reading.id), default=None)


@dataclass(frozen=True, slots=True)
class LevelOfState:
    """The coverage of a state, and its levels (0-1) without each pillar, in their order; None of too few answers."""

    country: Country
    coverage: Coverage
    without: tuple[float | None, ...]


def without_pillars(snapshot: Snapshot) -> tuple[LevelOfState, ...]:
    """Return the levels of the states that are in a round, in the fixed order."""
    framework, found, rows = snapshot.framework, situations(snapshot), []
    for country in framework.countries:
        scored = scored_items(found, framework, country.code)
        coverage = cover(scored, framework.method)
        if coverage is None or not in_round(framework, country.code, snapshot.as_of):
            continue
        kept = ([s for s in scored if framework.item(s.item).pillar != each.id] for each in framework.pillars)
        covered = (cover(each, framework.method) for each in kept)
        rows.append(LevelOfState(country, coverage, tuple(each.level if each else None for each in covered)))
    return tuple(rows)
