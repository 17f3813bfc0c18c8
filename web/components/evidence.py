"""Links to the evidence of a cell, a statement or a figure, and the card of a quotation."""

from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.model.observation import Observation
from bukhara.model.statement import Statement
from bukhara.progress.status import ItemStatus
from web.request import PageRequest


def evidence_address(page_request: PageRequest, record: Observation | Statement | ItemStatus) -> str:
    """Return the address of the page with the evidence of a figure, a statement or a cell."""
    if isinstance(record, Observation):
        return page_request.href(f"/evidence/observation/{record.observation_id}")
    part = f"#{record.evidence_id}" if isinstance(record, Statement) else ""
    return page_request.href(f"/evidence/{record.country}/{record.item}") + part


def quote_card(text: str, language: str, cited: Any, *, beside: Iterable[Component] = ()) -> Component:
    """Return a quotation in the language of its source, with the place it is cited from."""
    quoted = html.P(f"“{text}”", lang=language)
    return html.Blockquote([quoted, *beside, html.Cite(cited)], className="quote")
