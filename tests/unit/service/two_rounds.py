"""KAZ answered in 2025, in June 2026 and is asked again in November 2026; its workbook is filled in as a clerk does."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from bukhara.model.codes import EvidenceGrade, Kind, Status
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from bukhara.service import Service
from tests.unit.service.little_data import LETTER, save, small_settings, statement
from tests.unit.service.small_record import LENA

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
MAY, JUNE = date(2026, 5, 1), date(2026, 6, 10)
ASKED, NOVEMBER = date(2026, 11, 1), date(2026, 11, 20)
THEMES = ("BD-5", "BD-6a", "BD-6b", "BD-7", "BD-8a", "BD-8b", "BD-10", "BD-11", "BD-12", "BD-13")
STEADY = THEMES[1:]


def answered(item: str, source_id: str, status: Status, level: float, **changes: Any) -> Statement:
    values = {"indicator": f"{item}.1", "evidence_grade": EvidenceGrade.STATEMENT_ON_RECORD, "since": ""} | changes
    values |= {"source_locator": "", "quote": "", "status": status, "level": level}
    return statement(values.pop("country", "KAZ"), source_id, item=item, **values)


def letter(name: str, day: date, **changes: Any) -> Source:
    return replace(LETTER, source_id=name, date=day, document_number=name, **changes)


def answers_of_june(country: str = "KAZ", source: str = "letter-june", first: float = 0.5) -> tuple[Statement, ...]:
    status = Status.UNDER_WAY if first else Status.CHALLENGE
    rows = [answered(THEMES[0], source, status, first, country=country, statement="A law was drafted.")]
    rows += [answered(item, source, Status.IN_PLACE, 1, country=country) for item in STEADY]
    return tuple(rows)


def after_june(folder: Path) -> Service:
    """Return the record with the answers of 2025 and June 2026; a round of November was sent to KAZ and UZB."""
    service = Service(small_settings(folder), lambda: NOW)
    named = answered(
        THEMES[0], "letter-2025", Status.CHALLENGE, 0, kind=Kind.CHALLENGE, statement="There is no law yet."
    )
    publish(service, folder, named, source=replace(LETTER, source_id="letter-2025"))
    june = service.rounds.open(LENA, Text.of("Round of June", ru="Июньский раунд"))
    service.rounds.send(LENA, june, ["KAZ", "UZB"], sent=MAY, due=JUNE)
    publish(service, folder, *answers_of_june(), source=letter("letter-june", JUNE))
    november = service.rounds.open(LENA, Text.of("Round of November", ru="Ноябрьский раунд"))
    service.rounds.send(LENA, november, ["KAZ", "UZB"], sent=ASKED, due=NOVEMBER)
    return service


def publish(service: Service, folder: Path, *rows: Statement, source: Source) -> None:
    path = save(folder / f"{source.source_id}.xlsx", *rows, sources=(source,))
    done = service.publish([path], "lena", "as sent")
    assert done.release is not None, [finding.code for each in done.checked for finding in each.reading.findings]
