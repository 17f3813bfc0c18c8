"""How far the result of each state depends on choices of the method: weights, evidence, and codings not used."""

from typing import Any

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from bukhara.charts.count_words import themes_text
from bukhara.charts.day_words import status_day
from bukhara.i18n.codes import label
from bukhara.model.framework import OtherCoding
from bukhara.progress.records import in_round, reading_at
from bukhara.progress.sensitivity import Sensitivity
from bukhara.views import robustness
from bukhara.views.robustness import Robust
from web.components.lists import folded_card, head, scrolled
from web.components.svg import Svg
from web.request import PageRequest


def sensitivity(page_request: PageRequest) -> Component:
    """Return a row for each state, and the codings that were not used."""
    words, snapshot = page_request.words, page_request.snapshot
    heading = words("How far each state's result depends on the method")
    has_levels = any(in_round(snapshot.framework, each.code, snapshot.as_of) for each in snapshot.framework.countries)
    fixed = words(
        "Each row is about one state: how far its result moves if one choice of the method is made differently. The "
        "rows are in the fixed order; please do not compare them."
    )
    parts = [html.P(fixed), html.P(_explained(page_request, has_levels=has_levels))]
    table = scrolled(heading, _table(page_request, has_levels=has_levels))
    return folded_card(heading, *parts, table, *_codings(page_request, has_levels=has_levels), id="sensitivity")


def _explained(page_request: PageRequest, *, has_levels: bool) -> str:
    words, method = page_request.words, page_request.snapshot.framework.method
    if not has_levels:
        return words(
            "A published report gives no levels. The table shows the themes as decided. Beside it: the least and the "
            "most of each mark over all combinations with the codings not used."
        )
    return words(
        "Every weight was multiplied by a random number between {low} and {high}, {draws} times with a fixed seed. The "
        "table shows the 5, 50 and 95 per cent points of the state's average level, from 0 to 1. Each is given for all "
        "answers and for documented evidence only.",
        low=words.number(method.sensitivity.weight_low),
        high=words.number(method.sensitivity.weight_high),
        draws=words.number(method.sensitivity.draws),
    )


def _table(page_request: PageRequest, *, has_levels: bool) -> Component:
    words, rows = page_request.words, page_request.view(robustness.build)
    has_others = any(row.spread for row in rows)
    columns = [words("State"), words("Themes as decided")]
    columns += [words("With any of the other codings")] if has_others else []
    if has_levels:
        columns += [
            words("Answered"),
            words("Average level, other weights"),
            words("Average level, other weights, documented evidence only"),
        ]
    dated = status_day(page_request.snapshot, words)
    lines = []
    for row in rows:
        cells = [html.Th(words.text(row.country.short), scope="row"), html.Td(themes_text(row.counts, words))]
        cells += [html.Td(_spread(page_request, row))] if has_others else []
        lines.append(html.Tr([*cells, *(_levels(page_request, row) if has_levels else [])]))
    caption = html.Caption(words("Result of each state under other choices; {day}", day=dated))
    return html.Table([caption, head(columns), html.Tbody(lines)], className="data")


def _spread(page_request: PageRequest, row: Robust) -> str:
    """Return the least and the most of each mark over all codings."""
    words = page_request.words
    said = []
    for part in row.spread:
        word = label(words, part.mark)
        if part.least == part.most:
            said.append(words("{word} {n}", word=word, n=part.least))
        else:
            said.append(words("{word} {least} to {most}", word=word, least=part.least, most=part.most))
    return ", ".join(said) or words("no other coding")


def _levels(page_request: PageRequest, row: Robust) -> list[Component]:
    """Return how much a state answered in a round, and the range of its average level."""
    words, coverage = page_request.words, row.coverage
    n = words("{k} of {n}", k=coverage.answered, n=coverage.applicable) if coverage else ""
    answered = html.Td(n, className="text-end")
    if coverage and coverage.display == "list":
        few = words("Too few answers for an average: the themes are listed on the page of the state.")
        return [answered, html.Td(few, colSpan="2")]
    return [answered, _range(page_request, row.uncapped), _range(page_request, row.capped)]


def _range(page_request: PageRequest, found: Sensitivity | None) -> Component:
    words = page_request.words
    if found is None:
        return html.Td(words("no level"))
    low, mid, high = found.lowest, found.median, found.highest
    shapes = Markup(
        '<g stroke="currentColor"><path d="M2 6h100" opacity=".3"/><path d="M{} 6H{}" stroke-width="5" opacity=".6"/>'
        '<path d="M{} 1v10" stroke-width="1.5"/></g>'
    )
    drawn = Svg(shapes.format(2 + 100 * low, 2.5 + 100 * high, 2 + 100 * mid), "align-middle", "0 0 104 12")
    said = words("{low} to {high}, middle {mid}", low=words.number(low), high=words.number(high), mid=words.number(mid))
    return html.Td([drawn, " ", html.Span(said, className="text-nowrap")])


def _codings(page_request: PageRequest, *, has_levels: bool) -> list[Component]:
    words, snapshot = page_request.words, page_request.snapshot
    reading = reading_at(snapshot.framework, snapshot.as_of)
    if reading and reading.second_coding:
        n = len(reading.second_coding)
        said = words.plural("{n} coding was not used:", "{n} codings were not used:", n)
        lines = [html.Li(_coding(page_request, each)) for each in reading.second_coding]
        return [html.P(said), html.Ul(lines, className="plain small")]
    if not has_levels:
        return []
    own = words("Answers of a round come from the states themselves, so there is no second coding.")
    return [html.P(own, className="soft small")]


def _coding(page_request: PageRequest, other: OtherCoding) -> list[Any]:
    words, framework = page_request.words, page_request.snapshot.framework
    indicator = framework.indicator(other.indicator)
    address = page_request.href(f"/themes/{indicator.item}") + f"#{other.country}"
    link = html.A(words.text(indicator.name), href=address, title=other.indicator)
    status = words("the other coding is “{status}”", status=label(words, other.status))
    return [f"{words.text(framework.country(other.country).short)}, ", link, f": {status}"]
