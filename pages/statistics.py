"""Statistics to explore: filters in one row, then a row of small multiples for each thing that is counted."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dash import html, register_page
from dash.development.base_component import Component

from bukhara.charts import law_marks, small_multiples
from bukhara.charts.law_marks import Events
from bukhara.charts.series import has_line
from bukhara.comparability.series import breaks
from bukhara.model.messages import N_
from bukhara.model.revision import EditionRevisions
from bukhara.situation import contested
from bukhara.views.statements import timeline
from bukhara.views.statistics import explore, statistics, trends
from pages.statistics_bodies import bodies
from pages.statistics_parts import OUTLINED, Sign, empty, measure_names, sign_list
from pages.statistics_reported import reported
from pages.statistics_routes import routes_named
from pages.statistics_victims import victims
from web.charts import evidence_address, with_differing
from web.components.lists import chosen_tab, joined, tab_links
from web.components.statements import statement_card
from web.components.states import chosen_places, chosen_states, state_links
from web.filters import chosen, explore_filters, topic_filter
from web.page import Page, Section
from web.parameters import STATES
from web.request import PageRequest, page_request_of

register_page(__name__, path="/statistics", name=N_("Statistics"), order=40, kept=True)

WITHIN = "country"
UNFOLDED = 2
"""So many charts are unfolded in a narrow window."""
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
        )
    names = measure_names(page_request)
    selection = _selection(page_request, tuple(names))
    explored = page_request.view(explore.build, selection)
    years = page_request.view(explore.years)
    title = words("Statistics")
    if explored.first:
        title = words("Statistics, {first} to {last}", first=str(explored.first), last=str(explored.last))
    return Page(
        title=title,
        figures=True,
        above=(above, _views(page_request, names)),
        filters=explore_filters(page_request, selection, names, years),
        sections=tuple(_sections(page_request, selection, explored)),
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
    """Return links to views of what the sources hold."""
    words, held = page_request.words, page_request.view(explore.sources)
    found = []
    if "unodc" in held:
        found.append((words("Offences and convictions, UNODC"), {"source": "unodc", "scale": WITHIN, "from": "2010"}))
        found.append((words("Victims by sex and age"), {"measure": "CTX-unodc-victims", "part": "sex_age"}))
    else:
        found.append((words("Victims"), {"measure": "CTX-victims"}))
    if statistics.REGISTERED in names:
        found.append((words("Recorded offences in the report"), {"measure": statistics.REGISTERED}))
    if "own" in held:
        found.append((words("Figures of the states themselves"), {"source": "own"}))
    links = [html.A(name, href=page_request.href(page_request.path, **query)) for name, query in found[:3]]
    named: Any = {"aria-label": words("Suggested views")}
    return html.Nav(joined(links), className="views", **named)


def _sections(page_request: PageRequest, selection: explore.Selection, explored: explore.Explored) -> list[Section]:
    if not explored.rows:
        return [*_key(page_request, frozenset(), (), {}), _empty(page_request, selection)]
    shown = explored.rows if page_request.query.get("rows") == "all" else explored.rows[: explore.LIMIT]
    revised = _revised(page_request.service.revisions(page_request.snapshot))
    dated = page_request.view(timeline.time_axis, countries=chosen_states(page_request))
    look = small_multiples.Look(
        words=page_request.words,
        href=lambda found: page_request.href(f"/evidence/observation/{found}"),
        as_table=_is_table(page_request),
        tops=small_multiples.common_tops(shown) if page_request.one_of("scale", (WITHIN,)) else None,
        revised=revised,
        laws=law_marks.laws(dated, page_request.snapshot.framework),
        evidence=evidence_address(page_request),
    )
    charts = [
        replace(small_multiples.chart(row, explored, look), is_folded=n >= UNFOLDED) for n, row in enumerate(shown)
    ]
    charts = [with_differing(page_request, chart, row.figures) for chart, row in zip(charts, shown, strict=True)]
    hidden = len(explored.rows) - len(shown)
    return [
        *_key(page_request, revised, shown, look.laws),
        *charts,
        _further(page_request, hidden),
        *_trends(page_request),
    ]


def _rate_toggle(page_request: PageRequest) -> Component:
    """Return the choice between counts as published and their monthly averages."""
    is_on = bool(page_request.one_of(RATE[0], RATE[1:]))
    name = page_request.words("Monthly average (count divided by months)")
    named: Any = {"aria-current": "true"} if is_on else {}
    address = page_request.here(**{RATE[0]: "" if is_on else RATE[1]})
    return html.P(html.A(f"{'☑' if is_on else '☐'} {name}", href=address, **named), className="small")


def _is_table(page_request: PageRequest) -> bool:
    return bool(page_request.one_of("show", ("table",)))


def _key(
    page_request: PageRequest, revised: frozenset[str], rows: tuple[explore.FigureRow, ...], laws: Events
) -> list[Component]:
    """Return the states that can be shown, what the marks mean, and how the charts are read."""
    words = page_request.words
    signs = sign_list(words("How to read the charts"), _signs(page_request, revised, rows, laws))
    said = words("Countries count in different ways. Do not compare heights between countries.")
    within = words("Law and counting may also have changed within a country.")
    more = words("A higher count can mean more crime or better detection.") if not _is_table(page_request) else ""
    why = html.A(words("Why?"), href=page_request.href("/method") + "#counts")
    return [
        html.Div([state_links(page_request), signs], className="columns"),
        html.P([f"{said} {within} {more}".strip(), " ", why], className="guard"),
        *([_rate_toggle(page_request)] if rows else []),
    ]


def _signs(
    page_request: PageRequest, revised: frozenset[str], rows: tuple[explore.FigureRow, ...], laws: Events
) -> list[Sign]:
    words = page_request.words
    groups = [(row, cell.axis_group) for row in rows for cell in row.cells if cell.axis_group]
    is_line = not _is_table(page_request) and has_line(group for _, group in groups)
    found = [("line", words("consecutive years"))] if is_line else []
    found += [("band", words("range, or “<5”")), ("period", words("not a calendar year")), ("more", words("more than"))]
    if any(figure.observation_id in row.view.disagree for row in rows for figure in row.figures):
        found.append(("disagree", words("parts do not agree in the source")))
    if any(figure.observation_id in revised for row in rows for figure in row.figures):
        found.append(("revised", words("revised")))
    if any(breaks(group.observations, row.view.sources) for row, group in groups):
        found.append(("break", words("another source, body or class of offence from here on")))
    if any(laws.values()):
        found.append(
            ("law", words("dedicated law in place from here on; the triangle to the left: not later than here"))
        )
    return found


def _further(page_request: PageRequest, hidden: int) -> Component:
    """Return links to the rows that are not shown, to every figure of a state, and to differences between sources."""
    words = page_request.words
    differing = words("Differences between sources: {n}", n=len(contested.points(page_request.snapshot).open))
    links = [(differing, page_request.href("/contested") + "#open")]
    if hidden:
        more = words.plural("Show {n} more row", "Show {n} more rows", hidden)
        links.insert(0, (more, page_request.here(rows="all")))
    shown = [html.A(name, href=address, className=OUTLINED) for name, address in links]
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
    return html.Div([html.P(joined(shown), className="more-rows"), every])


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
