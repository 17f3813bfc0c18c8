"""Overview: the matrix with the strip of each state, and beside it what is new, differs, is difficult or changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from dash import register_page

from bukhara.charts.count_words import in_place_dates_text
from bukhara.charts.day_words import title_of_all
from bukhara.i18n.codes import label
from bukhara.model.codes import Basis
from bukhara.model.framework import Framework
from bukhara.views import narrative, overview, since
from bukhara.views.narrative import CountryChanges
from web.charts import status_source
from web.filters import choice, chosen, day_filters, pillar_filter
from web.layout import layout_of
from web.page import Page
from web.request import PageRequest
from web.templating import Context, render


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewContent(Context):
    """The matrix, the parts beside it and the line of conferences; `was` is the mark of a changed cell before."""

    template: ClassVar[str] = "pages/overview.html"
    view: overview.Overview
    framework: Framework
    country_changes: tuple[CountryChanges, ...]
    was: Mapping[tuple[str, str], str]
    since: since.Since
    title: str
    source: str


def content(page_request: PageRequest) -> Page:
    """Return the overview for the pillar and basis selected."""
    words, snapshot = page_request.words, page_request.snapshot
    bases = {b.value: label(words, b) for b in Basis if b is not Basis.CONTEXT}
    pillar, basis = pillar_filter(page_request), choice(page_request, "basis", words("Basis"), bases)
    view = page_request.view(overview.build, pillar=chosen(pillar), basis=chosen(basis))
    country_changes = page_request.view(narrative.build, page_request.service.past(snapshot))
    return Page(
        title=title_of_all(snapshot, words),
        lead=_lead(page_request, view),
        # the day is chosen on the line of conferences
        filters=(pillar, basis, *day_filters(page_request)[1:]),
        folded=True,
        look="one-screen",
        sections=(
            render(
                page_request,
                OverviewContent(
                    view=view,
                    framework=snapshot.framework,
                    country_changes=country_changes,
                    was=overview.changed_cells(country_changes),
                    since=page_request.view(since.build),
                    title=title_of_all(snapshot, words),
                    source=status_source(page_request),
                ),
            ),
        ),
    )


def _lead(page_request: PageRequest, view: overview.Overview) -> str:
    words = page_request.words
    first = words(
        "{k} of the {n} measurable themes are in place in at least one country.", k=view.somewhere, n=view.themes
    )
    return f"{first} {in_place_dates_text((each.counts for each in view.strips), words)}".strip()


register_page(__name__, path="/", name="Overview", content=content)
layout = layout_of("/")
