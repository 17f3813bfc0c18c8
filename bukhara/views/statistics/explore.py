"""Statistics to explore: a row for each thing that is counted, a column for each state in fixed order."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from bukhara.comparability import keys
from bukhara.comparability.axis_groups import AxisGroup
from bukhara.model.codes import OWN_WORDS, SourceClass
from bukhara.model.framework import Country
from bukhara.model.observation import Observation, is_international
from bukhara.model.release import Snapshot
from bukhara.model.topics import topics_of
from bukhara.views.statistics import statistics
from bukhara.views.statistics.statistics import Part, StateStatistics, Statistics

SOURCES = {
    "unodc": frozenset({SourceClass.INTERNATIONAL_STATISTICS}),
    "report": frozenset({SourceClass.CONFERENCE_REPORT}),
    "own": OWN_WORDS,
}
OTHER = ("period_type", "period_length", "legal_article", "territorial_scope")
"""The facets that may differ along a row, because each state has an axis of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a reader wants to see; an empty value means everything, years without a choice are 0."""

    measure: str = ""
    countries: tuple[str, ...] = ()
    part: str = Part.TOTAL
    source: str = ""
    first: int = 0
    last: int = 0
    topic: str = ""
    monthly: bool = False


@dataclass(frozen=True, slots=True)
class StateFigures:
    """One state in a row: the group on its axis, and the figures and gaps that no axis can show."""

    country: Country
    axis_group: AxisGroup | None
    beside: tuple[Observation, ...] = ()
    has_figures: bool = False

    @property
    def figures(self) -> tuple[Observation, ...]:
        """All figures of the cell."""
        return (*(self.axis_group.observations if self.axis_group else ()), *self.beside)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """The figures of all states that count the same; `number` is its position among the rows of its topic."""

    view: Statistics
    number: int
    cells: tuple[StateFigures, ...]

    @property
    def figures(self) -> tuple[Observation, ...]:
        """All figures of the row, states in fixed order."""
        return tuple(figure for cell in self.cells for figure in cell.figures)

    @property
    def head(self) -> Observation:
        """A figure that says what the row counts."""
        drawn = (cell.axis_group.head for cell in self.cells if cell.axis_group)
        return next(drawn, self.figures[0])

    @property
    def is_drawn(self) -> bool:
        """Whether a figure of the row has an axis."""
        return any(cell.axis_group for cell in self.cells)

    @property
    def is_rated(self) -> bool:
        """Whether a plot of the row has monthly rates."""
        return any(cell.axis_group and cell.axis_group.per_month for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Explored:
    """The rows of a selection, and the first and last year of their axes."""

    rows: tuple[FigureRow, ...]
    first: int
    last: int


def build(snapshot: Snapshot, selection: Selection) -> Explored:
    """Return the rows of a selection; without a measure those that can be drawn, UNODC's first."""
    kept = _ids(snapshot, selection)
    topics = [selection.measure] if selection.measure else _topics(snapshot, selection.countries)
    rows = [row for topic in topics for row in _rows(snapshot, topic, selection, kept)]
    if not selection.measure:
        rows = [row for row in rows if row.is_drawn]
    first, last = axis_years(cell for row in rows for cell in row.cells)
    first, last = selection.first or first, selection.last or last
    return Explored(tuple(rows), first, max(first, last))


def as_table(rows: Sequence[FigureRow]) -> FigureRow:
    """Return rows of one measure as one without plots: it has all their figures, state by state."""
    states = zip(*(row.cells for row in rows), strict=True)
    merged = ((cells[0], tuple(figure for cell in cells for figure in cell.figures)) for cells in states)
    return replace(rows[0], cells=tuple(replace(one, axis_group=None, beside=figures) for one, figures in merged))


def axis_years(cells: Iterable[StateFigures]) -> tuple[int, int]:
    """Return the first and the last year of the figures that have an axis; zeros without one."""
    drawn = [figure for cell in cells if cell.axis_group for figure in cell.axis_group.observations]
    ends = (figure.period_end or figure.period_start for figure in drawn)
    first = min((figure.period_start.year for figure in drawn if figure.period_start), default=0)
    return first, max((end.year for end in ends if end), default=first)


def usual_part(snapshot: Snapshot, topic: str) -> Part:
    """Return the part of UNODC's figures to begin with: the first that has rows on a topic; minors are in no total."""
    parts = (part for part in Part if topic and build(snapshot, Selection(topic=topic, part=part)).rows)
    return next(parts, Part.TOTAL)


