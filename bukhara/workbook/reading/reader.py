"""Reads a workbook: pre-check, sheets, typed rows, rules, records. It changes nothing and guesses nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bukhara.model.codes import WorkbookKind
from bukhara.workbook.columns import FINDINGS_TITLE, LISTS_TITLE, README_TITLE, SOURCES, Sheet
from bukhara.workbook.container import precheck
from bukhara.workbook.letters import folded
from bukhara.workbook.reading.citations import check_source
from bukhara.workbook.reading.contents import WorkbookReading
from bukhara.workbook.reading.duplicates import Duplicates
from bukhara.workbook.reading.exported import exported_in
from bukhara.workbook.reading.frontsheet import front_of
from bukhara.workbook.reading.headers import SEARCHED_ROWS, sheet_like, sheet_named
from bukhara.workbook.reading.ledger import Ledger, Place
from bukhara.workbook.reading.lookups import lookups_of, vocabulary_of
from bukhara.workbook.reading.observation_rules import check_observation
from bukhara.workbook.reading.part_sums import PartSums
from bukhara.workbook.reading.privacy import SOURCE_TEXTS, check_privacy
from bukhara.workbook.reading.records import Records, located, sources_from
from bukhara.workbook.reading.rows import rows_of
from bukhara.workbook.reading.statement_rules import check_statement
from bukhara.workbook.refusals import WorkbookDamaged
from bukhara.workbook.xlsx.raw_workbook import RawSheet, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from bukhara.model.framework import Framework
    from bukhara.workbook.reading.ledger import Row
    from bukhara.workbook.reading.lookups import Lookups, Vocabulary

_NOT_READ = frozenset(map(folded, (README_TITLE, LISTS_TITLE, FINDINGS_TITLE)))
_STEP = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Options of a reading: records unless `rows` is False; `follow` is called with the rows read and all rows."""

    rows: bool = True
    follow: Callable[[int, int], None] | None = None


def read(path: Path, framework: Framework, headings: Iterable[tuple[str, str]] = ()) -> WorkbookReading:
    """Return the records and findings of the workbook at `path` under `framework`; bad files never raise.

    It runs in this process: for trusted files. `headings` are further names of columns, with their keys.
    """
    return read_by(path, vocabulary_of(framework, headings))


def read_by(path: Path, vocabulary: Vocabulary, asked: Asked | None = None) -> WorkbookReading:
    """Return the records and findings of the workbook, checked by a vocabulary alone."""
    ledger = Ledger()
    try:
        container = precheck.check(path)
        for code in container.warnings:
            ledger.add(code, Place())
        with opened(path) as sheets:
            return _reading(sheets, vocabulary, ledger, _Followed(asked or Asked(), container.rows))
    except WorkbookDamaged as damage:
        at = Place(sheet=damage.sheet, row=damage.row, column=damage.column)
        return refused(damage.code, at, **damage.values)


def refused(code: str, at: Place | None = None, **values: str) -> WorkbookReading:
    """Return the reading of a file that is not read, with one finding that gives the reason."""
    ledger = Ledger()
    ledger.add(code, at or Place(), **values)
    return WorkbookReading(readable=False, findings=ledger.closed())


@dataclass(slots=True)
class _Followed:
    asked: Asked
    total: int
    done: int = 0

    def step(self) -> None:
        self.done += 1
        if self.asked.follow is not None and self.done % _STEP == 0:
            self.asked.follow(self.done, max(self.total, self.done))


