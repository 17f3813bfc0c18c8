"""Rows about the same thing: the same twice is a warning, two answers are an error with both rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.model.codes import Qualifier, WorkbookKind

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from bukhara.workbook.ledger import Row

_STATEMENT = ("country", "indicator", "kind", "body", "partner", "source_id", "source_locator", "quote")
_OBSERVATION = (
    "country",
    "indicator",
    "unit",
    "counting_unit",
    "stage",
    "offence_class",
    "legal_article",
    "identifying_body",
    "territorial_scope",
    "period_start",
    "period_end",
    "sex",
    "age_group",
    "form_of_exploitation",
    "citizenship",
    "reporter",
    "source_id",
    "source_locator",
    "quote",
    "partner",
    "kind_of_support",
)
_ANSWER = (
    "value",
    "value_low",
    "value_high",
    "state",
    "qualifier",
    "status",
    "level",
    "since",
    "valid_until",
    "statement",
)


def check_duplicates(rows: Iterable[Row], kind: WorkbookKind | None) -> None:
    """Compare the rows of one sheet with those before; `kind` None is the Sources sheet."""
    met: dict[Hashable, Row] = {}
    for row in rows:
        identity = _identity(row, kind)
        first = met.setdefault(identity, row)
        if first is row:
            continue
        same = _same(first, row, kind)
        row.repeated = same
        code = "duplicate-row" if same else "duplicate-conflict"
        row.find(code, _key(kind), first=str(first.number), second=str(row.number))


def _identity(row: Row, kind: WorkbookKind | None) -> Hashable:
    fields = row.fields
    if kind is None:
        return fields.get("source_id")
    if kind is WorkbookKind.TRACKER:
        return tuple(fields.get(key) for key in _STATEMENT)
    change = fields.get("qualifier") is Qualifier.CHANGE_PERCENT
    return (change, *(fields.get(key) for key in _OBSERVATION))


def _same(first: Row, second: Row, kind: WorkbookKind | None) -> bool:
    if kind is None:
        return first.fields == second.fields
    return all(first.fields.get(key) == second.fields.get(key) for key in _ANSWER)


def _key(kind: WorkbookKind | None) -> str:
    if kind is None:
        return "source_id"
    return "indicator" if kind is WorkbookKind.TRACKER else "value"
