"""Statistics to explore: filters in one row, then a row of small multiples for each thing that is counted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from dash import register_page
from markupsafe import Markup

from bukhara.charts import small_multiples
from bukhara.charts.chart import Chart
from bukhara.model.messages import N_
from bukhara.model.revision import EditionRevisions
from bukhara.views import explore, statistics, trends
from pages import statistics_detail
from pages.statistics_parts import DETAIL, Empty, measure_names
from pages.statistics_reported import reported
from pages.statistics_victims import bodies, routes_named, victims
from web.charts import with_differing
from web.components.lists import chosen_tab, tab_links
from web.filters import chosen, explore_filters, topic_filter
from web.layout import layout_of
from web.page import Page
from web.request import PageRequest
from web.templating import Context, render

WITHIN = "country"
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
_SECTIONS: dict[str, Callable[[PageRequest], tuple[Markup | Chart, ...]]] = {
    "victims": victims,
    "bodies": bodies,
    "routes": routes_named,
    "reported": reported,
}


_FURTHER = (*_SECTIONS, DETAIL)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingKey(Context):
    """The states, and what the marks mean.

    A button of `columns` (name, address, code, whether pressed) greys the other states; a link of `states` (name,
    address, whether shown) shows a state or takes it away.
    """

    template: ClassVar[str] = "pages/statistics_key.html"
    columns: tuple[tuple[str, str, str, bool], ...]
    states: tuple[tuple[str, str, bool], ...]
    form: str
    has_revised: bool
    has_disagreeing: bool


def content(page_request: PageRequest) -> Page:
    """Show the rows of a selection, or a tab; `tab=detail` and a monthly rate show one measure by state."""
    if page_request.query.get("tab") == DETAIL or "rate" in page_request.query:
        return statistics_detail.content(page_request)
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
            tabs=_FURTHER,
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
        above=(above, render(page_request, "pages/statistics_views.html", views=_views(page_request, names))),
        filters=explore_filters(page_request, selection, names, years),
        sections=tuple(_sections(page_request, selection, explored)),
        tabs=_FURTHER,
        look=" ".join(["explore", *(f"focus-{n}" for n in _focus(page_request, selection))]),
    )


def _selection(page_request: PageRequest, measures: tuple[str, ...]) -> explore.Selection:
    framework = page_request.snapshot.framework
    years = tuple(str(year) for year in page_request.view(explore.years))
    first, last = (int(page_request.one_of(name, years) or 0) for name in ("from", "to"))
    codes = tuple(country.code for country in (*framework.countries, *framework.regions))
    topic = chosen(topic_filter(page_request))
    return explore.Selection(
        measure=page_request.one_of("measure", measures),
        countries=page_request.many_of("country", codes),
        part=page_request.one_of("part", tuple(statistics.Part), page_request.view(explore.usual_part, topic)),
        source=page_request.one_of("source", page_request.view(explore.sources)),
        first=first,
        last=max(first, last) if last else 0,
        topic=topic,
    )


def _views(page_request: PageRequest, names: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Return suggested views of what the sources hold."""
    words, held = page_request.words, page_request.view(explore.sources)
    found = []
    if "unodc" in held:
        found.append((words("From offence to conviction, UNODC"), {"source": "unodc", "scale": WITHIN, "from": "2010"}))
        found.append((words("Victims by sex and age"), {"measure": "CTX-unodc-victims", "part": "sex_age"}))
    else:
        found.append((words("Victims"), {"measure": "CTX-victims"}))
    if statistics.REGISTERED in names:
        found.append((words("Recorded offences in the report"), {"measure": statistics.REGISTERED, "show": "bars"}))
    if "own" in held:
        found.append((words("Figures of the states themselves"), {"source": "own"}))
    return tuple((name, page_request.href(page_request.path, **query)) for name, query in found[:3])


