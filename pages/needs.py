"""Needs and support: who named a need, which partner speaks of the theme, which neighbour has it in place."""

from collections.abc import Sequence

from dash import html, register_page
from dash.development.base_component import Component

from bukhara.charts import needs_matrix
from bukhara.charts.chart import Chart
from bukhara.charts.day_words import status_day
from bukhara.i18n.codes import label
from bukhara.model.framework import Country, Item
from bukhara.model.messages import N_
from bukhara.model.statement import Statement
from bukhara.situation.statements import is_beside
from bukhara.views.themes import needs
from bukhara.views.themes.needs import Challenges
from pages.needs_support import support, support_filters
from web.cell_table import cell_chart
from web.charts import status_source
from web.components.evidence import evidence_address
from web.components.lists import chosen_tab, counted, fold, tab_links
from web.components.statements import point, rest
from web.components.states import chosen_states, state_links
from web.filters import choice, chosen, topic_filter
from web.page import Filter, Page, Section
from web.request import PageRequest, page_request_of

register_page(__name__, path="/needs", name=N_("Needs and support"), order=22, parent="/themes", kept=True)

ABOUT = N_("Who named a need or difficulty, which partner speaks of the theme, and where it was reported in place.")
TABS = (("", N_("By theme")), ("support", N_("Support by kind")))
MOST = 20
"""Statements of a cell."""


def layout(**query: str) -> Page:
    """Show themes by state, or the support of partners by kind."""
    page_request = page_request_of("/needs", query)
    words = page_request.words
    tabs = tuple((key, words(name)) for key, name in TABS)
    is_support = chosen_tab(page_request, tabs) == "support"
    by_kind = words("Support that partners reported, as the sources sum it up. It may have ended since.")
    return Page(
        title=words("Needs and support"),
        lead=by_kind if is_support else words(ABOUT),
        above=(tab_links(page_request, tabs), *(() if is_support else (state_links(page_request),))),
        folded=True,
        filters=support_filters(page_request) if is_support else _filters(page_request),
        sections=support(page_request) if is_support else _by_theme(page_request),
        tabs=("", "support"),
    )


def _filters(page_request: PageRequest) -> tuple[Filter, Filter, Filter]:
    words = page_request.words
    kinds = {kind.value: label(words, kind) for kind in needs.KINDS}
    speakers = {"state": words("state bodies"), "other": words("other organisations")}
    return (
        choice(page_request, "kind", words("Kind"), kinds),
        choice(page_request, "speaker", words("Named by"), speakers),
        topic_filter(page_request),
    )


def _by_theme(page_request: PageRequest) -> tuple[Section, ...]:
    kind, speaker, topic = map(chosen, _filters(page_request))
    states = chosen_states(page_request)
    view = page_request.view(needs.build, countries=states, kind=kind, speaker=speaker, topic=topic)
    return (_picture(page_request, view), statements(page_request, view.listed))


def _picture(page_request: PageRequest, view: needs.Needs) -> Chart:
    words, snapshot = page_request.words, page_request.snapshot
    return cell_chart(
        needs_matrix.matrix(
            view,
            snapshot,
            words,
            lambda record: evidence_address(page_request, record),
            lambda theme: page_request.href(f"/themes/{theme}"),
        ),
        id="needs-by-country",
        title=words("Needs and support by theme and country"),
        subtitle=words("As named in the sources; {day}", day=status_day(snapshot, words)),
        source=status_source(page_request),
        notes=(
            words("An empty cell: no such statement in these sources. It does not say that there is no need."),
            words("Naming a challenge never counts as zero. A partner's name does not say how much it does."),
        ),
        definition=words(ABOUT),
        is_folded=True,
    )


def statements(page_request: PageRequest, view: Challenges) -> Component:
    """Return every challenge and need in words, or that nothing of this kind was named."""
    words = page_request.words
    if not view.rows:
        nothing = words("Nothing of this kind was named. Choose “all” to see every challenge and need.")
        return html.P(nothing, className="card")
    parts: list[Component] = []
    for row in view.rows:
        places = [
            _place(page_request, row.item, country, cell)
            for country, cell in zip(view.columns, row.cells, strict=True)
            if cell
        ]
        name = html.Summary(counted(words.text(row.item.name), sum(map(len, row.cells))))
        columns = html.Div(places, className="columns", id=row.item.id)
        parts.append(html.Details([name, columns], className="needs"))
    count = words.plural("{n} statement, theme by theme", "{n} statements, theme by theme", view.count)
    return fold(count, *parts)


def _place(page_request: PageRequest, item: Item, country: Country, held: Sequence[Statement]) -> Component:
    words, snapshot = page_request.words, page_request.snapshot
    beside = words("about something else")
    every = page_request.href("/evidence", countries=country.code, item=item.id)
    points = [
        html.Div(
            point(page_request, each, label(words, each.kind), beside if is_beside(snapshot, each) else ""),
            className=f"point s-{'challenge' if each.kind == 'challenge' else 'planned'}",
        )
        for each in held[:MOST]
    ]
    parts = [html.H3(words.text(country.short)), *points, *rest(page_request, len(held), MOST, every)]
    return html.Div(parts, className="place", id=f"{item.id}-{country.code}")
