"""Laws, plans, bodies and procedures of a state in its plots: no cause is implied, no day claimed that is not known."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from bukhara.charts import spans, theme, timeline
from bukhara.charts.lanes import CellHref
from bukhara.charts.palette import NEUTRAL
from bukhara.model.codes import Status
from bukhara.model.framework import Country, Framework
from bukhara.views.time_axis import TimeAxis
from bukhara.views.timeline import Event

Events = Mapping[str, tuple[Event, ...]]
"""What is marked, by the code of its state."""
DEFINITION = "Art. 3"
"""The article of the Protocol that says what trafficking is: of a theme beside it depends what a state counts."""


def numbered(view: TimeAxis) -> Events:
    """Return the statuses of each state with the day from which they hold, the earliest first: nothing unconfirmed."""
    return {
        lane.country.code: tuple(event for event in lane.timeline.events if event.status and event.since)
        for lane in view.lanes
    }


def laws(view: TimeAxis, framework: Framework) -> Events:
    """Return of what can be numbered the laws in place that say what trafficking is."""
    defining = {item.id for item in framework.items if DEFINITION in item.crosswalk.protocol}
    return {
        code: tuple(each for each in found if each.item in defining and each.status is Status.IN_PLACE)
        for code, found in numbered(view).items()
    }


def marks(events: Events, country: Country, axes: spans.Axes, years: range, href: CellHref) -> list[dict[str, Any]]:
    """Return a mark on the axis for each event of a state in the `years` of a plot; it leads to its evidence."""
    found: list[dict[str, Any]] = []
    for event in events.get(country.code, ()):
        if timeline.middle(event).year not in years:
            continue
        mark, *lines = timeline.beginning(event, 0, axes.words, partial(href, country.code))
        symbol = "triangle-left" if timeline.is_latest(event) else "triangle-right"
        look = {"marker": {"symbol": symbol, "size": 9, "color": NEUTRAL}, "cliponaxis": False}
        named = {"hovertext": [f"{axes.state}: {text}" for text in mark["hovertext"]]}
        coloured = [line | {"line": line["line"] | {"color": NEUTRAL}} for line in lines]
        found += [each | {"xaxis": axes.x, "yaxis": axes.overlay} for each in (mark | look | named, *coloured)]
    return found


def lines(events: tuple[Event, ...], axes: spans.Axes, years: range) -> tuple[list[Any], list[Any]]:
    """Return a line for each event in the `years` of a plot, and its number beside the foot of the line.

    It is a band where only the year is known, and dots with "≤" at the latest possible day.
    """
    shown = {n: event for n, event in enumerate(events, start=1) if timeline.middle(event).year in years}
    at: Any = {"xref": axes.x, "yref": f"{axes.y} domain"}
    beside: Any = {"y": 0, "xanchor": "right", "xshift": -2, "yanchor": "bottom"}
    numbers = [
        theme.note(f"{'≤' * timeline.is_latest(event)}{n}", 10, x=timeline.middle(event).isoformat(), **at, **beside)
        for n, event in shown.items()
    ]
    return [_line(event) | at for event in shown.values()], numbers


def _line(event: Event) -> dict[str, Any]:
    day, is_latest = timeline.middle(event).isoformat(), timeline.is_latest(event)
    ends = {"x0": day, "x1": day, "y0": 0, "y1": 1}
    if not is_latest and event.first and event.last and event.first != event.last:
        ends |= {"x0": event.first.isoformat(), "x1": event.last.isoformat()}
        return {"type": "rect", "fillcolor": NEUTRAL, "opacity": 0.14, "line": {"color": NEUTRAL, "width": 0}} | ends
    return {"type": "line", "line": {"color": NEUTRAL, "width": 0.75, "dash": "dot" if is_latest else "solid"}} | ends
