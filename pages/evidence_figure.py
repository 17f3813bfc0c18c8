"""The evidence of a figure: its quotes, its series, where sources differ about it, and its history."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.i18n import revisions
from bukhara.i18n.codes import label
from bukhara.i18n.figures import value_text
from bukhara.i18n.record_texts import titles
from bukhara.i18n.subjects import body_name, breakdown
from bukhara.i18n.units import unit_text
from bukhara.model.codes import PeriodBasis
from bukhara.model.observation import Observation
from bukhara.model.revision import EditionRevisions, Revision
from bukhara.views.evidence.evidence_cell import EvidenceFigure
from web.components.contact import fault_links
from web.components.evidence import in_release
from web.components.figures import difference_pair, figure_notes, figure_period, remark, value_link
from web.components.lists import facts, titled
from web.components.replies import replies_about
from web.components.statements import quotations
from web.components.tools import copy_link, tool_link
from web.request import PageRequest


def figure_evidence(page_request: PageRequest, view: EvidenceFigure) -> Component:
    """Return the evidence of a figure, for its page and for the drawer."""
    words, figure = page_request.words, view.figure
    big = html.Span(value_text(figure, words), className="big")
    unit = html.Span(unit_text(figure, words), className="soft")
    differences = [difference_pair(page_request, each) for each in view.differences]
    series = [html.Ul([_other(page_request, each) for each in view.series], className="plain")] if view.series else []
    country = words.text(page_request.snapshot.framework.place(figure.country).short)
    every = page_request.href("/evidence", countries=figure.country, kind="figure")
    every_figure = tool_link(words("All figures: {country}", country=country), every)
    tools = [*fault_links(page_request), every_figure, copy_link(page_request)]
    return html.Div(
        [
            html.P([big, " ", unit], className="verdict"),
            facts(_facts(page_request, view)),
            *quotations(page_request, figure),
            *figure_notes(page_request, figure),
            *replies_about(page_request, figure.country, figure.observation_id),
            *titled(words("Differences between sources"), differences),
            *titled(words("The same figure for other periods"), series),
            *titled(words("History"), _history(page_request, figure)),
            html.P(tools, className="tools mt-2 mb-0"),
        ],
        className="evidence",
    )


def _facts(page_request: PageRequest, view: EvidenceFigure) -> list[tuple[Any, Any]]:
    """Return when, what, by whom and from which source."""
    words, figure = page_request.words, view.figure
    covered = figure_period(page_request, figure)
    if figure.period_basis is PeriodBasis.INFERRED:
        covered += f" ({label(words, figure.period_basis)})"
    found: list[tuple[Any, Any]] = [(words("Period"), covered)]
    if part := breakdown(figure, words, page_request.snapshot.framework):
        found.append((words("What is counted"), part))
    if body := figure.reporter or figure.partner:
        found.append((words("As reported by"), body_name(body, words, page_request.snapshot.framework)))
    if view.source:
        title, day = titles([view.source], words), words.date(view.source.date)
        found.append((words("Source"), f"{title} · {day} · {label(words, view.source.source_class)}"))
    return found


def _other(page_request: PageRequest, figure: Observation) -> Component:
    said = html.Span(figure_period(page_request, figure), className="soft")
    parts: list[Any] = [value_link(page_request, figure), " ", said]
    if said_of_it := remark(page_request, figure):
        parts += [" ", html.Span(said_of_it, className="n")]
    return html.Li(parts)


def _history(page_request: PageRequest, figure: Observation) -> list[Component]:
    """Return the values of a figure in each release and edition; nothing where it has only ever been one."""
    words, snapshot, history = page_request.words, page_request.snapshot, page_request.service.history
    versions, editions = history.of_figure(snapshot, figure), history.editions_of(snapshot, figure)
    reasons = [each.figure.revision_reason for each in versions]
    if len(versions) < 2 and not editions and not any(reasons):
        return []
    lines = [
        html.Li([html.B(value_text(each.figure, words)), " ", in_release(page_request, each.release, [reason])])
        for each, reason in zip(versions, reasons, strict=True)
    ]
    return [html.Ul([*lines, *(_revised(page_request, *each) for each in editions)], className="plain")]


def _revised(page_request: PageRequest, edition: EditionRevisions, revision: Revision) -> Component:
    words = page_request.words
    parts: list[Any] = [f"{words('revised since the edition before')}: "]
    texts = (revisions.new_text(revision, words), revisions.old_text(revision, words))
    for text, each in zip(texts, (edition.newer, edition.older), strict=True):
        dated = words("Edition here dated {day}", day=words.date(each.date)) if each else ""
        parts += [html.B(text), " ", html.Span(dated, className="n"), ", "]
    return html.Li(parts[:-1])
