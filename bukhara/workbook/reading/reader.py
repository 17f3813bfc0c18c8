"""Reads a workbook: pre-check, sheets, typed rows, rules, records. It changes nothing and guesses nothing."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bukhara.model.codes import OWN_WORDS, WorkbookKind
from bukhara.model.framework import Framework
from bukhara.workbook.columns import DATA_SHEETS, FIGURES, SOURCES, Sheet
from bukhara.workbook.container import precheck
from bukhara.workbook.letters import folded
from bukhara.workbook.reading.act_answers import answer_act
from bukhara.workbook.reading.citations import check_source
from bukhara.workbook.reading.contents import WorkbookReading
from bukhara.workbook.reading.duplicates import Duplicates
from bukhara.workbook.reading.exported import exported_in
from bukhara.workbook.reading.frontsheet import TEMPLATE_VERSION, Front, front_of
from bukhara.workbook.reading.headers import SEARCHED_ROWS, is_copied, sheet_like, sheet_of_template
from bukhara.workbook.reading.ledger import CellPlace, DataRow, Ledger
from bukhara.workbook.reading.lookups import Lookups, lookups_of, with_sources
from bukhara.workbook.reading.observation_rules import check_observation
from bukhara.workbook.reading.part_sums import PartSums
from bukhara.workbook.reading.privacy import SOURCE_TEXTS, check_privacy
from bukhara.workbook.reading.records import SheetRecords, located, sources_from
from bukhara.workbook.reading.rows import is_prepared, rows_of
from bukhara.workbook.reading.statement_rules import check_statement
from bukhara.workbook.refusals import WorkbookDamaged
from bukhara.workbook.xlsx.raw_workbook import RawSheet, opened

_STEP = 1000


def read(path: Path, framework: Framework, headings: Iterable[tuple[str, str]] = ()) -> WorkbookReading:
    """Return the records and findings of the workbook at `path` under `framework`; bad files never raise.

    It runs in this process: for trusted files. `headings` are further names of columns, with their keys.
    """
    return read_by(path, lookups_of(framework, headings))


def read_by(
    path: Path, lookups: Lookups, *, rows: bool = True, follow: Callable[[int, int], None] | None = None
) -> WorkbookReading:
    """Return the records and findings of the workbook, checked by lookups alone.

    Without `rows` the records are left out; `follow` is called with the number of rows read and of all rows.
    """
    ledger = Ledger()
    try:
        container = precheck.check(path)
        for code in container.warnings:
            ledger.add(code, CellPlace())
        with opened(path) as sheets:
            check = _Check(lookups, ledger, rows_wanted=rows, row_count=container.rows, follow=follow)
            return _reading(sheets, check)
    except WorkbookDamaged as damage:
        at = CellPlace(sheet=damage.sheet, row=damage.row, column=damage.column)
        return refused(damage.code, at, **damage.values)


def refused(code: str, at: CellPlace | None = None, **values: str) -> WorkbookReading:
    """Return the reading of a file that is not read, with one finding that gives the reason."""
    ledger = Ledger()
    ledger.add(code, at or CellPlace(), **values)
    return WorkbookReading(readable=False, findings=ledger.closed())


@dataclass(slots=True)
class _Check:
    """Checks the sheets of one workbook; the rows of a tracker are all of one state, its `country`.

    `letter` is the source that the template has prepared for the answers of the state, else the first one of its own.
    """

    lookups: Lookups
    ledger: Ledger
    rows_wanted: bool
    row_count: int
    follow: Callable[[int, int], None] | None
    country: str = ""
    letter: str = ""
    rows: int = 0
    prepared: list[DataRow] = field(default_factory=list)

    def sources(self, raw: RawSheet | None) -> list[DataRow] | None:
        """Return the rows of the sheet of sources, or None if it has none that can be read."""
        if raw is None:
            self.ledger.add("missing-sheet", CellPlace(sheet=SOURCES.title))
            return None
        duplicates, rows = Duplicates(None), []
        for row in rows_of(raw, SOURCES, self.lookups, self.ledger):
            if is_prepared(row, SOURCES):
                self.prepared.append(row)
                continue
            check_source(row, self.lookups)
            check_privacy(row, SOURCE_TEXTS)
            duplicates.see(row)
            rows.append(row)
        return rows or None

    def records(self, raw: RawSheet, sheet: Sheet, *, may_be_empty: bool) -> SheetRecords:
        """Check every row of a data sheet as it is read, and return the records of those without an error."""
        is_tracker = sheet.kind is WorkbookKind.TRACKER
        own = is_tracker or sheet is FIGURES
        lookups = replace(self.lookups, workbook_country=self.country if own else "")
        rows: Iterable[DataRow] = rows_of(raw, sheet, lookups, self.ledger, may_be_empty=may_be_empty)
        if own and not self.country:
            rows = list(rows)
            self.country = _country(rows)
            lookups = replace(lookups, workbook_country=self.country)
        check = check_statement if is_tracker else check_observation
        duplicates, sums = Duplicates(sheet.kind), PartSums()
        records = SheetRecords(sheet.kind, wanted=self.rows_wanted)
        for row in rows:
            self._count_row()
            if row.fields:
                answer_act(row, self.letter)
                check(row, lookups)
                duplicates.see(row)
                if not is_tracker:
                    sums.see(row)
            records.take(row)
        sums.close(self.ledger)
        return records

    def require_prepared_sources(self, cited: set[object]) -> None:
        """Add findings for a prepared source that nobody completed, if a row cites it."""
        for row in self.prepared:
            for key in ("body", "date") if row.raw.get("source_id") in cited else ():
                row.find("missing-value", key)

    def _count_row(self) -> None:
        self.rows += 1
        if self.follow is not None and self.rows % _STEP == 0:
            self.follow(self.rows, max(self.row_count, self.rows))


def _reading(sheets: Sequence[RawSheet], check: _Check) -> WorkbookReading:
    ledger = check.ledger
    exported = exported_in(sheets)
    if exported is not None:
        return WorkbookReading(readable=True, findings=ledger.closed(), kind=exported.kind, exported=exported)
    front = front_of(sheets)
    if front.is_of_another_version:
        at = CellPlace(sheet=front.sheet, row=front.version_row, column=3, value=front.template_version)
        ledger.add("template-of-another-version", at, version=TEMPLATE_VERSION)
        return WorkbookReading(readable=True, findings=ledger.closed(), template_version=front.template_version[:40])
    data, figures, source_sheet = _sheets_by_use(sheets, check.lookups, front, ledger)
    listed = check.sources(source_sheet)
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
    faulty += [str(row.raw.get("source_id", "")) for row in check.prepared]
    check.lookups = with_sources(check.lookups, sources, filter(None, faulty), read=listed is not None)
    own = (each.source_id for each in sources if each.source_class in OWN_WORDS)
    check.letter = next((str(row.raw["source_id"]) for row in check.prepared), next(own, ""))
    check.country = check.lookups.countries.get(folded(front.country), "")
    main = check.records(*data, may_be_empty=figures is not None) if data else SheetRecords(WorkbookKind.TRACKER)
    beside = check.records(figures, FIGURES, may_be_empty=True) if figures else SheetRecords(FIGURES.kind)
    confirmed = (*main.confirmed, *(len(main.statements) + each for each in beside.confirmed))
    # a confirmation needs the letter that the template has prepared
    letters = {row.raw.get("source_id") for row in check.prepared if confirmed}
    check.require_prepared_sources(main.cited | beside.cited | letters)
    if figures and not check.rows and not ledger.errors:
        ledger.add("no-rows", CellPlace(sheet=(data[0] if data else figures).title))
    countries = main.countries | beside.countries
    return replace(
        found,
        findings=ledger.closed(),
        kind=data[1].kind if data else WorkbookKind.TRACKER,
        statements=tuple(main.statements),
        observations=(*main.observations, *beside.observations),
        taken_out=(*main.taken_out, *beside.taken_out),
        pre_filled=main.pre_filled,
        confirmed=confirmed,
        rows_at=main.located(),
        figures_at=beside.located(),
        countries=tuple(place for place in check.lookups.places if place in countries),
    )


def _sheets_by_use(
    sheets: Sequence[RawSheet], lookups: Lookups, front: Front, ledger: Ledger
) -> tuple[tuple[RawSheet, Sheet] | None, RawSheet | None, RawSheet | None]:
    """Return the data sheet, the figures beside the statements of a tracker, and the sources."""
    known = [
        (raw, sheet_of_template(raw.title, () if raw.hidden else raw.head(1)[0], lookups.languages)) for raw in sheets
    ]
    data = [(raw, sheet) for raw, sheet in known if sheet in DATA_SHEETS]
    figures = [raw for raw, sheet in known if sheet is FIGURES]
    sources = [raw for raw, sheet in known if sheet is SOURCES]
    others = [raw for raw, sheet in known if sheet is None and raw.title != front.sheet]
    if front.kind != WorkbookKind.TRACKER and not any(sheet.kind is WorkbookKind.TRACKER for _, sheet in data[:1]):
        # a form of their own, whatever its sheet is called
        others, figures = [*others, *figures], []
    data += _data_sheets_among(others, lookups, ledger, wanted=not (data or figures))
    for code, more in (
        ("several-data-sheets", [raw for raw, _ in data]),
        ("several-data-sheets", figures),
        ("several-source-sheets", sources),
    ):
        for raw in more[1:]:
            ledger.add(code, CellPlace(sheet=raw.title))
    return next(iter(data), None), next(iter(figures), None), next(iter(sources), None)


def _data_sheets_among(
    sheets: Sequence[RawSheet], lookups: Lookups, ledger: Ledger, *, wanted: bool
) -> list[tuple[RawSheet, Sheet]]:
    """Return the sheets with other titles that have data columns, if they are wanted; add findings for the others."""
    found: list[tuple[RawSheet, Sheet]] = []
    for raw in sheets:
        head = raw.head(SEARCHED_ROWS + 1)
        alike = sheet_like(head, lookups.headings)
        if alike is not None and (wanted or not raw.hidden):
            found.append((raw, alike))
        elif wanted and is_copied(head):
            ledger.add("copied-from-form", CellPlace(sheet=raw.title))
        elif raw.hidden or any(cell is not None for row in head for cell in row):
            ledger.add("hidden-sheet" if raw.hidden else "unknown-sheet", CellPlace(sheet=raw.title))
    return found


def _country(rows: Iterable[DataRow]) -> str:
    """Return the most frequent country of the rows: that of the tracker, if the front sheet does not name it."""
    named = Counter(row.fields["country"] for row in rows if "country" in row.fields)
    return named.most_common(1)[0][0] if named else ""
