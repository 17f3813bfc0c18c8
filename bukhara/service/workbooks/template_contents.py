"""The contents of a template: the last accepted rows of its subject, and the open questions."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bukhara.model.codes import (
    UNCONFIRMED,
    IndicatorType,
    Kind,
    PeriodBasis,
    ReadingKind,
    SourceClass,
    State,
    WorkbookKind,
)
from bukhara.model.countries import REGION
from bukhara.model.framework import AskedSeries, Framework, Indicator
from bukhara.model.observation import COUNTED, Observation
from bukhara.model.release import Snapshot
from bukhara.model.round import Round
from bukhara.model.statement import Statement
from bukhara.service.core import Core
from bukhara.service.reading.pending_requests import NO_ANSWER
from bukhara.service.reading.snapshots import snapshot_of
from bukhara.service.workbooks.left_out import is_note_on, is_own_figure, shown_figures, shown_statements
from bukhara.store import StoredContents, rounds
from bukhara.workbook import LEFT_OPEN, Question, WorkbookContents, asked, codes_of

_CONTEXT = "context"
_OF_FIGURES = (WorkbookKind.STATISTICS, WorkbookKind.PARTNERS)
_ASKED_OF_STATES = "context"
_SERIES = ("country", "indicator", *COUNTED, "reporter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The wanted template: its subject, its language, its round (only its items), with or without the last values.

    `asked_on` is the day on which the round was sent to that country; None if it was not sent.
    """

    subject: WorkbookKind | str
    language: str
    empty: bool = False
    round_: Round | None = None
    asked_on: date | None = None


def contents_to_answer(
    core: Core, subject: WorkbookKind | str, language: str, *, empty: bool = False, round_id: str = ""
) -> WorkbookContents:
    """Return the contents of a template: the last accepted values and the questions of a round.

    The round is the newest open one, unless `round_id` names another. Raises KeyError for an unknown country or round.
    """
    # Unguarded: a form with figures withheld in it would overwrite them when it comes back.
    held = core.newest()
    # Without rows derived from requests and replies: uploaded again, they would be changes.
    rows = replace(held, requests=(), replies=())
    snapshot = snapshot_of(rows, core.framework_of(held), as_of=date.max, desk_research=True)
    asking, asked_on = _round(core, subject, round_id)
    wanted = Wanted(subject=subject, language=language, empty=empty, round_=asking, asked_on=asked_on)
    framework = core.framework() if subject in _OF_FIGURES else core.current_framework()
    return template_contents(snapshot, wanted, framework)


def _round(core: Core, country: str, round_id: str) -> tuple[Round | None, date | None]:
    """Return the round of a template, and the day on which it was sent to the country."""
    with core.opened().connect() as connection:
        listed = rounds.listed(connection)
        if round_id and round_id not in {each.round_id for each in listed}:
            raise KeyError(round_id)
        wanted = [each for each in listed if (each.round_id == round_id if round_id else not each.closed)]
        if not wanted:
            return None, None
        noted = rounds.progress(connection, wanted[0].round_id)
    return wanted[0], next((line.sent for line in noted if line.country == country), None)


def template_contents(snapshot: Snapshot, wanted: Wanted, framework: Framework) -> WorkbookContents:
    """Return the contents of the template of a country, or of the statistics or partners workbook.

    A country is asked about the items of `framework`; rows about others stay in the record. Raises KeyError for any
    other subject.
    """
    if wanted.subject in _OF_FIGURES:
        contents = _of_figures(snapshot, wanted)
    else:
        contents = _of_state(replace(snapshot, framework=framework), wanted, framework)
    used = {row.source_id for row in contents.statements} | {row.source_id for row in contents.observations}
    return replace(
        contents,
        framework=framework,
        sources=tuple(source for source in snapshot.sources if source.source_id in used),
        base_release=snapshot.release.number,
        round_title=_round_title(framework, wanted),
    )


