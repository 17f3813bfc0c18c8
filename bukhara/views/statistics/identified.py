"""Victims: by the body that identified them, never merged or added, and shares of those a state sent to UNODC.

Shares are drawn only where every part is a printed number. A masked part, parts that do not add up to the printed
total, or figures that disagree with others of their year give no share. The year of each state is its own.
"""

from collections import defaultdict
from dataclasses import dataclass

from bukhara.comparability.part_sums import disagreeing_in
from bukhara.comparability.parts import Wholes, breakdowns
from bukhara.model.codes import State
from bukhara.model.framework import Country, Framework
from bukhara.model.groups import group_by
from bukhara.model.observation import STATE_BODIES, Observation
from bukhara.model.release import Snapshot

SHARES = "CTX-regional-shares"
KINDS = ("state", "civil_society", "international")
MEASURE, STAGE = "CTX-unodc-victims", "identified"
COLUMNS = ("sex", "age_group", "form_of_exploitation")
MASKED, DISAGREE, UNEQUAL, NO_TOTAL, NO_PARTS = "masked", "disagree", "unequal", "no_total", "no_parts"


@dataclass(frozen=True, slots=True)
class VictimFigure:
    """One figure of a state with its printed parts; a gap has no parts. No part is computed by subtraction."""

    figure: Observation
    parts: tuple[Observation, ...]

    def broken_down_by(self, column: str) -> tuple[Observation, ...]:
        """Return the figures broken down by `column`: the figure itself, then its parts."""
        return tuple(o for o in (self.figure, *self.parts) if getattr(o, column))


@dataclass(frozen=True, slots=True)
class StateRows:
    """One state in one block: its figures and its gaps; "not covered" is a gap only if the state has no figure."""

    country: Country
    rows: tuple[VictimFigure, ...]
    gaps: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class VictimBlock:
    """One kind of identifying body: the states in fixed order, or no states if it gives no figure at all."""

    kind: str
    states: tuple[StateRows, ...]


@dataclass(frozen=True, slots=True)
class IdentifiedVictims:
    """The known figures of identified victims: blocks, and regional shares without a stated base."""

    blocks: tuple[VictimBlock, ...]
    regional_shares: tuple[Observation, ...]
    framework: Framework


def build(snapshot: Snapshot) -> IdentifiedVictims:
    """Return the blocks in fixed order and the regional shares; every figure as printed."""
    held = [o for o in snapshot.observations if is_victims(o)]
    return IdentifiedVictims(
        tuple(_block(kind, snapshot.framework, [o for o in held if block_of(o) == kind]) for kind in KINDS),
        tuple(o for o in snapshot.observations if o.indicator == SHARES),
        snapshot.framework,
    )


def is_victims(figure: Observation) -> bool:
    """Return whether a row counts victims by the body that identified or assisted them."""
    counted = figure.counting_unit == "victim" and figure.unit == "count" and figure.stage != ""
    return counted and not figure.partner and figure.identifying_body != ""


def block_of(figure: Observation) -> str:
    """Return the kind of the identifying body: `state`, `civil_society` or `international`."""
    return "state" if figure.identifying_body in STATE_BODIES else figure.identifying_body


def _block(kind: str, framework: Framework, held: list[Observation]) -> VictimBlock:
    if not held:
        return VictimBlock(kind, ())
    return VictimBlock(kind, tuple(_state(country, held) for country in framework.countries))


def _state(country: Country, held: list[Observation]) -> StateRows:
    own = [o for o in held if o.country == country.code]
    printed = [o for o in own if o.value is not None or o.value_low is not None]
    # Figures of two bodies are never put together.
    wholes = {reporter: Wholes(rows) for reporter, rows in group_by(printed, lambda o: o.reporter).items()}
    rows = tuple(
        VictimFigure(o, tuple(wholes[o.reporter].parts_of(o))) for o in printed if not wholes[o.reporter].has_part(o)
    )
    shown = set(map(id, printed))
    gaps = tuple(o for o in own if id(o) not in shown and (not rows or o.state is not State.NOT_ASKED))
    return StateRows(country, rows, gaps)


