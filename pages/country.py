"""One state: its progress, since when, as reported by which body, and what its neighbours can share."""

from collections.abc import Callable
from typing import Any

from dash import html, register_page
from dash.development.base_component import Component

from bukhara.charts import timeline
from bukhara.charts.count_words import state_texts
from bukhara.i18n.codes import label
from bukhara.model.codes import State
from bukhara.model.messages import N_
from bukhara.views.countries import country
from bukhara.views.countries.country import CountryView
from bukhara.views.statements import timeline as dates
from bukhara.wing import functions
from pages.country_figures import figures
from pages.country_questions import questions
from pages.country_themes import themes
from web.charts import evidence_address as evidence_of_cell
from web.charts import status_source
from web.components.contact import contact
from web.components.lists import card, chosen_tab, joined, tab_links
from web.components.statements import undated
from web.country_files import state_files
from web.filters import day_filters
from web.page import Page, Section
from web.request import PageRequest, page_request_of

PATH = "/countries/<code>"
register_page(__name__, path_template=PATH, parent="/countries", kept=True)
TABS = (
    ("themes", N_("Themes")),
    ("figures", N_("Figures")),
    ("timeline", N_("Timeline")),
)


def layout(**query: str) -> Page:
    """Return the page of the state in the address, or "not found" for any other code."""
    page_request = page_request_of(PATH, query)
    words, framework = page_request.words, page_request.snapshot.framework
    code = page_request.path.rsplit("/", 1)[-1]
    if code not in {c.code for c in framework.countries}:
        return Page(title=words("There is no page at this address"), found=False)
    view = page_request.view(country.build, code)
    of_wings = [made for tab_of in functions("shows", "tab of a state") if (made := tab_of(page_request, code))]
    tabs = tuple((key, words(name)) for key, name in (*TABS, *((key, name) for key, name, _ in of_wings)))
    tab, sections = chosen_tab(page_request, tabs), _SECTIONS | {key: drawn for key, _, drawn in of_wings}
    return Page(
        title=words.text(view.country.name),
        filters=day_filters(page_request),
        sections=(_head(page_request, view, tabs), *sections[tab](page_request, view)),
        tabs=tuple(key for key, _ in tabs),
        restricted=questions if tab == TABS[0][0] else None,
    )


def _head(page_request: PageRequest, view: CountryView, tabs: Any) -> Component:
    parts = [
        _counts(page_request, view),
        _tiles(page_request, view),
        _files(page_request, view.country.code),
        tab_links(page_request, tabs, below="#parts"),
    ]
    return html.Div(parts, className="country-head")


def _counts(page_request: PageRequest, view: CountryView) -> Component:
    words, coverage = page_request.words, view.level.coverage if view.level else None
    counts, *said = state_texts([line.status for line in view.lines], view.counts, coverage, words)
    address = page_request.href("/evidence", countries=view.country.code)
    every = html.A(words("All statements and figures"), href=address)
    return html.P(joined([html.Strong(counts), *said, every]), className="mb-2")


def _files(page_request: PageRequest, code: str) -> Component:
    words = page_request.words

    def button(name: str, address: str, *, is_first: bool = False) -> Component:
        look = "btn btn-primary" if is_first else "btn btn-outline-secondary"
        named: Any = {"data-plain": ""}
        return html.A(name, href=address, className=look, **named)

    folder = f"/countries/{code}"
    files = enumerate(state_files())
    brief, *others = (
        button(words(name), page_request.href(f"{folder}/{file}"), is_first=n == 0) for n, (file, name) in files
    )
    answer = button(words("Send an answer"), page_request.href("/sign-in", next="/upload/answer"))
    title = html.B(words("Brief for the minister:"))
    without = html.P([words("Without an account:"), " ", *contact(page_request)], className="small soft")
    buttons = html.P([brief, answer, *others], className="buttons")
    return html.Div([title, buttons, without], className="files")


def _tiles(page_request: PageRequest, view: CountryView) -> Component:
    """Return a number for each group of themes, which leads to them."""
    words, here = page_request.words, page_request.here(tab="", only="")
    is_asked = any(line.status.state is not State.NOT_ASKED for line in view.without_answer)
    unanswered = words("asked or not covered") if is_asked else label(words, State.NOT_ASKED)
    contested, steps = len((*view.objected, *view.figures, *view.differences, *view.codings)), len(view.steps)

    def only(group: str) -> str:
        return page_request.here(tab="", only=group) + "#parts"

    drawn = (
        ("in_place", words("in place"), len(view.in_place), only("in_place")),
        ("under_way", words("under way"), len(view.under_way), only("under_way")),
        ("not_asked", unanswered, len(view.without_answer), only("without_answer")),
        ("challenge", words.plural("contested point", "contested points", contested), contested, f"{here}#expected"),
        ("continuing", words.plural("next step announced", "next steps announced", steps), steps, f"{here}#steps"),
    )
    shown = [
        html.Div(
            html.Section(html.H2(html.A([html.Strong(n), " ", name], href=address)), className=f"card tile s-{kind}"),
            className="col",
        )
        for kind, name, n, address in drawn
    ]
    return html.Div(shown, className="row row-cols-3 row-cols-lg-5 g-2 g-lg-3 tiles")


def _timeline(page_request: PageRequest, country_view: CountryView) -> tuple[Section, ...]:
    words, code = page_request.words, country_view.country.code
    view = page_request.view(dates.time_axis, countries=(code,))
    source, reported = status_source(page_request, code), view.lanes[0].timeline.undated
    chart = timeline.of_country(view, words, source=source, href=evidence_of_cell(page_request))
    if not reported:
        return (chart,)
    why = html.P(words("Reported, but without a date, so not on the line above."), className="small soft")
    return chart, card(words("Date not given"), why, undated(page_request, reported), id="undated")


_SECTIONS: dict[str, Callable[[PageRequest, CountryView], tuple[Section, ...]]] = {
    "themes": themes,
    "figures": figures,
    "timeline": _timeline,
}
