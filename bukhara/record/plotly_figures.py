"""Charts of the dashboard as plotly figures: the only module of the domain that imports plotly, loaded when called."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from bukhara.charts import level_bar, small_multiples, timeline
from bukhara.charts.day_words import dated_release
from bukhara.errors import CodeUnknown
from bukhara.i18n.record_texts import titles
from bukhara.i18n.source_differences import short_numbers
from bukhara.i18n.words import words_of
from bukhara.views.countries import country_level
from bukhara.views.statements import timeline as timeline_view
from bukhara.views.statistics import explore, statistics

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bukhara.charts.chart import Chart
    from bukhara.i18n.words import Words
    from bukhara.model.framework import Country
    from bukhara.model.release import Snapshot

NAMES = ("statistics", "timeline", "level")
_LETTERS, _LINE, _TITLE = 100, 16, 44
"""Letters in a line of source and notes, height of a line, height of the title, both in pixels."""


def figure(
    snapshot: Snapshot,
    name: str,
    *,
    lang: str,
    country: str = "",
    measure: str = statistics.REGISTERED,
    row: int = 1,
    monthly: bool = False,
) -> go.Figure:
    """Return a chart by its name, with title, subtitle, source and notes in the figure.

    Args:
        snapshot: the record to draw.
        name: one of `NAMES`.
        lang: the language of the words in it.
        country: the code of a state or of the region.
        measure: the id of a measure, for `statistics`.
        row: the number of the row of the measure: each counts something else.
        monthly: draw monthly rates.

    Raises:
        CodeUnknown: for a name, language or country that there is no chart of.
        ValueError: where there is nothing to draw.
    """
    _known("name", name, NAMES)
    _known("lang", lang, snapshot.framework.languages)
    places = {c.code: c for c in snapshot.framework.countries + snapshot.framework.regions}
    _known("country", country, places)
    place, words = places[country], words_of(lang)
    if name == "statistics":
        chart = _statistics(snapshot, place, words, measure=measure, row=row, monthly=monthly)
    else:
        chart = (_timeline if name == "timeline" else _level)(snapshot, place, words)
    if chart is None or chart.figure is None:
        raise ValueError(f"there is nothing to draw of {name} for {country} on {snapshot.as_of.isoformat()}")
    return _with_words(chart)


def _statistics(
    snapshot: Snapshot, place: Country, words: Words, *, measure: str, row: int, monthly: bool
) -> Chart | None:
    _known("measure", measure, statistics.topics(snapshot))
    selection = explore.Selection(measure=measure, countries=(place.code,), monthly=monthly)
    explored = explore.build(snapshot, selection)
    drawn = {str(n): each for n, each in enumerate((each for each in explored.rows if each.is_drawn), start=1)}
    if not drawn:
        return None
    _known("row", str(row), drawn)
    found = drawn[str(row)]
    chart = small_multiples.chart(found, explored, small_multiples.Look(words=words, href=_no_address))
    ids = {o.observation_id for o in found.figures}
    differing = [d for d in snapshot.differences if not ids.isdisjoint(o.observation_id for o in d.observations)]
    return _with_differences(chart, [short_numbers(each, words) for each in differing], words)


def _with_differences(chart: Chart, differing: list[str], words: Words) -> Chart:
    if not differing:
        return chart
    sentence = words("Sources differ about figures in this chart. All of them are kept as published:")
    return replace(chart, notes=(*chart.notes, f"{sentence} {'; '.join(differing)}."))


def _timeline(snapshot: Snapshot, place: Country, words: Words) -> Chart:
    view = timeline_view.time_axis(snapshot, countries=(place.code,))
    source = _source(snapshot, place.code, words)
    return timeline.of_country(view, words, source=source, href=lambda _, item: _no_address(item))


def _level(snapshot: Snapshot, place: Country, words: Words) -> Chart | None:
    view = country_level.build(snapshot, place.code)
    source = _source(snapshot, place.code, words)
    if view is None:
        return None
    return level_bar.chart(view, words, country=words.text(place.short), source=source, href=_no_address(place.code))


def _source(snapshot: Snapshot, country: str, words: Words) -> str:
    named = titles(snapshot.sources_about(country), words)
    return f"{words('Source: {titles}.', titles=named)} {dated_release(snapshot, words, country)}"


def _with_words(chart: Chart) -> go.Figure:
    """Return the figure of a chart with space above and below it for what a page prints around it."""
    drawn = go.Figure(chart.figure)
    above, below = _wrapped((chart.subtitle,)), _wrapped(chart.lines)
    plain = drawn.layout.margin.to_plotly_json()
    top, bottom = _TITLE + _LINE * len(above), _LINE * (len(below) + 1)
    drawn.update_layout(
        title={"text": chart.title, "subtitle": {"text": "<br>".join(above)}, "x": 0, "pad": {"l": plain["l"], "t": 8}},
        title_y=1,
        title_yanchor="top",
        height=chart.height + top + bottom,
        margin=plain | {"t": plain["t"] + top, "b": plain["b"] + bottom},
    )
    drawn.add_annotation(
        text="<br>".join(below),
        font={"size": 11},
        align="left",
        showarrow=False,
        x=0,
        xref="paper",
        xanchor="left",
        y=0,
        yref="paper",
        yanchor="top",
        yshift=-plain["b"],
    )
    return drawn


def _wrapped(texts: Iterable[str]) -> list[str]:
    return [line for text in texts for line in textwrap.wrap(text, _LETTERS)]


def _known(parameter: str, value: str, allowed: Iterable[str]) -> None:
    codes = list(allowed)
    if value not in codes:
        raise CodeUnknown(parameter, value, codes)


def _no_address(_evidence_id: str) -> str:
    """Return an empty address: outside of the dashboard evidence has no page."""
    return ""
