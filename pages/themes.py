"""The index of themes: the status of every state by theme, the number of states, and what each theme means."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
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
from web.layout import layout_of
from web.page import Page
from web.request import PageRequest
from web.tabs import chosen_tab, tabs_section
from web.templating import Context, render

TABS = (
    ("status", N_("Status by theme")),
    ("counts", N_("Number of states")),
    ("picture", N_("Picture")),
    ("list", N_("What each theme means")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusByTheme(Context):
    """A row for each theme: a mark with the name of each state, or the status of the region."""

    template: ClassVar[str] = "pages/themes_status.html"
    view: themes.Themes
    framework: Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixPicture(Context):
    """The matrix with the strips of the states, or some rows of it; `was` is the mark of a changed cell before."""

    template: ClassVar[str] = "pages/themes_matrix.html"
    view: overview.Overview
    card: scorecard.Scorecard
    framework: Framework
    was: Mapping[tuple[str, str], str]


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
    tab = chosen_tab(page_request, tabs)
    template = StatusByTheme if tab == TABS[0][0] else ThemesPage
    sections: tuple[Markup | Chart, ...] = (render(page_request, template(view=view, framework=framework)),)
    if tab == "counts":
        sections = (_chart(page_request, view),)
    elif tab == "picture":
        sections = _pictures(page_request)
    return Page(
        title=words("Themes"),
        lead="" if framework.articles else words.text(framework.heading) + ".",
        sections=(tabs_section(page_request, tabs), *sections),
        tabs=tuple(key for key, _ in tabs),
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
    was = overview.changed_cells(country_changes)
    day = status_day(page_request.snapshot, words)
    whole = MatrixPicture(
        view=page_request.view(overview.build), card=card, framework=page_request.snapshot.framework, was=was
    )
    pictures = [_picture(page_request, whole, "status-by-country", words("Status of each theme by country"), day)]
    moved = replace(whole, card=card.rows_with(was))
    if moved.card.rows:
        before = common_previous(country_changes)
        since = words("{first} and {second}", first=words.date(before.date), second=day) if before else day
        pictures.append(
            _picture(page_request, moved, "changes-by-country", words("What changed since the last time"), since)
        )
    return tuple(pictures)


def _picture(page_request: PageRequest, shown: MatrixPicture, name: str, title: str, subtitle: str) -> Chart:
    words, card = page_request.words, shown.card
    matrix = status_matrix.StatusMatrix(
        rows=card.rows,
        countries=card.countries,
        was=shown.was,
        href=evidence_address(page_request),
        words=words,
        days=own_days(page_request.snapshot, words),
        says_was=name == "changes-by-country",
    )
    notes = (
        words("Bold border: changed since the last time."),
        words("Only what was reported both times can be called a change in the country."),
    )
    return Chart(
        id=name,
        title=title,
        subtitle=subtitle,
        figure=status_matrix.figure(matrix),
        table=status_matrix.table(matrix),
        source=status_source(page_request),
        notes=notes if shown.was else (),
        height=40 + 40 * len(card.rows),
        html=render(page_request, shown),
    )


register_page(__name__, path="/themes", name="Themes", content=content)
layout = layout_of("/themes")
