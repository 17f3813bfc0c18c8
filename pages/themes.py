"""The index of themes: the status of every state by theme, the number of states, and what each theme means."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from dash import register_page
from markupsafe import Markup

from bukhara.charts import status_bars, status_matrix
from bukhara.charts.chart import Chart
from bukhara.charts.day_words import own_days, status_day
from bukhara.model.codes import ItemKind
from bukhara.model.framework import Framework
from bukhara.model.messages import N_
from bukhara.views import narrative, overview, scorecard, themes
from bukhara.views.narrative import common_previous
from web.charts import evidence_address, status_source
from web.components.lists import chosen_tab, tab_links
from web.components.matrix import matrix
from web.components.status import key
from web.first_paint import to_html
from web.layout import layout_of
from web.page import Page
from web.request import PageRequest
from web.templating import Context, render

TABS = (
    ("status", N_("Status by theme")),
    ("counts", N_("Number of states")),
    ("list", N_("What each theme means")),
)
FILES = "picture"
"""The value of the selection `tab` for the matrix as a chart, which is shown on Overview and taken away from here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusByTheme(Context):
    """A row for each theme: a mark with the name of each state, or the status of the region."""

    template: ClassVar[str] = "pages/themes_status.html"
    view: themes.Themes
    framework: Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemesPage(Context):
    """Commitments, themes and conclusions with their descriptions."""

    template: ClassVar[str] = "pages/themes.html"
    view: themes.Themes
    framework: Framework


def content(page_request: PageRequest) -> Page:
    """Show the status of every state by theme, or another part of the page."""
    words, framework = page_request.words, page_request.snapshot.framework
    view = page_request.view(themes.build)
    tabs = tuple((key, words(name)) for key, name in TABS)
    tab = FILES if page_request.query.get("tab") == FILES else chosen_tab(page_request, tabs)
    template = StatusByTheme if tab == TABS[0][0] else ThemesPage
    sections: tuple[Markup | Chart, ...] = (render(page_request, template(view=view, framework=framework)),)
    if tab == "counts":
        sections = (_chart(page_request, view),)
    elif tab == FILES:
        sections = _pictures(page_request)
    return Page(
        title=words("Themes"),
        lead="" if framework.articles else words.text(framework.heading) + ".",
        sections=(tab_links(page_request, tabs), *sections),
        tabs=(*(key for key, _ in tabs), FILES),
    )


def _chart(page_request: PageRequest, view: themes.Themes) -> Chart:
    words = page_request.words
    entries = [e for e in view.themes if e.item.kind is ItemKind.MILESTONE and e.counts.n]
    bars = tuple(
        status_bars.Bar(words.text(e.item.name), e.counts, page_request.href(f"/themes/{e.item.id}")) for e in entries
    )
    return Chart(
        id="themes-by-status",
        title=words("Number of countries by theme and status"),
        subtitle=words("Number of states; {day}", day=status_day(page_request.snapshot, words)),
        figure=status_bars.figure(bars, words),
        table=status_bars.table(bars, words, words("Theme")),
        source=status_source(page_request),
        notes=(
            words(
                "Themes are in the order of the working list. Hatched parts have no status: the measure may or may "
                "not be in place."
            ),
        ),
        height=140 + 50 * len(bars),
    )


def _pictures(page_request: PageRequest) -> tuple[Chart, ...]:
    """Return the matrix to take away and, where there is a reading before, the themes that changed."""
    words, card = page_request.words, page_request.view(scorecard.build)
    country_changes = page_request.view(narrative.build, page_request.service.past(page_request.snapshot))
    was = overview.cell_changes(page_request.snapshot, country_changes).before
    day = status_day(page_request.snapshot, words)
    title = words("Status of each theme by country"), day
    pictures = [_picture(page_request, card, was, "status-by-country", title)]
    moved = card.rows_with(was)
    if moved.rows:
        before = common_previous(country_changes)
        since = words("{first} and {second}", first=words.date(before.date), second=day) if before else day
        title = words("What changed since the last time"), since
        pictures.append(_picture(page_request, moved, was, "changes-by-country", title))
    return tuple(pictures)


def _picture(
    page_request: PageRequest,
    card: scorecard.Scorecard,
    was: Mapping[tuple[str, str], str],
    name: str,
    titles: tuple[str, str],
) -> Chart:
    words = page_request.words
    shown = matrix(page_request, card, page_request.view(overview.build).strips, was)
    cells = status_matrix.StatusMatrix(
        rows=card.rows,
        countries=card.countries,
        was=was,
        href=evidence_address(page_request),
        words=words,
        days=own_days(page_request.snapshot, words),
        says_was=name == "changes-by-country",
    )
    notes = (
        words("Bold border: differs from the last time."),
        words("Only what was reported both times can be called a change in the country."),
    )
    return Chart(
        id=name,
        title=titles[0],
        subtitle=titles[1],
        figure=status_matrix.figure(cells),
        table=status_matrix.table(cells),
        source=status_source(page_request),
        notes=notes if was else (),
        height=40 + 40 * len(card.rows),
        html=to_html([shown, key(page_request, card.marks)]),
    )


register_page(__name__, path="/themes", name="Themes", content=content)
layout = layout_of("/themes")
