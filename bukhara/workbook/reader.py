"""Reads a workbook: pre-check, sheets, typed rows, rules, records. It changes nothing and guesses nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from bukhara.model.codes import WorkbookKind
from bukhara.workbook import precheck
from bukhara.workbook.citations import check_source
from bukhara.workbook.columns import LISTS_TITLE, README_TITLE, SOURCES, Sheet
from bukhara.workbook.contents import WorkbookReading
from bukhara.workbook.duplicates import check_duplicates
from bukhara.workbook.frontsheet import Front, front_of
from bukhara.workbook.headers import SEARCHED_ROWS, sheet_like, sheet_named
from bukhara.workbook.ledger import Ledger, Place
from bukhara.workbook.lookups import Lookups, lookups_of
from bukhara.workbook.observation_rules import check_observation
from bukhara.workbook.opening import RawSheet, WorkbookDamaged, opened
from bukhara.workbook.records import observations_from, sources_from, statements_from
from bukhara.workbook.rows import rows_of
from bukhara.workbook.statement_rules import check_statement
from bukhara.workbook.values import folded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bukhara.model.framework import Framework
    from bukhara.model.source import Source
    from bukhara.workbook.ledger import Row


def read(path: Path, framework: Framework) -> WorkbookReading:
    """Return what the workbook at `path` says under `framework`, and all findings; bad files never raise."""
    container = precheck.check(path)
    ledger = Ledger()
    if container.refusal:
        ledger.add(container.refusal, Place(), **container.values)
        return WorkbookReading(readable=False, findings=ledger.closed())
    for code in container.warnings:
        ledger.add(code, Place())
    try:
        with opened(path, container) as sheets:
            return _reading(sheets, framework, ledger)
    except WorkbookDamaged:
        ledger.add("file-damaged", Place())
        return WorkbookReading(readable=False, findings=ledger.closed())


def _reading(sheets: Sequence[RawSheet], framework: Framework, ledger: Ledger) -> WorkbookReading:
    front = front_of(sheets)
    data, source_sheet = _sorted_out(sheets, ledger)
    sources = _sources(source_sheet, framework, ledger)
    found = WorkbookReading(
        readable=True,
        findings=(),
        sources=sources,
        base_release=front.base_release,
        template_version=front.template_version,
    )
    if data is None:
        ledger.add("no-data-sheet", Place())
        return replace(found, findings=ledger.closed())
    raw, sheet = data
    lookups = lookups_of(framework, sources)
    rows = rows_of(raw, sheet, lookups, ledger)
    _check(rows, sheet, replace(lookups, workbook_country=_country(front, rows)))
    statements = statements_from(rows) if sheet.kind is WorkbookKind.TRACKER else ()
    observations = () if sheet.kind is WorkbookKind.TRACKER else observations_from(rows)
    present = {row.fields["country"] for row in rows if row.kept}
    places = framework.countries + framework.regions
    return replace(
        found,
        findings=ledger.closed(),
        kind=sheet.kind,
        statements=statements,
        observations=observations,
        countries=tuple(place.code for place in places if place.code in present),
    )


def _sorted_out(sheets: Sequence[RawSheet], ledger: Ledger) -> tuple[tuple[RawSheet, Sheet] | None, RawSheet | None]:
    data: list[tuple[RawSheet, Sheet]] = []
    sources: RawSheet | None = None
    others: list[RawSheet] = []
    for raw in sheets:
        sheet = sheet_named(raw.title)
        if sheet is SOURCES:
            sources = raw
        elif sheet is not None:
            data.append((raw, sheet))
        elif folded(raw.title) not in (folded(README_TITLE), folded(LISTS_TITLE)):
            others.append(raw)
    data += _strangers(others, ledger, wanted=not data)
    for raw, _ in data[1:]:
        ledger.add("several-data-sheets", Place(sheet=raw.title))
    return (data[0] if data else None), sources


def _strangers(sheets: Sequence[RawSheet], ledger: Ledger, *, wanted: bool) -> list[tuple[RawSheet, Sheet]]:
    """Return the sheets of another name that carry our columns, where they are wanted; list the others."""
    found: list[tuple[RawSheet, Sheet]] = []
    for raw in sheets:
        alike = sheet_like(raw.head(SEARCHED_ROWS + 1)) if wanted else None
        if alike is not None:
            found.append((raw, alike))
        elif raw.hidden or any(cell is not None for row in raw.head(SEARCHED_ROWS) for cell in row):
            ledger.add("hidden-sheet" if raw.hidden else "unknown-sheet", Place(sheet=raw.title))
    return found


def _sources(raw: RawSheet | None, framework: Framework, ledger: Ledger) -> tuple[Source, ...]:
    if raw is None:
        ledger.add("missing-sheet", Place(sheet=SOURCES.title))
        return ()
    rows = rows_of(raw, SOURCES, lookups_of(framework, ()), ledger)
    for row in rows:
        check_source(row)
    check_duplicates(rows, None)
    return tuple({source.source_id: source for source in sources_from(rows)}.values())


def _country(front: Front, rows: Sequence[Row]) -> str:
    """Return the country a tracker speaks for: as its front sheet says, else as most rows do."""
    named = Counter(row.fields["country"] for row in rows if "country" in row.fields)
    return front.country or (named.most_common(1)[0][0] if named else "")


def _check(rows: Sequence[Row], sheet: Sheet, lookups: Lookups) -> None:
    check = check_statement if sheet.kind is WorkbookKind.TRACKER else check_observation
    for row in rows:
        check(row, lookups)
    check_duplicates(rows, sheet.kind)
