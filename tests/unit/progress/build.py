"""Invented values for the tests of progress; every figure here is made up."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from bukhara.model.codes import (
    Basis,
    EvidenceGrade,
    IndicatorType,
    ItemKind,
    Kind,
    ReadingKind,
    Scope,
    SourceClass,
    State,
    Status,
)
from bukhara.model.framework import Country, Crosswalk, Framework, Indicator, Instrument, Item, Pillar, Reading
from bukhara.model.method import CoverageLimits, EvidenceCaps, Method, SourceGrades
from bukhara.model.release import Release, Snapshot
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from bukhara.progress.records import Records, index_records
from bukhara.progress.status import item_status
from bukhara.situation import situation
from bukhara.situation.situation import Situation

STATES = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
ON = date(2023, 7, 28)
METHOD = Method(
    version="1",
    bukhara_date=date(2021, 11, 25),
    evidence_caps=EvidenceCaps(assertion=0.5, statement_on_record=0.75, primary_document=1.0),
    source_grades=SourceGrades(
        conference_report=EvidenceGrade.STATEMENT_ON_RECORD,
        state_submission=EvidenceGrade.PRIMARY_DOCUMENT,
        partner=EvidenceGrade.ASSERTION,
        civil_society=EvidenceGrade.ASSERTION,
        desk_research=EvidenceGrade.ASSERTION,
        exercise=EvidenceGrade.ASSERTION,
    ),
    coverage=CoverageLimits(band=0.8, bar=0.6, min_items=5),
    noise_p=0.1,
)


def text(english: str) -> Text:
    """Return an English text."""
    return Text((("en", english),))


def source(source_id: str = "report", **changes: Any) -> Source:
    """Return a source, a conference report of the day `ON` unless given otherwise."""
    values: dict[str, Any] = {
        "source_class": SourceClass.CONFERENCE_REPORT,
        "title": "Report",
        "body": "Secretariat",
        "date": ON,
    }
    return Source(source_id=source_id, **{**values, **changes})


def indicator(indicator_id: str = "BD-1.1", kind: IndicatorType = IndicatorType.MILESTONE, **changes: Any) -> Indicator:
    """Return an indicator of the item in its id."""
    item_id = indicator_id.rsplit(".", 1)[0]
    return Indicator(id=indicator_id, item=item_id, type=kind, name=text("?"), **changes)


def item(item_id: str = "BD-1", milestones: int = 1, **changes: Any) -> Item:
    """Return a country item with that many milestones (activities where it is continuing)."""
    continuing = changes.get("kind") is ItemKind.CONTINUING
    kind = IndicatorType.ACTIVITY if continuing else IndicatorType.MILESTONE
    values: dict[str, Any] = {
        "name": text(item_id),
        "short": text(item_id),
        "description": text(""),
        "pillar": "protection",
        "basis": Basis.THEME,
        "scope": Scope.COUNTRY,
        "kind": ItemKind.MILESTONE,
        "applies_from": date(2021, 11, 25),
        "from_round": False,
        "weight": 1.0,
        "quote": "",
        "line": "",
        "crosswalk": Crosswalk(),
        "indicators": tuple(indicator(f"{item_id}.{n + 1}", kind) for n in range(milestones)),
    }
    return Item(id=item_id, **{**values, **changes})


def statement(
    status: Status | None = None, indicator_id: str = "BD-1.1", country: str = "KAZ", **changes: Any
) -> Statement:
    """Return a statement of a state body in the report."""
    values: dict[str, Any] = {
        "kind": Kind.IMPLEMENTATION,
        "state": State.VALUE,
        "body": "Ministry",
        "source_id": "report",
    }
    return Statement(
        country=country,
        item=indicator_id.rsplit(".", 1)[0],
        indicator=indicator_id,
        status=status,
        **{**values, **changes},
    )


def not_asked(indicator_id: str = "BD-1.1", **changes: Any) -> Statement:
    """Return a row that says that the source does not cover the indicator."""
    return statement(Status.NOT_ASKED, indicator_id, state=State.NOT_ASKED, **changes)


def records(*statements: Statement, sources: tuple[Source, ...] = (), on: date = ON, levels: bool = False) -> Records:
    """Return records with the report among the sources."""
    return replace(index_records(statements, (source(), *sources)), known=on, asked=on, levels=levels)


def judged(
    *statements: Statement,
    of: Item | None = None,
    on: date = ON,
    sources: tuple[Source, ...] = (),
    levels: bool = False,
) -> Situation:
    """Return what is known of an item for KAZ."""
    asked = of or item()
    status = item_status(asked, "KAZ", records(*statements, sources=sources, on=on, levels=levels), METHOD)
    return situation.judged(snapshot(framework(asked), *statements, as_of=on, sources=sources), status)


def framework(*items: Item, kind: ReadingKind = ReadingKind.READING, **changes: Any) -> Framework:
    """Return a framework of five states with one reading or round on the day `ON`."""
    values: dict[str, Any] = {
        "version": "1",
        "languages": ("en",),
        "instrument": Instrument(title=text("T"), heading=text("H"), note=text("N")),
        "method": METHOD,
        "countries": tuple(Country(code=c, name=text(c), short=text(c)) for c in STATES),
        "regions": (Country(code="REG", name=text("Region"), short=text("Region")),),
        "conferences": (),
        "pillars": (Pillar(id="protection", name=text("Protection")),),
        "readings": (Reading(id="first", kind=kind, date=ON, title=text("First")),),
        "bodies": (),
        "items": items,
        "measures": (),
    }
    return Framework(**{**values, **changes})


def snapshot(frame: Framework, *statements: Statement, as_of: date = ON, sources: tuple[Source, ...] = ()) -> Snapshot:
    """Return a snapshot of release 3."""
    release = Release(
        number=3,
        created_at=datetime(2024, 1, 1, tzinfo=UTC),
        actor="system",
        note="",
        framework_version="1",
        method_version="1",
    )
    return Snapshot(
        release=release,
        as_of=as_of,
        framework=frame,
        sources=(source(), *sources),
        statements=statements,
        observations=(),
    )
