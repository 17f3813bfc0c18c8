"""Rows that a workbook or a release changes, in words: what a row is about, and each column before and after."""

from collections.abc import Sequence
from typing import TypeVar

from jinja2.runtime import Context as TemplateContext

from bukhara.exports import change_table, seen_rows
from bukhara.exports.change_table import ChangeLine
from bukhara.service.release_words import BlockNames
from bukhara.views.effect import Effect
from bukhara.views.release_changes import ReleaseChanges
from bukhara.views.workbook_changes import RowChange
from web.paging import Turn, paged
from web.template_functions import page_request_in, words_in
from web.templating import context_function

T = TypeVar("T")


@context_function
def page_of(context: TemplateContext, items: Sequence[T], name: str) -> tuple[tuple[T, ...], Turn]:
    """Return the part of a long list that the address asks for by `name`, and which part that is."""
    return paged(page_request_in(context), items, name=name)


@context_function
def compared_lines(context: TemplateContext, changes: ReleaseChanges, names: BlockNames) -> tuple[ChangeLine, ...]:
    """Return the differences between two releases that are no rows: framework, statuses, remarks."""
    framework = page_request_in(context).service.framework()
    return seen_rows.compared_lines(changes, framework, words_in(context), names.remark)


@context_function
def effect_rows(context: TemplateContext, effect: Effect) -> tuple[ChangeLine, ...]:
    """Return what readers would see otherwise."""
    return seen_rows.seen_rows(effect, page_request_in(context).service.framework(), words_in(context))


@context_function
def row_about(context: TemplateContext, row: RowChange) -> str:
    """Return what a changed row is about."""
    return change_table.row_about(row.record, page_request_in(context).service.framework(), words_in(context))


@context_function
def row_lines(context: TemplateContext, row: RowChange) -> tuple[ChangeLine, ...]:
    """Return the columns of a row that change."""
    return change_table.row_lines(row, page_request_in(context).service.framework(), words_in(context))
