"""The guard itself: all rows of a release in, the rows that may be shown out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bukhara.disclosure.complementary import hidden
from bukhara.disclosure.counts import Count, Rules, cell_of, count_of
from bukhara.disclosure.exempt import is_exempt
from bukhara.disclosure.kept import Kept
from bukhara.disclosure.persons import cross_tabulates_victims, is_count, of_persons
from bukhara.disclosure.shares import gives_away
from bukhara.disclosure.tables import tables
from bukhara.model.codes import Qualifier, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bukhara.disclosure.policy import Policy
    from bukhara.disclosure.tables import Table
    from bukhara.model.observation import Observation
    from bukhara.model.source import Source

NOTHING = Kept()
_NUMBER = re.compile(r"(?<![\w.,])\d{1,4}(?![\w]|[.,]\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Protected:
    """Rows in the order given, as they may be shown, and what the guard must remember for the next release."""

    observations: tuple[Observation, ...]
    kept: Kept


def protect(
    observations: Sequence[Observation], sources: Sequence[Source], policy: Policy, kept: Kept = NOTHING
) -> Protected:
    """Return what may be shown of all rows of a release; give the whole of it, before any filter."""
    known = {source.source_id: source for source in sources}
    exempt = [is_exempt(row, known.get(row.source_id), policy) for row in observations]
    ours = [n for n, row in enumerate(observations) if not exempt[n] and of_persons(row)]
    if not policy.guard or not ours:
        return Protected(tuple(observations), kept)
    rules = Rules(policy, kept.shown, frozenset(cell for cell, _, _ in kept.shown))
    told = {source_id: source.date.toordinal() for source_id, source in known.items()}
    counts = [
        count
        for n, row in enumerate(observations)
        if of_persons(row) and is_count(row)
        if (count := count_of(row, n, rules, exempt=exempt[n], told=told.get(row.source_id, 0)))
    ]
    past = [count for release in kept.releases for count in release]
    away, silent = _withheld(tables([*counts, *past]), policy, kept)
    away |= _derived(observations, ours, away, policy)
    away |= {n for n in ours if observations[n].state is State.VALUE and cell_of(observations[n]) in kept.hidden}
    shown = {count.place: count for count in counts if not count.exempt and count.place not in away}
    silent |= {n for n in ours if observations[n].value is not None and _tells_a_few(observations[n], policy)}
    rows = [
        _shown(row, shown.get(n), withheld=n in away, silent=n in silent) if not exempt[n] else row
        for n, row in enumerate(observations)
    ]
    cells = frozenset(cell_of(observations[n]) for n in away)
    return Protected(tuple(rows), kept.followed_by(cells, counts, away))


def _withheld(found: tuple[Table, ...], policy: Policy, kept: Kept) -> tuple[set[int], set[int]]:
    """Return the places of the counts to withhold, and of those that stand in a table with one of them."""
    away: set[int] = set()
    silent: set[int] = set()
    for table in found:
        each = list(enumerate(table.counts))
        ours = [n for n, count in each if not count.exempt and not count.past]
        if not ours:
            continue
        before = frozenset(n for n in ours if table.counts[n].cell in kept.hidden)
        told = {_told(count) for count in table.counts if count.past}
        known = frozenset(n for n, count in each if count.exempt or _told(count) in told)
        gone = hidden(table, policy, kept=before, known=known)
        away |= {table.counts[n].place for n in gone}
        silent |= {table.counts[n].place for n in ours} if gone else set()
    return away, silent


def _told(count: Count) -> tuple[object, ...]:
    """Return the number and what was shown of it: a number that changed can still be withheld, whatever it was."""
    return (count.cell, count.low, count.high, count.shown)


def _derived(observations: Sequence[Observation], ours: Sequence[int], away: set[int], policy: Policy) -> set[int]:
    counts = [(row, n in away) for n, row in enumerate(observations) if of_persons(row) and is_count(row)]
    return {
        n
        for n in ours
        if not is_count(observations[n]) and observations[n].state is State.VALUE
        if gives_away(
            observations[n],
            counts,
            threshold=policy.threshold(cross_tabulated_victims=cross_tabulates_victims(observations[n])),
        )
    }


def _shown(row: Observation, count: Count | None, *, withheld: bool, silent: bool) -> Observation:
    if withheld:
        gone = replace(row, state=State.SUPPRESSED, value=None, value_low=None, value_high=None, qualifier=None)
        return _silenced(gone)
    if count is not None and count.shown != (count.low, count.high):
        low, high = count.shown
        return _silenced(replace(row, value=low, value_low=low, value_high=high, qualifier=Qualifier.ABOUT))
    return _silenced(row) if silent else row


def _tells_a_few(row: Observation, policy: Policy) -> bool:
    """Return whether the text beside an unpublished figure names a small number: "3 of them girls"."""
    text = " ".join((row.quote, row.note, row.revision_reason))
    return any(int(number) < policy.victims for number in _NUMBER.findall(text))


def _silenced(row: Observation) -> Observation:
    """Free text of a row may tell the number that was taken out of its cells."""
    return replace(row, quote="", note="", revision_reason="")
