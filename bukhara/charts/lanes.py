"""Several states on one time axis from 2000 to 2030: a lane for each, an event in each row, conferences as rules."""

import textwrap
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from bukhara.charts import theme, timeline
from bukhara.charts.chart import Cell, Chart, Figure, Href, Table
from bukhara.charts.palette import NEUTRAL
from bukhara.charts.timeline_words import conferences, legend, status_text, when, within, years
from bukhara.i18n.words import Words
from bukhara.views.time_axis import Lane, TimeAxis
from bukhara.views.timeline import Event

CellHref = Callable[[str, str], str]
"""Returns the evidence address of a country code and an item id."""
UNIT = 40  # the pixels of one unit of the vertical axis
HEAD, LINE_HEIGHT, MARK, EDGE = 30, 15, 18, 66  # pixels: name of a state, line of words, mark, axis and numbers
LETTERS = 31  # on a phone a longer line would run over the lines of the conferences
ROW, LARGE, EVENTS, AXIS = 24, 18, 0.12, 0.5
"""In files: the height of a row, the size of letters, and where events and years begin in the width."""
# some days more, so that the label of 2000 has space
FIRST, LAST = date(1999, 11, 1), date(2030, 12, 31)


def chart(view: TimeAxis, words: Words, *, name: str, title: str, day: str, source: str, href: CellHref) -> Chart:
    """Return the chart called `name`; `href` returns the evidence address of a country code and an item id."""
    dated = words("Events with a date; {day}", day=day)
    drawn = figure(view, words, href)
    return Chart(
        id=name,
        title=title,
        subtitle=_subtitle(view, words, dated),
        figure=drawn,
        table=table(view, words, href),
        source=source,
        notes=(dated, legend(view.whole, words)),
        height=_height(drawn),
        compact=True,
        in_files=(wide := wide_figure(view, words, href), _height(wide)),
    )


def _height(drawn: Figure) -> int:
    bottom: float = drawn["layout"]["yaxis"]["range"][0]
    return EDGE + round(bottom * UNIT)


def figure(view: TimeAxis, words: Words, href: CellHref) -> Figure:
    """Return the lanes: the name of the state, and below it each event with its words above its mark."""
    data, notes, lines, top = [], [], [], 0
    for lane in view.lanes:
        lines.append(theme.rule(top / UNIT, NEUTRAL))
        notes.append(_note(_name(lane, words), top + HEAD / 2, size=13))
        top += HEAD
        for event in lane.timeline.events:
            text = _text(event, words)
            top += LINE_HEIGHT * len(text)
            notes.append(_note("<br>".join(text), top, yanchor="bottom"))
            middle = (top + MARK / 2 - 2) / UNIT
            data += timeline.traces(event, middle, lane.timeline.as_of, words, _of_lane(lane, href))
            top += MARK
    return _drawn(view, data, [*notes, *_numbers(view)], lines, top)


def wide_figure(view: TimeAxis, words: Words, href: CellHref) -> Figure:
    """Return the lanes for a file: states on the left, a row for each event with its words beside its mark."""
    data, notes, lines, top = [], [], [], 0
    for lane in view.lanes:
        lines.append(theme.rule(top / UNIT, NEUTRAL))
        # a name that is not at 0 is no place where a tall picture may be cut into columns
        notes.append(_note(_name(lane, words).replace(" · ", "<br>"), top + ROW, size=LARGE) | {"x": 0.001})
        for n, event in enumerate(lane.timeline.events):
            middle = top + ROW * n + ROW / 2
            text = f"{words.text(event.subject.name)}: {status_text(event, words)}, {when(event, words)}"
            notes.append(_note(text, middle, size=LARGE) | {"x": EVENTS})
            data += timeline.traces(event, middle / UNIT, lane.timeline.as_of, words, _of_lane(lane, href))
        top += ROW * max(2, len(lane.timeline.events))
    numbers = [note | {"font": {"size": LARGE}} for note in _numbers(view)]
    drawn = _drawn(view, data, [*notes, *numbers], lines, top)
    drawn["layout"]["xaxis"] |= {"domain": [AXIS, 1], "tickfont": {"size": LARGE}}
    return drawn


def _of_lane(lane: Lane, href: CellHref) -> Href:
    return partial(href, lane.country.code)


def _numbers(view: TimeAxis) -> list[dict[str, Any]]:
    return [timeline.number(rule) for rule in within(view.whole, *_ends(view))]


def _drawn(view: TimeAxis, data: list[Any], notes: list[Any], lines: list[Any], top: float) -> Figure:
    start, end = _ends(view)
    return {
        "data": data,
        "layout": theme.layout(
            barmode="overlay",
            margin={"l": 14, "r": 14, "t": 36, "b": 30},
            xaxis=theme.axis(
                type="date",
                range=[start.isoformat(), end.isoformat()],
                tickformat="%Y",
                tick0=f"{start.year - start.year % 5}-01-01",
                dtick="M60",
            ),
            yaxis=theme.axis(visible=False, range=[top / UNIT, 0]),
            shapes=[*map(timeline.shape, within(view.whole, start, end)), *lines],
            annotations=notes,
        ),
    }


def table(view: TimeAxis, words: Words, href: CellHref) -> Table:
    """Return the table of the same events, state by state."""
    columns = (words("State"), words("What"), words("Status"), words("Since"), words("Until"))
    rows = (
        (Cell(words.text(lane.country.short)), *row)
        for lane in view.lanes
        for row in timeline.table(lane.timeline, words, _of_lane(lane, href)).rows
    )
    return Table(columns, tuple(rows))


def _ends(view: TimeAxis) -> tuple[date, date]:
    start, end = years(view.whole)
    return min(start, FIRST), max(end, LAST)


def _subtitle(view: TimeAxis, words: Words, otherwise: str) -> str:
    named = conferences(within(view.whole, *_ends(view)), words) or otherwise
    if not any(event.report for event in view.whole.events):
        return named
    return " ".join((named, words("Hollow squares: from public sources, not confirmed.")))


def _text(event: Event, words: Words) -> list[str]:
    name = textwrap.wrap(words.text(event.subject.name), LETTERS)
    return [*name, *textwrap.wrap(f"{status_text(event, words)}, {when(event, words)}", LETTERS + 2)]


def _name(lane: Lane, words: Words) -> str:
    name, undated = f"<b>{words.text(lane.country.short)}</b>", len(lane.timeline.undated)
    if undated:
        return " · ".join((name, words("without a date: {n}", n=undated)))
    return name if lane.timeline.events else " · ".join((name, words("no date in the sources")))


def _note(text: str, pixels: float, *, size: int = 12, yanchor: str = "middle") -> dict[str, Any]:
    return theme.note(text, size, y=pixels / UNIT, yanchor=yanchor, **theme.LEFT)
