"""Small valid workbooks, and the means to spoil one cell of them with openpyxl."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook

from bukhara.i18n.words import words_of
from bukhara.model.codes import EvidenceGrade, Kind, PeriodBasis, Qualifier, State, Status, WorkbookKind
from bukhara.model.observation import Observation
from bukhara.model.statement import Statement
from bukhara.workbook import WorkbookContents, WorkbookReading, read
from bukhara.workbook.columns import sheet_of
from bukhara.workbook.writing.template import write
from tests.unit.workbook.small_framework import BODY, FRAMEWORK, LETTER, REPORT

STATEMENTS = (
    Statement(
        country="KAZ", item="BD-8b", indicator="BD-8b.1", kind=Kind.IMPLEMENTATION, state=State.VALUE,
        status=Status.UNDER_WAY, since="2023", statement="A draft exists.", body=BODY,
        evidence_grade=EvidenceGrade.STATEMENT_ON_RECORD, source_id=REPORT.source_id, source_locator="L211",
        quote="a draft of the referral mechanism has been prepared",
    ),
    Statement(
        country="KAZ", item="BD-12", indicator="BD-12.1", kind=Kind.IMPLEMENTATION, state=State.NOT_ASKED,
        status=Status.NOT_ASKED, source_id=REPORT.source_id,
    ),
    Statement(
        country="KAZ", item="BD-12", indicator="BD-12.1", kind=Kind.IMPLEMENTATION, state=State.VALUE,
        status=Status.IN_PLACE, level=1.0, since="2024-07-05", valid_until="2030-12", statement="=a law", lang="ru",
        body=BODY, source_id=LETTER.source_id, asked_on=date(2026, 2, 1), due_date=date(2026, 6, 1),
    ),
)  # fmt: skip
FIGURES = (
    Observation(
        country="KAZ", indicator="CTX-registered", value=110.0, state=State.VALUE, qualifier=Qualifier.EXACT,
        unit="count", counting_unit="offence", period_start=date(2023, 1, 1), period_end=date(2023, 6, 30),
        period_basis=PeriodBasis.STATED, reporter=BODY, source_id=REPORT.source_id, source_locator="L195",
        quote="A total of 110 crimes were registered",
    ),
    Observation(
        country="UZB", indicator="CTX-registered", value=None, state=State.VALUE, qualifier=Qualifier.RANGE,
        value_low=350.0, value_high=400.0, unit="count", counting_unit="person",
        period_basis=PeriodBasis.NOT_STATED, source_id=REPORT.source_id, source_locator="L300",
        quote="350-400 persons are helped in a year",
    ),
    Observation(
        country="KAZ", indicator="CTX-registered", value=0.0, state=State.VALUE, unit="percent",
        period_start=date(2022, 1, 1), period_end=date(2022, 12, 31), period_basis=PeriodBasis.STATED, source_id=LETTER.source_id,
    ),
)  # fmt: skip
SOURCES_USED = (REPORT, LETTER)


def contents(kind: WorkbookKind) -> WorkbookContents:
    """Return valid contents of a kind."""
    tracker = kind is WorkbookKind.TRACKER
    figures: tuple[Observation, ...] = FIGURES
    if kind is WorkbookKind.PARTNERS:
        figures = tuple(replace(figure, partner="IOM", kind_of_support="training") for figure in FIGURES)
    return WorkbookContents(
        kind=kind, framework=FRAMEWORK, country="KAZ" if tracker else "",
        statements=STATEMENTS if tracker else (), observations=() if tracker else figures, sources=SOURCES_USED,
        base_release=7, round_title="Round of 2026",
    )  # fmt: skip


def saved(folder: Path, data: bytes) -> Path:
    """Return the path of a file with that content."""
    path = folder / "workbook.xlsx"
    path.write_bytes(data)
    return path


def valid(folder: Path, kind: WorkbookKind) -> Path:
    """Return the path of a valid workbook."""
    return saved(folder, write(contents(kind), words_of("en")))


def put(workbook: Workbook, kind: WorkbookKind, row: int, /, **cells: object) -> str:
    """Write cells by column key into the data sheet; return the address of the last one."""
    return _put(workbook, sheet_of(kind).title, [c.key for c in sheet_of(kind).columns], row, cells)


def _put(workbook: Workbook, title: str, keys: list[str], row: int, cells: dict[str, object]) -> str:
    address = ""
    for key, value in cells.items():
        cell = workbook[title].cell(row, keys.index(key) + 1)
        cell.number_format = "General"
        cell.value = value  # type: ignore[assignment]
        address = cell.coordinate
    return address


def reread(path: Path, workbook: Workbook) -> WorkbookReading:
    """Save a changed workbook over `path` and read it."""
    workbook.save(path)
    return read(path, FRAMEWORK)


def loaded(path: Path) -> Workbook:
    """Open a workbook to be spoiled."""
    return load_workbook(path)


def codes(reading: WorkbookReading) -> list[str]:
    """Return the codes found, in order."""
    return [finding.code for finding in reading.findings]
