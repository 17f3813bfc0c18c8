"""The index of themes: the status of every state by theme, the number of states, and what each theme means."""

from dataclasses import dataclass
from typing import ClassVar

from dash import register_page

from bukhara.figures import status_bars
from bukhara.figures.chart import Chart
from bukhara.i18n.codes import N_
from bukhara.model.codes import ItemKind
from bukhara.model.framework import Framework
from bukhara.views import themes
from web.charts import source_line
from web.layout import layout_of
from web.page import Page
from web.request import Reader
from web.tabs import chosen_tab, tabs_block
from web.templating import Context, render

TABS = (
    ("status", N_("Status by theme")),
    ("counts", N_("Number of states")),
    ("list", N_("What each theme means")),
)


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


def content(reader: Reader) -> Page:
    """Show the status of every state by theme, or another part of the page."""
    words, framework = reader.words, reader.snapshot.framework
    view = reader.view(themes.build)
    tabs = tuple((key, words(name)) for key, name in TABS)
    tab = chosen_tab(reader, tabs)
    template = StatusByTheme if tab == TABS[0][0] else ThemesPage
    block = _chart(reader, view) if tab == "counts" else render(reader, template(view=view, framework=framework))
    return Page(
        title=words("Themes"),
        lead=words.text(framework.heading) + ".",
        blocks=(tabs_block(reader, tabs), block),
        tabs=tuple(key for key, _ in tabs),
    )


def _chart(reader: Reader, view: themes.Themes) -> Chart:
    words = reader.words
    entries = [e for e in view.themes if e.item.kind is ItemKind.MILESTONE and e.counts.n]
    bars = tuple(
        status_bars.Bar(words.text(e.item.name), e.counts, reader.href(f"/themes/{e.item.id}")) for e in entries
    )
    return Chart(
        id="themes-by-status",
        title=words("Number of countries by theme and status"),
        subtitle=words("Number of states; {day}", day=words.date(reader.snapshot.as_of)),
        figure=status_bars.figure(bars, words),
        table=status_bars.table(bars, words, words("Theme")),
        source=source_line(reader),
        notes=(
            words(
                "Themes stand in the order of the working list. Open hatches have no status: it may be in place or not."
            ),
        ),
        height=140 + 50 * len(bars),
    )


register_page(__name__, path="/themes", name="Themes", content=content)
layout = layout_of("/themes")
