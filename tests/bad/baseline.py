"""A valid workbook of each kind under the real framework, and the means to spoil one thing of it."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import Workbook, load_workbook

from bukhara import framework as framework_package
from bukhara.i18n.words import words_of
from bukhara.model.codes import Kind, PeriodBasis, Qualifier, SourceClass, State, Status, WorkbookKind
from bukhara.model.observation import Observation
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.workbook import WorkbookContents, WorkbookReading, read
from bukhara.workbook.columns import SOURCES, sheet_of
from bukhara.workbook.grid import column_letters
from bukhara.workbook.writing.template import write

ROOT = Path(__file__).parents[2]
FRAMEWORK = framework_package.load(ROOT / "indicators.yaml")
TRACKER, STATISTICS, PARTNERS = WorkbookKind.TRACKER, WorkbookKind.STATISTICS, WorkbookKind.PARTNERS
BODY = "Ministry of Internal Affairs of Kazakhstan"
# the data sheet of a workbook as the template writes it
SHEET = "xl/worksheets/sheet2.xml"
LETTER = Source(
    source_id="kaz-letter-2026", source_class=SourceClass.STATE_SUBMISSION, title="Answer to the round", body=BODY,
    date=date(2026, 5, 1), document_number="12/3",
)  # fmt: skip
REPORT = Source(
    source_id="astana-2023-report", source_class=SourceClass.CONFERENCE_REPORT, title="Report", body="UNODC",
    date=date(2023, 7, 28),
)  # fmt: skip
STATEMENTS = tuple(
    Statement(
        country="KAZ", item=item, indicator=indicator, kind=Kind.IMPLEMENTATION, state=State.VALUE,
        status=Status.IN_PLACE, since="2024-07-05", valid_until="2030-12", statement=f"A law on {item} is in force.",
        body=BODY, source_id=LETTER.source_id, source_locator="p. 3", quote="the law is in force",
    )
    for item, indicator in (("BD-8b", "BD-8b.1"), ("BD-12", "BD-12.1"), ("BD-13", "BD-13.1"))
)  # fmt: skip
_FIGURE = Observation(
    country="KAZ", indicator="CTX-victims", value=110.0, state=State.VALUE, qualifier=Qualifier.EXACT, unit="count",
    counting_unit="victim", period_start=date(2023, 1, 1), period_end=date(2023, 6, 30),
    period_basis=PeriodBasis.STATED, reporter=BODY, source_id=REPORT.source_id, source_locator="L195",
    quote="A total of 110 victims were identified",
)  # fmt: skip
FIGURES = (
    _FIGURE,
    replace(_FIGURE, value=60.0, sex="female"),
    replace(_FIGURE, value=50.0, sex="male"),
    replace(_FIGURE, country="UZB", value=None, qualifier=Qualifier.RANGE, value_low=350.0, value_high=400.0),
    replace(_FIGURE, country="KGZ", indicator="CTX-willing-to-report", value=12.5, unit="percent"),
)


@cache
def valid(kind: WorkbookKind, country: str = "KAZ") -> bytes:
    """Return a workbook without a finding."""
    tracker = kind is TRACKER
    figures = FIGURES
    if kind is PARTNERS:
        figures = tuple(replace(figure, partner="IOM", kind_of_support="training") for figure in FIGURES)
    contents = WorkbookContents(
        kind=kind, framework=FRAMEWORK, country=country if tracker else "",
        statements=STATEMENTS if tracker else (), observations=() if tracker else figures, sources=(REPORT, LETTER),
        base_release=1, round_title="Round of 2026",
    )  # fmt: skip
    return write(contents, words_of("en"))


def reading_of(content: bytes, name: str = "workbook.xlsx") -> WorkbookReading:
    """Return what is read from the bytes of a file under the real framework."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return read(path, FRAMEWORK)


def keys(kind: WorkbookKind) -> list[str]:
    """Return the columns of the data sheet of a kind."""
    return [column.key for column in sheet_of(kind).columns]


def address(kind: WorkbookKind, key: str, row: int) -> str:
    """Return the cell of a column in a row of the data sheet."""
    return f"{column_letters(keys(kind).index(key) + 1)}{row}"


def edited(content: bytes, change: Callable[[Workbook], Any]) -> bytes:
    """Return a workbook after a change by openpyxl."""
    workbook = load_workbook(io.BytesIO(content))
    change(workbook)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def put(
    workbook: Workbook, kind: WorkbookKind, row: int, cells: dict[str, object], number_format: str = "General"
) -> None:
    """Write cells by column key into the data sheet."""
    for key, value in cells.items():
        cell = workbook[sheet_of(kind).title][address(kind, key, row)]
        cell.number_format = number_format
        cell.value = value  # type: ignore[union-attr]


def put_source(workbook: Workbook, row: int, cells: dict[str, object]) -> None:
    """Write cells by column key into the sheet of sources."""
    for key, value in cells.items():
        column = [column.key for column in SOURCES.columns].index(key) + 1
        workbook["Sources"].cell(row, column).value = value  # type: ignore[union-attr]


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of an archive by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def patched(kind: WorkbookKind, part: str, *changes: tuple[bytes | str, bytes | str]) -> bytes:
    """Return a valid workbook with bytes of one part replaced, each at its first place."""
    parts = parts_of(valid(kind))
    data = parts[part]
    for old, new in changes:
        before = old.encode() if isinstance(old, str) else old
        assert before in data, f"{before!r} is not in {part}"
        data = data.replace(before, new.encode() if isinstance(new, str) else new, 1)
    return zipped(parts | {part: data})


def with_parts(kind: WorkbookKind, parts: dict[str, bytes]) -> bytes:
    """Return a valid workbook with further or other parts."""
    return zipped(parts_of(valid(kind)) | parts)


@dataclass(frozen=True)
class Bad:
    """A kind of bad workbook: what is expected of it, at `sheet!cell`, and its twin, in which that one thing is right.

    Both are made once: several modules of tests ask for the same ones.
    """

    name: str
    code: str
    at: str
    content: Callable[[], bytes]
    twin: Callable[[], bytes]
    stops: bool = True
    file_name: str = "workbook.xlsx"
    alone: bool = True

    def __post_init__(self) -> None:
        for name in ("content", "twin"):
            object.__setattr__(self, name, cache(getattr(self, name)))
