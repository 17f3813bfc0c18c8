"""The evidence of a cell: status and why, since then, the state's own words, differences, figures and history."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.charts.cell_words import codings_text, level_text, outside_text
from bukhara.i18n import basis, meanings
from bukhara.i18n.codes import label
from bukhara.i18n.record_texts import titles
from bukhara.i18n.words import Words
from bukhara.model.codes import IndicatorType, ItemKind, State
from bukhara.model.countries import REGION
from bukhara.model.marks import MARKS
from bukhara.model.messages import N_
from bukhara.model.statement import Statement
from bukhara.situation import on_file
from bukhara.situation.replies import spoke, was_asked
from bukhara.situation.situation import Situation
from bukhara.views.evidence.evidence_cell import EvidenceCell, Reason
from web.components.contact import fault_links
from web.components.evidence import in_release
from web.components.figures import difference_pair, figure_line
from web.components.lists import titled
from web.components.replies import replies_about
from web.components.reports import reports
from web.components.statements import rest, statement_card
from web.components.status import contested_sign, dated_status
from web.components.svg import mark
from web.components.tools import copy_link, tool_link
from web.request import PageRequest

UNANSWERED = N_("No source that sets a status answers the question. That is no negative answer.")
COMPLETE = {IndicatorType.MILESTONE: "in_place", IndicatorType.ACTIVITY: "continuing"}
"""The best status of each kind of indicator."""
FIGURES = 6
"""So many figures are shown; Evidence has all of them."""


def cell_evidence(page_request: PageRequest, view: EvidenceCell) -> Component:
    """Return the evidence of a cell, for its page and for the drawer."""
    words, side, code = page_request.words, view.side, view.side.country.code
    more = [_also(page_request, view, each) for each in view.more]
    beside = [_also(page_request, view, each) for each in side.beside]
    others = [statement_card(page_request, each) for each in side.others]
    reported = page_request.view(on_file.build, country=code, item=view.item.id)
    differences = [difference_pair(page_request, each) for each in view.differences]
    return html.Div(
        [
            *([_verdict(page_request, side.status)] if side.status else []),
            _why(page_request, view),
            *titled(words("Other statements of state bodies"), _first(words, more, 3)),
            *titled(words("State bodies, about something else"), _first(words, beside, 3)),
            *reports(page_request, reported),
            *titled(words("In the country's own words"), _own_words(page_request, view)),
            *titled(words("Other organisations"), _first(words, others, 2)),
            *titled(words("Differences between sources"), differences),
            *titled(words("Figures"), _figures(page_request, view)),
            *titled(words("History"), _history(page_request, view)),
            _tools(page_request, view),
        ],
        className="evidence",
    )


def _verdict(page_request: PageRequest, status: Situation) -> Component:
    """Return the status with its dates, who said it, and in a round its level."""
    words, kind = page_request.words, status.mark
    said = dated_status(page_request, status)
    if status.position:
        is_region = status.country == REGION
        said += [" · ", basis.position_text(status.attributions, words, region=is_region)]
    if level := level_text(status, words):
        said += [" · ", level]
    return html.P([mark(status.sign), " ", html.Span(said)], className=f"verdict c s-{kind}")


def _why(page_request: PageRequest, view: EvidenceCell) -> Component:
    """Return the answer to each question of the item, with the statements behind it."""
    words, status = page_request.words, view.side.status
    if view.item.kind is ItemKind.CONTEXT:
        return html.Section(html.P(words.text(view.item.description)), className="why")
    parts: list[Component] = [html.H2(words("Why?"))]
    if status and not status.applies:
        said = " ".join((words("This is asked of the states in rounds only."), outside_text(status, words)))
        parts.append(html.P(said.strip()))
    if len(view.reasons) > 1:
        is_milestone = view.item.kind is ItemKind.MILESTONE
        rule = words("All of these must be in place.") if is_milestone else words("Any one activity counts.")
        parts.append(html.P(rule))
    parts += [_reason(page_request, reason) for reason in view.reasons]
    if not view.reasons and not view.side.own:
        parts.append(html.P(words(UNANSWERED)))
    if view.sources:
        cited = titles([page_request.snapshot.source(each) for each in view.sources], words)
        parts.append(html.P(words("Source: {titles}", titles=cited), className="small soft"))
    return html.Section(parts, className="why")


def _reason(page_request: PageRequest, reason: Reason) -> Component:
    words, kind, indicator = page_request.words, reason.mark, reason.indicator
    name = html.Span(words.text(indicator.name), className="w")
    parts: list[Component] = [html.H3([mark(kind), " ", name], className=f"c s-{kind}")]
    if reason.other:
        parts.append(html.P([contested_sign(), f" {codings_text(kind, reason.other, words)}"]))
    parts.append(html.P(_found(words, kind)))
    if conditions := indicator.conditions:
        status = label(words, COMPLETE[indicator.type])
        parts.append(html.P(words("Condition for “{status}”:", status=status), className="small soft mb-0"))
        parts.append(html.P(words.text(conditions.in_place), className="small soft"))
        if conditions.full_answer:
            full = " ".join((words("A full answer also names:"), words.text(conditions.full_answer)))
            parts.append(html.P(full, className="small soft"))
    return html.Div([*parts, *(statement_card(page_request, each) for each in reason.behind)], className="reason")


def _found(words: Words, kind: str) -> str:
    """Return what the mark of a question means."""
    if kind == State.NOT_ASKED:
        return words(UNANSWERED)
    if kind in (State.NOT_AVAILABLE, State.SUPPRESSED):
        return f"{label(words, kind)}."
    return words(MARKS[kind].meaning if kind in MARKS else meanings.TERMS[kind])


def _also(page_request: PageRequest, view: EvidenceCell, statement: Statement) -> Component:
    """Return another statement; its indicator is named unless it is the only one above, or named as the theme."""
    words, known = page_request.words, [reason.indicator.id for reason in view.reasons]
    card = statement_card(page_request, statement)
    indicator = statement.indicator
    name = words.text(page_request.snapshot.framework.indicator(indicator).name) if indicator else ""
    if not name or known == [indicator] or name == words.text(view.item.name):
        return card
    return html.Div([html.P(name, className="small soft"), card])


def _first(words: Words, cards: Sequence[Component], shown: int) -> list[Component]:
    """Return the first cards, and the others folded with their number."""
    if len(cards) <= shown:
        return [*cards]
    more = html.Summary(words.plural("{n} more statement", "{n} more statements", len(cards) - shown))
    return [*cards[:shown], html.Details([more, *cards[shown:]])]


def _own_words(page_request: PageRequest, view: EvidenceCell) -> list[Component]:
    """Return the replies of a state, or whether it was asked; nothing where its own answer stands above."""
    words, status, code = page_request.words, view.side.status, view.side.country.code
    replies = replies_about(page_request, code, view.item.id)
    if code not in {each.code for each in page_request.snapshot.framework.countries}:
        return []
    if replies:
        return replies
    if not status or spoke(page_request.snapshot, code, view.item.id):
        return []
    if was_asked(page_request.snapshot, code, view.item.id):
        return [html.P(words("The state has been asked about this theme."), className="soft")]
    return [html.P(words("The state has not been asked about this theme yet."), className="soft")]


def _figures(page_request: PageRequest, view: EvidenceCell) -> list[Component]:
    lines = [html.Li(figure_line(page_request, figure)) for figure in view.figures[:FIGURES]]
    every = page_request.href("/evidence", countries=view.side.country.code, item=view.item.id)
    more = rest(page_request, len(view.figures), FIGURES, every)
    return [html.Ul(lines, className="plain"), *more] if lines else []


def _history(page_request: PageRequest, view: EvidenceCell) -> list[Component]:
    """Return the status in each release; nothing where it has only ever been one and nobody gave a reason."""
    history = page_request.service.history
    versions = history.of_cell(page_request.snapshot, view.side.country.code, view.item.id)
    if len(versions) < 2 and not any(each.reasons for each in versions):
        return []
    lines: list[Any] = [
        html.Li([*dated_status(page_request, each.status), " ", in_release(page_request, each.release, each.reasons)])
        for each in versions
    ]
    return [html.Ul(lines, className="plain")]


def _tools(page_request: PageRequest, view: EvidenceCell) -> Component:
    words, side, code = page_request.words, view.side, view.side.country.code
    every = page_request.href("/evidence", countries=code, item=view.item.id)
    statements = [tool_link(words("All statements: {n}", n=side.statements), every)] if side.statements else []
    countries = page_request.href(f"/themes/{view.item.id}") + f"#{code}"
    others = tool_link(words("All countries"), countries)
    links = [*fault_links(page_request), *statements, others, copy_link(page_request)]
    return html.P(links, className="tools mt-2 mb-0")
