"""Writes the workbook that goes out: the pre-filled template, and by it the workbooks in data/."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook

from bukhara.model.codes import IndicatorType, Scope, SourceClass, State, WorkbookKind
from bukhara.workbook.columns import SOURCES, sheet_of
from bukhara.workbook.lists import offer_choices, write_lists
from bukhara.workbook.packing import packed
from bukhara.workbook.readme_sheet import RowCounts, write_readme
from bukhara.workbook.sheets import write_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bukhara.i18n.words import Words
    from bukhara.model.framework import Indicator, Item
    from bukhara.workbook.columns import Sheet
    from bukhara.workbook.contents import WorkbookContents


def write(contents: WorkbookContents, words: Words) -> bytes:
    """Return an .xlsx in the language of `words`; a tracker without statements asks for every indicator."""
    sheet = sheet_of(contents.kind)
    tracker = contents.kind is WorkbookKind.TRACKER
    records = contents.statements if tracker else contents.observations
    rows = [_values(record, sheet) for record in records]
    asked = [] if rows or not tracker else _questions(contents, sheet)
    to_fill = len(asked) or sum(record.state is not State.VALUE for record in records)
    workbook = Workbook()
    front = workbook.worksheets[0]
    desk = _desk_research(contents)
    confirm = len(rows) - to_fill if rows else 0
    write_readme(front, contents, words, RowCounts(confirm=confirm, fill=to_fill, desk=len(desk)))
    data = workbook.create_sheet(sheet.title)
    write_sheet(data, sheet, rows or asked, words, to_confirm=desk)
    sources = workbook.create_sheet(SOURCES.title)
    write_sheet(sources, SOURCES, [_values(source, SOURCES) for source in contents.sources], words)
    write_lists(workbook, (sheet, SOURCES), contents.framework)
    offer_choices(data, sheet, contents.framework)
    offer_choices(sources, SOURCES, contents.framework)
    return packed(workbook)


def _values(record: object, sheet: Sheet) -> list[object]:
    return [getattr(record, column.key) for column in sheet.columns]


def _desk_research(contents: WorkbookContents) -> frozenset[int]:
    """Return the places of the rows that come from other public sources."""
    found = {s.source_id for s in contents.sources if s.source_class is SourceClass.DESK_RESEARCH}
    named = [row.source_id for row in contents.statements] + [row.source_id for row in contents.observations]
    return frozenset(place for place, source_id in enumerate(named) if source_id in found)


def _questions(contents: WorkbookContents, sheet: Sheet) -> list[list[object]]:
    """One row for each indicator that the country, or the region, is asked about."""
    rows: list[list[object]] = []
    regional = contents.country in {place.code for place in contents.framework.regions}
    for item in contents.framework.items:
        for indicator in _asked(item, regional=regional):
            known = {"country": contents.country, "item": item.id, "indicator": indicator.id}
            rows.append([known.get(column.key) for column in sheet.columns])
    return rows


def _asked(item: Item, *, regional: bool) -> Sequence[Indicator]:
    if (item.scope is Scope.REGION) == regional:
        return item.indicators
    # a country's part in a regional item is a fact
    return () if regional else [each for each in item.indicators if each.type is IndicatorType.FACT]