def _of_figures(snapshot: Snapshot, wanted: Wanted) -> WorkbookContents:
    kind = WorkbookKind(wanted.subject)
    held = shown_figures(kind, snapshot.observations, snapshot.sources)
    return WorkbookContents(
        kind=kind,
        framework=snapshot.framework,
        observations=() if wanted.empty else held,
        questions=() if kind is WorkbookKind.PARTNERS else _missing_figures(snapshot.framework, held, wanted),
    )


def _of_state(snapshot: Snapshot, wanted: Wanted, framework: Framework) -> WorkbookContents:
    country = framework.country(wanted.subject).code
    sources = {source.source_id: source for source in snapshot.sources}
    held = shown_statements(snapshot.statements, snapshot.sources, framework, (country,))
    # a measure is asked for on the sheet of figures
    questions = tuple(each for each in asked(framework, country) if each.kind is not Kind.FIGURE)
    items = wanted.round_.items if wanted.round_ else ()
    if items:
        questions = tuple(question for question in questions if question.item in items)
    if not wanted.empty:
        answered = _answered(snapshot, held, wanted)
        kinds = {row.indicator: row.kind for row in held if row.state in NO_ANSWER}
        still = (question for question in questions if question.indicator not in answered)
        questions = tuple(replace(question, kind=kinds.get(question.indicator, question.kind)) for question in still)
    figures = () if wanted.empty else figures_of(snapshot, framework, country, items)
    return WorkbookContents(
        kind=WorkbookKind.TRACKER,
        framework=framework,
        country=country,
        statements=() if wanted.empty else tuple(replace(r, note="") if is_note_on(r, sources) else r for r in held),
        observations=tuple(
            replace(row, note="") if is_note_on(row, sources) else row for row in figures if row.state not in NO_ANSWER
        ),
        figure_questions=questions_of(framework, country, items, figures, wanted.asked_on),
        questions=tuple(replace(question, asked_on=wanted.asked_on) for question in questions),
    )


def _answered(snapshot: Snapshot, held: Sequence[Statement], wanted: Wanted) -> set[str]:
    """Return the indicators that need no white row.

    In a round, every question is asked again until it is answered in a source from the day of the request on. Without
    a round, what was answered once is not asked again, and a row of desk research is confirmed or corrected in place.
    What was said at a panel is no answer.
    """
    since = wanted.asked_on or (date.max if wanted.round_ else date.min)
    sources = {source.source_id: source for source in snapshot.sources}
    days = {source_id: source.date for source_id, source in sources.items()}
    unsaid = UNCONFIRMED if wanted.round_ else (SourceClass.PANEL,)
    said = {source_id for source_id, source in sources.items() if source.source_class in unsaid}
    by_indicator: dict[str, list[Statement]] = {}
    for row in held:
        if row.source_id not in said:
            by_indicator.setdefault(row.indicator, []).append(row)
    answered: set[str] = set()
    for indicator, rows in by_indicator.items():
        newest = max(days.get(row.source_id, date.min) for row in rows)
        last = [row for row in rows if days.get(row.source_id, date.min) == newest]
        classes = {sources[row.source_id].source_class for row in rows if row.source_id in sources}
        if SourceClass.DESK_RESEARCH in classes or (
            newest >= since and all(row.state not in NO_ANSWER for row in last)
        ):
            answered.add(indicator)
    return answered


def _missing_figures(framework: Framework, shown: Sequence[Observation], wanted: Wanted) -> tuple[Question, ...]:
    """Return a question for each measure with figures in some state, for each state without them."""
    states = [state.code for state in framework.countries]
    measures = [each.id for each in framework.measures if each.group == _CONTEXT and each.series]
    held = {(row.country, row.indicator) for row in shown}
    known = [measure for measure in measures if any((state, measure) in held for state in states)]
    return tuple(
        Question(country=state, item="", indicator=measure)
        for state in states
        for measure in known
        if wanted.empty or (state, measure) not in held
    )


