"""What public sources report and no state has confirmed, as a list: since the last conference, and before it."""

from collections.abc import Sequence
from typing import Any, Literal

from dash import html
from dash.development.base_component import Component

from bukhara.model.release import PublicReport
from bukhara.model.statement import Statement
from bukhara.views.statements.since import Since, by_weight
from web.components.figures import figure_line
from web.components.lists import counted, fold, joined, opening
from web.components.passages import note_text, record_text, source_title
from web.components.statements import text_of
from web.request import PageRequest

About = Literal["", "country", "item"]
"""What each line says that it is about, besides what the page is about."""


def reports(page_request: PageRequest, since: Since, about: About = "", *, most: int = 0) -> list[Component]:
    """Return the reports of a page with the day up to which sources are shown; nothing without a report.

    Where only so many at `most` are open, they are the weightiest ones.
    """
    words = page_request.words
    parts: list[Component] = []
    until = words.date(since.until)
    for found, heading, limits in (
        (
            since.later,
            words("Since then, from public sources, not confirmed"),
            words("Sources up to {day}. They set no status and no count.", day=until),
        ),
        (
            since.earlier,
            words("Earlier, and not in the report"),
            words("From public sources up to {day}, not confirmed. They set no status.", day=until),
        ),
    ):
        if found:
            lines = report_lines(page_request, by_weight(found) if most else found, about)
            parts += [html.H2(heading), html.P(limits, className="small soft")]
            parts += opening(page_request, lines, most or len(lines))
    return [html.Section(parts, id="since")] if parts else []


def folded_reports(
    page_request: PageRequest, since: Since, about: About, *, most: int = 0, kind: str = "fold"
) -> list[Component]:
    """Return the reports of a page behind their heading and their number; nothing without a report."""
    listed = reports(page_request, since, about, most=most)
    if not listed:
        return []
    words, number = page_request.words, len(since.later) + len(since.earlier)
    said = words("Since then, from public sources, not confirmed")
    name = said if since.later else words("Earlier, and not in the report")
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
        parts.append(html.Span(**text_of(page_request, record)))
    else:
        parts += figure_line(page_request, record, is_linked=False)
    if report.remark and not (is_same_source and before is not None and before.remark == report.remark):
        parts += [" ", html.Span(note_text(page_request, report.remark), className="n")]
    cited: list[Any] = [record_text(page_request, report.source.body, marked=False)]
    if not is_same_source:
        cited += [": ", source_title(page_request, report.source)]
    day = words.date(report.source.date)
    said_on = words("read on {day}, day of publication not known", day=day) if report.is_read_on else day
    source: list[Any] = [html.A(cited, href=report.source.address, rel="noreferrer"), said_on]
    if about == "item" and isinstance(record, Statement):
        theme = words.text(framework.item(record.item).name)
        source.insert(0, html.A(theme, href=page_request.href(f"/evidence/{record.country}/{record.item}")))
    return html.Li([*parts, " ", html.Span(joined(source, " · "), className="n")])
