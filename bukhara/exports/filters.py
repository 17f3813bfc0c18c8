"""Filters of the open data, for the HTTP API and the Python API: an unknown code is an error, not an empty answer."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

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
    _known("country", country, _countries(snapshot.framework))
    _known("indicator", indicator, (i.id for i in snapshot.framework.indicators))
    _known("sex", sex, (*SEXES, *(o.sex for o in snapshot.observations)))
    _known("age_group", age_group, (*AGES, *(o.age_group for o in snapshot.observations)))
    _known("topic", topic, (t.code for t in snapshot.framework.topics))
    for day in filter(None, (period_from, period_to)):
        checked(day)
    cited = _cited(snapshot, source_class)
    return replace(
        snapshot,
        observations=tuple(
            o
            for o in snapshot.observations
            if _among(o.country, country)
            and _among(o.indicator, indicator)
            and _among(o.source_id, cited)
            and _among(o.sex, sex)
            and _among(o.age_group, age_group)
            and _within(o, period_from, period_to)
            and _about(snapshot.framework, o, topic)
        ),
    )


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
    _known("country", country, _countries(snapshot.framework))
    _known("item", item, (i.id for i in snapshot.framework.items))
    _known("indicator", indicator, (i.id for i in snapshot.framework.indicators))
    _known("kind", kind, Kind)
    _known("topic", topic, (t.code for t in snapshot.framework.topics))
    cited, sought = _cited(snapshot, source_class), q.strip().casefold()
    return replace(
        snapshot,
        statements=tuple(
            s
            for s in snapshot.statements
            if _among(s.country, country)
            and _among(s.item, item)
            and _among(s.indicator, indicator)
            and _among(s.kind, kind)
            and _among(s.source_id, cited)
            and _about(snapshot.framework, s, topic)
            and _contains(s, sought)
        ),
    )


def differences(
    found: Iterable[Difference], framework: Framework, *, country: Collection[str] = (), status: Collection[str] = ()
) -> list[Difference]:
    """Return the differences of these countries with these statuses; raise CodeUnknown for an unknown code."""
    _known("country", country, _countries(framework))
    _known("status", status, DifferenceStatus)
    return [d for d in found if _among(d.country, country) and _among(d.status, status)]


def revisions(
    found: Iterable[EditionRevisions], framework: Framework, *, country: Collection[str] = ()
) -> list[EditionRevisions]:
    """Return the revisions of these countries; raise CodeUnknown for an unknown code."""
    _known("country", country, _countries(framework))
    return [
        replace(each, revisions=tuple(r for r in each.revisions if _among(r.figure.country, country))) for each in found
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
    _known("country", country, _countries(framework))
    _known("item", item, (i.id for i in framework.items))
    _known("pillar", pillar, (p.id for p in framework.pillars))
    pillars = {i.id: i.pillar for i in framework.items}
    return [
        row
        for row in rows
        if _among(row.country, country)
        and _among(row.item, item)
        and _among(pillars.get(row.item, ""), pillar)
        and (reading is None or row.reading == reading)
    ]


def day_of_reading(framework: Framework, reading: str) -> date:
    """Return the day of a reading or round; raise CodeUnknown for an id that the framework does not have."""
    days = {each.id: each.date for each in framework.readings}
    _known("reading", [reading], days)
    return days[reading]


def language(framework: Framework, wanted: str) -> str:
    """Return `wanted`; raise CodeUnknown for a language that the framework does not have."""
    _known("lang", [wanted], framework.languages)
    return wanted


def _known(parameter: str, values: Iterable[str], allowed: Iterable[str]) -> None:
    codes = dict.fromkeys(code for code in allowed if code)
    for value in values:
        if value not in codes:
            raise CodeUnknown(parameter, value, codes)


def _countries(framework: Framework) -> list[str]:
    return [country.code for country in framework.countries + framework.regions]


def _cited(snapshot: Snapshot, classes: Collection[str]) -> set[str]:
    _known("source_class", classes, SourceClass)
    # A class without sources must still narrow to nothing: the id "" belongs to rows that cite no source.
    found = {s.source_id for s in snapshot.sources if s.source_class in classes}
    return found or ({"\0"} if classes else set())


def _among(value: str, wanted: Collection[str]) -> bool:
    return not wanted or value in wanted


def _about(framework: Framework, record: Statement | Observation, wanted: Collection[str]) -> bool:
    return not wanted or not set(wanted).isdisjoint(topics_of(framework, record))


def _within(figure: Observation, start: str | None, end: str | None) -> bool:
    if start and (figure.period_start is None or figure.period_start < first_day(start)):
        return False
    return not (end and (figure.period_end is None or figure.period_end > last_day(end)))


def _contains(statement: Statement, sought: str) -> bool:
    texts = (statement.statement, statement.statement_translation, statement.quote, statement.body)
    return not sought or any(sought in text.casefold() for text in texts)
