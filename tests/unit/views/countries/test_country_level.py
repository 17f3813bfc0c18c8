"""One state in a round: levels and bounds, beside those of the round before."""

from datetime import date

from bukhara.model.codes import EvidenceGrade, ReadingKind
from bukhara.model.framework import Reading
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.progress.coverage import NoLevel
from bukhara.views.countries import country_level
from tests.unit.progress.build import framework, item, snapshot, source, statement, text

FIRST, SECOND = date(2024, 6, 30), date(2025, 6, 30)
SOURCES = (source("r1", date=FIRST), source("r2", date=SECOND))


def answer(level: float, number: int, round_: str, grade: EvidenceGrade = EvidenceGrade.PRIMARY_DOCUMENT) -> Statement:
    return statement(None, f"BD-{number}.1", level=level, source_id=round_, evidence_grade=grade)


def held(*answers: Statement, first: ReadingKind = ReadingKind.ROUND, as_of: date = SECOND) -> Snapshot:
    readings = (
        Reading(id="r1", kind=first, date=FIRST, title=text("First")),
        Reading(id="r2", kind=ReadingKind.ROUND, date=SECOND, title=text("Second")),
    )
    frame = framework(*(item(f"BD-{n + 1}") for n in range(5)), readings=readings)
    return snapshot(frame, *answers, as_of=as_of, sources=SOURCES)


def test_the_first_round_has_nothing_to_compare_with() -> None:
    view = country_level.build(held(answer(1, 1, "r1"), as_of=FIRST), "KAZ")
    assert view is not None
    assert {level.before for level in view.levels} == {None}


def test_a_reading_before_the_first_round_is_nothing_to_compare_with() -> None:
    view = country_level.build(held(answer(1, 1, "r2"), first=ReadingKind.READING), "KAZ")
    assert view is not None
    assert {level.before for level in view.levels} == {None}


def test_the_level_before_is_beside_the_level_now() -> None:
    view = country_level.build(held(answer(0.5, 1, "r1"), answer(1, 1, "r2")), "KAZ")
    assert view is not None
    assert view.levels[0].before == 0.5


def test_the_evidence_cap_is_beside_the_level() -> None:
    capped = [answer(1, n, "r2", EvidenceGrade.ASSERTION) for n in range(1, 6)]
    view = country_level.build(held(*capped), "KAZ")
    assert view is not None
    assert (view.coverage.level, view.coverage.level_capped) == (1, 0.5)


def test_with_little_coverage_the_themes_are_listed() -> None:
    view = country_level.build(held(answer(1, 1, "r2")), "KAZ")
    assert view is not None
    assert view.coverage.no_level is NoLevel.FEW_ANSWERS