def _round_title(framework: Framework, wanted: Wanted) -> str:
    if wanted.round_:
        return wanted.round_.title.in_(wanted.language)
    sent = [reading for reading in framework.readings if reading.kind is ReadingKind.ROUND]
    return max(sent, key=lambda reading: reading.date).title.in_(wanted.language) if sent else ""


def figures_of(
    held: Snapshot | StoredContents, framework: Framework, country: str, items: Collection[str]
) -> tuple[Observation, ...]:
    """Return the newest figure of each series that a state keeps, in the order of the framework.

    Of a series without an answer it is the gap. `items` are the items of a round; empty means all, and the measures
    that belong to no item.
    """
    sources = {source.source_id: source for source in held.sources}
    asked = {measure.id: n for n, measure in enumerate(measures_of(framework, country, items))}
    newest: dict[tuple[str, ...], Observation] = {}
    for row in held.observations:
        source = sources.get(row.source_id)
        if row.country != country or row.indicator not in asked or not is_own_figure(row, sources, framework):
            continue
        if source is not None and source.source_class is SourceClass.DESK_RESEARCH:
            continue
        key = tuple(getattr(row, name) for name in _SERIES)
        if key not in newest or _rank(row) > _rank(newest[key]):
            newest[key] = row
    return tuple(sorted(newest.values(), key=lambda row: asked[row.indicator]))


def questions_of(
    framework: Framework, country: str, items: Collection[str], held: Iterable[Observation], asked_on: date | None
) -> tuple[Observation, ...]:
    """Return a question for each series that a state keeps, and for each that its measures ask for besides.

    Who reports and who identified is left to the state: the next figure may come from another of its bodies.
    """
    rows = tuple(held)
    found = list(dict.fromkeys(_next(row, asked_on) for row in rows))
    for measure in measures_of(framework, country, items):
        own = [row for row in rows if row.indicator == measure.id]
        found += [
            _question(measure, series, country, asked_on)
            for series in measure.series
            if not any((row.stage, row.offence_class) == (series.stage, series.offence_class) for row in own)
        ]
    return tuple(found)


def measures_of(framework: Framework, country: str, items: Collection[str]) -> tuple[Indicator, ...]:
    """Return the measures that a state, or the region, is asked for."""
    regional = country in {region.code for region in framework.regions}
    scopes = {item.id: item.scope.value == "region" for item in framework.items}
    return tuple(
        each
        for each in framework.indicators
        if each.type is IndicatorType.MEASURE
        and each.series
        and (each.item in items if items else True)
        and (scopes[each.item] == regional if each.item else each.group == _ASKED_OF_STATES and not regional)
    )


def _question(measure: Indicator, series: AskedSeries, country: str, asked_on: date | None) -> Observation:
    # "offence or case" is for the state to choose: its own series will be of one of them
    counting_unit = measure.counting_unit if measure.counting_unit in codes_of("counting_unit") else ""
    return _asked(
        asked_on,
        country=country,
        indicator=measure.id,
        unit=measure.unit,
        counting_unit=counting_unit,
        stage=series.stage,
        offence_class=series.offence_class,
        identifying_body=series.identifying_body,
        territorial_scope="" if country == REGION else "national",
    )


def _next(row: Observation, asked_on: date | None) -> Observation:
    """Return the question for the next figure of a series; of the whole state, unless the series names a place."""
    about = {name: getattr(row, name) for name in _SERIES if name not in LEFT_OPEN}
    if about["territorial_scope"] in ("", "not_stated") and row.country != REGION:
        about["territorial_scope"] = "national"
    return _asked(asked_on, **about)


def _asked(asked_on: date | None, **about: str) -> Observation:
    """Return the prepared row of a question, without an answer."""
    basis = PeriodBasis.STATED
    return Observation(value=None, state=State.NOT_ASKED, asked_on=asked_on, period_basis=basis, **about)  # type: ignore[arg-type]


def _rank(row: Observation) -> tuple[bool, date, date]:
    return row.state not in NO_ANSWER, row.period_end or date.min, row.period_start or date.min
