"""Method: the parameters in force and the limits, made from indicators.yaml; what was searched."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from dash import html, register_page
from dash.development.base_component import Component

from bukhara.i18n import meanings
from bukhara.i18n.codes import label
from bukhara.i18n.disclosure_rule import rule_text
from bukhara.i18n.readers import WHOLE, readings
from bukhara.model.codes import EvidenceGrade, ItemKind, ReadingKind, Scope, State
from bukhara.model.framework import Item, OtherCoding
from bukhara.model.marks import MARKS
from bukhara.model.messages import N_
from bukhara.views.countries import country_level
from web.components.lists import card, counted, facts, fold, head, narrow_fold, on_page, scrolled
from web.components.reports import searched
from web.components.svg import mark
from web.page import Page, Section
from web.request import PageRequest, page_request_of

register_page(__name__, path="/method", name=N_("Method"), order=70, kept=True)

PARTS = {
    "marks": N_("The marks"),
    "missing": N_("Six kinds of missing values, and zero"),
    "counted": N_("How themes are counted"),
    "levels": N_("Levels and coverage"),
    "counts": N_("Counts of cases and victims"),
    "days": N_("Days"),
    "disclosure": N_("What is withheld"),
}
VALUES = {
    State.VALUE: N_("A number. Zero is a value and is shown as “0 reported”."),
    State.NOT_ASKED: N_("Nobody asked this state, and the source used does not cover it."),
}
"""What two states of a value mean where all of them are listed; the others mean what their marks mean."""


def layout(**query: str) -> Page:
    """Print how every mark and number is made, and what was searched about each state."""
    page_request = page_request_of("/method", query)
    words = page_request.words
    listed = (_monitored, _marks, _missing, _counted, _levels, _counts, _codings, _days, _limits)
    return Page(
        title=words("Method"),
        sections=(
            on_page(page_request, [(anchor, words(name)) for anchor, name in PARTS.items()]),
            html.Div([part(page_request) for part in listed], className="two-columns"),
            *levels_without_a_pillar(page_request),
            _disclosure(page_request),
            *_searched(page_request),
        ),
    )


def _searched(page_request: PageRequest) -> tuple[Section, ...]:
    """Return in which languages acts of each state were looked for; nothing where none is shown."""
    lists = [part for each in page_request.snapshot.framework.countries for part in searched(page_request, each)]
    return (card(page_request.words("What was searched"), *lists, id="searched"),) if lists else ()


def _monitored(page_request: PageRequest) -> Component:
    words, framework = page_request.words, page_request.snapshot.framework
    themes = Counter(map(_kind_of_theme, (i for i in framework.items if i.kind is not ItemKind.CONTEXT)))
    versions = words(
        "Framework {version}, method {method}.", version=framework.version, method=framework.method.version
    )
    themes_text = words(
        "{n} themes: {once} can be completed and are counted, {continuing} have no end, {rounds} are asked in rounds "
        "only, {region} are the region’s.",
        n=themes.total(),
        once=themes["once"],
        continuing=themes["continuing"],
        rounds=themes["rounds"],
        region=themes["region"],
    )
    indicators = words.plural("{n} indicator.", "{n} indicators.", len(framework.indicators))
    about = framework.instrument
    parts = [] if about.articles else [html.P(f"{words.text(about.heading)}. {words.text(about.note)}")]
    parts.append(html.P(f"{versions} {themes_text} {indicators}"))
    named = [(f"{each.version} · {words.date(each.date)}", words.text(each.note)) for each in framework.versions]
    earlier = [html.Details([html.Summary(counted(words("Versions"), len(named))), facts(named)])] if named else []
    return card(words("What is monitored"), *parts, *earlier, id="monitored")


def _kind_of_theme(item: Item) -> str:
    if item.scope is Scope.REGION:
        return "region"
    if item.from_round or not item.in_readings:
        return "rounds"
    return "once" if item.kind is ItemKind.MILESTONE else "continuing"


def _part(page_request: PageRequest, name: str, *parts: Any) -> Component:
    return narrow_fold(page_request.words(PARTS[name]), *parts, id=name, kind="")


def _marks(page_request: PageRequest) -> Component:
    words = page_request.words
    kinds = [code for code in MARKS if code == State.NOT_ASKED or code not in set(State)]
    rule = words(
        "“In place” follows one rule for every state. Act, number and date are asked for beside it and decide nothing. "
        "Whether a source names them is not coded; its quote shows it. What a source does not name is never read as "
        "missing. Other organisations may support a status or show a difference between sources, but never lower it."
    )
    meant = _meanings(page_request, ((kind, words(MARKS[kind].meaning)) for kind in kinds))
    return _part(page_request, "marks", meant, html.P(rule))


def _missing(page_request: PageRequest) -> Component:
    words = page_request.words
    usual = {**meanings.TERMS, **{code: each.meaning for code, each in MARKS.items()}}
    meant = [(state, words(VALUES.get(state) or usual[state])) for state in State]
    return _part(page_request, "missing", _meanings(page_request, meant))


def _meanings(page_request: PageRequest, meant: Iterable[tuple[str, str]]) -> Component:
    """Return what each mark or state of a value means."""
    parts: list[Component] = []
    for kind, meaning in meant:
        sign: list[Any] = [] if kind == State.VALUE else [mark(kind), " "]
        parts.append(html.Dt([*sign, label(page_request.words, kind)], className=f"s-{kind}"))
        parts.append(html.Dd(meaning))
    return html.Dl(parts, className="conditions")


def _counted(page_request: PageRequest) -> Component:
    words, day = page_request.words, page_request.snapshot.framework.method.bukhara_date
    rule = words(
        "All themes are counted that apply to a state and can be completed. Each has exactly one mark, so the marks "
        "add up to all themes. “Mentioned” and “not covered” may be in place or not: the source does not say."
    )
    before = words(
        "What was in place before the Declaration is counted apart. The dividing day is {day}; the report prints "
        "November 2021.",
        day=words.date(day),
    )
    return _part(page_request, "counted", html.P(rule), html.P(before))


def _levels(page_request: PageRequest) -> Component:
    words, framework = page_request.words, page_request.snapshot.framework
    rule = words(
        "A published report gives statuses, never levels. In a round all states are asked the same, and a milestone "
        "has the level 0, 0.5 or 1 by its written conditions. The level that its evidence supports is shown beside it."
    )
    has_rounds = any(reading.kind is ReadingKind.ROUND for reading in framework.readings)
    parameters = [_parameters(page_request)] if has_rounds else []
    heading = words("Levels, evidence and coverage: in rounds only")
    return fold(heading, html.P(rule), *parameters, id="levels", kind="")


def _parameters(page_request: PageRequest) -> Component:
    words, method = page_request.words, page_request.snapshot.framework.method
    rows = [
        *(
            (words("Highest level by evidence: {grade}", grade=label(words, grade)), method.cap(grade))
            for grade in EvidenceGrade
        ),
        (words("Coverage from which an average is shown"), method.coverage.bar),
        (words("Coverage from which a level is named"), method.coverage.band),
        (words("Fewest themes for an average"), method.coverage.min_items),
        (words("Too few cases to read a change: p above"), method.noise_p),
    ]
    name = words("Parameters in force")
    lines = [html.Tr([html.Th(said, scope="row"), html.Td(words.number(n), className="text-end")]) for said, n in rows]
    caption = html.Caption(name, className="visually-hidden")
    table = html.Table([caption, html.Tbody(lines)], className="data")
    return html.Details([html.Summary(name), scrolled(name, table)])


def _counts(page_request: PageRequest) -> Component:
    words = page_request.words
    rule = words(
        "They are context, not progress: a rise can mean more crime or better detection. They have no colour, arrow, "
        "target or level, and no total over states. Periods other than a year look different."
    )
    groups = words(
        "Cases come in groups, so the test for “too few cases to read a change” understates chance. It changes the "
        "wording only."
    )
    return _part(page_request, "counts", html.P(rule), html.P(groups))


def _codings(page_request: PageRequest) -> Component:
    words = page_request.words
    parts: list[Component] = []
    for reading in page_request.snapshot.framework.readings:
        said = f"{words.text(reading.title)}."
        if reading.compared and reading.coded_on:
            agreed = words(
                "The makers of this program coded the milestones twice. The second time was {day}, from the report "
                "alone, by the conditions of framework {version}. {agreed} of {compared} codings agreed. No state and "
                "no outside expert took part.",
                day=words.date(reading.coded_on),
                version=reading.coded_by,
                agreed=reading.agreed,
                compared=reading.compared,
            )
            said = f"{said} {agreed}"
        parts.append(html.P(said))
        if reading.second_coding:
            n = words.plural("{n} coding was not used:", "{n} codings were not used:", len(reading.second_coding))
            lines = [html.Li(_coding(page_request, each)) for each in reading.second_coding]
            parts += [html.P(n), html.Ul(lines, className="plain small")]
    return fold(words("Two codings"), *parts, id="codings", kind="")


def _coding(page_request: PageRequest, other: OtherCoding) -> list[Any]:
    words, framework = page_request.words, page_request.snapshot.framework
    indicator = framework.indicator(other.indicator)
    address = page_request.href(f"/themes/{indicator.item}") + f"#{other.country}"
    link = html.A(words.text(indicator.name), href=address, title=other.indicator)
    status = words("the other coding is “{status}”", status=label(words, other.status))
    return [f"{words.text(framework.country(other.country).short)}, ", link, f": {status}"]


def _days(page_request: PageRequest) -> Component:
    words = page_request.words
    day = words(
        "The day of a state is that of its newest source that sets a status. What one state reports changes nothing "
        "that is said about another."
    )
    ended = words(
        "A status stays as it was reported. That its period is over stands beside it, judged on one calendar day for "
        "all states. A round says “no longer in force” of what had ended before its day."
    )
    shown = words(
        "A round is shown when it is closed or its last day has passed, for the states that answered. Until then an "
        "answer stands in the column of its state with its day."
    )
    return _part(page_request, "days", html.P(day), html.P(ended), html.P(shown))


def _limits(page_request: PageRequest) -> Component:
    words = page_request.words
    limits = [
        words("The statuses of a reading come from speeches as a published report sums them up."),
        words("Speakers differ by country and session: what a source leaves out says nothing about a state."),
        words("Where two sources differ, both are shown."),
        words("No page, table or export sorts states by a value, and none adds up cases or victims of several states."),
    ]
    if WHOLE not in readings("ru"):
        limits.append(words("The Russian of this site is by those who made it: no institution has signed it."))
    return narrow_fold(words("Limits"), html.Ul([html.Li(each) for each in limits], className="plain"), id="limits")


def _disclosure(page_request: PageRequest) -> Component:
    """Return what the disclosure rule of this site withholds."""
    words, policy = page_request.words, page_request.service.policy
    if not policy.guard:
        off = html.P(html.Strong(words("The rule is switched off on this machine.")))
        return _part(page_request, "disclosure", off)
    if page_request.snapshot.framework.exercise:
        published = words(
            "Figures that a named body has published stay as published; the invented figures of the exercise are "
            "treated as unpublished."
        )
    else:
        published = words("Figures that a named body has published stay as published.")
    return _part(page_request, "disclosure", html.P(f"{rule_text(policy.threshold, policy.base, words)} {published}"))


def levels_without_a_pillar(page_request: PageRequest) -> list[Component]:
    """Return a card with a row for each state in a round; nothing outside rounds."""
    words, rows = page_request.words, page_request.view(country_level.without_pillars)
    if not rows:
        return []
    heading = words("Levels with one pillar left out")
    about = words(
        "Each row is about one state: its average level, from 0 to 1, and what it would be without the themes of one "
        "pillar. The rows are in the fixed order; please do not compare them."
    )
    named = [words.text(each.name) for each in page_request.snapshot.framework.pillars]
    columns = [words("State"), words("Answered"), words("All pillars"), *named]
    lines = []
    for row in rows:
        answered = words("{k} of {n}", k=row.coverage.answered, n=row.coverage.applicable)
        levels = (row.coverage.level, *row.without)
        shown = [words("too few answers") if n is None else words.number(n) for n in levels]
        cells = [html.Td(text, className="text-end") for text in (answered, *shown)]
        lines.append(html.Tr([html.Th(words.text(row.country.short), scope="row"), *cells]))
    caption = html.Caption(heading, className="visually-hidden")
    table = html.Table([caption, head(columns), html.Tbody(lines)], className="data")
    return [fold(heading, html.P(about), scrolled(heading, table), id="pillars", kind="")]
