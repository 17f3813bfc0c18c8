"""Statements and figures of the library in short, each with its place in the source."""

from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.i18n.figures import value_text
from bukhara.i18n.subjects import body_name
from bukhara.i18n.units import unit_text
from bukhara.model.observation import Observation
from bukhara.model.withdrawal import row_id_of
from bukhara.views.evidence.evidence import Record
from web.components.evidence import evidence_address
from web.components.figures import figure_period, remark
from web.components.passages import place
from web.components.statements import speaker, text_of
from web.request import PageRequest


def entry_list(page_request: PageRequest, entries: Iterable[Record]) -> Component:
    """Return entries as a list; each leads to its evidence."""
    return html.Ul([_entry(page_request, entry) for entry in entries], className="entries")


def _entry(page_request: PageRequest, record: Record) -> Component:
    words, framework = page_request.words, page_request.snapshot.framework
    name = words.text(framework.indicator(record.indicator).name)
    address = evidence_address(page_request, record)
    about: list[Any] = [f"{words.text(framework.place(record.country).short)} · "]
    parts: list[Any]
    if isinstance(record, Observation):
        value = html.B(value_text(record, words))
        said = f" {unit_text(record, words)}, {figure_period(page_request, record)}"
        said_of_it = remark(page_request, record)
        parts = [
            html.A([value, said], href=address),
            *([" ", html.Span(said_of_it, className="n")] if said_of_it else []),
        ]
        body = body_name(record.reporter or record.partner, words, framework)
        about += [html.Span(name, title=record.indicator), " · ", body]
    else:
        title = f"{record.indicator} {name}"
        parts = [html.A(href=address, className="brief-line", title=title, **text_of(page_request, record))]
        about.append(speaker(page_request, record))
    if printed := place(page_request, record.source_locator.split(" | ")[0], record.source_id):
        about += [" · ", *printed]
    return html.Li([*parts, " ", html.Span(about, className="n")], id=row_id_of(record))
