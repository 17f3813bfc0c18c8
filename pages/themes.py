"""The list of themes: what each means, what it rests on and how many states have it; its pictures as files."""

from dash import html, register_page
from dash.development.base_component import Component

from bukhara.charts import status_matrix
from bukhara.charts.cell_words import cell_text
from bukhara.charts.change_words import change_rule
from bukhara.charts.chart import Chart
from bukhara.charts.day_words import own_days, status_day
from bukhara.model.codes import Basis
from bukhara.model.messages import N_
from bukhara.views.countries import overview
from bukhara.views.status import narrative, scorecard
from bukhara.views.themes import theme
from bukhara.views.themes.theme import ThemeEntry
from web.charts import evidence_address as evidence_of_cell
from web.charts import status_source
from web.components.evidence import evidence_address
from web.components.lists import counted, fold
from web.components.matrix import counted_theme, matrix
from web.components.status import key, marked
from web.first_paint import to_html
from web.page import Page
from web.request import PageRequest, page_request_of

register_page(__name__, path="/themes", name=N_("Themes"), order=20, kept=True)

PICTURE = "picture"
"""The value of the selection `tab` for the matrix to take away, which is shown on Overview."""
OPEN = 2
"""So many lists are open; the others are folded."""


def layout(**query: str) -> Page:
    """Show the list of themes, or the matrix as a picture that is taken away from here."""
    page_request = page_request_of("/themes", query)
    words, framework = page_request.words, page_request.snapshot.framework
    is_picture = page_request.query.get("tab") == PICTURE
    return Page(
        title=words("Themes"),
        lead="" if framework.instrument.articles else words.text(framework.instrument.heading) + ".",
        sections=(_picture(page_request),) if is_picture else _lists(page_request),
        tabs=("", PICTURE),
    )


def _lists(page_request: PageRequest) -> tuple[Component, ...]:
    words, view = page_request.words, page_request.view(theme.themes)
    named = (
        (words("Commitments"), view.commitments),
        (words("Themes"), view.themes),
        (words("Conclusions of the Third conference"), view.conclusions),
        (words("Context"), view.context),
    )
    lists: list[Component] = []
    for heading, entries in (each for each in named if each[1]):
        listed = html.Ul([html.Li(_entry(page_request, entry)) for entry in entries], className="index many")
        lists.append(fold(counted(heading, len(entries)), listed, is_open=len(lists) < OPEN))
    rests_on = html.A(words("What each theme rests on"), href=page_request.href("/declaration") + "#basis")
    return (html.P(rests_on, className="small"), *lists, key(page_request, view.marks))


def _entry(page_request: PageRequest, entry: ThemeEntry) -> list[Component]:
    """Return a theme with what it means, what it rests on, and the number of states for each mark."""
    words, item = page_request.words, entry.item
    parts: list[Component] = [
        html.A(words.text(item.name), href=page_request.href(f"/themes/{item.id}"), title=item.id),
        html.Span(words.text(item.description), className="soft"),
    ]
    if entry.region:
        said = cell_text(entry.region, words)
        said = words("Region: {status}", status=words("proposed") if entry.region.concluded else said)
        parts.append(marked(entry.region.sign, said, href=evidence_address(page_request, entry.region)))
    elif not entry.asked:
        if item.basis is not Basis.CONTEXT:
            parts.append(html.Span(words("asked of the states in rounds only"), className="n"))
    else:
        parts.append(counted_theme(page_request, item, entry.cells))
    return parts


def _picture(page_request: PageRequest) -> Chart:
    """Return the matrix to take away."""
    words, card = page_request.words, page_request.view(scorecard.build)
    country_changes = page_request.view(narrative.build, page_request.service.past(page_request.snapshot))
    was = overview.cell_changes(page_request.snapshot, country_changes).before
    shown = matrix(page_request, card, page_request.view(overview.build).strips, was)
    days = own_days(page_request.snapshot, words)
    cells = status_matrix.matrix(card, words, evidence_of_cell(page_request), changed=frozenset(was), days=days)
    notes = (
        words("Bold border: differs from the last time."),
        change_rule(words),
    )
    return Chart(
        id="status-by-country",
        title=words("Status of each theme by country"),
        subtitle=status_day(page_request.snapshot, words),
        matrix=cells,
        table=status_matrix.table(cells, card, words, was),
        source=status_source(page_request),
        notes=notes if was else (),
        height=40 + 40 * len(card.rows),
        html=to_html([shown, key(page_request, card.marks)]),
    )
