"""Routes of trafficking as a matrix of mentions: which body named which country, in which role and period.

Widths and counts would suggest a measured flow, so the matrix has neither.
"""

from dataclasses import dataclass

from bukhara.model.framework import Country
from bukhara.model.groups import group_by
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.views.statistics.identified import KINDS, block_of

ROUTES = "CTX-routes"
ORIGIN = "origin"
ROLES = ("origin", "transit", "destination", "place_of_offence", "returned_from")


@dataclass(frozen=True, slots=True)
class CountryRole:
    """One country named in one role, with the row that names it."""

    role: str
    figure: Observation


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions by one body for one period: the roles of each country of the matrix; `figures` as stored."""

    figures: tuple[Observation, ...]
    named: tuple[tuple[CountryRole, ...], ...]

    @property
    def head(self) -> Observation:
        """The row that represents the body and the period."""
        return self.figures[0]

    @property
    def passages(self) -> tuple[Observation, ...]:
        """One row for each quotation."""
        return tuple({(o.source_locator, o.quote): o for o in reversed(self.figures)}.values())[::-1]


@dataclass(frozen=True, slots=True)
class RouteBlock:
    """The mentions by one kind of body; kinds are never merged."""

    kind: str
    mentions: tuple[Mentions, ...]


@dataclass(frozen=True, slots=True)
class RouteTable:
    """Countries in fixed order (the states, region, others by code), each a row; blocks of columns."""

    places: tuple[Country, ...]
    blocks: tuple[RouteBlock, ...]


def build(snapshot: Snapshot) -> RouteTable:
    """Return the matrix of all mentions; bodies by their state in fixed order, otherwise as stored."""
    framework = snapshot.framework
    held = [o for o in snapshot.observations if o.indicator == ROUTES]
    if not held:
        return RouteTable((), ())
    named = {code for o in held for code, _ in roles_of(o)}
    states = framework.countries
    places = tuple(c for c in states + framework.regions + framework.places if c in states or c.code in named)
    order = {c.code: n for n, c in enumerate(states + framework.regions)}
    held.sort(key=lambda o: order.get(o.country, len(order)))
    blocks = ((kind, [o for o in held if block_of(o) == kind]) for kind in KINDS)
    return RouteTable(places, tuple(RouteBlock(kind, _mentions(rows, places)) for kind, rows in blocks if rows))


def roles_of(figure: Observation) -> tuple[tuple[str, str], ...]:
    """Return the (country, role) pairs of a row: a citizenship is an origin, a territory has the role of the stage."""
    pairs = ((figure.citizenship, ORIGIN), (figure.territorial_scope, figure.stage))
    return tuple((code, role) for code, role in pairs if code)


def _mentions(rows: list[Observation], places: tuple[Country, ...]) -> tuple[Mentions, ...]:
    by_body = group_by(rows, lambda o: (o.reporter, o.source_id, o.period, o.period_label))
    return tuple(
        Mentions(tuple(figures), tuple(_named(figures, place.code) for place in places)) for figures in by_body.values()
    )


def _named(figures: list[Observation], place: str) -> tuple[CountryRole, ...]:
    found: dict[str, CountryRole] = {}
    for figure in figures:
        for code, role in roles_of(figure):
            if code == place:
                found.setdefault(role, CountryRole(role, figure))
    return tuple(found[role] for role in ROLES if role in found)
