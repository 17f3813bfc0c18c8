"""One state: its themes with their statements, the challenges it named, its own statements and those of others."""

from collections.abc import Mapping
from dataclasses import dataclass

from bukhara.model.codes import Contest, ItemKind, Kind, State, Status
from bukhara.model.difference import Difference
from bukhara.model.framework import Country as State_
from bukhara.model.framework import Item, Pillar
from bukhara.model.groups import group_by
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.situation import contested
from bukhara.situation.contested import OpenCoding
from bukhara.situation.counts import Counts, count
from bukhara.situation.on_file import by_later_acts
from bukhara.situation.situation import Situation, of_state, situations
from bukhara.situation.statements import by_state, is_beside, newest_first, statements_of
from bukhara.situation.steps import is_said, unconfirmed
from bukhara.views.countries import country_level

_WITHOUT_ANSWER = (State.NOT_ASKED, State.NOT_REPORTED, State.NOT_AVAILABLE, State.SUPPRESSED)


@dataclass(frozen=True, slots=True)
class CountryTheme:
    """One theme: its status, the statement that decides it (None without statements), and the numbers of statements.

    `aside`: the statement answers a fact or a measure, not a condition of the theme.
    """

    item: Item
    status: Situation
    statement: Statement | None
    aside: bool
    others: int


@dataclass(frozen=True, slots=True)
class CountryPillar:
    """The themes of one pillar, and how many of them are in place."""

    pillar: Pillar
    lines: tuple[CountryTheme, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class CountryView:
    """The page of one state, except for figures and the timeline; what was only `said` at a panel is apart.

    `figures` are those to which the state has objected, `differences` those between sources that nobody has explained,
    `codings` the statuses that two coders read differently, `apart` the themes of rounds on which it spoke outside.
    """

    country: State_
    counts: Counts
    blocks: tuple[CountryPillar, ...]
    challenges: tuple[Statement, ...]
    needs: tuple[Statement, ...]
    steps: tuple[Statement, ...]
    said: tuple[Statement, ...]
    figures: tuple[Observation, ...]
    differences: tuple[Difference, ...]
    codings: tuple[OpenCoding, ...]
    apart: tuple[CountryTheme, ...]
    level: country_level.CountryLevel | None

    @property
    def lines(self) -> tuple[CountryTheme, ...]:
        """All themes, pillar by pillar."""
        return tuple(line for block in self.blocks for line in block.lines)

    @property
    def open(self) -> tuple[CountryTheme, ...]:
        """The themes that are neither in place nor a reported activity."""
        return tuple(line for line in self.lines if line.status.is_open)

    @property
    def objected(self) -> tuple[CountryTheme, ...]:
        """The themes to whose status the state has objected."""
        return tuple(line for line in self.lines if Contest.OBJECTION in line.status.contests)

    @property
    def in_place(self) -> tuple[CountryTheme, ...]:
        """The themes that can be completed and were reported in place."""
        return tuple(line for line in self._once if line.status.is_in_place)

    @property
    def under_way(self) -> tuple[CountryTheme, ...]:
        """The themes that can be completed and were reported under way."""
        return tuple(line for line in self._once if line.status.mark == Status.UNDER_WAY.value)

    @property
    def without_answer(self) -> tuple[CountryTheme, ...]:
        """The themes that can be completed and have no answer."""
        return tuple(line for line in self._once if line.status.mark in _WITHOUT_ANSWER)

    @property
    def _once(self) -> list[CountryTheme]:
        return [line for line in self.lines if line.item.kind is ItemKind.MILESTONE]


def build(snapshot: Snapshot, code: str) -> CountryView:
    """Return the view of one state; raise KeyError for a code that the framework does not have."""
    country = next((c for c in snapshot.framework.countries if c.code == code), None)
    if country is None:
        raise KeyError(code)
    heard = (s for s in statements_of(snapshot, code) if not is_said(snapshot, s))
    statements = newest_first(snapshot, (s for s in heard if s.state is State.VALUE))
    own = tuple(s for s in statements if by_state(snapshot, s))
    mine, by_item = of_state(snapshot, code), group_by(statements, lambda statement: statement.item)
    blocks = (_block(snapshot, p, mine, by_item) for p in snapshot.framework.pillars)
    points = contested.points(snapshot, code)
    of_rounds = [s for s in situations(snapshot) if s.country == code and not s.applies and s.item in by_item]
    apart = (_line(snapshot, snapshot.framework.item(s.item), s, by_item) for s in of_rounds)
    return CountryView(
        country=country,
        counts=count(mine.values()),
        blocks=tuple(block for block in blocks if block.lines),
        challenges=tuple(s for s in own if s.kind is Kind.CHALLENGE),
        needs=tuple(s for s in own if s.kind in (Kind.NEED, Kind.SUPPORT_REQUEST)),
        # several statements of one speech announce the same step
        steps=by_later_acts(snapshot, [*{s.next_step: s for s in reversed(own) if s.next_step}.values()][::-1]),
        said=unconfirmed(snapshot, code),
        figures=points.figures,
        differences=points.open,
        codings=points.codings,
        apart=tuple(line for line in apart if line.statement),
        level=country_level.build(snapshot, code),
    )


def _block(
    snapshot: Snapshot, pillar: Pillar, mine: Mapping[str, Situation], statements: Mapping[str, list[Statement]]
) -> CountryPillar:
    items = [item for item in snapshot.framework.items if item.pillar == pillar.id and item.id in mine]
    lines = tuple(_line(snapshot, item, mine[item.id], statements) for item in items)
    return CountryPillar(pillar, lines, count(line.status for line in lines))


def _line(snapshot: Snapshot, item: Item, status: Situation, statements: Mapping[str, list[Statement]]) -> CountryTheme:
    about = statements.get(item.id, [])
    own = [s for s in about if by_state(snapshot, s) and not is_beside(snapshot, s)]
    deciding = {indicator.id for indicator in item.milestones}
    first = min(own, key=lambda s: (s.status is not status.status, s.indicator not in deciding), default=None)
    aside = first is not None and first.indicator not in deciding
    return CountryTheme(item, status, first, aside, sum(not by_state(snapshot, s) for s in about))
