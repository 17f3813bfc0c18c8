"""Overview: the matrix with the strip of each state, and beside it what is new, differs, is difficult or changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from dash import register_page

from bukhara.i18n.codes import label
from bukhara.model.codes import Basis
from bukhara.model.framework import Framework
from bukhara.views import narrative, overview, since
from bukhara.views.narrative import CountryChanges
from web.charts import status_source
from web.filters import choice, chosen, day_filters, pillar_filter
from web.layout import layout_of
from web.page import Page
from web.request import Reader
from web.templating import Context, render


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewContent(Context):
    """The matrix, the blocks beside it and the line of conferences; `was` is the mark of a changed cell before."""

    template: ClassVar[str] = "pages/overview.html"
    view: overview.Overview
    framework: Framework
    country_changes: tuple[CountryChanges, ...]
    was: Mapping[tuple[str, str], str]
    since: since.Since
    title: str
    source: str


def content(reader: Reader) -> Page:
    """Return the overview for the pillar and basis selected."""
    words, snapshot = reader.words, reader.snapshot
    bases = {b.value: label(words, b) for b in Basis if b is not Basis.CONTEXT}
    pillar, basis = pillar_filter(reader), choice(reader, "basis", words("Basis"), bases)
    view = reader.view(overview.build, pillar=chosen(pillar), basis=chosen(basis))
    country_changes = reader.view(narrative.build, reader.service.past(snapshot))
    return Page(
        title=_title(reader, view),
        lead=words(
            "{k} of the {n} measurable themes are in place in at least one country.", k=view.somewhere, n=view.themes
        ),
        # the day is chosen on the line of conferences
        filters=(pillar, basis, *day_filters(reader)[1:]),
        folded=True,
        look="one-screen",
        blocks=(
            render(
                reader,
                OverviewContent(
                    view=view,
                    framework=snapshot.framework,
                    country_changes=country_changes,
                    was=overview.changed_cells(country_changes),
                    since=reader.view(since.build),
                    title=_title(reader, view),
                    source=status_source(reader),
                ),
            ),
        ),
    )


def _title(reader: Reader, view: overview.Overview) -> str:
    words, day = reader.words, reader.words.date(view.reading.date)
    if reader.snapshot.framework.exercise:
        return words("Progress in the five invented countries, as answered by {day}", day=day)
    if any(stop.current and stop.conference for stop in view.stops):
        return words("Progress in the five countries, as reported at the Astana conference, {day}", day=day)
    return words("Progress in the five countries, as answered by {day}", day=day)


register_page(__name__, path="/", name="Overview", content=content)
layout = layout_of("/")
