"""Filters of a page as one GET form; where scripts run, assets/client/ writes a change into the address at once."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from bukhara.model.messages import N_
from bukhara.views.statistics import explore
from bukhara.views.statistics.statistics import Part
from web.addresses import address_of
from web.page import Filter
from web.request import PageRequest

PARTS = {
    Part.TOTAL: N_("totals"),
    Part.SEX_AGE: N_("by sex and age"),
    Part.FORM: N_("by form of exploitation"),
    Part.FORM_SEX_AGE: N_("by form, sex and age"),
    Part.CITIZENSHIP: N_("by citizenship"),
    Part.REPATRIATED: N_("by country of repatriation"),
}


def filter_id(name: str) -> dict[str, str]:
    """Return the id of the control of one selection."""
    return {"type": "filter", "name": name}


def form(page_request: PageRequest, selections: Sequence[Filter]) -> Component:
    """Return all selections in one form that keeps the rest of the address; without scripts a button sends it."""
    names = {selection.name for selection in selections}
    kept = [
        dbc.Input(type="hidden", name=name, value=value)
        for name, value in page_request.query.items()
        if name not in names
    ]
    button = html.Button(page_request.words("Show"), type="submit", className="btn btn-outline-secondary")
    controls = [_control(selection) for selection in selections]
    return html.Form(
        [*kept, *controls, html.Noscript(button, className="col-auto")],
        method="get",
        action=address_of(page_request.path),
        className="filters row g-2",
    )


def folded(page_request: PageRequest, selections: Sequence[Filter]) -> Component:
    """Return the form behind a button that names what is chosen."""
    chosen = [dict(each.options)[each.value] for each in selections if each.value not in ("all", "now")]
    name = ": ".join((page_request.words("Filters"), *([", ".join(chosen)] if chosen else [])))
    button = html.Summary(name, className="btn btn-outline-secondary btn-sm")
    named: Any = {"data-fold": "filters"}
    return html.Details([button, form(page_request, selections)], className="filters-folded", **named)


def _control(selection: Filter) -> Component:
    options = [{"value": value, "label": text} for value, text in selection.options]
    select = dbc.Select(id=filter_id(selection.name), name=selection.name, options=options, value=selection.value)
    name = html.Span(selection.label, className="form-label")
    return html.Label([name, select], className="filter col col-md-auto")


def day_filters(page_request: PageRequest) -> tuple[Filter, ...]:
    """Return a filter for the day, and for an earlier day one for the method; none where there is one reading."""
    words, snapshot = page_request.words, page_request.snapshot
    readings = sorted(snapshot.framework.readings, key=lambda reading: (reading.date, reading.id))
    if len(readings) < 2:
        return ()
    known = [reading.date for reading in readings if reading.date <= snapshot.as_of] or [readings[0].date]
    days = tuple((r.date.isoformat(), f"{words.date(r.date)} · {words.text(r.title)}") for r in readings)
    chosen = (Filter("as_of", words("As of"), days, known[-1].isoformat()),)
    if known[-1] == readings[-1].date and snapshot.method_of is None:
        return chosen
    methods = (("now", words("the method of now")), ("then", words("the method of that day")))
    return (*chosen, Filter("method", words("Judged by"), methods, "then" if snapshot.method_of else "now"))


def choice(page_request: PageRequest, name: str, label: str, names: Mapping[str, str]) -> Filter:
    """Return a filter with all values of `names` (value to its name) and "all", which is chosen at first."""
    options = (("all", page_request.words("all")), *names.items())
    return Filter(name, label, options, page_request.one_of(name, tuple(names)) or "all")


def pillar_filter(page_request: PageRequest) -> Filter:
    """Return the filter of the pillars of the framework."""
    names = {pillar.id: page_request.words.text(pillar.name) for pillar in page_request.snapshot.framework.pillars}
    return choice(page_request, "pillar", page_request.words("Pillar"), names)


def topic_filter(page_request: PageRequest) -> Filter:
    """Return the filter of the topics across the themes."""
    names = {topic.code: page_request.words.text(topic.name) for topic in page_request.snapshot.framework.topics}
    return choice(page_request, "topic", page_request.words("Topic"), names)


def chosen(selection: Filter) -> str:
    """Return the value of a filter; empty where it leaves everything."""
    return "" if selection.value == "all" else selection.value


def explore_filters(
    page_request: PageRequest, selection: explore.Selection, measures: dict[str, str], years: tuple[int, ...]
) -> tuple[Filter, ...]:
    """Return the filters of Statistics, the measure first; a choice that changes nothing has the value "all"."""
    words = page_request.words
    held = {"unodc": words("UNODC"), "report": words("conference report"), "own": words("the states themselves")}
    numbers = tuple((str(year), str(year)) for year in years) or (("all", "–"),)
    known = tuple((name, held[name]) for name in page_request.view(explore.sources))
    everything = (("all", words("all")),)
    first, last = (
        str(year) if year and year not in years[end:][:1] else "all"
        for year, end in ((selection.first, 0), (selection.last, -1))
    )
    return (
        Filter("measure", words("Measure"), tuple(measures.items()), selection.measure),
        Filter("part", words("Broken down"), tuple((p.value, words(PARTS[p])) for p in PARTS), selection.part),
        Filter("from", words("From"), (("all", numbers[0][1]), *numbers[1:]), first),
        Filter("to", words("To"), (*numbers[:-1], ("all", numbers[-1][1])), last),
        Filter("source", words("Source"), (*everything, *known), selection.source or "all"),
        topic_filter(page_request),
    )
