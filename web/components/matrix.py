"""The matrix of themes and states: each cell is a mark with a short word and years, and leads to its evidence."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.charts.cell_words import cell_title, seen_texts, states_by_mark
from bukhara.charts.count_words import marked_parts, states_text, status_parts
from bukhara.charts.day_words import own_days
from bukhara.i18n.codes import label
from bukhara.model.codes import ItemKind
from bukhara.model.framework import Item
from bukhara.situation.counts import Counts, count_item
from bukhara.situation.situation import Situation
from bukhara.views.countries.overview import StatusStrip
from bukhara.views.status.scorecard import Scorecard, ScorecardRow
from web.components.emphasis import about, all_states, state_toggle
from web.components.evidence import evidence_address
from web.components.lists import joined
from web.components.status import signs
from web.components.svg import mark
from web.request import PageRequest

MANY = 16
"""More rows than this are lower, so that they fit on a screen."""


def matrix(
    page_request: PageRequest,
    card: Scorecard,
    strips: Sequence[StatusStrip],
    was: Mapping[tuple[str, str], str] | None = None,
    *,
    is_choice: bool = False,
) -> Component:
    """Return the matrix of a scorecard; `was` is the mark of a changed cell before, by state and theme.

    Where it `is_choice`, states can be chosen in their heads.
    """
    caption = page_request.words("Themes of the working list by state, with the status of each")
    body = [
        html.Tbody(
            [
                html.Tr(
                    html.Th(
                        page_request.words.text(block.pillar.name), colSpan=len(card.countries) + 2, scope="rowgroup"
                    ),
                    className="pillar",
                ),
                *(_row(page_request, row, was or {}) for row in block.rows),
            ]
        )
        for block in card.blocks
    ]
    return html.Table(
        [html.Caption(caption, className="visually-hidden"), _head(page_request, strips, is_choice=is_choice), *body],
        className="scorecard dense" if len(card.rows) > MANY else "scorecard",
    )


def _head(page_request: PageRequest, strips: Sequence[StatusStrip], *, is_choice: bool) -> Component:
    words = page_request.words
    states = [_state(page_request, strip, is_choice=is_choice) for strip in strips]
    clear = [all_states(page_request)] if is_choice else []
    theme = html.Th(joined([words("Theme"), *clear]), scope="col")
    said = words("Number of states")
    number = html.Th([mark("in_place"), html.Span(said, className="visually-hidden")], scope="col", title=said)
    return html.Thead(html.Tr([theme, *states, number]))


def _state(page_request: PageRequest, strip: StatusStrip, *, is_choice: bool) -> Component:
    words, code = page_request.words, strip.country.code
    day = own_days(page_request.snapshot, words).get(code)
    pointed: Any = {"data-pointed": "state"}
    name = html.A(words.text(strip.country.short), href=page_request.href(f"/countries/{code}"), **pointed)
    dated = [html.Span(day, className="n")] if day else []
    toggle = [state_toggle(page_request, code, words.text(strip.country.short))] if is_choice else []
    parts = [name, *toggle, *dated, counted_marks(page_request, strip.counts)]
    return html.Th(parts, scope="col", **about(page_request, state=code))


def counted_marks(page_request: PageRequest, counts: Counts, title: str = "") -> Component:
    """Return a number for each mark; read out they are one sentence, and pointed at that or `title`."""
    # a number and its mark are never on two lines
    shown = joined(html.Span([mark(kind), n], className="text-nowrap") for kind, n in marked_parts(counts))
    said = ", ".join(status_parts(counts, page_request.words))
    named: Any = {"aria-label": said}
    return html.Span(shown, className="n", role="img", title=title or said, **named)


def counted_theme(
    page_request: PageRequest, item: Item, cells: Sequence[Situation], *, in_words: bool = False
) -> Component:
    """Return how many states report a theme, of those that a row of the matrix counts."""
    words, n = page_request.words, count_item(cells, item.id)
    if item.kind is ItemKind.CONTINUING:
        said = words("{k} of {n} reported activity", k=n.continuing, n=n.continuing_n)
        return html.Span([mark("continuing"), " ", said], className="n")
    states = states_by_mark(page_request.snapshot.framework, cells, words)
    named = html.Span(", ".join(status_parts(n, words)), title=states)
    return named if in_words else counted_marks(page_request, n, states)


def _row(page_request: PageRequest, row: ScorecardRow, was: Mapping[tuple[str, str], str]) -> Component:
    words, item = page_request.words, row.item
    is_continuing = item.kind is ItemKind.CONTINUING
    shown = states_text(row.counts, words, is_continuing=is_continuing)
    named: Any = {"data-count": shown, "data-pointed": "theme"}
    title = f"{item.id} · {label(words, item.basis)}"
    name = html.A(words.text(item.name), href=page_request.href(f"/themes/{item.id}"), title=title)
    return html.Tr(
        [
            html.Th(name, className="item", scope="row", **named),
            *(_cell(page_request, cell, was.get((cell.country, cell.item), "")) for cell in row.cells),
            html.Td(
                [mark("continuing"), f" {shown}"] if is_continuing else shown,
                className="end",
                title=states_by_mark(page_request.snapshot.framework, row.cells, words),
            ),
        ],
        **about(page_request, theme=item.id),
    )


def _cell(page_request: PageRequest, cell: Situation, before: str) -> Component:
    words, kind = page_request.words, cell.mark
    short, years, was = seen_texts(cell, words, before)
    small = [html.Span(text, className=look) for text, look in ((years, "n"), (was, "n was")) if text]
    said = joined([short, *small], " ")
    link = html.A(
        [mark(kind), html.Span(said, className="w"), *signs(cell, words)],
        href=evidence_address(page_request, cell),
        className=f"c s-{kind}",
        title=cell_title(page_request.snapshot, cell, words),
    )
    outlined: Any = {"className": "changed"} if before else {}
    return html.Td(link, **outlined, **about(page_request, state=cell.country))
