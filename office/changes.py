"""Rows that a workbook or a release changes, in words: what a row is about, and each column before and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from jinja2.runtime import Context as TemplateContext

from bukhara.exports import change_lines, seen_rows
from bukhara.progress.moves import Move
from bukhara.views.release_changes import BlockChanges
from bukhara.views.workbook_changes import RowChange
from web.forms import whole_number
from web.paging import PAGE_SIZE, Turn, paged
from web.template_functions import page_request_in, words_in
from web.templating import context_function

T = TypeVar("T")
BLOCK = "block"
"""What the address calls the number of the block whose rows are asked for."""
# the heading of a row says these already
_IN_HEADING = frozenset({"country", "item", "indicator"})


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block of changes as a page has it, with its number in the list; `rows` is empty where they are folded away."""

    number: int
    block: BlockChanges
    rows: tuple[RowChange, ...]


@dataclass(frozen=True, slots=True)
class ChangedColumn:
    """One column of a row, before and after; empty where there was nothing, or will be nothing."""

    column: str
    before: str
    after: str


@context_function
def page_of(context: TemplateContext, items: Sequence[T], name: str) -> tuple[tuple[T, ...], Turn]:
    """Return the part of a long list that the address asks for by `name`, and which part that is."""
    return paged(page_request_in(context), items, name=name)


@context_function
def blocks_on_page(context: TemplateContext, blocks: Sequence[BlockChanges]) -> tuple[tuple[ShownBlock, ...], Turn]:
    """Return the blocks of one page of the list: the one that the address asks for with its rows, else the small ones.

    As many rows are shown as a page of one list has; those of other blocks are one click away.
    """
    page_request = page_request_in(context)
    chosen, left, shown = whole_number(page_request.query.get(BLOCK)), PAGE_SIZE, []
    numbered, turn = paged(page_request, tuple(enumerate(blocks, start=1)), name="blocks")
    for number, block in numbered:
        if fits := chosen is None and len(block.rows) <= left:
            left -= len(block.rows)
        shown.append(ShownBlock(number, block, block.rows if fits or number == chosen else ()))
    return tuple(shown), turn


@context_function
def cell_rows(context: TemplateContext, moved: tuple[Move, ...]) -> tuple[seen_rows.SeenRow, ...]:
    """Return the cells of the table of statuses that differ, as rows."""
    return seen_rows.moved_rows(moved, page_request_in(context).service.framework(), words_in(context))


@context_function
def row_heading(context: TemplateContext, row: RowChange) -> str:
    """Return the subject of a changed row."""
    return change_lines.about(row.record, page_request_in(context).service.framework(), words_in(context))


@context_function
def row_columns(context: TemplateContext, row: RowChange) -> tuple[ChangedColumn, ...]:
    """Return the columns of a row that change."""
    framework, words = page_request_in(context).service.framework(), words_in(context)
    columns = []
    for field in row.fields:
        if field.column not in _IN_HEADING:
            name, before, after = change_lines.values(field, framework, words)
            columns.append(ChangedColumn(name, before if field.before else "", after if field.after else ""))
    return tuple(columns)
