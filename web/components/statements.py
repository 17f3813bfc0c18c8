"""One statement of an institution: its words with their place, who spoke and when, in a line or as a card."""

from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.charts.step_words import became, spoken_by, step_parts
from bukhara.i18n.codes import label
from bukhara.i18n.words import Words
from bukhara.model.codes import EvidenceGrade, Kind, State, Status
from bukhara.model.framework import Article
from bukhara.model.statement import Statement
from bukhara.situation.days import reported_day
from bukhara.situation.statements import answer_days
from bukhara.situation.steps import step_of
from bukhara.views.evidence.evidence import Record, citations
from web.components.evidence import evidence_address, quote_card
from web.components.lists import joined
from web.components.passages import place, record_text
from web.components.status import marked
from web.components.svg import mark
from web.request import PageRequest


def speaker(page_request: PageRequest, statement: Statement) -> str:
    """Return the institution behind a statement in the language of the reader, and whether it was said at a panel."""
    return spoken_by(page_request.snapshot, statement, page_request.words)


def text_of(page_request: PageRequest, statement: Statement) -> dict[str, Any]:
    """Return the text of a statement and its language, as the properties of a component."""
    text, language = statement.text_in(page_request.words.language)
    return {"children": text, "lang": language}


def days_of_answer(page_request: PageRequest, statement: Statement) -> str:
    """Return the day of an answer, and the earlier days on which it was the same.

    Nothing on the page of the state whose statuses are all of that day: the head of the page says it.
    """
    words, snapshot = page_request.words, page_request.snapshot
    days = answer_days(snapshot, statement)
    if not days or (page_request.country == statement.country and days == (reported_day(snapshot, statement.country),)):
        return ""
    newest, *earlier = map(words.date, days)
    same = words("the same on {days}", days=", ".join(earlier)) if earlier else ""
    return "; ".join(filter(None, (newest, same)))


def places(page_request: PageRequest, statement: Statement) -> list[Any]:
    """Return the places of a statement, each leading to its passage, and its days, which lead to its evidence."""
    printed = place(page_request, statement.source_locator, statement.source_id)
    days = days_of_answer(page_request, statement) or page_request.words("evidence")
    link = html.A(days, href=evidence_address(page_request, statement))
    return [*printed, *([" · "] if printed else []), link]


def source_line(page_request: PageRequest, statement: Statement, *named: Any) -> Component:
    """Return who said a statement and where, with what else is `named` between them, in small letters."""
    parts = joined([speaker(page_request, statement), *filter(None, named)], " · ")
    return html.Span([*parts, " · ", *places(page_request, statement)], className="n")


def step(page_request: PageRequest, statement: Statement) -> list[Any]:
    """Return the next step of a statement: its day, who leads it, the document promised, and what became of it."""
    words, snapshot = page_request.words, page_request.snapshot
    day = html.Strong(words.date(statement.due_date)) if statement.due_date else ""
    said = record_text(page_request, statement.next_step, statement.lang)
    since = became(step_of(snapshot, statement), words)
    more = [html.Span(part, className="n") for part in (*step_parts(snapshot, statement, words), since) if part]
    return joined([*filter(None, (said, day)), *more])


def point(page_request: PageRequest, statement: Statement, *named: Any) -> list[Component]:
    """Return the mark of a challenge or a need with its sentence, and who named it."""
    kind = "challenge" if statement.kind is Kind.CHALLENGE else "planned"
    said = html.Span(className="w", **text_of(page_request, statement))
    return [mark(kind), html.Span([said, " ", source_line(page_request, statement, *named)])]


def rest(page_request: PageRequest, total: int, limit: int, address: str) -> list[Component]:
    """Return what a long list leaves out, and where all of it is."""
    words = page_request.words
    if total <= limit:
        return []
    said = words("The first {n} of {total} are shown.", n=words.number(limit), total=words.number(total))
    link = html.A(words("See all of them in the evidence"), href=address)
    return [html.P([said, " ", link], className="small soft")]


def quotation(
    page_request: PageRequest, quote: str, locator: str, source_id: str, articles: tuple[Article, ...] = ()
) -> Component:
    """Return a quotation in the language of its source, with its place: lines of a report, or `articles`."""
    if not articles:
        return quote_card(quote, "en", place(page_request, locator, source_id))
    links = [
        html.A(
            page_request.words("Article {number}", number=each.article),
            href=page_request.href("/declaration") + f"#article-{each.article}",
        )
        for each in articles
    ]
    return quote_card(quote, articles[0].lang, joined(links, ", "))


def quotations(page_request: PageRequest, record: Record) -> list[Component]:
    """Return the words of a source behind a statement or figure, each with its place."""
    return [quotation(page_request, *each, record.source_id) for each in citations(record)]


def statement_card(page_request: PageRequest, statement: Statement) -> Component:
    """Return a statement: its status or kind, its text, the institution, its words and their place."""
    words = page_request.words
    since, until = statement.since, statement.valid_until
    span = words.span(since, until) if until or (since and not statement.status) else words.partial_date(since)
    parts: list[Any] = []
    if statement.status and statement.status is not Status.NOT_ASKED:
        dated = " · ".join(filter(None, (label(words, statement.status), span)))
        said = html.Span(dated, className="w")
        parts.append(html.P([mark(statement.status), said], className=f"c s-{statement.status}"))
    elif statement.kind is not Kind.IMPLEMENTATION:
        parts.append(html.P(label(words, statement.kind), className="tag"))
    parts.append(html.P(className="statement-text", **text_of(page_request, statement)))
    if span and not statement.status:
        parts.append(html.P(span, className="small soft"))
    if statement.next_step:
        announced = [words("Next step announced:"), " ", *step(page_request, statement)]
        parts.append(html.P(announced, className="small soft"))
    by = [
        words("As reported by: {body}", body=speaker(page_request, statement)),
        days_of_answer(page_request, statement),
    ]
    if statement.evidence_grade not in (None, EvidenceGrade.STATEMENT_ON_RECORD):
        by += [label(words, statement.evidence_grade), _act(words, statement)]
    parts.append(html.P(" · ".join(filter(None, by)), className="by"))
    return html.Article(
        [*parts, *quotations(page_request, statement)], className="statement-card", id=statement.evidence_id
    )


def _act(words: Words, statement: Statement) -> str:
    """Return the act that a row names, marked where no published text of it is named."""
    name = statement.act_name.in_(words.language)
    return name if statement.act_text else name and words("{act} (no published text named)", act=name)


def undated(page_request: PageRequest, statements: Iterable[Statement]) -> Component:
    """Return the statements that no source gives a date for, each with the mark of its status."""
    words, framework = page_request.words, page_request.snapshot.framework

    def line(statement: Statement) -> Component:
        name = words.text(framework.indicator(statement.indicator).name)
        kind = statement.status or State.NOT_ASKED
        address = evidence_address(page_request, statement)
        return html.Li(marked(kind, name, label(words, kind), href=address))

    return html.Ul([line(each) for each in statements], className="undated")