def years(snapshot: Snapshot) -> tuple[int, ...]:
    """Return the years to choose from: all from the first to the last with a figure."""
    found = [o.period_start.year for o in snapshot.observations if o.period_start and not o.partner]
    return tuple(range(min(found), max(found) + 1)) if found else ()


def sources(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the kinds of sources to choose from."""
    held = {source.source_class for source in snapshot.sources}
    return tuple(name for name, classes in SOURCES.items() if classes & held)


def relaxable(snapshot: Snapshot, selection: Selection) -> tuple[str, ...]:
    """Return the filters of an empty selection that can be cleared, one at a time, to see figures again."""
    without = {
        "part": replace(selection, part=Part.TOTAL),
        "years": replace(selection, first=0, last=0),
        "source": replace(selection, source=""),
        "country": replace(selection, countries=()),
        "measure": replace(selection, measure=""),
        "topic": replace(selection, topic=""),
    }
    return tuple(name for name, wider in without.items() if wider != selection and build(snapshot, wider).rows)


def _topics(snapshot: Snapshot, countries: tuple[str, ...]) -> list[str]:
    """Return the measures that can have a series: UNODC's, then those of the context, then those of themes.

    With `countries` they are those that have a figure of one of them.
    """
    dated = Counter(o.indicator for o in snapshot.observations if o.period_start and not o.partner)
    held = {o.indicator for o in snapshot.observations if not countries or o.country in countries}
    known = [topic for topic in statistics.topics(snapshot) if dated[topic] > 1 and topic in held]
    context = {measure.id for measure in snapshot.framework.measures}
    return sorted(known, key=lambda topic: (not is_international(topic), topic not in context))


def _ids(snapshot: Snapshot, selection: Selection) -> frozenset[str] | None:
    """Return the figures of the sources, years and topic selected; None for all. What has no date misses no year."""
    if not (selection.source or selection.first or selection.last or selection.topic):
        return None
    classes = SOURCES.get(selection.source)
    held = {s.source_id for s in snapshot.sources if classes is None or s.source_class in classes}
    found = (o for o in snapshot.observations if o.source_id in held and _within(o, selection))
    wanted = selection.topic
    return frozenset(o.observation_id for o in found if wanted in ("", *topics_of(snapshot.framework, o)))


def _within(figure: Observation, selection: Selection) -> bool:
    if figure.period_start is None:
        return True
    end = figure.period_end or figure.period_start
    return figure.period_start.year <= (selection.last or 9999) and end.year >= selection.first


def _rows(snapshot: Snapshot, topic: str, selection: Selection, kept: frozenset[str] | None) -> Iterable[FigureRow]:
    if selection.part != Part.TOTAL and not is_international(topic):
        return
    chosen, part, monthly = selection.countries, selection.part, selection.monthly
    view = statistics.build(snapshot, topic=topic, countries=chosen, part=part, monthly=monthly)
    shown = list({state.country.code: state.country for state in view.states}.values())
    number = 0
    for block in dict.fromkeys(state.block for state in view.states):
        states = {state.country.code: state for state in view.states if state.block == block}
        for cells in _cells(states, shown, kept):
            if any(cell.figures for cell in cells):
                number += 1
                yield FigureRow(view, number, cells)


def _cells(
    states: dict[str, StateStatistics], places: list[Country], kept: frozenset[str] | None
) -> Iterable[tuple[StateFigures, ...]]:
    """Return rows of cells: groups of one key are in one row; a second one of a state begins another row."""
    grouped: dict[tuple[str, ...], dict[str, list[AxisGroup]]] = {}
    shown = {place.code for place in places}
    for code, axis_group in (
        (code, axis_group) for code, state in states.items() if code in shown for axis_group in state.axis_groups
    ):
        if found := _kept(axis_group.observations, kept):
            row = grouped.setdefault(keys.key_of(axis_group.head, leave_out=OTHER), {})
            row.setdefault(code, []).append(replace(axis_group, observations=found))
    beside = {code: _kept(state.beside, kept) for code, state in states.items()}
    has_any = {code for code, state in states.items() if _kept(state.figures, kept)}
    rows = [cells for row in grouped.values() for cells in zip_longest(*(row.get(p.code, ()) for p in places))]
    for n, axis_groups in enumerate(rows or [(None,) * len(places)]):
        yield tuple(
            StateFigures(place, axis_group, beside.get(place.code, ()) if n == 0 else (), place.code in has_any)
            for place, axis_group in zip(places, axis_groups, strict=True)
        )


def _kept(figures: tuple[Observation, ...], kept: frozenset[str] | None) -> tuple[Observation, ...]:
    return figures if kept is None else tuple(figure for figure in figures if figure.observation_id in kept)
