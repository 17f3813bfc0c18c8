"""States on one time axis: a lane for each, an event in each row with its words at its mark, conferences as lines."""

import textwrap
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

from bukhara.charts import theme, timeline
from bukhara.charts.chart import Cell, Chart, Figure, Href, Table
from bukhara.charts.palette import NEUTRAL
from bukhara.charts.svg.canvas import text_width
from bukhara.charts.timeline_words import conference_label, event_text, legend, planned, within, years
from bukhara.i18n.words import Words
from bukhara.model.framework import Country
from bukhara.views.statements.timeline import Event, Lane, TimeAxis, Timeline

CellHref = Callable[[str, str], str]
"""Returns the evidence address of a country code and an item id."""
UNIT = 40  # the pixels of one unit of the vertical axis
LETTERS, LARGE = 12, 18
"""The size of letters on a page, and in a file; rows are as high as their letters need."""
ROW, DENSE, HEAD, LEVEL = 5 / 3, 4 / 3, 13 / 6, 5 / 4
"""The height of an event, of one in a file, of the name of a state and of the name of a conference, in letters."""
LEVELS, CLEAR_YEARS = 3, 4
"""Names of conferences stand so many above one another, and one more for each four years of an axis that is longer.

Neighbours are a year apart, and a name takes up to a quarter of the width; in a narrow window each stands alone.
"""
LINE = 42
"""The letters of a line in a narrow window, where the words of an event are above its mark."""
BELOW, GAP = 30, 10
"""Pixels for the years, and between a mark and its words."""
EDGE, NARROW_EDGE = 0.87, 0.6
"""From this part of the width on, the name of a conference is left of its day."""
_START = theme.LEFT | {"x": 0.001}  # what is not at 0 is no place where a tall picture may be cut into columns
YEARS = 18
"""So many years have a label each."""


def chart(view: TimeAxis, words: Words, *, name: str, title: str, day: str, source: str, href: CellHref) -> Chart:
    """Return the chart called `name`; `href` returns the evidence address of a country code and an item id."""
    drawn, narrow = (figure(view, words, href, is_narrow=is_narrow) for is_narrow in (False, True))
    return Chart(
        id=name,
        title=title,
        subtitle=_subtitle(view, words, day),
        figure=drawn if view.whole.events else None,
        table=table(view, words, href),
        source=source,
        notes=tuple(filter(None, (legend(view.whole, words), planned(view.whole, words)))),
        height=_height(drawn),
        compact=True,
        in_files=partial(_large, view, words, href) if view.whole.events else None,
        narrow=(narrow, _height(narrow)) if view.whole.events else None,
    )


def _large(view: TimeAxis, words: Words, href: CellHref) -> tuple[Figure, int]:
    drawn = figure(view, words, href, LARGE)
    return drawn, _height(drawn)


def of_country(view: Timeline, country: Country, words: Words, *, source: str, href: Href) -> Chart:
    """Return the chart of one state; `href` returns the evidence address of an item id."""
    return chart(
        TimeAxis((Lane(country, view),), view),
        words,
        name="country-timeline",
        title=words("{country}: laws, plans, bodies and procedures by date", country=words.text(country.short)),
        day=words.date(view.as_of),
        source=source,
        href=lambda _, item: href(item),
    )


