"""Before and now: the themes on which a state answered the same questions otherwise, and what is no such change."""

from collections.abc import Iterable
from dataclasses import dataclass

from bukhara.model.framework import Framework, Item
from bukhara.progress.moves import Move
from bukhara.views.status.marks import mark
from bukhara.views.status.narrative import CountryChanges, SentenceCode


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeNow:
    """The changes of the states of `states`, in the fixed order.

    `moves` are by state and item; only they are changes in a state. `others` has how many answers each state gave that
    cannot be compared or were corrected, by their kind.
    """

    states: tuple[CountryChanges, ...]
    items: tuple[Item, ...]
    moves: dict[tuple[str, str], Move]
    others: tuple[tuple[SentenceCode, tuple[tuple[str, int], ...]], ...]


def build(framework: Framework, country_changes: Iterable[CountryChanges]) -> BeforeNow:
    """Return the changes of the states among `country_changes`; those of the region are no column of a picture."""
    codes = {country.code for country in framework.countries}
    states = tuple(changes for changes in country_changes if changes.country in codes)
    found = (move for changes in states for move in changes.change.moves.moved)
    moves = {(move.country, move.item): move for move in found if mark(move.before) != mark(move.after)}
    moved = {item for _, item in moves}
    pillars = [pillar.id for pillar in framework.pillars]
    items = sorted((i for i in framework.items if i.id in moved), key=lambda item: pillars.index(item.pillar))
    return BeforeNow(states=states, items=tuple(items), moves=moves, others=tuple(_others(states)))


def _others(states: tuple[CountryChanges, ...]) -> Iterable[tuple[SentenceCode, tuple[tuple[str, int], ...]]]:
    groups = (
        (SentenceCode.NEWLY, "newly_covered"),
        (SentenceCode.OTHERWISE, "otherwise_covered"),
        (SentenceCode.NO_LONGER, "no_longer_covered"),
        (SentenceCode.CORRECTED, "corrected"),
    )
    for code, name in groups:
        numbers = tuple((each.country, n) for each in states if (n := len(getattr(each.change.moves, name))))
        if numbers:
            yield code, numbers
