"""Turns the raw cells of a row into typed fields, with findings for cells that are unreadable or changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bukhara.model.codes import Access
from bukhara.model.columns import Holds
from bukhara.workbook.columns import Column
from bukhara.workbook.letters import skeleton
from bukhara.workbook.reading.ledger import DataRow
from bukhara.workbook.reading.lookups import BODIES, Lookups, codes_of
from bukhara.workbook.reading.values import (
    Parsed,
    as_code,
    as_codes,
    as_day,
    as_due_day,
    as_end,
    as_first_day,
    as_last_day,
    as_name,
    as_number,
    as_number_of,
    as_partial_date,
    as_text,
    as_word,
    with_marks,
)
from bukhara.workbook.xlsx.texts import MarkedText

_PLAIN: dict[Holds, Callable[[object], Parsed]] = {
    Holds.TEXT: as_text,
    Holds.NUMBER: as_number,
    Holds.DAY: as_day,
    Holds.PARTIAL_DATE: as_partial_date,
}
_DAYS: dict[str, Callable[[object], Parsed]] = {
    "period_start": as_first_day,
    "period_end": as_last_day,
    "due_date": as_due_day,
    "valid_until": as_end,
}
_UNIT, _COUNTED = "unit", "counting_unit"
_PERCENT = ("percent", "%")
_REMEMBERED = 2000


@dataclass(frozen=True, slots=True)
class Field:
    """A column of the sheet with the function that reads its cells."""

    column: Column
    parse: Callable[[object], Parsed]
    convert: Callable[[Any], object] | None = None
    seen: dict[str, Parsed] = field(default_factory=dict)

    def read(self, raw: object) -> Parsed:
        """Return the parsed cell; results are kept, because texts repeat in a column."""
        parsed = self.parse(raw)
        if raw.__class__ is MarkedText and self.column.holds is not Holds.NUMBER:
            return with_marks(raw, parsed)
        if raw.__class__ is str and len(self.seen) < _REMEMBERED:
            self.seen[str(raw)] = parsed
        return parsed


@dataclass(frozen=True, slots=True)
class Fields:
    """The columns of a sheet by key, and those that every row fills."""

    by_key: dict[str, Field]
    filled: tuple[str, ...]


def fields_of(columns: Sequence[Column], lookups: Lookups) -> Fields:
    """Return the reading function of every column."""
    filled = tuple(column.key for column in columns if column.filled)
    return Fields({column.key: _field(column, lookups) for column in columns if not column.shown_only}, filled)


def _field(column: Column, lookups: Lookups) -> Field:
    labels = lookups.labels.get(column.key, {})
    if column.codes is not None:
        parse = partial(as_code, allowed=codes_of(column.codes), unknown="unknown-code", labels=labels)
        # the model keeps `access` as a plain word
        return Field(column, parse, None if column.codes is Access else column.codes)
    tables = {
        Holds.COUNTRY: (as_code, lookups.countries, "unknown-country"),
        Holds.ITEM: (as_code, lookups.items, "unknown-item"),
        Holds.INDICATOR: (as_code, lookups.indicators, "unknown-indicator"),
        Holds.SOURCE: (as_code, lookups.sources, "unknown-source"),
        Holds.TOPICS: (as_codes, lookups.topics, "unknown-code"),
    }
    if column.holds is Holds.SOURCE and not lookups.sources_read:
        return Field(column, as_text)
    if column.holds in tables:
        read, allowed, unknown = tables[column.holds]
        return Field(column, partial(read, allowed=allowed, unknown=unknown, labels=labels))
    if column.key in lookups.words and column.holds is Holds.TEXT:
        return Field(column, partial(as_word, known=lookups.words[column.key], labels=labels))
    if column.key in BODIES:
        return Field(column, partial(as_name, names=labels))
    return Field(column, _DAYS.get(column.key) or _PLAIN[column.holds])


def type_row(row: DataRow, fields: Fields) -> None:
    """Fill `row.fields` from `row.raw`; every problem becomes a finding at its cell."""
    by_key = fields.by_key
    for key, raw in row.raw.items():
        if key in row.blamed or key not in by_key:
            continue
        column = by_key[key]
        parsed = (column.seen.get(raw) if raw.__class__ is str else None) or column.read(raw)
        parsed = _with_counted(row, raw, parsed, by_key)
        if parsed.trouble:
            row.find(parsed.trouble, key, **parsed.values)
            continue
        if parsed.normalised or parsed.doubt:
            _note_change(row, key, raw, parsed, by_key.get(_UNIT))
        value = parsed.value
        if value is not None and value != "" and key not in row.blamed:
            row.fields[key] = column.convert(value) if column.convert else value
    for key in fields.filled:
        if key not in row.fields and key not in row.blamed:
            row.find("missing-value", key)


def _with_counted(row: DataRow, raw: object, parsed: Parsed, by_key: dict[str, Field]) -> Parsed:
    """Return a number with the word for what its row counts: “12 чел.”."""
    if parsed.trouble != "number-unreadable" or _COUNTED not in by_key:
        return parsed
    return as_number_of(raw, str(by_key[_COUNTED].read(row.raw.get(_COUNTED, "")).value))


def _is_percent(raw: object, unit: Field | None) -> bool:
    """Return whether a unit is per cent, as its code, its sign or its word in the lists."""
    return skeleton(str(raw)) in _PERCENT or (unit is not None and unit.read(raw).value == _PERCENT[0])


def _note_change(row: DataRow, key: str, raw: object, parsed: Parsed, unit: Field | None) -> None:
    if "percent" in parsed.values and not _is_percent(row.raw.get(_UNIT), unit):
        row.find("percent-sign", key)
        return
    if parsed.doubt and key != _UNIT:
        row.find(parsed.doubt, key, **parsed.values)
    if parsed.value is None or not parsed.normalised:
        return
    shown = f"{parsed.value:.15g}" if isinstance(parsed.value, float) else str(parsed.value)
    # a number in a text column, or as a text, says the same
    if str(raw) != shown:
        row.find("value-normalised", key, read=shown[:200])
