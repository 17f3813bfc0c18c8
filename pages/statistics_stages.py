"""Figures from registration to judgment by state: strict trafficking apart from wider headings."""

from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.i18n.codes import label
from bukhara.i18n.subjects import body_name
from bukhara.i18n.units import unit_text
from bukhara.model.observation import Observation
from bukhara.views import stages
from pages.statistics_parts import small
from web.components.figures import figure_period, value_link
from web.components.lists import head, named_cell, scrolled
from web.components.svg import mark
from web.request import PageRequest


def stage_table(page_request: PageRequest, table: stages.StageTable) -> Component:
    """Return the stages as a folded table."""
    words = page_request.words
    title = words("From registration to judgment")
    apart = words("The stages count different things over different periods. So no share between them is calculated.")
    caption = html.Caption(words("Figures by state and stage of proceedings"), className="visually-hidden")
    names = [words("State"), *(label(words, code) for code, _ in stages.COLUMNS)]
    strict = _block(page_request, table.strict, words("Trafficking in persons alone (strict)"))
    wider = words("Wider headings and related offences: never added to the rows above")
    body = [strict, _block(page_request, table.related, wider)]
    shown = html.Table([caption, head(names), *body], className="stages rows-as-blocks")
    folded = [html.Summary(html.H2(title)), html.P(apart, className="sub"), scrolled(title, shown)]
    return html.Section(html.Details(folded, className="folded"), className="frame", id="stages")


def _block(page_request: PageRequest, rows: Iterable[stages.StageRow], heading: str) -> Component:
    words = page_request.words
    title = html.Tr(html.Th(heading, colSpan=len(stages.COLUMNS) + 1, scope="rowgroup"), className="pillar")
    lines = [
        html.Tr(
            [
                html.Th(words.text(row.country.short), scope="row"),
                *(named_cell(label(words, cell.stage), _cell(page_request, cell)) for cell in row.cells),
            ]
        )
        for row in rows
    ]
    return html.Tbody([title, *lines])


def _cell(page_request: PageRequest, cell: stages.StageCell) -> list[Component]:
    words = page_request.words
    shown = [_figure(page_request, cell.stage, figure) for figure in cell.figures]
    for figure in cell.gaps:
        said = label(words, figure.state)
        shown.append(_gap(figure.state, words("total: {state}", state=said) if cell.figures else said))
    if shown:
        return shown
    if cell.stage == "other_step":
        return [html.P("–", className="soft")]
    return [_gap("not_asked", label(words, "not_asked"))]


def _gap(state: str, said: str) -> Component:
    return html.P([mark(state), " ", said], className=f"s-{state}")


def _figure(page_request: PageRequest, stage: str, figure: Observation) -> Component:
    words = page_request.words
    kinds = [label(words, figure.stage)] if figure.stage != stage else []
    kinds += [label(words, figure.offence_class)] if figure.offence_class != "trafficking" else []
    body = body_name(figure.reporter, words, page_request.snapshot.framework)
    parts: list[Any] = [
        value_link(page_request, figure, "fact-v"),
        " ",
        html.Span(unit_text(figure, words), className="soft"),
        small(figure_period(page_request, figure)),
        small(" · ".join([*kinds, body])),
    ]
    return html.P(parts)
