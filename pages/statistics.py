"""Statistics to explore: one measure as small multiples, how to read it, and the other measures as lines of a table."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dash import html, register_page
from dash.development.base_component import Component

from bukhara.charts import small_multiples
from bukhara.comparability.series import breaks
from bukhara.model.messages import N_
from bukhara.model.revision import EditionRevisions
from bukhara.situation import contested
from bukhara.views.statistics import explore, statistics, trends
from pages.statistics_bodies import bodies
from pages.statistics_measures import measures
from pages.statistics_parts import OUTLINED, Sign, empty, measure_names, sign_list
from pages.statistics_reported import reported
from pages.statistics_routes import routes_named
from pages.statistics_victims import victims
from web.charts import figure_address, with_differing
from web.components.lists import chosen_tab, joined, tab_links
from web.components.statements import statement_card
from web.components.states import chosen_places, chosen_states, state_links
from web.filters import chosen, explore_filters, folded, form, topic_filter
from web.page import Page, Section
from web.parameters import STATES
from web.request import PageRequest, page_request_of

register_page(__name__, path="/statistics", name=N_("Statistics"), order=40, kept=True)

RATE = "rate", "monthly"
"""The parameter that shows monthly averages of counts, and its value."""
YEARS = ""
"""The value of the selection `tab` for the figures by year."""
TABS = (
    (YEARS, N_("Year by year")),
    ("victims", N_("Victims")),
    ("bodies", N_("Identified by whom")),
    ("routes", N_("Routes named")),
    ("reported", N_("Who reports what")),
)
VIEWS = (
    (N_("Persons convicted, UNODC"), {"measure": "CTX-unodc-convicted"}),
    (N_("Victims detected, UNODC"), {"measure": "CTX-unodc-victims"}),
    (N_("Recorded offences in the report"), {"measure": statistics.REGISTERED}),
    (N_("Victims"), {"measure": "CTX-victims"}),
    (N_("Figures of the states themselves"), {"source": "own"}),
)
"""Name and query of the views that are suggested, as far as the record has them."""
TITLES = {
    "victims": N_("Victims: who was identified"),
    "bodies": N_("Victims: who was identified, by whom"),
    "routes": N_("Victims: the routes named"),
    "reported": N_("Statistics: who reports what"),
}
_SECTIONS: dict[str, Callable[[PageRequest], tuple[Section, ...]]] = {
    "victims": victims,
    "bodies": bodies,
    "routes": routes_named,
    "reported": reported,
}


def layout(**query: str) -> Page:
    """Show the rows of a selection, or a tab."""
    page_request = page_request_of("/statistics", query)
    words = page_request.words
    tabs = tuple((key, words(name)) for key, name in TABS)
    tab, above = chosen_tab(page_request, tabs), tab_links(page_request, tabs)
    if tab != YEARS:
        lead = words("Identified victims only: their number says how many were found, not how many there are.")
        return Page(
            title=words(TITLES[tab]),
            figures=True,
            lead=lead if tab != "reported" else words("What the sources cover. It says nothing about the states."),
            above=(above,),
            sections=_SECTIONS[tab](page_request),
            tabs=tuple(_SECTIONS),
            look="explore",
        )
    names = measure_names(page_request)
    asked = _selection(page_request, tuple(names))
    every = page_request.view(explore.build, replace(asked, measure=""))
    selection = replace(asked, measure=asked.measure or next((row.view.topic for row in every.rows), ""))
    explored = page_request.view(explore.build, selection)
    measure, *others = explore_filters(page_request, selection, names, page_request.view(explore.years))
    choice = [form(page_request, (measure,)), folded(page_request, others), _views(page_request, names)]
    title = words("Statistics")
    if explored.first:
        title = words("Statistics, {first} to {last}", first=str(explored.first), last=str(explored.last))
    return Page(
        title=title,
        figures=True,
        lead=words("Read one state over its own years, and not beside another."),
        above=(above, html.Div(choice, className="choice d-flex flex-wrap align-items-center gap-2 mb-2")),
        narrowed_by=("topic",),
        sections=tuple(_sections(page_request, selection, explored, every, names)),
        tabs=tuple(_SECTIONS),
        look="explore",
    )


def _selection(page_request: PageRequest, measures: tuple[str, ...]) -> explore.Selection:
    years = tuple(str(year) for year in page_request.view(explore.years))
    first, last = (int(page_request.one_of(name, years) or 0) for name in ("from", "to"))
    topic = chosen(topic_filter(page_request))
    return explore.Selection(
        measure=page_request.one_of("measure", measures),
        countries=chosen_places(page_request),
        part=page_request.one_of("part", tuple(statistics.Part), page_request.view(explore.usual_part, topic)),
        source=page_request.one_of("source", page_request.view(explore.sources)),
        first=first,
        last=max(first, last) if last else 0,
        topic=topic,
        monthly=bool(page_request.one_of(RATE[0], RATE[1:])),
    )


def _views(page_request: PageRequest, names: dict[str, str]) -> Component:
    """Return links to three views of what the sources hold."""
    held = {"", *page_request.view(explore.sources)}
    found = [each for each in VIEWS if each[1].get("source", "") in held and names.keys() >= {*each[1].values()} - held]
    links = [html.A(page_request.words(name), href=page_request.href(page_request.path, **q)) for name, q in found[:3]]
    named: Any = {"aria-label": page_request.words("Suggested views")}
    return html.Nav(joined(links), className="views", **named)


def _sections(
    page_request: PageRequest,
    selection: explore.Selection,
    explored: explore.Explored,
    every: explore.Explored,
    names: dict[str, str],
) -> list[Section]:
    others = replace(every, rows=tuple(row for row in every.rows if row.view.topic != selection.measure))
    below = [*measures(page_request, others), _further(page_request), *_trends(page_request)]
    if not explored.rows:
        return [_empty(page_request, selection), state_links(page_request), *below]
    revised = _revised(page_request.service.revisions(page_request.snapshot))
    look = small_multiples.Look(words=page_request.words, href=figure_address(page_request), revised=revised)
    drawn = [row for row in explored.rows if selection.monthly or small_multiples.has_series(row)]
    short = [row for row in explored.rows if row not in drawn]
    pictures = ((row, replace(small_multiples.chart(row, explored, look), is_folded=row != drawn[0])) for row in drawn)
    charts = [with_differing(page_request, chart, row.figures) for row, chart in pictures]
    if short:
        single = explore.as_table(short)
        title = page_request.words("{measure}: figures of single periods", measure=names[selection.measure])
        chart = replace(small_multiples.chart(single, explored, look), title=title[:1].upper() + title[1:])
        charts.append(with_differing(page_request, chart, single.figures))
    return [*charts, *_key(page_request, revised, drawn), *below]


def _rate_toggle(page_request: PageRequest) -> Component:
    """Return the choice between counts as published and their monthly averages."""
    is_on = bool(page_request.one_of(RATE[0], RATE[1:]))
    name = page_request.words("Monthly average (count divided by months)")
    named: Any = {"aria-current": "true"} if is_on else {}
    address = page_request.here(**{RATE[0]: "" if is_on else RATE[1]})
    return html.P(html.A(f"{'☑' if is_on else '☐'} {name}", href=address, **named), className="small")


def _key(page_request: PageRequest, revised: frozenset[str], rows: list[explore.FigureRow]) -> list[Component]:
    """Return what the marks mean, how the charts are read, and the states that can be shown."""
    words = page_request.words
    signs = sign_list(words("How to read the charts"), _signs(page_request, revised, rows))
    said = words("Countries count in different ways. Do not compare heights between countries.")
    within = words("Law and counting may also have changed within a country.")
    more = words("A higher count can mean more crime or better detection.")
    why = html.A(words("Why?"), href=page_request.href("/method") + "#counts")
    return [
        html.Div([signs, state_links(page_request)], className="columns"),
        html.P([f"{said} {within} {more}", " ", why], className="guard"),
        _rate_toggle(page_request),
    ]


def _signs(page_request: PageRequest, revised: frozenset[str], rows: list[explore.FigureRow]) -> list[Sign]:
    words, figures = page_request.words, [(row, figure.observation_id) for row in rows for figure in row.figures]
    groups = [(row, cell.axis_group) for row in rows for cell in row.cells if cell.axis_group]
    found = [("line", words("consecutive years")), ("band", words("range, or “<5”"))] if rows else []
    found += [("period", words("not a calendar year")), ("more", words("more than"))] if rows else []
    if any(name in row.view.disagree for row, name in figures):
        found.append(("disagree", words("parts do not agree in the source")))
    if any(name in revised for _, name in figures):
        found.append(("revised", words("revised")))
    if any(breaks(group.observations, row.view.sources) for row, group in groups):
        found.append(("break", words("another source, body or class of offence from here on")))
    return found


def _further(page_request: PageRequest) -> Component:
    """Return links to every figure of a state, and to differences between sources."""
    words = page_request.words
    differing = words("Differences between sources: {n}", n=len(contested.points(page_request.snapshot).open))
    link = html.A(differing, href=page_request.href("/contested") + "#open", className=OUTLINED)
    states = chosen_states(page_request)
    quoted = (
        html.A(
            words.text(each.short),
            href=page_request.href(f"/countries/{each.code}", tab="figures") + "#country-figures",
        )
        for each in page_request.snapshot.framework.countries
        if not states or each.code in states
    )
    named = words("Every figure with its quotation, by country")
    every = html.P([f"{named}: ", *joined(quoted, ", ")], className="small")
    return html.Div([html.P(link, className="more-rows"), every])


def _trends(page_request: PageRequest) -> list[Component]:
    """Return what sources say in words about numbers, without figures by year."""
    found = page_request.view(trends.build)
    if not found:
        return []
    heading = html.Summary(page_request.words("In words, without figures by year"))
    cards = [statement_card(page_request, statement) for statement in found]
    return [html.Details([heading, *cards], className="card fold", id="trends")]


def _empty(page_request: PageRequest, selection: explore.Selection) -> Component:
    words = page_request.words
    named = {
        "part": (words("Broken down"), {"part": ""}),
        "years": (words("Years"), {"from": "", "to": ""}),
        "source": (words("Source"), {"source": ""}),
        "country": (words("Countries"), {STATES: ""}),
        "measure": (words("Measure"), {"measure": ""}),
        "topic": (words("Topic"), {"topic": ""}),
    }
    names = page_request.view(explore.relaxable, selection)
    relaxed = [(named[name][0], page_request.here(**named[name][1])) for name in names]
    return empty(page_request, relaxed or [(words("all filters"), page_request.href(page_request.path))])


def _revised(editions: tuple[EditionRevisions, ...]) -> frozenset[str]:
    """Return the ids of the figures that an edition changed or masked."""
    changed = (revision.after for edition in editions for revision in edition.changed)
    return frozenset(figure.observation_id for figure in changed if figure)
