"""The range of each state's own result under other weights, caps and codings (method 5). Never compares states."""

from collections.abc import Iterable
from dataclasses import dataclass

from bukhara.model.codes import ItemKind, Scope, State
from bukhara.model.framework import Country
from bukhara.model.release import Snapshot
from bukhara.progress.counts import Counts, count_country
from bukhara.progress.coverage import Coverage, country_coverage, scored_items
from bukhara.progress.records import in_round
from bukhara.progress.second_coding import recodings
from bukhara.progress.sensitivity import Sensitivity, sensitivity
from bukhara.progress.status import ItemStatus, statuses, statuses_of
from bukhara.views.marks import in_key_order, mark


@dataclass(frozen=True, slots=True)
class Spread:
    """The least and the most themes with a mark over all combinations of the codings."""

    mark: str
    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Robust:
    """One state alone: its counts as decided, the spread of its marks by the other codings, its level over the draws.

    Without a second coding, `spread` is empty. In a reading and without an answer, the last three have no value.
    """

    country: Country
    counts: Counts
    spread: tuple[Spread, ...]
    coverage: Coverage | None
    uncapped: Sensitivity | None
    capped: Sensitivity | None


def build(snapshot: Snapshot) -> tuple[Robust, ...]:
    """Return the results of every state in the fixed order."""
    framework, found = snapshot.framework, statuses(snapshot)
    rows = []
    for country in framework.countries:
        levels = in_round(framework, country.code, snapshot.as_of)
        scored = scored_items(found, framework, country.code) if levels else ()
        rows.append(
            Robust(
                country=country,
                counts=count_country(found, country.code),
                spread=_spread(snapshot, found, country.code),
                coverage=country_coverage(found, framework, country.code, on=snapshot.as_of),
                uncapped=sensitivity(scored, framework.method, capped=False),
                capped=sensitivity(scored, framework.method, capped=True),
            )
        )
    return tuple(rows)


def _spread(snapshot: Snapshot, decided: Iterable[ItemStatus], country: str) -> tuple[Spread, ...]:
    """Return the spread of each mark of a state.

    One theme does not depend on another, so the extremes of a mark are those of the themes added up.
    """
    coded = [_marks(statuses_of(each, country)) for each in recodings(snapshot, country)]
    if not coded:
        return ()
    first = _marks(s for s in decided if s.country == country)
    possible = {item: {own, *(each[item] for each in coded)} for item, own in first.items()}
    return tuple(
        Spread(
            code, sum(marks == {code} for marks in possible.values()), sum(code in marks for marks in possible.values())
        )
        for code in in_key_order(code for marks in possible.values() for code in marks)
    )


def _marks(found: Iterable[ItemStatus]) -> dict[str, str]:
    """Return the marks of the themes that are counted."""
    counted = (s for s in found if s.applies and s.kind is ItemKind.MILESTONE and s.scope is Scope.COUNTRY)
    return {s.item: mark(s) for s in counted if s.state is not State.NOT_APPLICABLE}
