"""The evidence about a state: who spoke, and what the sources print of its bodies and of others."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.i18n.codes import label
from bukhara.model.codes import Kind
from bukhara.model.framework import Body
from bukhara.model.statement import Statement
from bukhara.views import speakers
from bukhara.views.country import CountryView
from web.components.lists import card, facts
from web.components.statements import places, rest, speaker, text_of
from web.request import PageRequest

MOST = 200
"""Statements of a list."""
_UNNAMED = (Kind.IMPLEMENTATION, Kind.FIGURE)


def evidence(page_request: PageRequest, view: CountryView) -> tuple[Component, ...]:
    """Return the speakers of the state, its own statements and those of others."""
    words = page_request.words
    own = words("State bodies, as the sources sum them up")
    others = words("Others, as the sources sum them up")
    language = words("Quotes are in the language of the source; a conference report sums up what was said.")
    rule = words(
        "Civil society, international organisations and partners. Their words are shown beside a status and do not set "
        "one."
    )
    columns = [
        _statements(page_request, own, language, view.own, words("No statement on record.")),
        _statements(page_request, others, rule, view.others, words("No statement of another organisation.")),
    ]
    return (*_speakers(page_request, view), html.Section(columns, className="two", id="words"))


def _speakers(page_request: PageRequest, view: CountryView) -> tuple[Component, ...]:
    words, spoke = page_request.words, page_request.view(speakers.build, view.country.code)
    if not spoke:
        return ()
    nobody = words("No speaker of {country}.", country=words.text(view.country.short))
    named = (
        (words.text(each.session.name), "; ".join(_body(page_request, body) for body in each.bodies) or nobody)
        for each in spoke
    )
    return (card(words("Bodies and organisations that spoke"), facts(named), id="speakers"),)


def _body(page_request: PageRequest, body: Body) -> str:
    words = page_request.words
    name = words.text(body.name)
    return name if body.kind == "state" else f"{name} ({label(words, body.kind)})"


def _statements(
    page_request: PageRequest, heading: str, rule: str, statements: Sequence[Statement], otherwise: str
) -> Component:
    above = html.P(rule, className="small soft")
    if not statements:
        return card(heading, above, html.P(otherwise, className="soft"))
    before = (None, *statements)
    lines = [_line(page_request, *pair) for pair in zip(statements[:MOST], before, strict=False)]
    every = page_request.href("/evidence", countries=statements[0].country)
    listed = [html.Ul(lines, className="statement-list"), *rest(page_request, len(statements), MOST, every)]
    named: Any = {"aria-label": heading}
    return card(heading, above, html.Div(listed, className="statements-pane", tabIndex="0", role="region", **named))


def _line(page_request: PageRequest, statement: Statement, before: Statement | None) -> Component:
    """Return a statement with its theme, unless that is the one before, and its kind."""
    words, item = page_request.words, page_request.snapshot.framework.item(statement.item)
    parts: list[Any] = []
    if before is None or before.item != statement.item:
        parts.append(
            html.A(words.text(item.name), href=page_request.href(f"/themes/{item.id}") + f"#{statement.country}")
        )
    if statement.kind not in _UNNAMED:
        parts += [" · "] if parts else []
        parts.append(label(words, statement.kind))
    shown: Component = html.P(**text_of(page_request, statement))
    if statement.quote:
        said = html.P(f"“{'” “'.join(statement.quote.split(' | '))}”", lang="en")
        shown = html.Blockquote(said, className="quote")
    by = html.P([speaker(page_request, statement), " · ", *places(page_request, statement)], className="n")
    return html.Li([*([html.P(parts, className="small soft")] if parts else []), shown, by])
