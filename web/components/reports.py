"""What public sources report and no state has confirmed, as a list: since the last conference, and before it."""

from collections.abc import Sequence
from typing import Any, Literal

from dash import html
from dash.development.base_component import Component

from bukhara.charts.act_words import act_text
from bukhara.i18n.codes import label
from bukhara.model.codes import ItemKind, Scope
from bukhara.model.framework import Country, Item
from bukhara.model.groups import group_by
from bukhara.model.languages import ORIGINALS
from bukhara.model.messages import N_
from bukhara.model.release import PublicReport
from bukhara.model.statement import Statement
from bukhara.situation.on_file import OnFile, by_weight, marking
from web.components.figures import figure_line
from web.components.lists import counted, facts, fold, joined, opening
from web.components.passages import note_text, record_text, source_title
from web.components.statements import text_of
from web.request import PageRequest

About = Literal["", "country", "item"]
"""What each line says that it is about, besides what the page is about."""

LATER, EARLIER = N_("Since then, from public sources"), N_("Earlier, and not in the report")
LIMITS = N_("Sources up to {day}. They set no status and no count until the state answers.")


def reports(page_request: PageRequest, since: OnFile, about: About = "", *, most: int = 0) -> list[Component]:
    """Return the reports of a page with the day up to which sources are shown; nothing without a report.

    Where only so many at `most` are open, they are the weightiest ones.
    """
    words = page_request.words
    parts: list[Component] = []
    limits = html.P(words(LIMITS, day=words.date(since.until)), className="small soft")
    for found, heading in ((since.later, LATER), (since.earlier, EARLIER)):
        if found:
            lines = report_lines(page_request, by_weight(found) if most else found, about)
            parts += [html.H2(words(heading)), limits, *opening(page_request, lines, most or len(lines))]
    return [html.Section(parts, id="since")] if parts else []


def folded_reports(
    page_request: PageRequest, since: OnFile, about: About, *, most: int = 0, kind: str = "fold"
) -> list[Component]:
    """Return the reports of a page behind their heading and their number; nothing without a report."""
    listed = reports(page_request, since, about, most=most)
    if not listed:
        return []
    name, number = page_request.words(LATER if since.later else EARLIER), len(since.later) + len(since.earlier)
    return [fold(counted(name, number), *listed, kind=kind)]


def report_lines(page_request: PageRequest, found: Sequence[PublicReport], about: About = "") -> list[Component]:
    """Return a line for each report; what it shares with the one before is not said again."""
    before = (None, *found)
    return [_line(page_request, report, about, last) for report, last in zip(found, before, strict=False)]


def _line(page_request: PageRequest, report: PublicReport, about: About, before: PublicReport | None) -> Component:
    words, framework, record = page_request.words, page_request.snapshot.framework, report.record
    is_same_source = before is not None and before.source == report.source
    parts: list[Any] = []
    if about == "country":
        parts += [html.B(f"{words.text(framework.country(record.country).short)}:"), " "]
    if isinstance(record, Statement):
        if act := act_text(report, words):
            parts += [html.B(act), " · "]
        parts.append(html.Span(**text_of(page_request, record)))
        if record.quote and not about:
            parts += [" ", html.Q(record.quote, lang=report.source.language, className="n")]
    else:
        parts += figure_line(page_request, record, is_linked=False)
    if report.remark and not (is_same_source and before is not None and before.remark == report.remark):
        parts += [" ", html.Span(note_text(page_request, report.remark), className="n")]
    cited: list[Any] = [record_text(page_request, report.source.body, marked=False)]
    if not is_same_source:
        cited += [": ", source_title(page_request, report.source)]
    day = words.date(report.source.date)
    said_on = words("read on {day}, day of publication not known", day=day) if report.is_read_on else day
    kind = label(words, record.act_kind) if isinstance(record, Statement) and record.act_kind else ""
    source: list[Any] = [
        *filter(None, [kind]),
        html.A(cited, href=report.source.address or None, rel="noreferrer"),
        said_on,
    ]
    if about == "item" and isinstance(record, Statement):
        theme = words.text(framework.item(record.item).name)
        source.insert(0, html.A(theme, href=page_request.href(f"/evidence/{record.country}/{record.item}")))
    return html.Li([*parts, " ", html.Span(joined(source, " · "), className="n")])


def searched(page_request: PageRequest, country: Country) -> list[Component]:
    """Return in which languages acts of a state were looked for, by theme; nothing where no act is shown."""
    words, snapshot = page_request.words, page_request.snapshot
    made = [each for each in page_request.service.searches if each["country"] == country.code]
    if not made or not snapshot.once(marking):
        return []

    def languages(item: Item) -> str:
        names = dict.fromkeys(ORIGINALS[each["language"]] for each in made if each["item"] == item.id)
        return ", ".join(map(words, names)) or words("not searched")

    themes = (i for i in snapshot.framework.items if i.scope is Scope.COUNTRY and i.kind is not ItemKind.CONTEXT)
    named = [(name, "; ".join(words.text(i.short) for i in own)) for name, own in group_by(themes, languages).items()]
    said = words(
        "The same kinds of act were looked for in each state ({days}): in stored copies of pages, mostly in excerpts. "
        "What was not found, we may have missed; it says nothing about a state.",
        days=", ".join(words.partial_date(day) for day in sorted({each["day"] for each in made})),
    )
    heading = words("What was searched: {state}", state=words.text(country.short))
    return [fold(heading, html.P(said, className="small soft"), facts(named), id=f"searched-{country.code}")]
