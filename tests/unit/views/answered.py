"""Two invented rounds, and what was published of the first, for the tests of change."""

from dataclasses import replace
from datetime import date
from typing import Any

from bukhara.model.codes import EvidenceGrade, ReadingKind
from bukhara.model.framework import Framework, Reading
from bukhara.model.method import CoverageLimits
from bukhara.model.release import AnsweredReadings, PreviousReading, Snapshot
from bukhara.model.statement import Statement
from tests.unit.progress import build
from tests.unit.progress.build import framework, item, snapshot, source, statement, text

# A level of one theme is enough here.
METHOD = replace(build.METHOD, coverage=CoverageLimits(band=0.8, bar=0.0, min_items=1))
FIRST, SECOND = date(2024, 6, 30), date(2025, 6, 30)
SOURCES = (source("r1", date=FIRST), source("r2", date=SECOND))
READINGS = tuple(
    Reading(id=name, kind=ReadingKind.ROUND, date=day, title=text(name))
    for name, day in (("r1", FIRST), ("r2", SECOND))
)


def frame(*, kind: ReadingKind = ReadingKind.ROUND, **changes: Any) -> Framework:
    """Return a framework of six themes and two rounds (or readings)."""
    readings = tuple(replace(reading, kind=kind) for reading in READINGS)
    return framework(*(item(f"BD-{n + 1}") for n in range(6)), **{"readings": readings, "method": METHOD} | changes)


def answer(
    level: float, number: int, round_: str, grade: EvidenceGrade = EvidenceGrade.PRIMARY_DOCUMENT, **changes: Any
) -> Statement:
    """Return KAZ's answer to the one milestone of a theme in a round."""
    return statement(
        None, f"BD-{number}.1", level=level, source_id=round_, evidence_grade=grade, statement="said", **changes
    )


def held(*answers: Statement, of: Framework | None = None, as_of: date = SECOND) -> Snapshot:
    """Return the snapshot of now."""
    return snapshot(of or frame(), *answers, as_of=as_of, sources=SOURCES)


def past(*answers: Statement, of: Framework | None = None, number: int = 1) -> PreviousReading:
    """Return the first round as it was published, under the framework of then."""
    published = held(*answers, of=of, as_of=FIRST)
    published = replace(published, release=replace(published.release, number=number))
    codes = [c.code for c in (*published.framework.countries, *published.framework.regions)]
    readings = published.framework.readings
    states = (AnsweredReadings(country=code, readings=readings, published=published) for code in codes)
    return PreviousReading(newest=readings[-1], states=tuple(states))