def _reading(
    sheets: Sequence[RawSheet], vocabulary: Vocabulary, ledger: Ledger, followed: _Followed
) -> WorkbookReading:
    exported = exported_in(sheets)
    if exported is not None:
        return WorkbookReading(readable=True, findings=ledger.closed(), kind=exported.kind, exported=exported)
    front = front_of(sheets)
    data, source_sheet = _sorted_out(sheets, vocabulary, ledger)
    listed = _sources(source_sheet, vocabulary, ledger)
    sources = sources_from(listed)
    found = WorkbookReading(
        readable=True,
        findings=(),
        sources=sources,
        sources_at=located(listed),
        base_release=front.base_release,
        template_version=front.template_version,
        round_title=front.round_title,
    )
    if data is None:
        ledger.add("no-data-sheet", Place())
        return replace(found, findings=ledger.closed())
    raw, sheet = data
    rows = rows_of(raw, sheet, lookups_of(vocabulary, sources), ledger)
    known = lookups_of(vocabulary, sources)
    known = replace(known, workbook_country=known.countries.get(folded(front.country), ""))
    records = _judged(rows, sheet, known, followed, ledger)
    return replace(
        found,
        findings=ledger.closed(),
        kind=sheet.kind,
        statements=tuple(records.statements),
        observations=tuple(records.observations),
        corrections=tuple(records.corrections),
        rows_at=records.located(),
        countries=tuple(place for place in vocabulary.places if place in records.countries),
    )


def _judged(rows: Iterable[Row], sheet: Sheet, lookups: Lookups, followed: _Followed, ledger: Ledger) -> Records:
    """Check every row as it is read, and return the records of those without an error."""
    if sheet.kind is WorkbookKind.TRACKER and not lookups.workbook_country:
        rows = list(rows)
        lookups = replace(lookups, workbook_country=_country(rows))
    check = check_statement if sheet.kind is WorkbookKind.TRACKER else check_observation
    duplicates, sums, records = Duplicates(sheet.kind), PartSums(), Records(sheet.kind, wanted=followed.asked.rows)
    for row in rows:
        followed.step()
        if row.fields:
            check(row, lookups)
            duplicates.see(row)
            if sheet.kind is not WorkbookKind.TRACKER:
                sums.see(row)
        records.take(row)
    sums.close(ledger)
    return records


def _sorted_out(
    sheets: Sequence[RawSheet], vocabulary: Vocabulary, ledger: Ledger
) -> tuple[tuple[RawSheet, Sheet] | None, RawSheet | None]:
    data: list[tuple[RawSheet, Sheet]] = []
    sources: list[RawSheet] = []
    others: list[RawSheet] = []
    for raw in sheets:
        sheet = sheet_named(raw.title)
        if sheet is SOURCES:
            sources.append(raw)
        elif sheet is not None:
            data.append((raw, sheet))
        elif folded(raw.title) not in _NOT_READ:
            others.append(raw)
    data += _strangers(others, vocabulary, ledger, wanted=not data)
    for raw, _ in data[1:]:
        ledger.add("several-data-sheets", Place(sheet=raw.title))
    for raw in sources[1:]:
        ledger.add("several-source-sheets", Place(sheet=raw.title))
    return (data[0] if data else None), (sources[0] if sources else None)


def _strangers(
    sheets: Sequence[RawSheet], vocabulary: Vocabulary, ledger: Ledger, *, wanted: bool
) -> list[tuple[RawSheet, Sheet]]:
    """Return the sheets with other titles that have data columns, if they are wanted; add findings for the others."""
    found: list[tuple[RawSheet, Sheet]] = []
    for raw in sheets:
        head = raw.head(SEARCHED_ROWS + 1)
        alike = sheet_like(head, vocabulary.headings)
        if alike is not None and (wanted or not raw.hidden):
            found.append((raw, alike))
        elif raw.hidden or any(cell is not None for row in head for cell in row):
            ledger.add("hidden-sheet" if raw.hidden else "unknown-sheet", Place(sheet=raw.title))
    return found


def _sources(raw: RawSheet | None, vocabulary: Vocabulary, ledger: Ledger) -> list[Row]:
    if raw is None:
        ledger.add("missing-sheet", Place(sheet=SOURCES.title))
        return []
    duplicates, rows = Duplicates(None), []
    lookups = lookups_of(vocabulary, ())
    for row in rows_of(raw, SOURCES, lookups, ledger):
        check_source(row, lookups)
        check_privacy(row, SOURCE_TEXTS)
        duplicates.see(row)
        rows.append(row)
    return rows


def _country(rows: Iterable[Row]) -> str:
    """Return the most frequent country of the rows: that of the tracker, if the front sheet does not name it."""
    named = Counter(row.fields["country"] for row in rows if "country" in row.fields)
    return named.most_common(1)[0][0] if named else ""
