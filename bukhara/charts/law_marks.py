"""The laws of a state in its plots: no cause is implied, no day claimed that is not known."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from bukhara.charts import spans, timeline
from bukhara.charts.lanes import CellHref
from bukhara.charts.palette import NEUTRAL
from bukhara.model.codes import Status
from bukhara.model.framework import Country, Framework
from bukhara.views.statements.timeline import Event, TimeAxis

Events = Mapping[str, tuple[Event, ...]]
"""What is marked, by the code of its state."""
DEFINITION = "Art. 3"
"""The article of the Protocol that says what trafficking is: of a theme beside it depends what a state counts."""


def laws(view: TimeAxis, framework: Framework) -> Events:
    """Return the laws in place that say what trafficking is, with the day from which they hold: nothing unconfirmed."""
    defining = {item.id for item in framework.items if DEFINITION in item.crosswalk.protocol}
    return {
        lane.country.code: tuple(
            each
            for each in lane.timeline.events
            if each.since and each.item in defining and each.status is Status.IN_PLACE
        )
        for lane in view.lanes
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
