"""Overview: the matrix of themes and states, and beside it what is new, differs, is difficult or changed."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html, register_page
from dash.development.base_component import Component

from bukhara.charts.act_words import act_text
from bukhara.charts.cell_words import dated_text
from bukhara.charts.change_words import change_rule, outlined_text
from bukhara.charts.count_words import in_place_text, somewhere_text
from bukhara.charts.day_words import title_of_all
from bukhara.charts.timeline_words import conference_state
from bukhara.i18n import meanings
from bukhara.i18n.codes import label
from bukhara.i18n.source_differences import compact_text, describe_difference
from bukhara.model.codes import Basis
from bukhara.model.groups import group_by
from bukhara.model.messages import N_
from bukhara.model.statement import Statement
from bukhara.situation import contested, on_file
from bukhara.views.countries import overview
from bukhara.views.countries.overview import Stop
from bukhara.views.status import narrative
from bukhara.views.status.narrative import CountryChanges
from web.charts import status_source
from web.components.changes import changes_of_all
from web.components.emphasis import about
from web.components.evidence import evidence_address
from web.components.lists import fold, joined, list_card
from web.components.matrix import matrix
from web.components.reports import LATER, LIMITS
from web.components.statements import text_of
from web.components.status import key, status
from web.filters import choice, chosen, day_filters, pillar_filter
from web.page import Page
from web.request import PageRequest, page_request_of

register_page(__name__, path="/", name=N_("Overview"), order=10, kept=True)

SHOWN = 3
"""Lines of a card beside the matrix."""


def layout(**query: str) -> Page:
    """Return the overview for the pillar and basis selected."""
    page_request = page_request_of("/", query)
    words, snapshot = page_request.words, page_request.snapshot
    bases = {b.value: label(words, b) for b in Basis if b is not Basis.CONTEXT}
    pillar, basis = pillar_filter(page_request), choice(page_request, "basis", words("Basis"), bases)
    view = page_request.view(overview.build, pillar=chosen(pillar), basis=chosen(basis))
    country_changes = page_request.view(narrative.build, page_request.service.past(snapshot))
    cells = overview.cell_changes(snapshot, country_changes)
    beside = [
        *_since(page_request),
        _differences(page_request),
        _challenges(page_request, view),
        _what_changed(page_request, country_changes, cells),
    ]
    side_by_side = [_picture(page_request, view, cells.before), html.Div(beside, className="beside-matrix")]
    return Page(
        title=title_of_all(snapshot, words),
        lead=_lead(page_request, view),
        # the day is chosen on the line of conferences
        filters=(pillar, basis, *day_filters(page_request)[1:]),
        folded=True,
        look="one-screen",
        sections=(
            _actions(page_request),
            _conferences(page_request, view),
            html.Div(side_by_side, className="overview"),
            *_all_changes(page_request, country_changes),
            *_region(page_request, view),
        ),
    )


def _lead(page_request: PageRequest, view: overview.Overview) -> str:
    words, cells = page_request.words, (cell for each in view.strips for cell in each.cells)
    return f"{somewhere_text(view.somewhere, view.themes, words)} {in_place_text(cells, words)}".strip()


def _actions(page_request: PageRequest) -> Component:
    words, look = page_request.words, "btn btn-outline-secondary btn-sm"
    named: Any = {"data-full": ""}
    slides = html.A(words("Slides for a panel"), href=page_request.href("/panel"), className=look)
    full = html.Button(words("Full screen"), type="button", className=look, **named)
    return html.Div([slides, full], className="screen-actions")


def _conferences(page_request: PageRequest, view: overview.Overview) -> Component:
    """Return the line of conferences; where there are two days to choose from, it is how the day is chosen."""
    named: Any = {
        "aria-label": page_request.words("Day shown") if view.choice else page_request.words("The conferences")
    }
    return html.Nav(
        html.Ol([_stop(page_request, stop, is_choice=view.choice) for stop in view.stops]),
        className="conferences",
        **named,
    )


def _stop(page_request: PageRequest, stop: Stop, *, is_choice: bool) -> Component:
    words = page_request.words
    name: list[Any] = []
    if stop.conference:
        place = words.text(stop.conference.place).split(",")[0]
        name = [html.Span(place, className="where"), f" {stop.conference.when[:4]}"]
    elif stop.reading:
        name = [words.date(stop.reading.date)]
    short, whole = _state_of(page_request, stop)
    named: Any = {"aria-current": "true"} if stop.current else {}
    point = name
    if is_choice and stop.reading:
        point = [html.A(name, href=page_request.here(as_of=stop.reading.date.isoformat()), **named)]
    elif stop.report:
        point = [html.A(name, href=evidence_address(page_request, stop.report).partition("#")[0] + "#since")]
    kind = "read" if stop.reading or not stop.conference else stop.conference.state
    said = html.Span(short or whole, className="n" if short else "visually-hidden")
    return html.Li([*point, " ", said], className=f"{kind} current" if stop.current else kind, title=whole)


def _state_of(page_request: PageRequest, stop: Stop) -> tuple[str, str]:
    """Return what is known of a conference, in short and as a whole; one with a report has its title."""
    words = page_request.words
    if stop.reading or not stop.conference:
        return "", words.text(stop.reading.title) if stop.reading else ""
    return conference_state(stop.conference, stop.report, words)


def _picture(page_request: PageRequest, view: overview.Overview, was: Mapping[tuple[str, str], str]) -> Component:
    """Return the matrix with its key, and what is shown of it on the whole screen."""
    words, snapshot, card = page_request.words, page_request.snapshot, view.scorecard
    exercise = html.Small(words("EXERCISE: invented states, invented figures."))
    title: list[Any] = [title_of_all(snapshot, words), *([" ", exercise] if snapshot.framework.exercise else [])]
    changed = html.Span([html.I(className="outlined"), " ", words("differs from the last time")])
    return html.Div(
        [
            html.P(title, className="screen-title"),
            matrix(page_request, card, view.strips, was, is_choice=True),
            key(page_request, card.marks, *([changed] if was else []), is_narrow=True),
            html.P(status_source(page_request), className="screen-source"),
            _under(page_request),
        ],
        className="whole-screen",
    )


def _under(page_request: PageRequest) -> Component:
    words, framework = page_request.words, page_request.snapshot.framework
    day, declaration = words.date(framework.method.bukhara_date), framework.instrument
    files = {
        kind.upper(): page_request.href(f"/download/status-by-country.{kind}", page="/themes", tab="picture")
        for kind in ("png", "pdf", "csv", "xlsx")
    }
    plain: Any = {"data-plain": ""}
    parts: list[Any] = [
        words("* in place before the Declaration ({day})", day=day),
        html.Span(words("A click on a cell shows the evidence.")),
        *([] if declaration.articles else [html.Span(f"{words.text(declaration.heading)}.")]),
        *(html.A(name, href=address, **plain) for name, address in files.items()),
        html.A(words("How to read this"), href=page_request.href("/method")),
    ]
    return html.P(joined(parts), className="under")


def _since(page_request: PageRequest) -> tuple[Component, ...]:
    """Return the weightiest public report on each state, which leads to all of them; nothing without one."""
    words = page_request.words
    found = page_request.view(on_file.build)
    first = {each.record.country: each for each in reversed(on_file.weightiest(found.later))}
    lines = []
    for state in page_request.snapshot.framework.countries:
        report = first.get(state.code)
        if report and isinstance(record := report.record, Statement):
            said = act_text(report, words) or html.Span(**text_of(page_request, record))
            named = about(page_request, state=state.code, theme=record.item, pointed="state")
            address = page_request.href(f"/countries/{state.code}") + "#since"
            lines.append(html.A([html.B(words.text(state.short)), " ", said], href=address, **named))
    limits = html.P(words(LIMITS, day=words.date(found.until)), className="small soft")
    return (list_card(words(LATER), lines, limits, id="since", kind="since"),) if lines else ()


def _differences(page_request: PageRequest) -> Component:
    words, framework = page_request.words, page_request.snapshot.framework
    found = contested.points(page_request.snapshot).open
    lines: list[Any] = [
        html.A(
            [html.B(words.text(framework.country(each.country).short)), " ", compact_text(each, framework, words)],
            href=page_request.href("/contested") + f"#{each.group}",
            title=describe_difference(each, framework, words).sentence,
            **about(page_request, state=each.country, pointed="state"),
        )
        for each in found[:SHOWN]
    ]
    name = words("Differences between sources: {n}", n=len(found))
    heading = html.A(name, href=page_request.href("/contested") + "#open")
    return list_card(heading, lines or [words("No difference between sources is open.")])


def _challenges(page_request: PageRequest, view: overview.Overview) -> Component:
    words, address = page_request.words, page_request.href("/needs")
    lines: list[Any] = []
    for item, countries in view.challenges[:SHOWN]:
        states = ", ".join(words.text(country.short) for country in countries)
        name: list[Any] = [words.text(item.name), " ", html.Span(states, className="soft")]
        about_it = about(page_request, theme=item.id, pointed="theme")
        lines.append(html.A(name, href=f"{address}#{item.id}", **about_it))
    heading = html.A(words("Challenges named: {n}", n=len(view.challenges)), href=address)
    return list_card(heading, lines or [words("None named in the sources of this day.")])


def _what_changed(
    page_request: PageRequest, country_changes: Sequence[CountryChanges], cells: overview.CellChanges
) -> Component:
    words = page_request.words
    heading = words("What changed")
    if not any(each.previous for each in country_changes):
        return list_card(heading, [words("No earlier reading or round to compare with.")])
    rule = change_rule(words)
    return list_card(heading, [outlined_text(cells, words), html.A(rule, href="#changes")])


def _all_changes(page_request: PageRequest, country_changes: Sequence[CountryChanges]) -> tuple[Component, ...]:
    """Return the sentences about what changed; nothing without an earlier reading or round."""
    if not any(each.previous for each in country_changes):
        return ()
    changes = html.Div(changes_of_all(page_request, country_changes))
    return (fold(page_request.words("What changed, country by country"), changes, id="changes", kind=""),)


def _region(page_request: PageRequest, view: overview.Overview) -> tuple[Component, ...]:
    """Return the items of the region with what is known of them, and those that are asked in rounds only."""
    words, card = page_request.words, view.scorecard
    cells = () if page_request.snapshot.framework.exercise else card.region
    if not cells and not card.later:
        return ()
    parts: list[Component] = [html.H2(words("The region as a whole"))]
    if cells:
        lines = []
        for (kind, dated), same in group_by(cells, lambda cell: (cell.sign, dated_text(cell, words))).items():
            named = (
                html.A(words.text(card.items[each.item].name), href=evidence_address(page_request, each))
                for each in same
            )
            lines.append(html.Li([status(kind, dated), " ", *joined(named, " · ")]))
        parts.append(html.Ul(lines, className="region"))
    if card.later:
        asked = html.Span(words("Asked of the states in rounds only:"), title=words(meanings.TERMS["round"]))
        links = (html.A(words.text(each.name), href=page_request.href(f"/themes/{each.id}")) for each in card.later)
        parts.append(html.P([asked, " ", *joined(links, " · ")], className="small soft"))
    return (html.Section(parts, className="card"),)
