"""The index of themes, with the count of states at each."""

from dataclasses import dataclass
from typing import ClassVar

from dash import register_page

from bukhara.figures import status_bars
from bukhara.figures.chart import Chart
from bukhara.model.codes import ItemKind
from bukhara.model.text import Text
from bukhara.views import themes
from web.charts import source_line
from web.layout import layout_of
from web.page import Page
from web.request import Reader
from web.templating import Context, render


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemesPage(Context):
    """Commitments, themes and conclusions; `note` says how the list is numbered."""

    template: ClassVar[str] = "pages/themes.html"
    view: themes.Themes
    note: Text


def content(reader: Reader) -> Page:
    """List commitments, themes and conclusions apart, and draw the countable ones."""
    words, framework = reader.words, reader.snapshot.framework
    view = reader.view(themes.build)
    return Page(
        title=words("Themes"),
        lead=words.text(framework.heading) + ".",
        blocks=(_chart(reader, view), render(reader, ThemesPage(view=view, note=framework.note))),
    )


def _chart(reader: Reader, view: themes.Themes) -> Chart:
    words = reader.words
    entries = [e for e in view.themes if e.item.kind is ItemKind.MILESTONE and e.counts.n]
    bars = tuple(
        status_bars.Bar(words.text(e.item.name), e.counts, reader.href(f"/themes/{e.item.id}")) for e in entries
    )
    return Chart(
        id="themes-by-status",
        title=words("How many of the five states stand where, by theme"),
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
