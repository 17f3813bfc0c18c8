"""Topics across the themes: how many statements of which bodies carry each, and all that the record has of one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bukhara.model.codes import State
from bukhara.model.countries import REGION
from bukhara.model.framework import Country, Indicator, Topic
from bukhara.model.groups import group_by
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from bukhara.model.topics import topics_of
from bukhara.views import since
from bukhara.views.challenges import KINDS
from bukhara.views.same_answers import newest_first
from bukhara.views.theme import by_state


@dataclass(frozen=True, slots=True)
class TopicCell:
    """How many statements of state bodies, and of others, a cell of the picture has."""

    own: int
    others: int


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One row of the picture: a topic, or a theme on the page of a topic."""

    code: str
    name: Text
    cells: tuple[TopicCell, ...]


@dataclass(frozen=True, slots=True)
class TopicMatrix:
    """Rows by columns: the states in fixed order, then the region."""

    columns: tuple[Country, ...]
    rows: tuple[TopicRow, ...]


@dataclass(frozen=True, slots=True)
class TopicPlace:
    """The statements of a topic about one state or the region: what was reported, and what was named as open."""

    country: Country
    reported: tuple[Statement, ...]
    named: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class TopicFigures:
    """The figures of a topic of one measure by column: how many, and the first and last year of their periods."""

    measure: Indicator
    cells: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    """All that the record has of one topic."""

    topic: Topic
    picture: TopicMatrix
    places: tuple[TopicPlace, ...]
    figures: tuple[TopicFigures, ...]
    since: since.Since


def build(snapshot: Snapshot) -> TopicMatrix:
    """Return every topic by state."""
    found = [(code, s) for s in _statements(snapshot) for code in topics_of(snapshot.framework, s)]
    return _picture(snapshot, ((topic.code, topic.name) for topic in snapshot.framework.topics), found)


def of_topic(snapshot: Snapshot, code: str) -> TopicView:
    """Return one topic: its themes by state, statements and figures; an unknown code raises StopIteration."""
    framework = snapshot.framework
    topic = next(each for each in framework.topics if each.code == code)
    found = [s for s in _statements(snapshot) if code in topics_of(framework, s)]
    themes = {s.item for s in found}
    named = ((item.id, item.name) for item in framework.items if item.id in themes)
    return TopicView(
        topic,
        _picture(snapshot, named, [(s.item, s) for s in found]),
        tuple(place for country in _columns(snapshot) if (place := _place(snapshot, country, found)) is not None),
        _figures(snapshot, code),
        since.build(snapshot, topic=code),
    )


def _columns(snapshot: Snapshot) -> tuple[Country, ...]:
    return (*snapshot.framework.countries, snapshot.framework.country(REGION))


def _statements(snapshot: Snapshot) -> list[Statement]:
    return [s for s in snapshot.statements if s.state is State.VALUE]


def _picture(snapshot: Snapshot, named: Iterable[tuple[str, Text]], found: list[tuple[str, Statement]]) -> TopicMatrix:
    columns = _columns(snapshot)
    counted = Counter((code, s.country, by_state(snapshot, s)) for code, s in found)
    rows = (
        TopicRow(
            code, name, tuple(TopicCell(counted[code, c.code, True], counted[code, c.code, False]) for c in columns)
        )
        for code, name in named
    )
    return TopicMatrix(columns, tuple(rows))


def _place(snapshot: Snapshot, country: Country, found: list[Statement]) -> TopicPlace | None:
    here = newest_first(snapshot, (s for s in found if s.country == country.code))
    reported = tuple(s for s in here if s.kind not in KINDS)
    return TopicPlace(country, reported, tuple(s for s in here if s.kind in KINDS)) if here else None


def _figures(snapshot: Snapshot, code: str) -> tuple[TopicFigures, ...]:
    figures = (o for o in snapshot.observations if o.state is State.VALUE and not o.is_mention)
    on_topic = (figure for figure in figures if code in topics_of(snapshot.framework, figure))
    held = group_by(on_topic, lambda figure: figure.indicator)
    columns = [country.code for country in _columns(snapshot)]
    return tuple(
        TopicFigures(measure, tuple(_years([f for f in held[measure.id] if f.country == place]) for place in columns))
        for measure in snapshot.framework.indicators
        if measure.id in held
    )


def _years(figures: list[Observation]) -> tuple[int, int, int]:
    years = [day.year for f in figures for day in (f.period_start, f.period_end) if day]
    return len(figures), min(years, default=0), max(years, default=0)
