"""Turns the raw cells of a row into typed fields, noting what was not read, or read differently."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from bukhara.workbook.columns import Access, Column, Holds
from bukhara.workbook.lookups import Lookups, codes_of
from bukhara.workbook.values import Parsed, as_code, as_day, as_number, as_partial_date, as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bukhara.workbook.ledger import Row

_PLAIN: dict[Holds, Callable[[object], Parsed]] = {
    Holds.TEXT: as_text,
    Holds.NUMBER: as_number,
    Holds.DAY: as_day,
    Holds.PARTIAL_DATE: as_partial_date,
}
_UNIT = "unit"
_PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Field:
    """A column of the sheet with the function that reads its cells."""

    column: Column
    parse: Callable[[object], Parsed]
    convert: Callable[[Any], object] | None = None


def fields_of(columns: Sequence[Column], lookups: Lookups) -> tuple[Field, ...]:
    """Return the reading function of every column."""
    return tuple(_field(column, lookups) for column in columns)


def _field(column: Column, lookups: Lookups) -> Field:
    if column.codes is not None:
        parse = partial(as_code, allowed=codes_of(column.codes), unknown="unknown-code")
        # the model keeps `access` as a plain word
        return Field(column, parse, None if column.codes is Access else column.codes)
    tables = {
        Holds.COUNTRY: (lookups.countries, "unknown-country"),
        Holds.ITEM: (lookups.items, "unknown-item"),
        Holds.INDICATOR: (lookups.indicators, "unknown-indicator"),
        Holds.SOURCE: (lookups.sources, "unknown-source"),
    }
    if column.holds in tables:
        allowed, unknown = tables[column.holds]
        return Field(column, partial(as_code, allowed=allowed, unknown=unknown))
    return Field(column, _PLAIN[column.holds])


def type_row(row: Row, fields: Sequence[Field]) -> None:
    """Fill `row.fields` from `row.raw`; every trouble is noted at its cell."""
    for field in fields:
        key = field.column.key
        raw = row.raw.get(key)
        if raw is None or key in row.blamed:
            continue
        parsed = field.parse(raw)
        if parsed.trouble:
            row.find(parsed.trouble, key, **parsed.values)
            continue
        if parsed.normalised:
            _note_change(row, key, raw, parsed)
        value = parsed.value
        if value is not None and value != "":
            row.fields[key] = field.convert(value) if field.convert else value
    for field in fields:
        if field.column.filled and field.column.key not in row.fields and field.column.key not in row.blamed:
            row.find("missing-value", field.column.key)


def _note_change(row: Row, key: str, raw: object, parsed: Parsed) -> None:
    if "percent" in parsed.values and str(row.raw.get(_UNIT, "")).strip().casefold() != _PERCENT:
        row.find("percent-sign", key)
        return
    if parsed.value is None:
        return
    # a whole number in a text column says the same as its text
    if isinstance(raw, int) and str(raw) == str(parsed.value):
        return
    shown = f"{parsed.value:g}" if isinstance(parsed.value, float) else str(parsed.value)
    row.find("value-normalised", key, read=shown[:200])
