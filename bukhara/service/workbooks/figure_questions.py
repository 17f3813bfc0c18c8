"""The figures of a state's template: the newest figure of each of its series, and a question for the next one; pure."""

from collections.abc import Collection, Iterable
from datetime import date

from bukhara.model.codes import IndicatorType, PeriodBasis, SourceClass, State
from bukhara.model.countries import REGION
from bukhara.model.framework import AskedSeries, Framework, Indicator
from bukhara.model.observation import COUNTED, Observation
from bukhara.model.release import Snapshot
from bukhara.service.reading.pending_requests import NO_ANSWER
from bukhara.service.workbooks.left_out import is_own_figure
from bukhara.workbook import LEFT_OPEN, codes_of

_ASKED_OF_STATES = "context"
_SERIES = ("country", "indicator", *COUNTED, "reporter")


def figures_of(snapshot: Snapshot, country: str, items: Collection[str]) -> tuple[Observation, ...]:
    """Return the newest figure of each series that a state keeps, in the order of the framework.

    Of a series without an answer it is the gap. `items` are the items of a round; empty means all, and the measures
    that belong to no item.
    """
    framework = snapshot.framework
    sources = {source.source_id: source for source in snapshot.sources}
    asked = {measure.id: n for n, measure in enumerate(measures_of(framework, country, items))}
    newest: dict[tuple[str, ...], Observation] = {}
    for row in snapshot.observations:
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
