"""Conclusions of the conference: the step that counts, what came since, and folded the words of the sources."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.charts.cell_words import dated_text
from bukhara.model.groups import group_by
from bukhara.model.statement import Statement
from bukhara.situation import steps
from bukhara.views.themes import conclusions
from bukhara.views.themes.conclusions import Conclusion
from web.components.evidence import evidence_address, theme_link
from web.components.lists import head, narrow_fold, opening, scrolled
from web.components.reports import report_lines
from web.components.statements import places, quotation, source_line, speaker, step, text_of
from web.request import PageRequest

STEPS = 2
"""Lines of a state; more are folded."""


def followed(page_request: PageRequest) -> Component:
    """Return each conclusion with what the record holds about it."""
    words, rows = page_request.words, page_request.view(conclusions.build)
    steps_named = any(row.steps for row in rows)
    column = words("Lead, next step and date") if steps_named else words("First step that counts")
    since = words("Reported since")
    body = []
    for row in rows:
        n = f": {words.number(len(row.steps))}" if row.steps else ""
        steps = [html.Summary(column + n, className="small"), *_steps(page_request, row, steps_named=steps_named)]
        folded = html.Td(html.Details(steps, className="narrow-fold"))
        reported = _since(page_request, row)
        none = html.Td(words("No public source in the record reports a step since."), className="small soft")
        said = [html.Summary(since, className="small"), *reported]
        last = html.Td(html.Details(said, className="narrow-fold")) if reported else none
        body.append(html.Tr([_conclusion(page_request, row), folded, last], id=f"conclusion-{row.number}"))
    caption = html.Caption(words("Conclusions of the Third conference"), className="visually-hidden")
    table = html.Table(
        [caption, head((words("Conclusion"), column, since)), html.Tbody(body)], className="coverage conclusions"
    )
    return html.Section(scrolled(words("Conclusions"), table), className="frame")


def with_a_day(page_request: PageRequest) -> tuple[Component, ...]:
    """Return the announced steps that have a day, state by state; nothing without any."""
    words, snapshot = page_request.words, page_request.snapshot
    found = [each.statement for each in page_request.view(steps.build)]
    if not found:
        return ()
    parts = []
    for code, own in group_by(found, lambda each: each.country).items():
        lines = [html.Li(_dated(page_request, each)) for each in own]
        name = html.H3(words.text(snapshot.framework.country(code).short))
        parts.append(html.Div([name, *opening(page_request, lines, most=STEPS)]))
    said = html.P(words("As announced. No status rests on them."), className="soft")
    return (narrow_fold(words("Announced steps and their days"), said, html.Div(parts, className="two"), id="steps"),)


def _dated(page_request: PageRequest, statement: Statement) -> list[Any]:
    theme = theme_link(page_request, page_request.snapshot.framework.item(statement.item))
    return [theme, ": ", *step(page_request, statement), " ", source_line(page_request, statement)]


def _conclusion(page_request: PageRequest, row: Conclusion) -> Component:
    name = f"{row.number}. {page_request.words.text(row.item.name)}"
    link = html.A(name, href=page_request.href(f"/themes/{row.item.id}"))
    folded = [
        html.Summary(page_request.words("Quotes and sources")),
        quotation(page_request, row.quote, row.line, row.source_id),
        *_proposals(page_request, row),
    ]
    return html.Th([link, html.Details(folded, className="small")], scope="row", className="item")


def _proposals(page_request: PageRequest, row: Conclusion) -> list[Component]:
    words = page_request.words
    if not row.proposals:
        return []
    said = ((html.Span(**text_of(page_request, each)), " ", _places(page_request, each)) for each in row.proposals)
    return [html.P(words("Also proposed by"), className="soft"), html.Ul([html.Li([*each]) for each in said])]


def _steps(page_request: PageRequest, row: Conclusion, *, steps_named: bool) -> list[Component]:
    """Return who leads, the next step and its date as sources name them, and the first step that counts."""
    words = page_request.words
    parts: list[Component] = []
    for each in row.steps:
        said = [f"{speaker(page_request, each)}: ", *step(page_request, each)]
        parts.append(html.P([*said, " ", _places(page_request, each)]))
    if row.first_step:
        counts: list[Any] = (
            [html.Span(words("First step that counts here:"), className="soft"), " "] if steps_named else []
        )
        parts.append(html.P([*counts, words.text(row.first_step)]))
    return parts


def _places(page_request: PageRequest, statement: Statement) -> Component:
    return html.Span(places(page_request, statement), className="n")


def _since(page_request: PageRequest, row: Conclusion) -> list[Component]:
    words, framework = page_request.words, page_request.snapshot.framework
    parts: list[Component] = []
    if row.answers:
        answers = []
        for cell in row.answers:
            said = f"{words.text(framework.country(cell.country).short)}: {dated_text(cell, words)}"
            answers.append(html.Li(html.A(said, href=evidence_address(page_request, cell))))
        parts.append(html.Ul(answers, className="plain"))
    if row.since:
        parts += opening(page_request, report_lines(page_request, row.since, "country"), most=1)
    return parts