@dataclass(frozen=True, slots=True)
class ShareCell:
    """The parts of one state for its newest complete year, or the reason why its newest year gives no shares.

    Attributes:
        country: the state.
        year: the year of the parts, or of the reason; 0 if there are no parts at all.
        whole: the printed total, which the parts add up to.
        parts: the parts by their codes, none of them masked.
        reason: empty if there are shares.
    """

    country: Country
    year: int
    whole: Observation | None = None
    parts: tuple[Observation, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ShareColumn:
    """One breakdown: the codes of its parts in the order of drawing, and a cell for each state in fixed order."""

    breakdown: str
    codes: tuple[str, ...]
    cells: tuple[ShareCell, ...]


@dataclass(frozen=True, slots=True)
class VictimShares:
    """The columns in which a state has shares, with every figure drawn."""

    columns: tuple[ShareColumn, ...]
    framework: Framework

    @property
    def figures(self) -> tuple[Observation, ...]:
        """Every part that is drawn."""
        return tuple(figure for column in self.columns for cell in column.cells for figure in cell.parts)


def victim_shares(snapshot: Snapshot) -> VictimShares:
    """Return the shares of each state by sex, by age group and by form of exploitation."""
    figures = (o for o in snapshot.observations if o.indicator == MEASURE and o.stage == STAGE and o.period_start)
    held = group_by(figures, lambda figure: figure.country)
    framework = snapshot.framework
    disagree = disagreeing_in(snapshot)
    columns = (_column(each, framework.countries, held, disagree) for each in COLUMNS)
    return VictimShares(tuple(column for column in columns if column.codes), framework)


def _column(
    breakdown: str, countries: tuple[Country, ...], held: dict[str, list[Observation]], disagree: frozenset[str]
) -> ShareColumn:
    cells = tuple(_cell(country, held.get(country.code, []), breakdown, disagree) for country in countries)
    codes = sorted({_code(figure, breakdown) for cell in cells for figure in cell.parts}, key=_position)
    return ShareColumn(breakdown, tuple(codes), cells)


def _cell(country: Country, figures: list[Observation], breakdown: str, disagree: frozenset[str]) -> ShareCell:
    wholes: dict[int, Observation] = {}
    parts: dict[int, list[Observation]] = defaultdict(list)
    for figure in figures:
        limits = breakdowns(figure)
        year = figure.period_start.year if figure.period_start else 0
        if not limits:
            wholes[year] = figure
        elif {name for name, _ in limits} == {breakdown}:
            parts[year].append(figure)
    years = sorted(parts, reverse=True)
    reasons = {year: _reason(wholes.get(year), parts[year], disagree) for year in years}
    for year in years:
        if not reasons[year]:
            ordered = sorted(parts[year], key=lambda figure: _position(_code(figure, breakdown)))
            return ShareCell(country, year, wholes[year], tuple(ordered))
    if not years:
        return ShareCell(country, 0, reason=NO_PARTS)
    return ShareCell(country, years[0], reason=reasons[years[0]])


def _code(figure: Observation, breakdown: str) -> str:
    return str(getattr(figure, breakdown))


def _position(code: str) -> tuple[bool, str]:
    """Return the place of a code: other forms are last."""
    return code.startswith("other"), code


def _reason(whole: Observation | None, parts: list[Observation], disagree: frozenset[str]) -> str:
    """Return why parts give no shares; an empty string if they do."""
    if any(part.value is None for part in parts):
        return MASKED
    if whole is None or not whole.value:
        return NO_TOTAL
    if any(figure.observation_id in disagree for figure in (whole, *parts)):
        return DISAGREE
    return "" if sum(part.value or 0 for part in parts) == whole.value else UNEQUAL
