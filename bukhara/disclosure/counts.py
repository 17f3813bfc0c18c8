"""One count of persons as the guard sees it: its place, its bounds, what a reader learns if it is shown."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.disclosure import rounding
from bukhara.disclosure.persons import cross_tabulates_victims, is_broken_down
from bukhara.model.codes import Qualifier, State
from bukhara.model.period import Period

if TYPE_CHECKING:
    from bukhara.disclosure.policy import Policy
    from bukhara.model.observation import Observation

Cell = tuple[str, ...]

# Fields over which an empty value may be the total of the others.
DIMENSIONS = (
    "sex",
    "age_group",
    "form_of_exploitation",
    "citizenship",
    "identifying_body",
    "territorial_scope",
    "legal_article",
    "offence_class",
)
FAMILY = ("country", "indicator", "counting_unit", "stage", "partner", "kind_of_support")
# One count of persons goes by several words: whoever adds up takes them as one.
PERSONS = frozenset({"victim", "person", "beneficiary", "migrant", "survivor"})
WHOLE = {"territorial_scope": frozenset({"national", "not_stated"})}


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A row with a number, or one that its authority withheld (`low` 0, `high` infinite, not `known`).

    `corrected` is one that an earlier release showed with another number. `release` says in which of the releases that
    the guard remembers it stands; None for the one that is being made.
    """

    place: int
    cell: Cell
    family: Cell
    codes: Cell
    span: tuple[int, int] | None
    low: float
    high: float
    shown: tuple[float, float]
    known: bool
    exempt: bool
    broken_down: bool
    threshold: int
    told: int
    corrected: bool = False
    release: int | None = None

    @property
    def past(self) -> bool:
        """Whether an earlier release holds it, so that nothing of it can be called back."""
        return self.release is not None

    @property
    def exact(self) -> bool:
        """Whether the true number is one number."""
        return self.known and self.low == self.high

    @property
    def order(self) -> tuple[object, ...]:
        """A place in line that does not depend on the order of rows."""
        return (self.cell, self.exempt, self.told, self.low, self.high, self.known)


@dataclass(frozen=True, slots=True)
class Rules:
    """The policy, what earlier releases showed, and the cells of it."""

    policy: Policy
    shown: frozenset[tuple[Cell, float, float]]
    cells: frozenset[Cell]


def count_of(figure: Observation, place: int, rules: Rules, *, exempt: bool, told: int) -> Count | None:
    """Return the count of a row; None where the row has no number and none is withheld."""
    bounds = _bounds(figure)
    if bounds is None:
        return None
    low, high = bounds
    victims, cell = cross_tabulates_victims(figure), cell_of(figure)
    shown = rounding.reach(low, high, rules.policy.rounding if victims and not exempt else 1)
    # A total whose number has changed would give away the few persons who were added: it stays rounded from then on.
    corrected = not exempt and cell in rules.cells and (cell, *shown) not in rules.shown
    span, when = span_of(figure)
    codes = tuple(_code(figure, name) for name in DIMENSIONS)
    family = (*family_of(figure), when)
    return Count(
        place=place,
        cell=cell,
        family=family,
        codes=codes,
        span=span,
        low=low,
        high=high,
        shown=rounding.reach(low, high, rules.policy.coarse) if corrected else shown,
        known=figure.state is State.VALUE,
        exempt=exempt,
        broken_down=is_broken_down(figure),
        threshold=rules.policy.threshold(cross_tabulated_victims=victims),
        told=told,
        corrected=corrected,
    )


def family_of(figure: Observation) -> Cell:
    """Return what counts that can be set against one another have in common, but for the time."""
    unit = "person" if figure.counting_unit in PERSONS else figure.counting_unit
    return tuple(unit if name == "counting_unit" else str(getattr(figure, name)) for name in FAMILY)


def cell_of(figure: Observation) -> Cell:
    """Return what the row counts, whoever says so: equal for equal questions in every release."""
    change = "change" if figure.qualifier is Qualifier.CHANGE_PERCENT else ""
    span, when = span_of(figure)
    codes = (str(getattr(figure, name)) for name in (*DIMENSIONS, "unit"))
    return (*family_of(figure), *codes, when or str(span), change)


def _bounds(figure: Observation) -> tuple[float, float] | None:
    if figure.state is State.SUPPRESSED:
        return 0.0, math.inf
    if figure.state is not State.VALUE:
        return None
    if figure.qualifier is Qualifier.AT_LEAST and figure.value is not None:
        return figure.value, math.inf
    if figure.value is not None:
        return figure.value, figure.value
    if figure.value_low is None and figure.value_high is None:
        return None
    low = figure.value_low or 0.0
    return low, math.inf if figure.value_high is None else figure.value_high


def span_of(figure: Observation) -> tuple[tuple[int, int] | None, str]:
    """Return the days covered, or a name of its own for what cannot be added up: days, open and unstated periods."""
    period = figure.period
    if period.start is None and period.end is None:
        period = Period.of_label(figure.period_label)
    start, end = period.start, period.end
    if start is None or end is None or start == end:
        return None, figure.period.code or figure.period_label or "?"
    return (start.toordinal(), end.toordinal()), ""


def _code(figure: Observation, name: str) -> str:
    code = str(getattr(figure, name))
    return "" if code in WHOLE.get(name, ()) else code
