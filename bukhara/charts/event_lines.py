"""Laws, plans, bodies and procedures of a state as thin numbered lines in its plots; no cause is implied."""

from collections.abc import Mapping
from typing import Any

from bukhara.charts import spans, theme, timeline
from bukhara.charts.palette import NEUTRAL
from bukhara.views.time_axis import TimeAxis
from bukhara.views.timeline import Event

Events = Mapping[str, tuple[Event, ...]]
"""What is numbered, by the code of its state."""


def numbered(view: TimeAxis) -> Events:
    """Return the statuses of each state with the day from which they hold, the earliest first: nothing unconfirmed."""
    return {
        lane.country.code: tuple(event for event in lane.timeline.events if event.status and event.since)
        for lane in view.lanes
    }


def lines(events: tuple[Event, ...], axes: spans.Axes, years: range) -> tuple[list[Any], list[Any]]:
    """Return a line for each event in the `years` of a plot, and its number beside the foot of the line."""
    days = {n: timeline.middle(event) for n, event in enumerate(events, start=1)}
    shown = {n: day.isoformat() for n, day in days.items() if day.year in years}
    at: Any = {"xref": axes.x, "yref": f"{axes.y} domain"}
    look: Any = {"type": "line", "line": {"color": NEUTRAL, "width": 0.75}, "y0": 0, "y1": 1}
    beside: Any = {"y": 0, "xanchor": "right", "xshift": -2, "yanchor": "bottom"}
    drawn = [{**look, **at, "x0": day, "x1": day} for day in shown.values()]
    return drawn, [theme.note(str(n), 10, x=day, **at, **beside) for n, day in shown.items()]
