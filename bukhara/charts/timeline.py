"""What is in place or planned by date, as the entries of an axis of time and as the chart of a page."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from bukhara.charts import time_axis
from bukhara.charts.chart import Cell, Chart, Figure, Table
from bukhara.charts.shapes import Part, keyed, moved
from bukhara.charts.shapes import height as height_of
from bukhara.charts.shapes_figure import figure
from bukhara.charts.time_axis import UNKNOWN, Entry, TimeRow
from bukhara.charts.timeline_words import event_text, named, reported, status_text, when
from bukhara.i18n.words import Words
from bukhara.model.messages import N_
from bukhara.model.partial_date import is_by
from bukhara.model.statement import Statement
from bukhara.situation.on_file import act_of, is_official
from bukhara.views.statements.timeline import Event, Lane, Rule, TimeAxis, Timeline

CellHref = Callable[[str, str], str]
"""Returns the evidence address of a country code and an item id."""
LETTERS, WIDTH, NARROW = 13.0, 900.0, 300.0
"""The letters of a page, and the least width of the drawing for a wide and for a narrow window."""
_WIDTHS, _SHAPE = (900, 1000, 1150, 1300), 0.46
"""The widths tried for a file until the drawing is so much lower than it is wide."""
KEY = (
    ("in_place/full", N_("reported, with its period")),
    ("in_place/light", N_("reported, period over")),
    ("in_place", N_("reported, in place")),
    ("under_way", N_("reported, under way")),
    ("planned", N_("reported, planned")),
    ("accent/dashes", N_("on file, with its period")),
    ("accent/full", N_("text at an official publication")),
    ("accent/frame", N_("reported by others, not confirmed")),
)


def entries(view: Timeline, words: Words, href: Callable[[str], str] = str) -> dict[str, tuple[Entry, ...]]:
    """Return the events of a state by item; of one act that several sources date only the most exact."""
    found: dict[str, dict[tuple[str, ...], tuple[Event, Entry]]] = {}
    for event in view.events:
        own = found.setdefault(event.item, {})
        key: tuple[str, ...] = (event.subject.id, event.since, event.valid_until)
        if event.report:
            ends = event.valid_until[:4]
            key = (ends,) if ends else (*act_of(event.report)[:2], event.since.removeprefix("/")[:4])
        if key not in own or _vagueness(own[key][0]) > _vagueness(event):
            own[key] = event, _entry(event, view, words, href(event.item))
    return {item: tuple(entry for _, entry in own.values()) for item, own in found.items()}


def _vagueness(event: Event) -> tuple[bool, int]:
    return is_by(event.since), -len(event.since)


def _entry(event: Event, view: Timeline, words: Words, address: str) -> Entry:
    act, is_dated = event.report.record if event.report else None, event.report is None or bool(event.report.day)
    first, last, end = event.first, event.last, event.end
    kind, look, text = str(event.status or "soft"), "mark", words.span(event.since, event.valid_until)
    if not event.valid_until:
        text = words.partial_date(event.since)
    if event.report and isinstance(act, Statement):
        kind, look = "accent", "square" if is_official(event.report) else "frame"
        text = re.split("[,:]", act.act_name.in_(words.language))[0] or words("not confirmed")
        text = text if is_dated else words("{act}, day not given", act=text)
    elif not event.is_in_place:
        text = f"{status_text(event, words)}, {text}"
    is_open = is_by(event.since) or not is_dated or first is None
    if end and not is_open:
        look, last = "dashes" if event.report else "light" if end < view.calendar else "full", end
    last = last or end
    assert last is not None, "an event has a date"
    first = date.fromordinal(max(1, last.toordinal() - UNKNOWN)) if is_open or first is None else first
    return Entry(first, last, text, kind, look, is_open, (address, event_text(event, words)))


def of_items(lane: Lane, words: Words, href: Callable[[str], str], group: str = "") -> list[TimeRow]:
    """Return a row for each theme of a state that has an entry, in the order of the list of themes."""
    found = entries(lane.timeline, words, href)
    return [TimeRow(words.text(item.short), found[item.id], group) for item in lane.items if item.id in found]


def of_states(view: TimeAxis, words: Words, href: CellHref) -> list[TimeRow]:
    """Return a row for each state with its entries, or what is known without a date."""
    rows = []
    for lane in view.lanes:
        own = [
            each for many in entries(lane.timeline, words, partial(href, lane.country.code)).values() for each in many
        ]
        rows.append(TimeRow(words.text(lane.country.short), tuple(own), note="" if own else _without(lane, words)))
    return rows


def _without(lane: Lane, words: Words) -> str:
    undated = len(lane.timeline.undated)
    return words("without a date: {n}", n=undated) if undated else words("no entry with a date")


def key(rows: Sequence[TimeRow], words: Words) -> list[tuple[str, str]]:
    """Return the marks of rows with their words."""
    looks = {"mark": "{}", "square": "{}/full", "frame": "{}/frame"}
    used = {looks.get(e.look, f"{{}}/{e.look}").format(e.kind) for row in rows for e in row.entries}
    return [(mark, words(text)) for mark, text in KEY if mark in used]


def _conferences(rules: Sequence[Rule], words: Words) -> list[TimeRow]:
    held = [
        Entry(rule.start, rule.end, named(rule, words), "ink", "square" if rule.conference.state == "held" else "frame")
        for rule in rules
    ]
    return [TimeRow(words("Conferences"), tuple(held))] if held else []


def chart(view: TimeAxis, words: Words, *, name: str, title: str, day: str, source: str, href: CellHref) -> Chart:
    """Return the chart called `name`: of one theme a row a state, else a row a theme below the name of its state."""
    rows = of_states(view, words, href) if view.item else []
    for lane in () if view.item else view.lanes:
        group = words.text(lane.country.short) if len(view.lanes) > 1 else ""
        own = of_items(lane, words, partial(href, lane.country.code), group)
        rows += own or [TimeRow("", group=group, note=_without(lane, words))] * bool(group)
    if not view.whole.events:
        return Chart(id=name, title=title, subtitle="", table=table(view, words, href), source=source, compact=True)
    rows, today = [*_conferences(view.whole.rules, words), *rows], view.whole.calendar
    drawn, height = page_figure(rows, today, words)
    narrow = figure(_with_key(time_axis.by_year(rows, NARROW, LETTERS), rows, words, NARROW), NARROW)
    return Chart(
        id=name,
        title=title,
        subtitle=words("Events with a date; statuses: {day}", day=day),
        figure=drawn,
        table=table(view, words, href),
        source=source,
        notes=tuple(filter(None, (undated_text(view, words),))),
        height=height,
        compact=True,
        in_files=partial(_in_files, rows, today, words),
        narrow=narrow,
    )


def page_figure(rows: Sequence[TimeRow], today: date, words: Words, width: float = WIDTH) -> tuple[Figure, int]:
    """Return rows with their key as a figure of at least this width, and its height."""
    axis = time_axis.axis_of(rows, today, words.date(today), width, LETTERS)
    return figure(_with_key(time_axis.draw(rows, axis), rows, words, width), width)


def _with_key(parts: list[Part], rows: Sequence[TimeRow], words: Words, width: float) -> list[Part]:
    low = height_of(parts) + LETTERS
    return [*parts, *(moved(part, low) for part in keyed(key(rows, words), "", 0, width))]


def _in_files(rows: Sequence[TimeRow], today: date, words: Words) -> tuple[Figure, int]:
    found = ((page_figure(rows, today, words, width), width) for width in _WIDTHS)
    return next(each for each, width in found if each[1] <= width * _SHAPE or width == _WIDTHS[-1])


def undated_text(view: TimeAxis, words: Words) -> str:
    """Return how many statuses of which state were reported without a date; empty without any."""
    numbers = ((lane.country, len(lane.timeline.undated)) for lane in view.lanes)
    states = ", ".join(f"{words.text(country.short)} {words.number(n)}" for country, n in numbers if n)
    return words("Reported without a date: {states}.", states=states) if states else ""


def of_country(view: TimeAxis, words: Words, *, source: str, href: CellHref) -> Chart:
    """Return the chart of one state."""
    (lane,) = view.lanes
    title = words("{country}: laws, plans, bodies and procedures by date", country=words.text(lane.country.short))
    day = words.date(lane.timeline.as_of)
    return chart(view, words, name="country-timeline", title=title, day=day, source=source, href=href)


def table(view: TimeAxis, words: Words, href: CellHref) -> Table:
    """Return the table of the same events, state by state, with the dates as printed."""
    columns = (words("State"), words("What"), words("Status"), words("Since"), words("Until"))
    rows = (
        (Cell(words.text(lane.country.short)), *_cells(event, words, partial(href, lane.country.code)))
        for lane in view.lanes
        for event in lane.timeline.events
    )
    return Table(columns, tuple(rows))


def _cells(event: Event, words: Words, href: Callable[[str], str]) -> tuple[Cell, ...]:
    name, language, status = words.text(event.subject.name), "", status_text(event, words)
    since = words.partial_date(event.since) or words("date not given")
    if event.report:
        name, language, title = reported(event.report, words)
        status, since = f"{status}: {title}", since if event.report.day else when(event, words)
    return (
        Cell(name, href=href(event.item), lang=language),
        Cell(status),
        Cell(since),
        Cell(words.partial_date(event.valid_until) or "–"),
    )
