"""One theme: a mark for each state, a time line, and behind them statements, basis and conditions."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from dash import html, register_page
from dash.development.base_component import Component

from bukhara.charts import timeline as drawn
from bukhara.charts.act_words import acts_of_cell
from bukhara.charts.cell_words import cell_dates, cell_text, dated_text, level_text
from bukhara.charts.chart import Chart
from bukhara.charts.day_words import status_day
from bukhara.i18n.codes import label
from bukhara.model.codes import Basis, IndicatorType, Scope
from bukhara.model.countries import REGION
from bukhara.model.framework import Indicator, Item, Reading, ReportSession
from bukhara.model.locators import lines_of
from bukhara.model.statement import Statement
from bukhara.situation import on_file
from bukhara.views.statements import timeline
from bukhara.views.themes import theme
from bukhara.views.themes.theme import StateOnTheme, Theme
from pages import retired_theme
from web.charts import evidence_address as evidence_of_cell
from web.charts import status_source
from web.components.evidence import evidence_address
from web.components.lists import chosen_tab, counted, facts, fold, joined, named_cell, tab_links
from web.components.matrix import counted_theme
from web.components.replies import replies_about
from web.components.reports import folded_reports
from web.components.statements import quotation, rest, speaker, statement_card
from web.components.states import chosen_states, state_links
from web.components.status import marked, signs
from web.components.svg import mark
from web.page import Page, Section
from web.request import PageRequest, page_request_of

PATH = "/themes/<item>"
register_page(__name__, path_template=PATH, parent="/themes", kept=True)
BESIDE = "states"
"""The value of the selection `tab` for the statements of states side by side."""
MOST = 50
"""Statements of a list."""
MOST_BESIDE = 5
"""So many statements of a state are shown; its evidence has all of them."""


def layout(**query: str) -> Page:
    """Show the theme named in the address, when it left the list, or that it does not exist."""
    page_request = page_request_of(PATH, query)
    words, framework = page_request.words, page_request.snapshot.framework
    item_id = page_request.path.rsplit("/", 1)[-1]
    if item_id not in {item.id for item in framework.items}:
        return retired_theme.content(page_request, item_id)
    view = page_request.view(theme.build, item_id)
    tabs = (("", words("By state")), (BESIDE, words("Side by side")))
    is_beside = bool(view.sides) and chosen_tab(page_request, tabs) == BESIDE
    return Page(
        title=words.text(view.item.name),
        lead=words.text(view.item.description),
        above=(tab_links(page_request, tabs),) if view.sides else (),
        sections=tuple(side_by_side(page_request, view) if is_beside else _by_state(page_request, view)),
        tabs=("",),
    )


def _by_state(page_request: PageRequest, view: Theme) -> list[Section]:
    reported = page_request.view(on_file.build, item=view.item.id)
    sides = (*([view.region] if view.region else []), *view.sides)
    rests_on = [basis(page_request, view.item), conditions(page_request, view.item)]
    return [
        *_strip(page_request, view),
        *_timeline(page_request, view.item.id),
        *(_side(page_request, view, side) for side in sides),
        *_replies_alone(page_request, view),
        *folded_reports(page_request, reported, "country"),
        html.Section(rests_on, className="two"),
        _steps(page_request, view),
    ]


def _strip(page_request: PageRequest, view: Theme) -> list[Component]:
    """Return a mark for each state, or for the region; nothing where no status is known."""
    words = page_request.words
    shown = [view.region] if view.region and view.item.scope is Scope.REGION else view.sides
    if not any(side.status for side in (*view.sides, *shown)):
        return []
    named: Any = {"aria-label": words("The states at a glance")}
    strip = html.Ul([html.Li(_glance(page_request, side)) for side in shown], className="strip", **named)
    cells = [side.status for side in view.sides if side.status and side.status.applies]
    return [html.P(counted_theme(page_request, view.item, cells, in_words=True)), strip] if cells else [strip]


def _glance(page_request: PageRequest, side: StateOnTheme) -> Component:
    words, status, code = page_request.words, side.status, side.country.code
    name = words.text(side.country.short)
    if status is None:
        return html.A(html.B(name), href=f"#{code}", className="c")
    kind, said = status.sign, cell_text(status, words)
    acts = acts_of_cell(status, words)
    dates = html.Span(" " + " · ".join(filter(None, (cell_dates(status, words), acts))), className="n")
    parts = [html.B(joined([name, *signs(status, words)])), html.Span(said, className="w"), dates]
    return html.A([mark(kind), html.Span(parts)], href=evidence_address(page_request, status), className=f"c s-{kind}")


def _timeline(page_request: PageRequest, item: str) -> tuple[Chart, ...]:
    """Return the time line of a theme if a source gives a date for one of its events."""
    view = page_request.view(timeline.time_axis, item=item)
    if not view.whole.events:
        return ()
    title = page_request.words("The theme by date")
    source, href = status_source(page_request), evidence_of_cell(page_request)
    words, day = page_request.words, status_day(page_request.snapshot, page_request.words)
    return (drawn.chart(view, words, name="theme-timeline", title=title, day=day, source=source, href=href),)


def _side(page_request: PageRequest, view: Theme, side: StateOnTheme) -> Component:
    """Return what is known of one state, folded behind its name and the number of its statements."""
    words, code = page_request.words, side.country.code
    number = words.plural("{n} statement", "{n} statements", side.statements)
    is_region = code == REGION
    address = page_request.href("/evidence", countries=REGION) if is_region else page_request.href(f"/countries/{code}")
    bodies = words("Conference and state bodies") if is_region else words("State bodies")
    beside, others = words("State bodies, about something else"), words("Other organisations")
    # the mark says what is not covered: a part without a statement is left out
    columns = [
        html.Div([html.H3(heading), *_statements(page_request, view, code, held)])
        for heading, held in ((bodies, side.own), (beside, side.beside), (others, side.others))
        if held
    ]
    parts = [
        html.P(html.A(words.text(side.country.name), href=address), id=code),
        *_status(page_request, side),
        *replies_about(page_request, code, view.item.id),
        html.Div(columns, className="two" if len(columns) > 1 else ""),
        *_open(page_request, side),
    ]
    return fold(counted(words.text(side.country.short), number), *parts, kind="fold side")


def _status(page_request: PageRequest, side: StateOnTheme) -> list[Component]:
    words, status = page_request.words, side.status
    if status is None:
        return []
    said = " · ".join(filter(None, (dated_text(status, words), level_text(status, words))))
    return [marked(status.sign, said, acts_of_cell(status, words), href=evidence_address(page_request, status))]


def _statements(page_request: PageRequest, view: Theme, code: str, held: Sequence[Statement]) -> list[Component]:
    """Return the statements of the newest day, and the earlier ones folded; they are given newest first."""
    words, snapshot = page_request.words, page_request.snapshot
    every = page_request.href("/evidence", countries=code, item=view.item.id)
    days = groupby(held, key=lambda each: snapshot.source(each.source_id).date if each.source_id else None)
    newest = list(next(days)[1])
    older = held[len(newest) :]

    def listed(statements: Sequence[Statement]) -> list[Component]:
        cards = [statement_card(page_request, each) for each in statements[:MOST]]
        return [*cards, *rest(page_request, len(statements), MOST, every)]

    if not older:
        return listed(newest)
    name = words.plural("{n} earlier statement", "{n} earlier statements", len(older))
    return [*listed(newest), html.Details([html.Summary(name), *listed(older)])]


def _open(page_request: PageRequest, side: StateOnTheme) -> list[Component]:
    """Return the questions of a theme that are without an answer."""
    words, late, due = page_request.words, side.status and side.status.overdue, side.status and side.status.answer_due
    if not (side.open and (side.own or late or due)):
        return []
    lines = [words("Requested on {day}, no answer yet:", day=words.date(late))] if late else []
    lines += [words("Asked, answer due {day}:", day=words.date(due))] if due else []
    lines = lines or [words("Without a statement:")]
    named = [html.Span(words.text(each.name), title=each.id) for each in side.open]
    return [html.P([line, " ", *joined(named, "; ")], className="small soft") for line in lines]


def _replies_alone(page_request: PageRequest, view: Theme) -> list[Component]:
    """Return the replies of states that have no part of their own on the page."""
    words, shown = page_request.words, {side.country.code for side in view.sides}
    parts: list[Component] = []
    for country in page_request.snapshot.framework.countries:
        found = [] if country.code in shown else replies_about(page_request, country.code, view.item.id)
        if found:
            link = html.A(words.text(country.name), href=page_request.href(f"/countries/{country.code}"))
            parts.append(html.Section([html.H2(link), *found], className="card fold side", id=country.code))
    return parts


def _steps(page_request: PageRequest, view: Theme) -> Component:
    words, (before, after) = page_request.words, view.steps
    links = [
        html.A(shown.format(words.text(item.name)), href=page_request.href(f"/themes/{item.id}"))
        for item, shown in ((before, "← {}"), (after, "{} →"))
        if item
    ]
    named: Any = {"aria-label": words("Other themes")}
    return html.Nav(joined(links), className="d-flex justify-content-between gap-3 mt-2 mb-4", **named)


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
    shown = _status(page_request, side)
    shown += [_statement(page_request, statement) for statement in side.own[:MOST_BESIDE]]
    if len(side.own) > MOST_BESIDE:
        every = page_request.href("/evidence", countries=side.country.code, item=view.item.id)
        more = words.plural("{n} more statement", "{n} more statements", len(side.own) - MOST_BESIDE)
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


def basis_text(page_request: PageRequest, item: Item) -> str:
    """Return the link of an item to the Declaration; a theme names the session that its quote comes from."""
    words, found = page_request.words, _reading_of(page_request, item)
    if item.basis is Basis.THEME and found:
        return words("theme raised ({session})", session=words.text(found[1].name))
    return label(words, item.basis)


def basis(page_request: PageRequest, item: Item) -> Component:
    """Return the quotation that an item comes from, and how it is asked and listed elsewhere, folded."""
    words, framework = page_request.words, page_request.snapshot.framework
    found = _reading_of(page_request, item)
    quoted = quotation(
        page_request, item.quote, item.line, found[0].source_id if found else "", framework.articles_of(item)
    )
    asked = words("each state, in rounds only") if item.from_round else words("each state")
    if item.scope is Scope.REGION:
        asked = words("the region as a whole")
    named = [(words("Pillar"), words.text(next(p.name for p in framework.pillars if p.id == item.pillar)))]
    named.append((words("Asked of"), asked))
    if item.crosswalk.protocol:
        articles = ", ".join(item.crosswalk.protocol).replace("Art.", words("Art.")).replace("UNTOC", words("UNTOC"))
        named.append((words("Trafficking Protocol"), articles))
    if item.crosswalk.sdg:
        named.append((words("SDG target"), ", ".join(item.crosswalk.sdg)))
    said = html.P(basis_text(page_request, item), title=item.id)
    return fold(words("Basis"), said, quoted, facts(named))


def conditions(page_request: PageRequest, item: Item) -> Component:
    """Return the written conditions of an item, folded."""
    words = page_request.words
    rule = words(
        "“In place”: a state body says so in a source, or a document shows it. "
        "What a full answer names decides nothing."
    )
    parts: list[Any] = [html.P(rule, className="small soft")]
    for indicator in item.milestones:
        if indicator.conditions:
            parts += [html.H3(words.text(indicator.name), title=indicator.id), _answers(page_request, indicator)]
    return fold(words("The written conditions"), *parts)


def _answers(page_request: PageRequest, indicator: Indicator) -> Component:
    words, held = page_request.words, indicator.conditions
    assert held is not None, "an indicator without conditions is not shown"
    is_milestone = indicator.type is IndicatorType.MILESTONE
    kind, reached = ("in_place", words("in place")) if is_milestone else ("continuing", words("activity reported"))
    answers = (
        ("no_step", words("no step"), held.none),
        ("under_way", words("partly"), held.partly),
        (kind, reached, held.in_place),
        ("", words("a full answer names"), held.full_answer),
        ("", words("does not count"), held.not_counted),
    )
    named: list[tuple[Any, str]] = [
        ([mark(each), " ", words("{status}, if:", status=name)] if each else name, words.text(text))
        for each, name, text in answers
        if text
    ]
    return html.Dl([part for name, text in named for part in (html.Dt(name), html.Dd(text))], className="conditions")


def _reading_of(page_request: PageRequest, item: Item) -> tuple[Reading, ReportSession] | None:
    """Return the reading and the session that the quote of an item comes from."""
    lines = lines_of(item.line)
    readings = page_request.snapshot.framework.readings if lines else ()
    return next(((each, session) for each in readings if (session := each.session_of(lines[0]))), None)
