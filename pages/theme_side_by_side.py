"""What the bodies of the chosen states said about a theme, side by side in the fixed order: a tab of the theme."""

from dash import html
from dash.development.base_component import Component

from bukhara.i18n.codes import label
from bukhara.model.statement import Statement
from bukhara.views.status.marks import mark as mark_of
from bukhara.views.themes.theme import StateOnTheme, Theme
from web.components.evidence import evidence_address
from web.components.lists import named_cell
from web.components.statements import speaker
from web.components.states import chosen_states, state_links
from web.components.status import status
from web.request import PageRequest

MOST = 5
"""So many statements of a state are shown; its evidence has all of them."""


def side_by_side(page_request: PageRequest, view: Theme) -> list[Component]:
    """Return the choice of states and a column for each; a mark says what no state body spoke about."""
    words, shown = page_request.words, chosen_states(page_request)
    sides = [side for side in view.sides if side.country.code in shown]
    heads = [html.Th(_state(page_request, side), scope="col") for side in sides]
    cells = [named_cell(words.text(side.country.short), _said(page_request, view, side)) for side in sides]
    table = html.Table(
        [html.Thead(html.Tr(heads)), html.Tbody(html.Tr(cells))], className="side-by-side rows-as-blocks"
    )
    careful = html.P(words("Compare marks of different states with care."), className="under")
    return [state_links(page_request), html.Div(table, className="scroll"), careful]


def _state(page_request: PageRequest, side: StateOnTheme) -> Component:
    name = page_request.words.text(side.country.short)
    return html.A(name, href=page_request.href(f"/countries/{side.country.code}"))


def _said(page_request: PageRequest, view: Theme, side: StateOnTheme) -> list[Component]:
    words = page_request.words
    shown: list[Component] = []
    if side.status:
        kind = mark_of(side.status)
        shown.append(html.A(status(kind, label(words, kind)), href=evidence_address(page_request, side.status)))
    shown += [_statement(page_request, statement) for statement in side.own[:MOST]]
    if len(side.own) > MOST:
        every = page_request.href("/evidence", countries=side.country.code, item=view.item.id)
        more = words.plural("{n} more statement", "{n} more statements", len(side.own) - MOST)
        shown.append(html.A(more, href=every, className="n"))
    return shown


def _statement(page_request: PageRequest, statement: Statement) -> Component:
    words = page_request.words
    text, language = statement.text_in(words.language)
    body = speaker(page_request, statement)
    address = evidence_address(page_request, statement)
    return html.P(
        [html.A(text, href=address, lang=language), html.Span(body, className="n")], className="statement-text"
    )
