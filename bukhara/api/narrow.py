"""From a snapshot to the rows asked for; an unknown code is an error, never an empty answer. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bukhara.api.problems import ParameterUnknown
from bukhara.model.partial_date import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bukhara.api.parameters import DifferencesQuery, EvidenceQuery, ObservationsQuery, ProgressQuery
    from bukhara.model.codes import SourceClass
    from bukhara.model.difference import Difference
    from bukhara.model.framework import Framework
    from bukhara.model.observation import Observation
    from bukhara.model.release import Snapshot
    from bukhara.model.statement import Statement
    from bukhara.progress.rows import ProgressRow

SEXES = ("female", "male")
AGES = ("adult", "minor")


def observations(snapshot: Snapshot, query: ObservationsQuery) -> Snapshot:
    """Return the snapshot with the figures asked for; ParameterUnknown for an unknown code."""
    _known("country", query.country, _countries(snapshot.framework))
    _known("indicator", query.indicator, (i.id for i in snapshot.framework.indicators))
    _known("sex", query.sex, (*SEXES, *(o.sex for o in snapshot.observations)))
    _known("age_group", query.age_group, (*AGES, *(o.age_group for o in snapshot.observations)))
    cited = _cited(snapshot, query.source_class)
    return replace(
        snapshot,
        observations=tuple(
            o
            for o in snapshot.observations
            if _among(o.country, query.country)
            and _among(o.indicator, query.indicator)
            and _among(o.source_id, cited)
            and _among(o.sex, query.sex)
            and _among(o.age_group, query.age_group)
            and _within(o, query.period_from, query.period_to)
        ),
    )


def evidence(snapshot: Snapshot, query: EvidenceQuery) -> Snapshot:
    """Return the snapshot with the statements asked for; ParameterUnknown for an unknown code."""
    _known("country", query.country, _countries(snapshot.framework))
    _known("item", query.item, (i.id for i in snapshot.framework.items))
    _known("indicator", query.indicator, (i.id for i in snapshot.framework.indicators))
    cited, sought = _cited(snapshot, query.source_class), query.q.strip().casefold()
    return replace(
        snapshot,
        statements=tuple(
            s
            for s in snapshot.statements
            if _among(s.country, query.country)
            and _among(s.item, query.item)
            and _among(s.indicator, query.indicator)
            and _among(s.kind, query.kind)
            and _among(s.source_id, cited)
            and _says(s, sought)
        ),
    )


def differences(found: Iterable[Difference], framework: Framework, query: DifferencesQuery) -> list[Difference]:
    """Return the differences asked for; ParameterUnknown for a country that the framework does not know."""
    _known("country", query.country, _countries(framework))
    return [d for d in found if _among(d.country, query.country) and _among(d.status, query.status)]


def progress(rows: Iterable[ProgressRow], framework: Framework, query: ProgressQuery) -> list[ProgressRow]:
    """Return the rows asked for; ParameterUnknown for a code that the framework does not know."""
    _known("country", query.country, _countries(framework))
    _known("item", query.item, (i.id for i in framework.items))
    _known("pillar", query.pillar, (p.id for p in framework.pillars))
    pillars = {i.id: i.pillar for i in framework.items}
    return [
        row
        for row in rows
        if _among(row.country, query.country)
        and _among(row.item, query.item)
        and _among(pillars.get(row.item, ""), query.pillar)
        and (query.reading is None or row.reading == query.reading)
    ]


def day_of_reading(framework: Framework, reading: str) -> date:
    """Return the day of a reading or round; ParameterUnknown where there is none of that id."""
    days = {each.id: each.date for each in framework.readings}
    _known("reading", [reading], days)
    return days[reading]


def language(framework: Framework, wanted: str) -> str:
    """Return `wanted`; ParameterUnknown where the framework is not written in it."""
    _known("lang", [wanted], framework.languages)
    return wanted


def _known(parameter: str, values: Iterable[str], allowed: Iterable[str]) -> None:
    codes = dict.fromkeys(code for code in allowed if code)
    for value in values:
        if value not in codes:
            raise ParameterUnknown(parameter, value, codes)


def _countries(framework: Framework) -> list[str]:
    return [country.code for country in framework.countries + framework.regions]


def _cited(snapshot: Snapshot, classes: Iterable[SourceClass]) -> set[str]:
    wanted = set(classes)
    # A class without sources must still narrow to nothing: the id "" belongs to rows that cite no source.
    found = {s.source_id for s in snapshot.sources if s.source_class in wanted}
    return found or ({"\0"} if wanted else set())


def _among(value: str, wanted: Iterable[str]) -> bool:
    return not wanted or value in wanted


def _within(figure: Observation, start: str | None, end: str | None) -> bool:
    if start and (figure.period_start is None or figure.period_start < first_day(start)):
        return False
    return not (end and (figure.period_end is None or figure.period_end > last_day(end)))


def _says(statement: Statement, sought: str) -> bool:
    texts = (statement.statement, statement.statement_translation, statement.quote, statement.body)
    return not sought or any(sought in text.casefold() for text in texts)