def figure(view: TimeAxis, words: Words, href: CellHref, size: int = LETTERS, *, is_narrow: bool = False) -> Figure:
    """Return the lanes: the name of the state, and below it its events, the earliest first."""
    data: list[Any] = []
    notes: list[Any] = []
    lines: list[Any] = []
    top, height = 0.0, size * (DENSE if is_narrow or size != LETTERS else ROW)
    for lane in view.lanes:
        lines.append(theme.rule(top / UNIT, NEUTRAL))
        notes.append(theme.note(_name(lane, words), size + 1, y=(top + size * HEAD / 2) / UNIT, **_START))
        top += size * HEAD
        for event in lane.timeline.events:
            text = event_text(event, words)
            if is_narrow:
                lines_above = textwrap.wrap(text, LINE)
                notes.append(theme.note("<br>".join(lines_above), size, y=top / UNIT, yanchor="top", **_START))
                top += len(lines_above) * size * DENSE
            row = (top + height / 2) / UNIT
            data += timeline.traces(event, row, lane.timeline, words, partial(href, lane.country.code))
            notes += [] if is_narrow else [_words_at(view, event, row, text, size)]
            top += height
    start, end = view.whole.once(years)
    shown = within(view.whole, start, end)
    wanted = len(shown) if is_narrow else max(LEVELS, -(-(end.year - start.year) // CLEAR_YEARS))
    levels, edge = min(len(shown), wanted), NARROW_EDGE if is_narrow else EDGE
    layout = theme.layout(
        barmode="overlay",
        meta={"width": _width(view, words, size)},
        margin={"l": 14, "r": 14, "t": round(levels * LEVEL * size) if view.whole.rules else GAP, "b": BELOW},
        xaxis=theme.axis(
            type="date",
            range=[start.isoformat(), end.isoformat()],
            tickformat="%Y",
            tick0=f"{start.year + 1}-01-01",
            dtick=f"M{12 * -(-(end.year - start.year) // YEARS)}",
            tickfont={"size": size},
        ),
        yaxis=theme.axis(visible=False, range=[top / UNIT, 0]),
        shapes=[*map(timeline.shape, shown), *lines],
        annotations=[*notes, *_conferences(view, words, size, levels, edge)],
    )
    return {"data": data, "layout": layout}


def _width(view: TimeAxis, words: Words, size: int) -> float:
    """Return the pixels that all words need beside their marks, and the names of conferences above their lines."""
    found = [
        text_width(conference_label(each, words), size) * 4 for each in within(view.whole, *view.whole.once(years))
    ]
    for event in (event for lane in view.lanes for event in lane.timeline.events):
        begin, finish = timeline.extent(event)
        room = max(_share(view, begin), 1 - _share(view, finish))
        found.append((text_width(event_text(event, words), size) + 2 * GAP) / room)
    return max(found, default=1)


def _height(drawn: Figure) -> int:
    layout = drawn["layout"]
    bottom: float = layout["yaxis"]["range"][0]
    margin: dict[str, int] = layout["margin"]
    return round(bottom * UNIT) + margin["t"] + margin["b"]


def _share(view: TimeAxis, day: date) -> float:
    """Return where a day is on the axis, as a part of its width."""
    start, end = view.whole.once(years)
    return (day - start) / (end - start)


def _words_at(view: TimeAxis, event: Event, row: float, text: str, size: int) -> dict[str, Any]:
    """Return the words of an event beside its mark, where there is more space."""
    begin, finish = timeline.extent(event)
    if _share(view, begin) > 1 - _share(view, finish):
        return theme.note(text, size, x=begin.isoformat(), y=row, xanchor="right", xshift=-GAP)
    return theme.note(text, size, x=finish.isoformat(), y=row, xanchor="left", xshift=GAP)


def _conferences(view: TimeAxis, words: Words, size: int, levels: int, edge: float) -> Iterator[dict[str, Any]]:
    """Yield the names of the conferences above their lines, in turn on several levels."""
    for n, rule in enumerate(within(view.whole, *view.whole.once(years))):
        place: dict[str, Any] = {"x": rule.middle.isoformat(), "y": 1, "yref": "paper", "yanchor": "bottom"}
        side = "right" if _share(view, rule.middle) > edge else "center"
        level = round((levels - 1 - n % levels) * LEVEL * size)
        yield theme.note(conference_label(rule, words), size, xanchor=side, yshift=level, **place)


def table(view: TimeAxis, words: Words, href: CellHref) -> Table:
    """Return the table of the same events, state by state."""
    columns = (words("State"), words("What"), words("Status"), words("Since"), words("Until"))
    rows = (
        (Cell(words.text(lane.country.short)), *row)
        for lane in view.lanes
        for row in timeline.rows(lane.timeline, words, partial(href, lane.country.code))
    )
    return Table(columns, tuple(rows))


def _subtitle(view: TimeAxis, words: Words, day: str) -> str:
    dated = words("Events with a date; {day}", day=day)
    if not any(event.report for event in view.whole.events):
        return dated
    return ". ".join((dated, words("Hollow squares: acts from public sources.")))


def _name(lane: Lane, words: Words) -> str:
    name, undated = f"<b>{words.text(lane.country.short)}</b>", len(lane.timeline.undated)
    if undated:
        return " · ".join((name, words("without a date: {n}", n=undated)))
    return name if lane.timeline.events else " · ".join((name, words("no date in the sources")))
