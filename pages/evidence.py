"""Evidence: the e-library of every source, statement, figure and quote."""

from typing import Any
from urllib.parse import quote

from dash import html, register_page
from dash.development.base_component import Component

from bukhara.i18n.codes import label
from bukhara.i18n.record_texts import plain_title
from bukhara.model.codes import BodyKind, Kind, SourceClass, SourceText
from bukhara.model.framework import Body
from bukhara.model.languages import ORIGINALS
from bukhara.model.messages import N_
from bukhara.situation import on_file
from bukhara.views.evidence import evidence
from bukhara.views.evidence.evidence import Facet, Library, LibraryQuery
from bukhara.views.evidence.library import LibraryDocument
from bukhara.views.statements import speakers
from web.addresses import address_of
from web.components.entries import entry_list
from web.components.fields import Field, hidden
from web.components.lists import card, counted, facts, fold, steps
from web.components.passages import record_text, source_title
from web.components.reports import folded_reports
from web.page import Page
from web.paging import asked_page
from web.parameters import STATES
from web.request import PageRequest, page_request_of

register_page(__name__, path="/evidence", name=N_("Evidence"), order=60, kept=True)

TITLES = {
    STATES: N_("Country"),
    "item": N_("Theme"),
    "body": N_("Who reports"),
    "kind": N_("Kind"),
    "source": N_("Source"),
    "cls": N_("Kind of source"),
    "topic": N_("Topic"),
}
UNFOLDED = (STATES, "body", "cls")
Names = dict[str, dict[str, str]]
"""The names of all values of each facet."""


def layout(**query: str) -> Page:
    """Show what the library holds of the values and words asked for."""
    page_request = page_request_of("/evidence", query)
    names = _names(page_request)
    chosen = {name: page_request.one_of(name, tuple(values)) for name, values in names.items() if name != STATES}
    indicator = page_request.one_of("indicator", tuple(each.id for each in page_request.snapshot.framework.indicators))
    countries = page_request.many_of(STATES, tuple(names[STATES]))
    wanted = LibraryQuery(**chosen, countries=countries, indicator=indicator, q=page_request.query.get("q", ""))
    view = page_request.view(evidence.build, wanted, number=asked_page(page_request))
    found = [
        _found(page_request, view, wanted, names),
        entry_list(page_request, view.entries),
        *steps(page_request, view.number, view.pages),
    ]
    reported = page_request.view(on_file.build, topic=wanted.topic) if wanted.topic else None
    return Page(
        title=page_request.words("Evidence"),
        narrowed_by=(STATES, "topic"),
        sections=(
            _search(page_request, view, wanted),
            html.Div([_facets(page_request, view, names), html.Div(found, className="col-md-9")], className="row mb-3"),
            *(folded_reports(page_request, reported, "country") if reported else ()),
            *(_speakers(page_request, countries[0]) if len(countries) == 1 else ()),
            _documents(page_request),
        ),
    )


def _names(page_request: PageRequest) -> Names:
    words, snapshot = page_request.words, page_request.snapshot
    framework = snapshot.framework
    return {
        STATES: {c.code: words.text(c.short) for c in framework.countries + framework.regions},
        "item": {item.id: words.text(item.name) for item in framework.items},
        "body": {kind.value: label(words, kind) for kind in BodyKind},
        "kind": {kind.value: label(words, kind) for kind in Kind},
        "source": {source.source_id: plain_title(source, words) for source in snapshot.sources},
        "cls": {each.value: label(words, each) for each in SourceClass},
        "topic": {topic.code: words.text(topic.name) for topic in framework.topics},
    }


def _search(page_request: PageRequest, view: Library, query: LibraryQuery) -> Component:
    """Return the form for words, which keeps what is chosen."""
    words = page_request.words
    field = Field(type="search", name="q", value=query.q, maxLength=120, className="form-control")
    language = "" if words.language == "en" else words.language
    chosen = {each.name: ",".join(each.chosen) for each in view.facets}
    kept = {"lang": language, **chosen, "indicator": query.indicator}
    named: Any = {"role": "search", "data-search": ""}
    return html.Form(
        [
            html.Label([words("Search the words"), " ", field]),
            *hidden(kept),
            html.Button(words("Search"), type="submit", className="btn btn-primary"),
        ],
        className="search d-flex flex-wrap gap-2 align-items-end mb-3",
        action=address_of("/evidence"),
        method="get",
        **named,
    )


def _facets(page_request: PageRequest, view: Library, names: Names) -> Component:
    shown = [_facet(page_request, facet, names[facet.name]) for facet in view.facets if facet.values]
    named: Any = {"aria-label": page_request.words("Narrow the list")}
    return html.Div(shown, className="facets-of col-md-3", role="navigation", **named)


