"""Marks and lines of what is in place or planned by date, and of conferences. A year alone is drawn a year wide."""

import textwrap
from datetime import date, timedelta
from typing import Any

from bukhara.charts import theme
from bukhara.charts.chart import Cell, Href
from bukhara.charts.palette import CLEAR, NEUTRAL
from bukhara.charts.timeline_words import event_text, reported, status_text, when
from bukhara.i18n.words import Words
from bukhara.model.codes import Status
from bukhara.model.marks import MARKS
from bukhara.model.partial_date import is_by
from bukhara.views.statements.timeline import Event, Rule, Timeline

HOVER = 60
DAY = 86_400_000
UNKNOWN = timedelta(days=365)
"""So long before the latest possible day a dotted line says that the event may be earlier."""
UNDER = 0.19
"""A line to the chosen day is so much lower than its mark: the words of the mark are above it."""


def rows(view: Timeline, words: Words, href: Href) -> tuple[tuple[Cell, ...], ...]:
    """Return what, status, since and until of each event as cells, with the dates as printed."""
    return tuple(_row(event, words, href) for event in view.events)


def extent(event: Event) -> tuple[date, date]:
    """Return the first and the last day that the drawing of an event takes, without the line to the chosen day."""
    days = [day for day in (event.first, event.last, event.end) if day]
    if is_latest(event):
        return max(days) - UNKNOWN, max(days)
    return min(days), max(days)


def _row(event: Event, words: Words, href: Href) -> tuple[Cell, ...]:
    name, language, status = words.text(event.subject.name), "", status_text(event, words)
    since = words.partial_date(event.since) or words("date not given")
    if event.report:
        name, language, title = reported(event.report, words)
        status, since = f"{status}: {title}", since if event.report.day else when(event, words)
    return (
        Cell(name, href=href(event.item), lang=language),
        Cell(status),
        Cell(since, event.since or None),
        Cell(words.partial_date(event.valid_until) or "–", event.valid_until or None),
    )


def traces(event: Event, row: float, view: Timeline, words: Words, href: Href) -> list[dict[str, Any]]:
    """Return the mark or bar of an event, and the lines for its uncertain beginning and for the time since."""
    named = _named(event, row, words, href)
    if event.report:
        mark, *lines = _unconfirmed(event, row)
        return [mark | named, *lines]
    colour = MARKS[event.status].light if event.status else NEUTRAL
    if event.first and event.end:
        return [_span(event.first, event.end, view.calendar, colour=colour) | named]
    found, day = beginning(event, row, words, href), middle(event)
    if event.first and event.status in (Status.IN_PLACE, Status.UNDER_WAY) and day < view.as_of:
        found.append(_line(row + UNDER, day, view.as_of, colour=colour, width=1.5))
    return found


def beginning(event: Event, row: float, words: Words, href: Href) -> list[dict[str, Any]]:
    """Return the mark of the beginning of an event, and the line for the time in which it may have been."""
    colour, day = MARKS[event.status].light if event.status else NEUTRAL, middle(event)
    found = [_mark(event, day, colour=colour) | _named(event, row, words, href)]
    if is_latest(event):
        found.append(_dotted(row, day - UNKNOWN, day, colour=colour))
    elif event.first and event.last and event.first != event.last:
        found.append(_line(row, event.first, event.last, colour=colour, width=5))
    return found


def _named(event: Event, row: float, words: Words, href: Href) -> dict[str, Any]:
    text = {"hovertext": [_hover_text(event, words)], "hovertemplate": theme.HOVER}
    return {"y": [row], "customdata": [href(event.item)], **text}


def _unconfirmed(event: Event, row: float) -> list[dict[str, Any]]:
    """Return the hollow mark of a public report, and the period that it names as a dotted line."""
    assert event.first is not None, "a report has the date of its source"
    assert event.last is not None
    day = middle(event)
    mark = _mark(event, day, colour=NEUTRAL)
    mark["marker"] |= {"symbol": "square-open", "line": {"width": 2}}
    found = [mark]
    if event.first != event.last:
        found.append(_line(row, event.first, event.last, colour=NEUTRAL, width=5))
    if event.end:
        found.append(_dotted(row, day, event.end, colour=NEUTRAL))
    return found


def _span(start: date, end: date, calendar: date, *, colour: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "base": [start.isoformat()],
        "x": [((end - start).days + 1) * DAY],
        "width": 0.22,
        "marker": {"color": CLEAR if end < calendar else colour, "line": {"color": colour, "width": 2}},
    }


def _mark(event: Event, day: date, *, colour: str) -> dict[str, Any]:
    symbol = "triangle-left" if is_latest(event) else MARKS[event.status].symbol if event.status else "square"
    edge: dict[str, Any] = {"line": {"width": 2}} if "open" in symbol else {}
    marker = {"symbol": symbol, "size": 13, "color": colour, **edge}
    return {"type": "scatter", "mode": "markers", "x": [day.isoformat()], "marker": marker}


def _line(row: float, start: date, end: date, *, colour: str, width: float) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [start.isoformat(), end.isoformat()],
        "y": [row, row],
        "hoverinfo": "skip",
        "opacity": 0.55,
        "line": {"color": colour, "width": width},
    }


def _dotted(row: float, start: date, end: date, *, colour: str) -> dict[str, Any]:
    line = _line(row, start, end, colour=colour, width=2)
    return line | {"line": line["line"] | {"dash": "dot"}}


def is_latest(event: Event) -> bool:
    """Return whether only the latest possible day of an event is known."""
    return not event.first or is_by(event.since)


def _hover_text(event: Event, words: Words) -> str:
    """Return the name, status and dates of an event as one line of text; of a report also its source."""
    line = event_text(event, words)
    if event.report is None:
        return line
    # plotly does not break lines
    return "<br>".join((f"{line}.", *textwrap.wrap(reported(event.report, words)[2], HOVER)))


def middle(event: Event) -> date:
    """Return the day at which the mark of an event is."""
    if event.last and is_by(event.since):
        return event.last
    if event.first and event.last:
        return event.first + (event.last - event.first) / 2
    assert event.end is not None
    return event.end


def shape(rule: Rule) -> dict[str, Any]:
    """Return a line for a conference with a known day or month, and a band if only its year is known."""
    is_band = (rule.end - rule.start).days > 40
    start, end = (rule.start.isoformat(), rule.end.isoformat()) if is_band else (rule.middle.isoformat(),) * 2
    dash = "solid" if rule.conference.state == "held" else "dot"
    line = {"width": 1 if is_band else 1.5, "color": NEUTRAL, "dash": dash}
    ends = {"x0": start, "x1": end, "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
    band = {"type": "rect", "fillcolor": NEUTRAL, "opacity": 0.14}
    return {"line": line, **ends, **(band if is_band else {"type": "line"})}
