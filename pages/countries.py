"""The index of states: counts between bounds of each, in the fixed order."""

from dataclasses import dataclass
from typing import ClassVar

from dash import register_page

from bukhara.figures import status_bars
from bukhara.figures.chart import Chart
from bukhara.views import countries
from web.charts import source_line
from web.layout import layout_of
from web.page import Page
from web.request import Reader
from web.templating import Context, render


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards(Context):
    """A card for each state."""

    template: ClassVar[str] = "pages/countries.html"
    view: countries.Countries


def content(reader: Reader) -> Page:
    """Show a card for each state and the counts of all of them."""
    words = reader.words
    view = reader.view(countries.build)
    return Page(
        title=words("Countries"),
        lead=words(
            "Where each state stands on the themes that it can complete, between what is known and what may be."
        ),
        blocks=(render(reader, Cards(view=view)), _chart(reader, view)),
    )


def _chart(reader: Reader, view: countries.Countries) -> Chart:
    words = reader.words
    bars = tuple(
        status_bars.Bar(words.text(c.country.short), c.counts, reader.href(f"/countries/{c.country.code}"))
        for c in view.cards
    )
    return Chart(
        id="countries-by-status",
        title=words("Themes of each state by status"),
        subtitle=words("Number of themes that can be completed; {day}", day=words.date(reader.snapshot.as_of)),
        figure=status_bars.figure(bars, words),
        table=status_bars.table(bars, words, words("State")),
        source=source_line(reader),
        notes=(words("States stand in a fixed order. Open hatches have no status: it may be in place or not."),),
        height=160 + 44 * len(bars),
    )


register_page(__name__, path="/countries", name="Countries", content=content)
layout = layout_of("/countries")