def _facet(page_request: PageRequest, facet: Facet, names: dict[str, str]) -> Component:
    """Return the values of a facet, each with its number of entries and its share of the most of them."""
    words, most = page_request.words, max(n for _, n in facet.values) or 1
    lines = []
    for value, n in facet.values:
        is_chosen = value in facet.chosen
        others = [each for each in facet.chosen if each != value and facet.name == STATES]
        named: Any = {"aria-current": "true"} if is_chosen else {}
        link = html.A(
            [f"{names[value]} ", html.B(words.number(n))],
            href=page_request.here(page="", **{facet.name: ",".join(others if is_chosen else [*others, value])}),
            style={"--share": f"{100 * n // most}%"},
            title=_explained(page_request, facet.name, value) or None,
            **named,
        )
        lines.append(html.Li(link))
    is_open = facet.name in UNFOLDED or bool(facet.chosen)
    return html.Details([html.Summary(words(TITLES[facet.name])), html.Ul(lines)], open=is_open)


def _explained(page_request: PageRequest, name: str, value: str) -> str:
    """Return the code of a theme or source, and what belongs to a topic; empty for other facets."""
    if name == "topic":
        topics = page_request.snapshot.framework.topics
        return page_request.words.text(next(each.condition for each in topics if each.code == value))
    return value if name in ("item", "source") else ""


def _found(page_request: PageRequest, view: Library, query: LibraryQuery, names: Names) -> Component:
    """Return how many entries there are, and what is chosen, each with the link that takes it away."""
    words, framework = page_request.words, page_request.snapshot.framework
    parts: list[Any] = [words.plural("{n} entry found.", "{n} entries found.", view.found)]
    if view.found == 0:
        parts += [" ", words("Try fewer words, or remove a filter.")]
    said_above = {*(each.code for each in framework.countries), query.topic}
    for facet in view.facets:
        for value in facet.chosen:
            if value not in said_above:
                parts += [" ", _chip(page_request, facet.name, names[facet.name][value])]
    if query.topic:
        parts += [" ", html.Span(_explained(page_request, "topic", query.topic), className="n")]
    if query.indicator:
        parts += [" ", _chip(page_request, "indicator", words.text(framework.indicator(query.indicator).name))]
    named: Any = {"aria-live": "polite"}
    return html.P(parts, className="soft", **named)


def _chip(page_request: PageRequest, name: str, said: str) -> Component:
    address = page_request.here(page="", **{name: ""})
    return html.A(f"{said} ×", href=address, className="chip", title=page_request.words("Remove this filter"))


def _speakers(page_request: PageRequest, country: str) -> tuple[Component, ...]:
    """Return which bodies of a state, and which organisations, spoke in each session."""
    words, spoke = page_request.words, page_request.view(speakers.build, country)
    if not spoke:
        return ()
    nobody = words("No statement on record.")
    named = (
        (words.text(each.session.name), "; ".join(_body(page_request, body) for body in each.bodies) or nobody)
        for each in spoke
    )
    return (card(words("Bodies and organisations that spoke"), facts(named), id="speakers"),)


def _body(page_request: PageRequest, body: Body) -> str:
    words = page_request.words
    name = words.text(body.name)
    return name if body.kind == "state" else f"{name} ({label(words, body.kind)})"


def _documents(page_request: PageRequest) -> Component:
    """Return the library: every document with language, kind and day, by what of its text is here."""
    words, found = page_request.words, page_request.service.library(page_request.snapshot)
    parts: list[Component] = []
    for text in SourceText:
        if alike := [each for each in found if each.text is text]:
            said = f"{label(words, text)}: {words.number(len(alike))}"
            parts += [
                html.P(html.B(said)),
                html.Ul([_document(page_request, each) for each in alike], className="plain"),
            ]
    return fold(counted(words("Documents"), words.number(len(found))), *parts, id="documents", kind="")


def _document(page_request: PageRequest, document: LibraryDocument) -> Component:
    words, source = page_request.words, document.source
    plain: Any = {"data-page": ""}
    title = html.A(
        source_title(page_request, source),
        href=page_request.href(f"/evidence/{quote(source.source_id)}"),
        title=source.source_id,
        className="fw-bold d-block",
        **plain,
    )
    body = record_text(page_request, source.body, source.language, marked=False)
    language = words(ORIGINALS[source.language]) if source.language in ORIGINALS else source.language
    day = words.date(source.date)
    if document.read_on == source.date:
        day = words("read on {day}, day of publication not known", day=day)
    return html.Li([title, body, f" · {day} · {label(words, source.source_class)} · {language}"], className="soft")
