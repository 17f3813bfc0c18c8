"""Evidence: the e-library of every source, statement, figure and quote."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from dash import register_page

from bukhara.i18n.codes import label
from bukhara.i18n.record_texts import plain_title
from bukhara.model.codes import BodyKind, Kind, SourceClass
from bukhara.model.framework import Topic
from bukhara.model.messages import N_
from bukhara.views import evidence, since
from web.layout import layout_of
from web.page import Page
from web.paging import asked_page
from web.request import PageRequest
from web.templating import Context, render


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceList(Context):
    """The entries found, page by page, and the sources.

    Attributes:
        view: entries, facets and sources.
        query: what was asked for.
        facets: the titles of the facets.
        names: the names of the values of each facet.
        topics: the topics by code.
        later: what public sources reported on the chosen topic since.
    """

    template: ClassVar[str] = "pages/evidence.html"
    view: evidence.Library
    query: evidence.LibraryQuery
    facets: dict[str, str]
    names: dict[str, dict[str, str]]
    topics: Mapping[str, Topic]
    later: since.Since | None


TITLES = {
    "country": N_("Country"),
    "item": N_("Theme"),
    "body": N_("Who reports"),
    "kind": N_("Kind"),
    "source": N_("Source"),
    "cls": N_("Kind of source"),
    "topic": N_("Topic"),
}


def content(page_request: PageRequest) -> Page:
    """Show what the library holds of the values and words asked for."""
    words, names = page_request.words, _names(page_request)
    chosen = {name: page_request.one_of(name, tuple(values)) for name, values in names.items()}
    indicator = page_request.one_of("indicator", tuple(each.id for each in page_request.snapshot.framework.indicators))
    query = evidence.LibraryQuery(**chosen, indicator=indicator, q=page_request.query.get("q", ""))
    view = page_request.view(evidence.build, query, number=asked_page(page_request))
    return Page(
        title=words("Evidence"),
        sections=(
            render(
                page_request,
                EvidenceList(
                    view=view,
                    query=query,
                    facets={name: words(title) for name, title in TITLES.items()},
                    names=names,
                    topics={topic.code: topic for topic in page_request.snapshot.framework.topics},
                    later=page_request.view(since.build, topic=query.topic) if query.topic else None,
                ),
            ),
        ),
    )


def _names(page_request: PageRequest) -> dict[str, dict[str, str]]:
    """Return the names of all values of each facet."""
    words, snapshot = page_request.words, page_request.snapshot
    framework = snapshot.framework
    return {
        "country": {c.code: words.text(c.short) for c in framework.countries + framework.regions},
        "item": {item.id: words.text(item.name) for item in framework.items},
        "body": {kind.value: label(words, kind) for kind in BodyKind},
        "kind": {kind.value: label(words, kind) for kind in Kind},
        "source": {source.source_id: plain_title(source, words) for source in snapshot.sources},
        "cls": {each.value: label(words, each) for each in SourceClass},
        "topic": {topic.code: words.text(topic.name) for topic in framework.topics},
    }


register_page(__name__, path="/evidence", name="Evidence", content=content)
layout = layout_of("/evidence")
