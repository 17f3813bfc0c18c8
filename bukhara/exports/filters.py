"""Filters of the open data, for the HTTP API and the Python API: an unknown code is an error, not an empty answer."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from bukhara.errors import CodeUnknown
from bukhara.model.codes import Kind, SourceClass
from bukhara.model.difference import Difference, DifferenceStatus
from bukhara.model.framework import Framework
from bukhara.model.observation import Observation
from bukhara.model.partial_date import checked, first_day, last_day
from bukhara.model.release import Snapshot
from bukhara.model.revision import EditionRevisions
from bukhara.model.statement import Statement
from bukhara.model.topics import topics_of
from bukhara.progress.rows import ProgressRow

SEXES = ("female", "male")
AGES = ("adult", "minor")
Record = TypeVar("Record")
Cited = TypeVar("Cited", Statement, Observation)


def observations(
    snapshot: Snapshot,
    *,
    country: Collection[str] = (),
    indicator: Collection[str] = (),
    period_from: str | None = None,
    period_to: str | None = None,
    source_class: Collection[str] = (),
    sex: Collection[str] = (),
    age_group: Collection[str] = (),
    topic: Collection[str] = (),
) -> Snapshot:
    """Return the snapshot with the figures that pass every filter; an empty filter lets every figure pass.

    `period_from` and `period_to` are a year, a month or a day; the whole period of a figure lies between them.

    Raises:
        CodeUnknown: A code that neither the framework nor the figures have.
        ValueError: `period_from` or `period_to` is not a date.
    """
    every, framework = snapshot.observations, snapshot.framework
    found = _among(every, "country", country, _countries(framework))
    found = _among(found, "indicator", indicator, (i.id for i in framework.indicators))
    found = _among(found, "sex", sex, (*SEXES, *(o.sex for o in every)))
    found = _among(found, "age_group", age_group, (*AGES, *(o.age_group for o in every)))
    found = _about(found, topic, framework)
    if period_from:
        start = first_day(checked(period_from))
        found = [o for o in found if o.period_start and o.period_start >= start]
    if period_to:
        end = last_day(checked(period_to))
        found = [o for o in found if o.period_end and o.period_end <= end]
    return replace(snapshot, observations=tuple(_of_sources(found, source_class, snapshot)))


def evidence(
    snapshot: Snapshot,
    *,
    country: Collection[str] = (),
    item: Collection[str] = (),
    indicator: Collection[str] = (),
    kind: Collection[str] = (),
    source_class: Collection[str] = (),
    topic: Collection[str] = (),
    q: str = "",
) -> Snapshot:
    """Return the snapshot with the statements that pass every filter; `q` must be part of one of their texts.

    Raises:
        CodeUnknown: A code that the framework does not have.
    """
    framework, sought = snapshot.framework, q.strip().casefold()
    found = _among(snapshot.statements, "country", country, _countries(framework))
    found = _among(found, "item", item, (i.id for i in framework.items))
    found = _among(found, "indicator", indicator, (i.id for i in framework.indicators))
    found = _among(found, "kind", kind, Kind)
    found = _about(found, topic, framework)
    found = _of_sources(found, source_class, snapshot)
    return replace(snapshot, statements=tuple(s for s in found if _contains(s, sought)))


def differences(
    found: Iterable[Difference], framework: Framework, *, country: Collection[str] = (), status: Collection[str] = ()
) -> list[Difference]:
    """Return the differences of these countries with these statuses; raise CodeUnknown for an unknown code."""
    return _among(_among(found, "country", country, _countries(framework)), "status", status, DifferenceStatus)


def revisions(
    found: Iterable[EditionRevisions], framework: Framework, *, country: Collection[str] = ()
) -> list[EditionRevisions]:
    """Return the revisions of these countries; raise CodeUnknown for an unknown code."""
    _check("country", country, _countries(framework))
    return [
        replace(each, revisions=tuple(r for r in each.revisions if not country or r.figure.country in country))
        for each in found
    ]


def progress(
    rows: Iterable[ProgressRow],
    framework: Framework,
    *,
    country: Collection[str] = (),
    item: Collection[str] = (),
    pillar: Collection[str] = (),
    reading: str | None = None,
) -> list[ProgressRow]:
    """Return the rows that pass every filter; raise CodeUnknown for a code that the framework does not have."""
    found = _among(rows, "country", country, _countries(framework))
    found = _among(found, "item", item, (i.id for i in framework.items))
    _check("pillar", pillar, (p.id for p in framework.pillars))
    pillars = {i.id: i.pillar for i in framework.items}
    return [
        row
        for row in found
        if (not pillar or pillars.get(row.item) in pillar) and (reading is None or row.reading == reading)
    ]


def day_of_reading(framework: Framework, reading: str) -> date:
    """Return the day of a reading or round; raise CodeUnknown for an id that the framework does not have."""
    days = {each.id: each.date for each in framework.readings}
    _check("reading", [reading], days)
    return days[reading]


def language(framework: Framework, wanted: str) -> str:
    """Return `wanted`; raise CodeUnknown for a language that the framework does not have."""
    _check("lang", [wanted], framework.languages)
    return wanted


def _among(records: Iterable[Record], field: str, wanted: Collection[str], known: Iterable[str]) -> list[Record]:
    """Return the records with one of the wanted codes in a field, all if none is wanted.

    Raises:
        CodeUnknown: A wanted code is not among the known ones.
    """
    _check(field, wanted, known)
    return [record for record in records if not wanted or getattr(record, field) in wanted]


def _check(parameter: str, wanted: Iterable[str], known: Iterable[str]) -> None:
    codes = dict.fromkeys(code for code in known if code)
    for value in wanted:
        if value not in codes:
            raise CodeUnknown(parameter, value, codes)


def _countries(framework: Framework) -> list[str]:
    return [country.code for country in framework.countries + framework.regions]


def _about(records: list[Cited], topic: Collection[str], framework: Framework) -> list[Cited]:
    _check("topic", topic, (each.code for each in framework.topics))
    return [record for record in records if not topic or not set(topic).isdisjoint(topics_of(framework, record))]


def _of_sources(records: list[Cited], source_class: Collection[str], snapshot: Snapshot) -> list[Cited]:
    _check("source_class", source_class, SourceClass)
    cited = {source.source_id for source in snapshot.sources if source.source_class in source_class}
    return [record for record in records if not source_class or record.source_id in cited]


def _contains(statement: Statement, sought: str) -> bool:
    texts = (statement.statement, statement.statement_translation, statement.quote, statement.body)
    return not sought or any(sought in text.casefold() for text in texts)
