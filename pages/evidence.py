"""Evidence: the e-library of every source, statement, figure and quote."""

from dataclasses import dataclass
from typing import ClassVar

from dash import register_page

from bukhara.i18n.codes import label
from bukhara.model.codes import Kind
from bukhara.model.framework import Framework
from bukhara.views import evidence
from web.filters import chosen, topic_filter
from web.layout import layout_of
from web.page import Filter, Page
from web.request import Reader
from web.templating import Context, render


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceList(Context):
    """The entries found, page by page, and the sources; `short` has the names of states and regions."""

    template: ClassVar[str] = "pages/evidence.html"
    view: evidence.Library
    query: evidence.EvidenceQuery
    framework: Framework
    short: dict[str, str]


def content(reader: Reader) -> Page:
    """Show what the library holds of the country, theme, kind and words asked for."""
    words, framework = reader.words, reader.snapshot.framework
    countries = {c.code: words.text(c.short) for c in framework.countries + framework.regions}
    items = {item.id: f"{item.id} {words.text(item.name)}" for item in framework.items}
    kinds = {kind.value: label(words, kind) for kind in Kind}
    query = evidence.EvidenceQuery(
        country=reader.one_of("country", tuple(countries)),
        item=reader.one_of("item", tuple(items)),
        indicator=reader.one_of("indicator", tuple(i.id for i in framework.indicators)),
        kind=reader.one_of("kind", tuple(kinds)),
        topic=chosen(topic_filter(reader)),
        q=reader.query.get("q", ""),
    )
    number = reader.query.get("page", "1")
    view = reader.view(evidence.build, query, number=int(number) if number.isdecimal() else 1)
    every = ("all", words("all"))
    return Page(
        title=words("Evidence"),
        lead=words("Every statement and every figure with the body that said it, its words and its place."),
        filters=(
            Filter("country", words("Country"), (every, *countries.items()), query.country or "all"),
            Filter("item", words("Theme"), (every, *items.items()), query.item or "all"),
            Filter("kind", words("Kind"), (every, *kinds.items()), query.kind or "all"),
            topic_filter(reader),
        ),
        blocks=(render(reader, EvidenceList(view=view, query=query, framework=framework, short=countries)),),
    )


register_page(__name__, path="/evidence", name="Evidence", content=content)
layout = layout_of("/evidence")
