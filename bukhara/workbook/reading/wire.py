"""A reading as JSON, and back, between the reading process and its parent. Never a pickle."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from operator import attrgetter
from typing import Any, TypeVar

import orjson

from bukhara.model.codes import (
    CodingStatus,
    EvidenceGrade,
    Kind,
    PeriodBasis,
    Qualifier,
    Severity,
    SourceClass,
    State,
    Status,
    WorkbookKind,
)
from bukhara.model.finding import Finding
from bukhara.model.observation import Observation
from bukhara.model.record_positions import RecordPositions
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.workbook.reading.contents import WorkbookReading
from bukhara.workbook.reading.exported import Exported, ExportedRow
from bukhara.workbook.reading.lookups import Vocabulary
from bukhara.workbook.reading.sheet_grid import GridCell, SheetGrid
from bukhara.workbook.reading.word_text import WordForm

T = TypeVar("T")
_Made = dict[str, "Callable[[Any], Any]"]
_FINDING: _Made = {"severity": Severity}
_SOURCE: _Made = {"source_class": SourceClass, "date": date.fromisoformat}
_STATEMENT: _Made = {
    "kind": Kind,
    "state": State,
    "status": Status,
    "evidence_grade": EvidenceGrade,
    "asked_on": date.fromisoformat,
    "due_date": date.fromisoformat,
    "coding_status": CodingStatus,
}
_OBSERVATION: _Made = {
    "state": State,
    "qualifier": Qualifier,
    "period_start": date.fromisoformat,
    "period_end": date.fromisoformat,
    "period_basis": PeriodBasis,
    "asked_on": date.fromisoformat,
}
_RECORDS: dict[str, type] = {
    "findings": Finding,
    "sources": Source,
    "statements": Statement,
    "observations": Observation,
}


def to_bytes(value: object) -> bytes:
    """Return dataclasses of plain values as JSON."""
    return orjson.dumps(value)


def vocabulary_from(given: dict[str, Any]) -> Vocabulary:
    """Return a vocabulary from its JSON."""
    rows = ("indicators", "measures", "bodies", "headings", "names")
    lists = {
        key: tuple(map(tuple, value) if key in rows else value) for key, value in given.items() if key != "exercise"
    }
    return Vocabulary(**lists, exercise=given["exercise"])


def reading_to_bytes(reading: WorkbookReading) -> bytes:
    """Return a reading as JSON; records are rows of values, because repeated field names would be most of the text."""
    given = {each.name: getattr(reading, each.name) for each in fields(reading)}
    for key, record in _RECORDS.items():
        values = attrgetter(*_names(record))
        given[key] = [values(each) for each in given[key]]
    return to_bytes(given)


def reading_from(data: bytes) -> WorkbookReading:
    """Return a reading from its JSON; raise ValueError, KeyError or TypeError for anything else."""
    given = orjson.loads(data)
    exported, kind = given["exported"], given["kind"]
    return replace(
        WorkbookReading(**given),
        findings=_all(Finding, given["findings"], _FINDING),
        kind=WorkbookKind(kind) if kind is not None else None,
        countries=tuple(given["countries"]),
        sources=_all(Source, given["sources"], _SOURCE),
        statements=_all(Statement, given["statements"], _STATEMENT),
        observations=_all(Observation, given["observations"], _OBSERVATION),
        corrections=tuple(given["corrections"]),
        rows_at=_located(given["rows_at"]),
        sources_at=_located(given["sources_at"]),
        figures_at=_located(given["figures_at"]),
        exported=_exported(exported) if exported is not None else None,
    )


def grids_from(data: bytes) -> tuple[SheetGrid, ...]:
    """Return the sheets of a workbook of another make from their JSON; raise as `reading_from` does."""
    return tuple(
        replace(
            SheetGrid(**given),
            cells=tuple(GridCell(**cell) for cell in given["cells"]),
            merges=tuple(map(tuple, given["merges"])),
        )
        for given in orjson.loads(data)
    )


def form_from(data: bytes) -> WordForm | None:
    """Return the tables of a Word form from their JSON, or None; raise as `reading_from` does."""
    given = orjson.loads(data)
    if given is None:
        return None
    tables = tuple(tuple(tuple(map(str, row)) for row in table) for table in given["tables"])
    return replace(WordForm(**given), tables=tables, marked=tuple(map(tuple, given["marked"])))


def _all(record: Callable[..., T], given: list[list[Any]], made: _Made) -> tuple[T, ...]:
    names = _names(record)
    makers = [made.get(name) for name in names]
    # thousands of rows hold the same few words
    same: dict[str, str] = {}
    found = []
    for values in given:
        for place, (make, value) in enumerate(zip(makers, values, strict=True)):
            if make is not None and value is not None:
                values[place] = make(value)
            elif isinstance(value, str):
                values[place] = same.setdefault(value, value)
        found.append(record(**dict(zip(names, values, strict=True))))
    return tuple(found)


def _names(record: Callable[..., object]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(record))  # type: ignore[arg-type]


def _located(given: dict[str, Any] | None) -> RecordPositions | None:
    if given is None:
        return None
    return RecordPositions(given["sheet"], tuple(map(tuple, given["columns"])), tuple(given["rows"]))


def _exported(given: dict[str, Any]) -> Exported:
    rows = tuple(ExportedRow(row["number"], tuple(row["values"])) for row in given["rows"])
    columns, places = tuple(given["columns"]), tuple(given["places"])
    return replace(Exported(**given), kind=WorkbookKind(given["kind"]), columns=columns, places=places, rows=rows)
