"""The themes of a state, and beside them what was reported since, what is difficult and what is contested."""

from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.charts import level_bar
from bukhara.charts.act_words import acts_of_cell
from bukhara.charts.cell_words import cell_dates, cell_text, theme_of
from bukhara.i18n.codes import label
from bukhara.model.codes import Kind
from bukhara.model.statement import Statement
from bukhara.situation import on_file
from bukhara.situation.replies import was_asked
from bukhara.situation.situation import Situation, reported_by
from bukhara.views.countries.country import CountryPillar, CountryTheme, CountryView
from bukhara.views.status import narrative
from web.charts import status_source
from web.components.changes import changes_of_one
from web.components.evidence import evidence_address
from web.components.figures import coding_difference, figure_line, folded_difference
from web.components.lists import card, joined, narrow_fold, on_page, opening, plain_list
from web.components.replies import replies_about
from web.components.reports import folded_reports, searched
from web.components.statements import point, source_line, step, text_of
from web.components.status import marked, signs
from web.page import Section
from web.request import PageRequest

SHOWN, NAMED = 1, 1
"""Lines of the reports beside the themes, and of each list below them; the others are folded."""
_TAGGED = (Kind.CHALLENGE, Kind.NEED, Kind.SUPPORT_REQUEST, Kind.RECOMMENDATION)


def themes(page_request: PageRequest, view: CountryView) -> tuple[Section, ...]:
    """Return the list of themes with what stands beside it, what changed and, in a round, the level."""
    words = page_request.words
    reported = page_request.view(on_file.build, country=view.country.code)
    listed = folded_reports(page_request, reported, "item", most=SHOWN, kind="narrow-fold")
    parts = [("difficult", words("Challenges and needs")), ("expected", words("What may be raised"))]
    if listed:
        parts.append(("since", words("Since {year}", year=reported.after)))
    main = [_themes(page_request, view), _difficult(page_request, view)]
    beside = [*_expected(page_request, view), *_changed(page_request, view), *listed]
    beside += searched(page_request, view.country)
    columns = html.Div([html.Div(main), html.Div(beside, className="beside-themes")], className="themes-and-beside")
    return on_page(page_request, parts), columns, *_level(page_request, view)


def _themes(page_request: PageRequest, view: CountryView) -> Component:
    words = page_request.words
    only = page_request.one_of("only", ("in_place", "under_way", "without_answer", "open"))
    chosen = getattr(view, only) if only else None
    every = html.A(words("Show all themes"), href=page_request.here(only="") + "#parts")
    parts: list[Component] = [] if chosen is None else [html.P(every)]
    for block in view.blocks:
        lines = [line for line in block.lines if chosen is None or line in chosen]
        if lines:
            listed = html.Ul([_theme(page_request, view, line) for line in lines], className="lines")
            parts += [_pillar(page_request, block), listed]
    if view.apart and chosen is None:
        heading = html.H3(words("Asked of the states in rounds only:"), id="apart")
        listed = html.Ul([_theme(page_request, view, line) for line in view.apart], className="lines")
        parts += [heading, listed]
    alone = [line.item for line in view.open if not reported_by(page_request.snapshot, line.item.id)]
    if alone and chosen is None:
        names = [html.A(words.text(each.name), href=page_request.href(f"/themes/{each.id}")) for each in alone]
        said = words("In the sources of this day no other state reports as in place:")
        parts.append(html.P([said, " ", *joined(names, "; "), "."], className="small soft", id="nobody"))
    return card(words("Theme by theme"), *parts, id="themes")


def _pillar(page_request: PageRequest, block: CountryPillar) -> Component:
    words, n = page_request.words, block.counts
    said = words("{k} of {n} in place", k=n.in_place, n=n.n)
    number: list[Any] = [" ", html.Small(said, className="soft")] if n.n else []
    return html.H3([words.text(block.pillar.name), *number], className="pillar-head", id=block.pillar.id)


def _theme(page_request: PageRequest, view: CountryView, line: CountryTheme) -> Component:
    words, code, item, kind = page_request.words, view.country.code, line.item, line.status.mark
    address = page_request.href(f"/themes/{item.id}") + f"#{code}"
    name = html.A(words.text(item.name), href=address, title=item.id)
    named = joined([name, *signs(line.status, words)])
    small = cell_dates(line.status, words)
    acts = acts_of_cell(line.status, words)
    said = [*_statement(page_request, line, address), *([html.Span(acts, className="n")] if acts else [])]
    return html.Li(
        [
            html.Div([*named, " ", *_neighbours(page_request, line.status)], className="what"),
            marked(kind, cell_text(line.status, words), small, href=evidence_address(page_request, line.status)),
            *([html.Div(said, className="statement-text")] if said else []),
            *replies_about(page_request, code, item.id),
        ]
    )


