"""The picture of Needs and support: a theme in each row, a state in each column, and the neighbours to ask."""

from typing import Any

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from bukhara.charts.cell_words import cell_title
from bukhara.charts.needs_matrix import in_place_text
from bukhara.charts.partner_matrix import short_name
from bukhara.i18n.codes import label
from bukhara.i18n.subjects import body_name
from bukhara.model.codes import Kind
from bukhara.model.framework import Pillar
from bukhara.views.themes.needs import Named, NeedCell, NeedRow, Needs, Support
from web.components.evidence import evidence_address
from web.components.lists import counted, head, joined, named_cell, scrolled
from web.components.svg import Svg, mark
from web.request import PageRequest

_SHAPES = {
    Kind.CHALLENGE: Markup('<path d="M8 2L14.8 14H1.2Z"/>'),
    Kind.NEED: Markup('<path d="M2 3h6l6 5-6 5H2z"/>'),
    Kind.RECOMMENDATION: Markup('<path d="M2.5 2.5h11v8h-6l-3 3.5v-3.5h-2z"/>'),
}


def picture(page_request: PageRequest, view: Needs) -> list[Component]:
    """Return the key and a table for each pillar.

    An empty cell says that nothing was named, never that there is no need.
    """
    pillars = page_request.snapshot.framework.pillars
    parts = ((pillar, [row for row in view.rows if row.item.pillar == pillar.id]) for pillar in pillars)
    return [_key(page_request), *(_of_pillar(page_request, pillar, view, rows) for pillar, rows in parts if rows)]


def _of_pillar(page_request: PageRequest, pillar: Pillar, view: Needs, rows: list[NeedRow]) -> Component:
    words = page_request.words
    name, labelled = words.text(pillar.name), words("Needs and support by theme and state")
    names = [words.text(country.short) for country in view.columns]
    body = html.Tbody([_row(page_request, row, names) for row in rows])
    columns = head((name, *names, words("In place or continuing in")))
    caption = html.Caption(f"{labelled}: {name}", className="visually-hidden")
    table = html.Table([caption, columns, body], className="support rows-as-blocks")
    shown = [html.Summary(html.H2(counted(name, len(rows)))), scrolled(f"{labelled}: {name}", table)]
    return html.Details(shown, className="narrow-fold", id=pillar.id)


def _row(page_request: PageRequest, row: NeedRow, names: list[str]) -> Component:
    words = page_request.words
    there: list[Any] = [
        html.A(
            [mark(each.mark), " ", in_place_text(each, page_request.snapshot, words)],
            href=evidence_address(page_request, each),
            className="there",
            title=cell_title(page_request.snapshot, each, words),
        )
        for each in row.there
        if each.is_example
    ] or [html.Span(words("reported period is over") if row.there else words("not named"), className="n")]
    cells = [
        named_cell(name, _cell(page_request, cell), None if cell.named or cell.support else "empty")
        for cell, name in zip(row.cells, names, strict=True)
    ]
    head = html.Th(_theme(page_request, row), scope="row", className="item")
    is_named = any(cell.named or cell.support for cell in row.cells)
    look = "empty" if is_named and not row.there else None
    last = named_cell(words("In place or continuing in"), joined(there), look)
    return html.Tr([head, *cells, last])


def _cell(page_request: PageRequest, cell: NeedCell) -> list[Component]:
    named = [_who(page_request, each) for each in cell.named]
    partners = [_partner(page_request, *each) for each in cell.support]
    if not named and not partners:
        return [html.Span(page_request.words("not named"), className="n")]
    return [*named, *([html.Div(joined(partners, ", "), className="partners")] if partners else [])]


def _who(page_request: PageRequest, named: Named) -> Component:
    words = page_request.words
    body = body_name(named.body, words, page_request.snapshot.framework)
    kind = label(words, named.kind)
    return html.A(
        [
            Svg(_SHAPES[named.kind], "need-mark" if named.by_state else "need-mark open", "0 0 16 16"),
            html.Span(f"{kind}: ", className="visually-hidden"),
            short_name(body),
        ],
        href=evidence_address(page_request, named.first),
        className="named",
        title=f"{kind}: {body}",
    )


def _partner(page_request: PageRequest, partner: str, record: Support) -> Component:
    name = body_name(partner, page_request.words, page_request.snapshot.framework)
    return html.A(short_name(name), href=evidence_address(page_request, record), title=name)


def _theme(page_request: PageRequest, row: NeedRow) -> Component:
    name = page_request.words.text(row.item.name)
    return html.A(name, href=page_request.href(f"/themes/{row.item.id}"), title=row.item.id)


def _key(page_request: PageRequest) -> Component:
    words = page_request.words
    marks = [html.Span([Svg(shape, "need-mark", "0 0 16 16"), label(words, kind)]) for kind, shape in _SHAPES.items()]
    said = (
        words("filled: named by a state body; open: by another organisation"),
        words("without a mark: a partner that speaks of the theme there"),
        words("not named: not in the sources read, which says nothing about the need"),
    )
    lines = [html.Li(each) for each in (*marks, *map(html.Span, said))]
    return html.Ul(lines, className="plain key")
