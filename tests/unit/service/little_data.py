"""A data folder with two small workbooks, made by the template writer under the shipped framework."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bukhara.framework import parse
from bukhara.i18n.words import words_of
from bukhara.model.codes import EvidenceGrade, Kind, SourceClass, State, Status, WorkbookKind
from bukhara.model.observation import Observation
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.root import ROOT
from bukhara.settings import Settings
from bukhara.workbook import WorkbookContents
from bukhara.workbook.writing import template

FRAMEWORK_FILE = ROOT / "indicators.yaml"
FRAMEWORK = parse(FRAMEWORK_FILE.read_text(encoding="utf-8"))
REPORT = Source(
    source_id="astana-2023-report",
    source_class=SourceClass.CONFERENCE_REPORT,
    title="Report",
    body="UNODC",
    date=date(2023, 7, 28),
)
LETTER = Source(
    source_id="letter-2025",
    source_class=SourceClass.STATE_SUBMISSION,
    title="Letter",
    body="Ministry of Internal Affairs of Kazakhstan",
    document_number="1-2/3",
    date=date(2025, 3, 1),
)


def statement(country: str = "KAZ", source_id: str = REPORT.source_id, **changes: Any) -> Statement:
    body = next(body.key for body in FRAMEWORK.bodies if body.country == country)
    values: dict[str, Any] = {
        "item": FRAMEWORK.items[0].id,
        "indicator": FRAMEWORK.items[0].indicators[0].id,
        "kind": Kind.IMPLEMENTATION,
        "state": State.VALUE,
        "status": Status.IN_PLACE,
        "since": "2020",
        "statement": "A step was taken.",
        "body": body,
        "evidence_grade": EvidenceGrade.STATEMENT_ON_RECORD,
        "source_locator": "L195",
        "quote": "five words of a quote",
    } | changes
    return Statement(country=country, source_id=source_id, **values)


@cache
def workbook(
    *statements: Statement,
    sources: tuple[Source, ...] = (REPORT,),
    figures: tuple[Observation, ...] = (),
    base: int | None = None,
) -> bytes:
    """Return a workbook; without a base no row says that it is an accepted answer."""
    contents = WorkbookContents(
        kind=WorkbookKind.TRACKER,
        framework=FRAMEWORK,
        country=statements[0].country,
        statements=statements,
        observations=figures,
        sources=sources,
        base_release=base,
    )
    with pytest.MonkeyPatch.context() as patch:
        if base is None:
            patch.setattr(template, "_marks", lambda *_: {})
        return template.write(contents, words_of("en"))


def save(path: Path, *statements: Statement, sources: tuple[Source, ...] = (REPORT,), base: int | None = None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(workbook(*statements, sources=sources, base=base))
    return path


def small_settings(folder: Path) -> Settings:
    """Return settings whose data folder holds the trackers of KAZ and UZB."""
    for country in ("KAZ", "UZB"):
        save(folder / "data" / "trackers" / f"{country}.xlsx", statement(country))
    return Settings(var_dir=folder / "var", data_dir=folder / "data", framework_file=FRAMEWORK_FILE, exercise=False)
