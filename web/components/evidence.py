"""Links to a theme and to the evidence of a cell, a statement or a figure, and the card of a quotation."""

from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.model.codes import State
from bukhara.model.framework import Item
from bukhara.model.observation import Observation
from bukhara.model.release import Release
from bukhara.model.statement import Statement
from bukhara.situation.situation import Situation
from bukhara.situation.statements import shown_for
from web.request import PageRequest


def evidence_address(page_request: PageRequest, record: Observation | Statement | Situation) -> str:
    """Return the address of the page with the evidence of a figure, a statement or a cell."""
    if isinstance(record, Observation):
        return page_request.href(f"/evidence/observation/{record.observation_id}")
    part = ""
    if isinstance(record, Statement) and record.state is State.VALUE:
        part = f"#{shown_for(page_request.snapshot, record)}"
    return page_request.href(f"/evidence/{record.country}/{record.item}") + part


def cell_link(page_request: PageRequest, country: str, item: str, look: str = "") -> Component:
    """Return the name of an item as a link to the evidence of a state or the region on it."""
    name = page_request.words.text(page_request.snapshot.framework.item(item).name)
    return html.A(name, href=page_request.href(f"/evidence/{country}/{item}"), className=look or None)


def theme_link(page_request: PageRequest, item: Item) -> Component:
    """Return the name of an item as a link to its page."""
    return html.A(page_request.words.text(item.name), href=page_request.href(f"/themes/{item.id}"))


def in_release(page_request: PageRequest, release: Release, reasons: Iterable[str]) -> Component:
    """Return which release had a status or a figure, and why it was revised, in the words of the record."""
    words = page_request.words
    said = words("release {release} of {day}", release=release.number, day=words.date(release.created_at.date()))
    why = [part for each in reasons if each for part in (" · ", html.Span(each, lang="en"))]
    return html.Span([said, *why], className="n")


def quote_card(text: str, language: str, cited: Any) -> Component:
    """Return a quotation in the language of its source, with the place it is cited from."""
    return html.Blockquote([html.P(f"“{text}”", lang=language), html.Cite(cited)], className="quote")
