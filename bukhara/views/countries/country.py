"""One state: its themes with their statements, the challenges it named, its own statements and those of others."""

from collections.abc import Mapping
from dataclasses import dataclass

from bukhara.model.codes import Contest, ItemKind, Kind, Scope, State, Status
from bukhara.model.difference import Difference
from bukhara.model.framework import Country as State_
from bukhara.model.framework import Item, Pillar
from bukhara.model.groups import group_by
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.progress.counts import Counts, count, count_country
from bukhara.situation import contested
from bukhara.situation.contested import OpenCoding
from bukhara.situation.situation import Situation, situations
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
class Offer:
    """A theme not yet in place in this state, and the states that report it in place, in the fixed order."""

    item: Item
    here: Situation
    there: tuple[Situation, ...]

    @property
    def examples(self) -> tuple[Situation, ...]:
        """Those whose reported period is not over: they could share how."""
        return tuple(each for each in self.there if each.is_example)


@dataclass(frozen=True, slots=True)
class CountryView:
    """The page of one state, except for figures and the timeline; what was only `said` at a panel is apart."""

    country: State_
    counts: Counts
    blocks: tuple[CountryPillar, ...]
    challenges: tuple[Statement, ...]
    needs: tuple[Statement, ...]
    steps: tuple[Statement, ...]
    said: tuple[Statement, ...]
    offers: tuple[Offer, ...]
    level: country_level.CountryLevel | None


def build(snapshot: Snapshot, code: str) -> CountryView:
    """Return the view of one state; raise KeyError for a code that the framework does not have."""
    framework, found = snapshot.framework, situations(snapshot)
    country = next((c for c in framework.countries if c.code == code), None)
    if country is None:
        raise KeyError(code)
    heard = (s for s in statements_of(snapshot, code) if not is_said(snapshot, s))
    statements = newest_first(snapshot, (s for s in heard if s.state is State.VALUE))
    own = tuple(s for s in statements if by_state(snapshot, s))
    mine = {s.item: s for s in found if s.country == code and s.scope is Scope.COUNTRY and s.applies}
    by_item = group_by(statements, lambda statement: statement.item)
    blocks = (_block(snapshot, p, mine, by_item) for p in framework.pillars)
    return CountryView(
        country=country,
        counts=count_country(found, code),
        blocks=tuple(block for block in blocks if block.lines),
        challenges=tuple(s for s in own if s.kind is Kind.CHALLENGE),
        needs=tuple(s for s in own if s.kind in (Kind.NEED, Kind.SUPPORT_REQUEST)),
        # several statements of one speech announce the same step
        steps=tuple({s.next_step: s for s in reversed(own) if s.next_step}.values())[::-1],
        said=unconfirmed(snapshot, code),
        offers=_offers(snapshot, code, found),
        level=country_level.build(snapshot, code),
    )


def _block(
    snapshot: Snapshot, pillar: Pillar, mine: dict[str, Situation], statements: Mapping[str, list[Statement]]
) -> CountryPillar:
    items = [item for item in snapshot.framework.items if item.pillar == pillar.id and item.id in mine]
    lines = tuple(_line(snapshot, item, mine[item.id], statements) for item in items)
    counts = count(line.status for line in lines)
    return CountryPillar(pillar, lines, counts)


def _line(snapshot: Snapshot, item: Item, status: Situation, statements: Mapping[str, list[Statement]]) -> CountryTheme:
    about = statements.get(item.id, [])
    own = [s for s in about if by_state(snapshot, s) and not is_beside(snapshot, s)]
    deciding = {indicator.id for indicator in item.milestones}
    first = min(own, key=lambda s: (s.status is not status.status, s.indicator not in deciding), default=None)
    aside = first is not None and first.indicator not in deciding
    return CountryTheme(item, status, first, aside, sum(not by_state(snapshot, s) for s in about))


def _offers(snapshot: Snapshot, code: str, found: tuple[Situation, ...]) -> tuple[Offer, ...]:
    offers = []
    for item in snapshot.framework.items:
        asked = [s for s in found if s.item == item.id and s.scope is Scope.COUNTRY and s.applies]
        here = next((s for s in asked if s.country == code), None)
        if here is None or here.is_reported or here.state is State.NOT_APPLICABLE:
            continue
        there = tuple(s for s in asked if s.country != code and s.is_reported)
        offers.append(Offer(item, here, there))
    return tuple(offers)


@dataclass(frozen=True, slots=True)
class Tiles:
    """The five tiles of a state. The first three have themes that can be completed, as the counts of the state do.

    `objected` are themes, and `figures` figures, to which the state has objected, `differences` those between sources
    that nobody has explained, `codings` the statuses that two coders read differently. `open` are all themes that apply
    and are neither in place nor a reported activity.
    """

    in_place: tuple[CountryTheme, ...]
    under_way: tuple[CountryTheme, ...]
    without_answer: tuple[CountryTheme, ...]
    objected: tuple[CountryTheme, ...]
    figures: tuple[Observation, ...]
    differences: tuple[Difference, ...]
    codings: tuple[OpenCoding, ...]
    steps: tuple[Statement, ...]
    open: tuple[CountryTheme, ...]


def tiles(snapshot: Snapshot, view: CountryView) -> Tiles:
    """Return the tiles of the state of `view`, which was made from the same snapshot."""
    lines = [line for block in view.blocks for line in block.lines]
    once = [line for line in lines if line.item.kind is ItemKind.MILESTONE]
    code = view.country.code
    return Tiles(
        in_place=tuple(line for line in once if line.status.is_in_place),
        under_way=tuple(line for line in once if line.status.mark == Status.UNDER_WAY.value),
        without_answer=tuple(line for line in once if line.status.mark in _WITHOUT_ANSWER),
        objected=tuple(line for line in lines if Contest.OBJECTION in line.status.contests),
        figures=contested.objected_figures(snapshot, code),
        differences=contested.open_differences(snapshot, code),
        codings=tuple(each for each in snapshot.once(contested.build).codings if each.country == code),
        steps=view.steps,
        open=tuple(
            line for line in lines if not line.status.is_reported and line.status.state is not State.NOT_APPLICABLE
        ),
    )
