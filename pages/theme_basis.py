"""What a theme rests on: the words that it comes from, and the written conditions of its statuses."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.i18n.codes import label
from bukhara.model.codes import Basis, IndicatorType, Scope
from bukhara.model.framework import Indicator, Item, Reading, ReportSession
from bukhara.model.locators import lines_of
from web.components.lists import facts, fold
from web.components.statements import quotation
from web.components.svg import mark
from web.request import PageRequest


def basis_text(page_request: PageRequest, item: Item) -> str:
    """Return the link of an item to the Declaration; a theme names the session that its quote comes from."""
    words, found = page_request.words, _reading_of(page_request, item)
    if item.basis is Basis.THEME and found:
        return words("theme raised in {session}", session=words.text(found[1].name))
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
        articles = (each.replace("Art.", words("Art.")) for each in item.crosswalk.protocol)
        named.append((words("Trafficking Protocol"), ", ".join(articles)))
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
    if held is None:
        return html.Dl()
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
        ([mark(each), " ", name] if each else name, words.text(text)) for each, name, text in answers if text
    ]
    parts = [part for name, text in named for part in (html.Dt(name), html.Dd(text))]
    return html.Dl(parts, className="conditions")


def _reading_of(page_request: PageRequest, item: Item) -> tuple[Reading, ReportSession] | None:
    """Return the reading and the session that the quote of an item comes from."""
    lines = lines_of(item.line)
    readings = page_request.snapshot.framework.readings if lines else ()
    return next(((each, session) for each in readings if (session := each.session_of(lines[0]))), None)