def _neighbours(page_request: PageRequest, status: Situation) -> list[Component]:
    """Return which other states have an open theme in place for a period that is not over: they can share it."""
    words, state = page_request.words, page_request.snapshot.framework.country
    reported = reported_by(page_request.snapshot, status.item) if status.is_open else ()
    there = (each for each in reported if each.is_example)
    links = [html.A(words.text(state(s.country).short), href=evidence_address(page_request, s)) for s in there]
    in_place = words("Reported in place or continuing in")
    return [html.Span([f"{in_place}: ", *joined(links, ", ")], className="n")] if links else []


def _statement(page_request: PageRequest, line: CountryTheme, address: str) -> list[Component]:
    words, statement = page_request.words, line.statement
    if statement is None:
        more = words.plural(
            "{n} statement of another organisation", "{n} statements of other organisations", line.others
        )
        return [html.A(more, href=address, className="soft")] if line.others else []
    tag = label(words, statement.kind) if statement.kind in _TAGGED else ""
    if not tag and line.aside:
        tag = words.text(page_request.snapshot.framework.indicator(statement.indicator).name)
    shown = text_of(page_request, statement)
    shown["children"] = [*([html.Em(tag, className="tag"), " "] if tag else []), shown["children"]]
    return [html.Span(className="brief-line", **shown), source_line(page_request, statement)]


def _difficult(page_request: PageRequest, view: CountryView) -> Component:
    """Return the challenges and needs that the state named, and its own next steps."""
    words = page_request.words
    nothing = words("None named in the sources of this day.")
    unannounced = words("None announced in the sources of this day.")
    announced = (*view.steps, *view.said)
    columns = []
    for heading, statements, otherwise in (
        (html.H3(words("Challenges named by the state")), view.challenges, nothing),
        (html.H3(words("Needs named")), view.needs, nothing),
        (html.H3(words("Own next steps"), id="steps"), announced, unannounced),
    ):
        line = _step if statements is announced else _point
        lines = [html.Li(line(page_request, each)) for each in statements]
        said = opening(page_request, lines, NAMED) if lines else [html.P(otherwise, className="soft")]
        columns.append(html.Div([heading, *said]))
    return narrow_fold(words("Challenges and needs"), html.Div(columns, className="three"), id="difficult")


def _point(page_request: PageRequest, statement: Statement) -> Component:
    return html.Div(point(page_request, statement, _theme_name(page_request, statement)), className="point")


def _step(page_request: PageRequest, statement: Statement) -> list[Any]:
    named = source_line(page_request, statement, _theme_name(page_request, statement))
    return [*step(page_request, statement), " ", named]


def _theme_name(page_request: PageRequest, statement: Statement) -> str:
    return theme_of(page_request.snapshot, statement, page_request.words)


def _expected(page_request: PageRequest, view: CountryView) -> list[Component]:
    """Return what a conference will be about: objections, differences, open codings and open themes."""
    words = page_request.words
    asked = was_asked(page_request.snapshot, view.country.code)
    no_objection = words("No objection of the state is open.") if asked else words("The state has not been asked yet.")
    objections = [_objection(page_request, line) for line in view.objected]
    objections += [figure_line(page_request, figure) for figure in view.figures]
    differences = [folded_difference(page_request, each) for each in view.differences]
    parts: list[Any] = [
        html.H3(words("Objections of the state"), id="objected"),
        plain_list(objections, no_objection),
        html.H3(words("Differences between sources"), id="differences"),
        *(differences or [html.P(words("No difference between sources is open."), className="soft")]),
    ]
    if view.codings:
        codings = (coding_difference(page_request, each) for each in view.codings)
        parts += [html.H3(words("Two coders read it differently"), id="codings"), plain_list(codings, "", kind="")]
    name = words("Themes that are open: {n}", n=len(view.open))
    parts.append(html.P(html.A(name, href=page_request.here(tab="", only="open") + "#parts"), id="open"))
    printing: Any = {"data-print": ""}
    look = "btn btn-outline-secondary btn-sm"
    parts.append(html.Button(words("Print this page"), type="button", className=look, **printing))
    return [narrow_fold(words("What may be raised"), *parts, id="expected")]


def _objection(page_request: PageRequest, line: CountryTheme) -> list[Component]:
    words, kind = page_request.words, line.status.mark
    name = html.A(words.text(line.item.name), href=evidence_address(page_request, line.status))
    return [name, marked(kind, label(words, kind))]


def _changed(page_request: PageRequest, view: CountryView) -> tuple[Component, ...]:
    every = page_request.view(narrative.build, page_request.service.past(page_request.snapshot))
    changes = next(changes for changes in every if changes.country == view.country.code)
    return (changes_of_one(page_request, changes),) if changes.previous else ()


def _level(page_request: PageRequest, view: CountryView) -> tuple[Section, ...]:
    if view.level is None:
        return ()
    words, source = page_request.words, status_source(page_request, view.country.code)
    answers = page_request.href(page_request.path) + "#themes"
    name = words.text(view.country.short)
    chart = level_bar.chart(view.level, words, country=name, source=source, href=answers)
    return (replace(chart, is_folded=True),)
