"""Statements and figures of the library in short, each with its place in the source."""

from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.i18n.figures import value_text
from bukhara.i18n.subjects import body_name
from bukhara.i18n.units import unit_text
from bukhara.model.observation import Observation
from bukhara.views.evidence import EvidenceEntry
from web.components.evidence import evidence_address
from web.components.figures import disagreeing, figure_period
from web.components.passages import place
from web.components.statements import speaker
from web.request import PageRequest


def entry_list(page_request: PageRequest, entries: Iterable[EvidenceEntry]) -> Component:
    """Return entries as a list; each leads to its evidence."""
    return html.Ul([_entry(page_request, entry) for entry in entries], className="entries")


def _entry(page_request: PageRequest, entry: EvidenceEntry) -> Component:
    words, framework, record = page_request.words, page_request.snapshot.framework, entry.record
    name = words.text(framework.indicator(entry.indicator).name)
    address = evidence_address(page_request, record)
    about: list[Any] = [f"{words.text(framework.place(entry.country).short)} · "]
    parts: list[Any]
    if isinstance(record, Observation):
        value = html.B(value_text(record, words))
        said = f" {unit_text(record, words)}, {figure_period(page_request, record)}"
        remark = disagreeing(page_request, record)
        parts = [html.A([value, said], href=address), *([" ", html.Span(remark, className="n")] if remark else [])]
        about += [html.Span(name, title=entry.indicator), " · "]
    else:
        text, language = record.text_in(words.language)
        title = f"{entry.indicator} {name}"
        parts = [html.A(text, href=address, className="brief-line", lang=language, title=title)]
    printed = place(page_request, entry.citations[0][1], entry.source_id)
    cited = [" · ", *printed] if printed else []
    body = body_name(entry.body, words, framework) if isinstance(record, Observation) else speaker(page_request, record)
    about_it = html.Span([*about, body, *cited], className="n")
    return html.Li([*parts, " ", about_it], id=entry.id)
