"""Reads a workbook: pre-check, sheets, typed rows, rules, records. It changes nothing and guesses nothing."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bukhara.model.codes import WorkbookKind
from bukhara.model.framework import Framework
from bukhara.workbook.columns import FIGURES, FINDINGS_TITLE, LISTS_TITLE, SOURCES, Sheet
from bukhara.workbook.container import precheck
from bukhara.workbook.letters import folded
from bukhara.workbook.reading.citations import check_source
from bukhara.workbook.reading.contents import WorkbookReading
from bukhara.workbook.reading.duplicates import Duplicates
from bukhara.workbook.reading.exported import exported_in
from bukhara.workbook.reading.frontsheet import README_NAMES, front_of
from bukhara.workbook.reading.headers import SEARCHED_ROWS, sheet_like, sheet_named
from bukhara.workbook.reading.ledger import CellPlace, DataRow, Ledger
from bukhara.workbook.reading.lookups import Lookups, Vocabulary, lookups_of, vocabulary_of
from bukhara.workbook.reading.observation_rules import check_observation
from bukhara.workbook.reading.part_sums import PartSums
from bukhara.workbook.reading.privacy import SOURCE_TEXTS, check_privacy
from bukhara.workbook.reading.records import SheetRecords, located, sources_from
from bukhara.workbook.reading.rows import rows_of
from bukhara.workbook.reading.statement_rules import check_statement
from bukhara.workbook.refusals import WorkbookDamaged
from bukhara.workbook.xlsx.raw_workbook import RawSheet, opened

_NOT_READ = README_NAMES | frozenset(map(folded, (LISTS_TITLE, FINDINGS_TITLE)))
_STEP = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """Options of a reading: records unless `rows` is False; `follow` is called with the rows read and all rows."""

    rows: bool = True
    follow: Callable[[int, int], None] | None = None


def read(path: Path, framework: Framework, headings: Iterable[tuple[str, str]] = ()) -> WorkbookReading:
    """Return the records and findings of the workbook at `path` under `framework`; bad files never raise.

    It runs in this process: for trusted files. `headings` are further names of columns, with their keys.
    """
    return read_by(path, vocabulary_of(framework, headings))


def read_by(path: Path, vocabulary: Vocabulary, asked: ReadingOptions | None = None) -> WorkbookReading:
    """Return the records and findings of the workbook, checked by a vocabulary alone."""
    ledger = Ledger()
    try:
        container = precheck.check(path)
        for code in container.warnings:
            ledger.add(code, CellPlace())
        with opened(path) as sheets:
            return _reading(sheets, vocabulary, ledger, _Followed(asked or ReadingOptions(), container.rows))
    except WorkbookDamaged as damage:
        at = CellPlace(sheet=damage.sheet, row=damage.row, column=damage.column)
        return refused(damage.code, at, **damage.values)


def refused(code: str, at: CellPlace | None = None, **values: str) -> WorkbookReading:
    """Return the reading of a file that is not read, with one finding that gives the reason."""
    ledger = Ledger()
    ledger.add(code, at or CellPlace(), **values)
    return WorkbookReading(readable=False, findings=ledger.closed())


@dataclass(slots=True)
class _Followed:
    asked: ReadingOptions
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
    data, figures, source_sheet = _sorted_out(sheets, vocabulary, front.kind, ledger)
    listed = _sources(source_sheet, vocabulary, ledger)
    sources = sources_from(listed or ())
    found = WorkbookReading(
        readable=True,
        findings=(),
        sources=sources,
        sources_at=located(listed or ()),
        base_release=front.base_release,
        template_version=front.template_version,
        round_title=front.round_title,
    )
    if data is None and figures is None:
        ledger.add("no-data-sheet", CellPlace())
        return replace(found, findings=ledger.closed())
    faulty = [row.fields.get("source_id", "") for row in listed or () if row.blamed]
    lookups = lookups_of(vocabulary, sources, filter(None, faulty), sources_read=listed is not None)
    judge = _Judge(lookups.countries.get(folded(front.country), ""), lookups, followed, ledger)
    read_both = figures is not None
    main = judge.judged(*data, may_be_empty=read_both) if data else SheetRecords(WorkbookKind.TRACKER)
    beside = judge.judged(figures, FIGURES, may_be_empty=True) if figures else None
    if beside is not None and not judge.rows and not ledger.errors:
        ledger.add("no-rows", CellPlace(sheet=(data[0] if data else figures).title if figures else ""))
    countries = main.countries | (beside.countries if beside else set())
    return replace(
        found,
        findings=ledger.closed(),
        kind=data[1].kind if data else WorkbookKind.TRACKER,
        statements=tuple(main.statements),
        observations=(*main.observations, *(beside.observations if beside else ())),
        corrections=tuple(main.corrections),
        rows_at=main.located(),
        figures_at=beside.located() if beside else None,
        countries=tuple(place for place in vocabulary.places if place in countries),
    )


@dataclass(slots=True)
class _Judge:
    """Checks the rows of the data sheets; those of a tracker are all of one state, its own."""

    country: str
    lookups: Lookups
    followed: _Followed
    ledger: Ledger
    rows: int = 0

    def judged(self, raw: RawSheet, sheet: Sheet, *, may_be_empty: bool) -> SheetRecords:
        """Check every row as it is read, and return the records of those without an error."""
        own = sheet.kind is WorkbookKind.TRACKER or sheet is FIGURES
        rows: Iterable[DataRow] = rows_of(raw, sheet, self.lookups, self.ledger, may_be_empty=may_be_empty)
        if own and not self.country:
            rows = list(rows)
            self.country = _country(rows)
        lookups = replace(self.lookups, workbook_country=self.country if own else "")
        is_tracker = sheet.kind is WorkbookKind.TRACKER
        check = check_statement if is_tracker else check_observation
        duplicates, sums = Duplicates(sheet.kind), PartSums()
        records = SheetRecords(sheet.kind, wanted=self.followed.asked.rows)
        for row in rows:
            self.rows += 1
            self.followed.step()
            if row.fields:
                check(row, lookups)
                duplicates.see(row)
                if not is_tracker:
                    sums.see(row)
            records.take(row)
        sums.close(self.ledger)
        return records


def _sorted_out(
    sheets: Sequence[RawSheet], vocabulary: Vocabulary, kind: str, ledger: Ledger
) -> tuple[tuple[RawSheet, Sheet] | None, RawSheet | None, RawSheet | None]:
    """Return the data sheet, the figures beside the statements of a tracker, and the sources."""
    titled = [(raw, sheet_named(raw.title)) for raw in sheets]
    data = [(raw, sheet) for raw, sheet in titled if sheet is not None and sheet not in (FIGURES, SOURCES)]
    figures = [raw for raw, sheet in titled if sheet is FIGURES]
    sources = [raw for raw, sheet in titled if sheet is SOURCES]
    others = [raw for raw, sheet in titled if sheet is None and folded(raw.title) not in _NOT_READ]
    if kind != WorkbookKind.TRACKER and not _is_tracker(data):
        # a form of their own, whatever its sheet is called
        others, figures = [*others, *figures], []
    data += _strangers(others, vocabulary, ledger, wanted=not (data or figures))
    for raw in (*(raw for raw, _ in data[1:]), *figures[1:]):
        ledger.add("several-data-sheets", CellPlace(sheet=raw.title))
    for raw in sources[1:]:
        ledger.add("several-source-sheets", CellPlace(sheet=raw.title))
    return (data[0] if data else None), (figures[0] if figures else None), (sources[0] if sources else None)


def _is_tracker(data: Sequence[tuple[RawSheet, Sheet]]) -> bool:
    return any(sheet.kind is WorkbookKind.TRACKER for _, sheet in data[:1])


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
            ledger.add("hidden-sheet" if raw.hidden else "unknown-sheet", CellPlace(sheet=raw.title))
    return found


def _sources(raw: RawSheet | None, vocabulary: Vocabulary, ledger: Ledger) -> list[DataRow] | None:
    """Return the rows of the sheet of sources, or None if it has none that can be read."""
    if raw is None:
        ledger.add("missing-sheet", CellPlace(sheet=SOURCES.title))
        return None
    duplicates, rows = Duplicates(None), []
    lookups = lookups_of(vocabulary, ())
    for row in rows_of(raw, SOURCES, lookups, ledger):
        check_source(row, lookups)
        check_privacy(row, SOURCE_TEXTS)
        duplicates.see(row)
        rows.append(row)
    return rows or None


def _country(rows: Iterable[DataRow]) -> str:
    """Return the most frequent country of the rows: that of the tracker, if the front sheet does not name it."""
    named = Counter(row.fields["country"] for row in rows if "country" in row.fields)
    return named.most_common(1)[0][0] if named else ""