def _sections(
    page_request: PageRequest, selection: explore.Selection, explored: explore.Explored
) -> list[Markup | Chart]:
    if not explored.rows:
        return [_key(page_request, selection, revised=frozenset(), rows=()), _empty(page_request, selection)]
    shown = explored.rows if page_request.query.get("rows") == "all" else explored.rows[: explore.LIMIT]
    revised = _revised(page_request.service.revisions(page_request.snapshot))
    look = small_multiples.Look(
        words=page_request.words,
        href=lambda found: page_request.href(f"/evidence/observation/{found}"),
        form=page_request.one_of("show", ("bars", "table"), "lines"),
        tops=small_multiples.common_tops(shown) if page_request.one_of("scale", (WITHIN,)) else None,
        revised=revised,
    )
    charts = [with_differing(page_request, small_multiples.chart(row, explored, look), row.figures) for row in shown]
    return [
        _key(page_request, selection, revised=revised, rows=shown),
        *charts,
        render(
            page_request,
            "pages/statistics_foot.html",
            hidden=len(explored.rows) - len(shown),
            trends=page_request.view(trends.build),
        ),
    ]


def _key(
    page_request: PageRequest,
    selection: explore.Selection,
    *,
    revised: frozenset[str],
    rows: tuple[explore.FigureRow, ...],
) -> Markup:
    codes = [country.code for country in page_request.snapshot.framework.countries]
    shown = _columns(page_request, selection)
    columns, states = [], []
    focus = page_request.one_of("focus", shown)
    for country in page_request.snapshot.framework.countries:
        # the first press leaves one state, each further one adds a state or takes it away
        others = {country.code} if not selection.countries else set(shown) ^ {country.code}
        kept = [code for code in codes if code in others]
        address = page_request.here(country=",".join(kept) if len(kept) < len(codes) else "")
        name = page_request.words.text(country.short)
        states.append((name, address, country.code in shown))
        if country.code in shown:
            pressed = country.code == focus
            columns.append((name, page_request.here(focus="" if pressed else country.code), country.code, pressed))
    form = page_request.one_of("show", ("bars", "table"), "lines")
    context = ReadingKey(
        columns=tuple(columns),
        states=tuple(states),
        form=form,
        has_revised=any(figure.observation_id in revised for row in rows for figure in row.figures),
        has_disagreeing=any(figure.observation_id in row.view.disagree for row in rows for figure in row.figures),
    )
    return render(page_request, context)


def _columns(page_request: PageRequest, selection: explore.Selection) -> tuple[str, ...]:
    codes = (country.code for country in page_request.snapshot.framework.countries)
    return tuple(code for code in codes if not selection.countries or code in selection.countries)


def _focus(page_request: PageRequest, selection: explore.Selection) -> list[int]:
    """Return the position of the column that is not greyed, if one is chosen."""
    columns = _columns(page_request, selection)
    focus = page_request.one_of("focus", columns)
    return [columns.index(focus)] if focus else []


def _empty(page_request: PageRequest, selection: explore.Selection) -> Markup:
    words = page_request.words
    named = {
        "part": (words("Broken down"), {"part": ""}),
        "years": (words("Years"), {"from": "", "to": ""}),
        "source": (words("Source"), {"source": ""}),
        "country": (words("Countries"), {"country": ""}),
        "measure": (words("Measure"), {"measure": ""}),
        "topic": (words("Topic"), {"topic": ""}),
    }
    names = page_request.view(explore.relaxable, selection)
    relaxed = tuple((named[name][0], page_request.here(**named[name][1])) for name in names)
    return render(
        page_request, Empty(relaxed=relaxed or ((words("all filters"), page_request.href(page_request.path)),))
    )


def _revised(editions: tuple[EditionRevisions, ...]) -> frozenset[str]:
    """Return the ids of the figures that an edition changed or masked."""
    changed = (revision.after for edition in editions for revision in edition.changed)
    return frozenset(figure.observation_id for figure in changed if figure)


register_page(__name__, path="/statistics", name="Statistics", content=content)
layout = layout_of("/statistics")
