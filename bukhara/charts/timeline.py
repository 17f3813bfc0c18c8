"""The timeline of laws, plans and units, with the conferences as lines. A year without a day is drawn a year wide."""

import textwrap
from datetime import date
from typing import Any

from bukhara.charts import theme
from bukhara.charts.chart import Cell, Chart, Figure, Href, Table
from bukhara.charts.palette import CLEAR, NEUTRAL
from bukhara.charts.timeline_words import conferences, legend, reported, status_text, when, within, years
from bukhara.i18n.words import Words
from bukhara.model.codes import Status
from bukhara.model.marks import MARKS
from bukhara.model.partial_date import is_by
from bukhara.views.timeline import Event, Rule, Timeline

ROW, LETTERS, HOVER = 78, 36, 60
EDGE = 92
DAY = 86_400_000


def chart(view: Timeline, words: Words, *, country: str, source: str, href: Href) -> Chart:
    """Return the timeline of a state; `href` returns the evidence address of an item id."""
    return Chart(
        id="country-timeline",
        title=words("{country}: laws, plans and units by date", country=country),
        subtitle=_subtitle(view, words),
        figure=figure(view, words, href) if view.events else None,
        table=table(view, words, href),
        source=source,
        notes=tuple(filter(None, (legend(view, words), conferences(within(view, *years(view)), words)))),
        height=EDGE + ROW * max(1, len(view.events)),
        compact=True,
    )


def _subtitle(view: Timeline, words: Words) -> str:
    dated = words("Events with a date; {day}", day=words.date(view.as_of))
    is_unconfirmed = any(event.report for event in view.events)
    return f"{dated}. {words('Hollow squares: from public sources, not confirmed.')}" if is_unconfirmed else dated


def figure(view: Timeline, words: Words, href: Href) -> Figure:
    """Return marks and bars, one event in each row, the earliest on top, with its words above it."""
    start, end = years(view)
    last = len(view.events) - 1
    return {
        "data": [
            trace for row, event in enumerate(view.events) for trace in traces(event, row, view.as_of, words, href)
        ],
        "layout": theme.layout(
            barmode="overlay",
            margin={"l": 14, "r": 14, "t": 34, "b": 30},
            xaxis=theme.axis(
                type="date",
                range=[start.isoformat(), end.isoformat()],
                tickformat="%Y",
                tick0=f"{start.year + 1}-01-01",
                dtick=f"M{12 * max(1, -(-(end.year - start.year) // 7))}",
            ),
            yaxis=theme.axis(visible=False, range=[last + 0.3, -0.85]),
            shapes=[shape(rule) for rule in within(view, start, end)],
            annotations=[
                *(_words_above(event, row, words) for row, event in enumerate(view.events)),
                *(number(rule) for rule in within(view, start, end)),
            ],
        ),
    }


def table(view: Timeline, words: Words, href: Href) -> Table:
    """Return the table of the same events with their dates as printed."""
    columns = (words("What"), words("Status"), words("Since"), words("Until"))
    return Table(columns, tuple(_row(event, words, href) for event in view.events))


def _row(event: Event, words: Words, href: Href) -> tuple[Cell, ...]:
    name, language, status = words.text(event.subject.name), "", status_text(event, words)
    since = words.partial_date(event.since) or words("date not given")
    if event.report:
        name, language, title = reported(event.report, words)
        status, since = f"{status}: {title}", since if event.report.is_dated else when(event, words)
    return (
        Cell(name, href=href(event.item), lang=language),
        Cell(status),
        Cell(since, event.since or None),
        Cell(words.partial_date(event.valid_until) or "–", event.valid_until or None),
    )


def traces(event: Event, row: float, as_of: date, words: Words, href: Href) -> list[dict[str, Any]]:
    """Return the mark or bar of an event, and the lines for its uncertain beginning and for the time since."""
    named = {
        "y": [row],
        "customdata": [href(event.item)],
        "hovertext": [_hover_text(event, words)],
        "hovertemplate": theme.HOVER,
    }
    if event.report:
        mark, *lines = _unconfirmed(event, row)
        return [mark | named, *lines]
    colour = MARKS[event.status].light if event.status else NEUTRAL
    if event.first and event.end:
        return [_span(event.first, event.end, as_of, colour=colour) | named]
    day = _middle(event)
    found = [_mark(event, day, colour=colour) | named]
    if event.first and event.last and event.first != event.last:
        found.append(_line(row, event.first, event.last, colour=colour, width=5))
    if event.first and event.status in (Status.IN_PLACE, Status.UNDER_WAY) and day < as_of:
        found.append(_line(row, day, as_of, colour=colour, width=1.5))
    return found


def _unconfirmed(event: Event, row: float) -> list[dict[str, Any]]:
    """Return the hollow mark of a public report, and the period that it names as a dotted line."""
    assert event.first is not None, "a report has the date of its source"
    assert event.last is not None
    day = _middle(event)
    mark = _mark(event, day, colour=NEUTRAL)
    mark["marker"] |= {"symbol": "square-open", "line": {"width": 2}}
    found = [mark]
    if event.first != event.last:
        found.append(_line(row, event.first, event.last, colour=NEUTRAL, width=5))
    if event.end:
        line = _line(row, day, event.end, colour=NEUTRAL, width=2)
        found.append(line | {"line": line["line"] | {"dash": "dot"}})
    return found


def _span(start: date, end: date, as_of: date, *, colour: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "base": [start.isoformat()],
        "x": [((end - start).days + 1) * DAY],
        "width": 0.22,
        "marker": {"color": CLEAR if end < as_of else colour, "line": {"color": colour, "width": 2}},
    }


def _mark(event: Event, day: date, *, colour: str) -> dict[str, Any]:
    latest = not event.first or is_by(event.since)
    symbol = "triangle-left" if latest else MARKS[event.status].symbol if event.status else "square"
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


def _hover_text(event: Event, words: Words) -> str:
    """Return the name, status and dates of an event as one line of text; of a report also its source."""
    line = f"{words.text(event.subject.name)}: {status_text(event, words)}, {when(event, words)}"
    if event.report is None:
        return line
    # plotly does not break lines
    return "<br>".join((f"{line}.", *textwrap.wrap(reported(event.report, words)[2], HOVER)))


def _words_above(event: Event, row: int, words: Words) -> dict[str, Any]:
    lines = textwrap.wrap(words.text(event.subject.name), LETTERS)
    name = "<br>".join(f"<b>{line}</b>" for line in lines)
    dates = textwrap.wrap(f"{status_text(event, words)} · {when(event, words)}", LETTERS + 6)
    text = "<br>".join((name, *dates))
    return theme.note(text, y=row, yanchor="bottom", yshift=8, **theme.LEFT)


def _middle(event: Event) -> date:
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


def number(rule: Rule) -> dict[str, Any]:
    """Return the number of a conference above its line, an even one higher: on a phone neighbours have no space."""
    shift = 0 if rule.conference.number % 2 else 14
    place: dict[str, Any] = {"x": rule.middle.isoformat(), "y": 1, "yref": "paper", "yanchor": "bottom"}
    return theme.note(f"<b>{rule.conference.number}</b>", yshift=shift, **place)
