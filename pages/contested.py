"""Contested points of all states in one list: objections, differences between sources, and open codings."""

from collections.abc import Sequence
from typing import Any

from dash import html, register_page
from dash.development.base_component import Component
from markupsafe import Markup

from bukhara.i18n import meanings
from bukhara.i18n.figures import parts_text, value_text
from bukhara.i18n.source_differences import describe_difference, subject_text
from bukhara.i18n.subjects import body_name, breakdown
from bukhara.i18n.units import unit_text
from bukhara.model.codes import Contest
from bukhara.model.difference import Difference, DifferenceStatus
from bukhara.model.groups import group_by
from bukhara.model.messages import N_
from bukhara.model.observation import Observation
from bukhara.situation import contested
from bukhara.situation.situation import Situation, situations
from web.addresses import table_address
from web.components.evidence import cell_link
from web.components.figures import (
    coding_difference,
    decided,
    explained,
    figure_line,
    figure_notes,
    figure_period,
    value_link,
)
from web.components.lists import counted, fold
from web.components.replies import replies_about
from web.components.status import contested_sign, dated_status
from web.components.svg import Svg, mark
from web.page import Page
from web.request import PageRequest, page_request_of

register_page(__name__, path="/contested", name=N_("Contested"), order=61, parent="/evidence", kept=True)


def layout(**query: str) -> Page:
    """Show what states, sources or coders see differently."""
    page_request = page_request_of("/contested", query)
    words, view = page_request.words, page_request.view(contested.build)
    cells = {(each.country, each.item): each for each in situations(page_request.snapshot)}
    objected = [cells[cell] for cell, why in view.cells.items() if Contest.OBJECTION in why]
    objections = [_objection(page_request, cell) for cell in objected]
    objections += [_objection_to_figure(page_request, figure) for figure in view.figures]
    codings = [
        html.Li([html.B(_state(page_request, each.country)), " ", *coding_difference(page_request, each)])
        for each in view.codings
    ]
    parts: tuple[tuple[str, str, Sequence[Any], list[Component]], ...] = (
        (
            "objections",
            words("The state disagrees"),
            (*objected, *view.figures),
            [html.Ul(objections, className="plain")],
        ),
        ("open", words("Sources differ"), view.open, _by_state(page_request, view.open)),
        ("codings", words("Two coders read it differently"), view.codings, [html.Ul(codings, className="plain")]),
        ("explained", words("Sources differ, explained"), view.explained, _by_state(page_request, view.explained)),
    )
    shown = tuple(_part(*part) for part in parts if part[2])
    return Page(
        title=words("Contested points"),
        lead=words(meanings.TERMS["contested"]),
        sections=shown or (html.P(words("None in the sources of this day.")),),
    )


def _part(name: str, title: str, points: Sequence[Any], shown: list[Component]) -> Component:
    sign: list[Any] = [] if name == "explained" else [contested_sign(), " "]
    return fold(html.H2([*sign, *counted(title, len(points))]), *shown, id=name, is_open=name != "codings")


def _by_state(page_request: PageRequest, differences: Sequence[Difference]) -> list[Component]:
    """Return differences under the name of their state or region, in the fixed order."""
    words = page_request.words
    rule = words(
        "Both figures are kept as published; neither is preferred. UNODC publishes what states send to it. Each line "
        "begins at zero and has its own scale."
    )
    plain: Any = {"data-plain": ""}
    address = table_address("differences", {"format": "csv"})
    file: list[Any] = [" ", html.A(page_request.words("Data for programs"), href=address, **plain)] if address else []
    parts: list[Component] = [html.P([rule, *file], className="small soft")]
    for code, held in group_by(differences, lambda each: each.country).items():
        n = html.Span(words.number(len(held)), className="soft small")
        parts.append(html.H3([_state(page_request, code), " ", n]))
        parts.append(html.Div([_box(page_request, each) for each in held], className="differing"))
    return parts


def _box(page_request: PageRequest, difference: Difference) -> Component:
    """Return two figures as dots on a line of their own, and in words; the cause when it is opened."""
    words, framework = page_request.words, page_request.snapshot.framework
    text = describe_difference(difference, framework, words)
    said = ": ".join([text.status, *text.causes[:1]])
    sign: list[Any] = [contested_sign(), " "] if difference.status is DifferenceStatus.OPEN else []
    parts: list[Component] = [
        html.Summary([*sign, said]),
        html.P(f"{text.sentence} {explained(page_request, text)}", className="small"),
    ]
    for figure in difference.observations:
        if part := breakdown(figure, words, framework):
            line: list[Any] = [f"{value_text(figure, words)}: {part}", *figure_notes(page_request, figure)]
            parts.append(html.Div(line, className="small soft"))
    sides = [_side(page_request, difference, number) for number in range(len(difference.observations))]
    about = html.P(subject_text(difference, framework, words), className="small soft")
    causes = html.Details([*parts, *decided(text)])
    return html.Div([about, _dots(difference), html.Ul(sides), causes], id=difference.group)


def _side(page_request: PageRequest, difference: Difference, number: int) -> Component:
    words, figure = page_request.words, difference.observations[number]
    dot = "●" if number < difference.sides else "○"
    part = parts_text(figure, words)
    unit = f" {unit_text(figure, words)}" + (f" ({part})" if part else "")
    body = body_name(figure.reporter or figure.partner, words, page_request.snapshot.framework)
    said = html.Span(f"{figure_period(page_request, figure)} · {body}", className="n")
    return html.Li([dot, " ", value_link(page_request, figure, "fact-v"), unit, " ", said])


def _dots(difference: Difference) -> Svg:
    most = max(difference.first, difference.second) or 1
    first, second = (8 + 184 * each / most for each in (difference.first, difference.second))
    shapes = Markup(
        '<g stroke="currentColor" stroke-width="1.8"><path d="M8 8H192" opacity=".3"/>'
        '<circle cx="{}" cy="8" r="4"/><circle cx="{}" cy="8" r="6.5" fill="none"/></g>'
    )
    return Svg(shapes.format(first, second), "two-dots", "0 0 200 16")


def _objection(page_request: PageRequest, cell: Situation) -> Component:
    kind = cell.mark
    return html.Li(
        [
            html.B(_state(page_request, cell.country)),
            " ",
            cell_link(page_request, cell.country, cell.item),
            " ",
            html.Span([mark(kind), " ", *dated_status(page_request, cell)], className=f"s-{kind}"),
            *replies_about(page_request, cell.country, cell.item),
        ]
    )


def _objection_to_figure(page_request: PageRequest, figure: Observation) -> Component:
    return html.Li(
        [
            html.B(_state(page_request, figure.country)),
            " ",
            *figure_line(page_request, figure),
            *replies_about(page_request, figure.country, figure.observation_id),
        ]
    )


def _state(page_request: PageRequest, code: str) -> str:
    return page_request.words.text(page_request.snapshot.framework.country(code).short)
