"""Evidence: the e-library of every source, statement, figure and quote."""

from __future__ import annotations

from dash import register_page

from bukhara.i18n.codes import label
from bukhara.model.codes import Kind
from bukhara.views import evidence
from pages._ui.parts.page import Filter, Page
from pages._ui.parts.reader import Reader
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render


def content(reader: Reader) -> Page:
    """Show what the library holds of the country, theme, kind and words asked for."""
    words, framework = reader.words, reader.snapshot.framework
    countries = {c.code: words.text(c.short) for c in framework.countries + framework.regions}
    items = {item.id: f"{item.id} {words.text(item.name)}" for item in framework.items}
    kinds = {kind.value: label(words, kind) for kind in Kind}
    wish = evidence.Wish(
        country=reader.one_of("country", tuple(countries)),
        item=reader.one_of("item", tuple(items)),
        kind=reader.one_of("kind", tuple(kinds)),
        q=reader.query.get("q", ""),
    )
    number = reader.query.get("page", "1")
    view = reader.view(evidence.build, wish, number=int(number) if number.isdecimal() else 1)
    every = ("all", words("all"))
    return Page(
        title=words("Evidence"),
        lead=words("Every statement and every figure with the body that said it, its words and its place."),
        filters=(
            Filter("country", words("Country"), (every, *countries.items()), wish.country or "all"),
            Filter("item", words("Theme"), (every, *items.items()), wish.item or "all"),
            Filter("kind", words("Kind"), (every, *kinds.items()), wish.kind or "all"),
        ),
        blocks=(render(reader, "evidence.html", view=view, wish=wish, framework=framework, short=countries),),
    )


register_page(__name__, path="/evidence", name="Evidence", content=content)
layout = layout_of("/evidence")
