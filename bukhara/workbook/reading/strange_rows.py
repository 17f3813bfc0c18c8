"""Rows that are out of place: among the data a total, a line of text or a second heading; above the headings, data.

They are never read; each is a finding.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache

from bukhara.workbook.letters import folded, matched
from bukhara.workbook.reading.headers import matches
from bukhara.workbook.reading.ledger import CellPlace, DataRow, Ledger
from bukhara.workbook.reading.lookups import Lookups
from bukhara.workbook.reading.persons import is_about_person

_TOTALS = frozenset(
    "total subtotal grand_total sum итого всего сумма барлығы жиыны жами ҳамагӣ жалпы".split()  # noqa: SIM905
)
_NAMED = ("country", "item", "indicator", "partner", "kind_of_support")
# so many names of columns make a row one of headings; so many cells make it data, with a code or without
_HEADINGS, _FEW, _MANY = 3, 3, 5


def note_strange_row(row: DataRow, names: dict[str, str], lookups: Lookups) -> bool:
    """Add a finding for a row that is not data, and return whether it is one; `names` are the folded headings."""
    raw = row.raw
    first = next(iter(raw), None)
    if first is None or row.blamed:
        return False
    total = next((key for key in _NAMED if key in raw and is_total(raw[key])), None)
    begun = raw[first]
    if total:
        row.find("total-line", total)
    elif not isinstance(begun, str):
        return False
    elif folded_once(begun) in names and _named(raw.values(), names) >= _HEADINGS:
        row.find("heading-again", first)
    elif len(raw) < _MANY and _is_note(first, begun, lookups) and is_about_person(" ".join(map(str, raw.values()))):
        row.find("person-line", first)
    elif len(raw) == 1 and _is_note(first, begun, lookups):
        row.find("note-line", first)
    return bool(row.blamed)


def _named(values: Iterable[object], names: dict[str, str]) -> int:
    return len({names[folded(text)] for text in values if isinstance(text, str) and folded(text) in names})


@lru_cache(4096)
def folded_once(text: str) -> str:
    """Return the folded text; results are kept, because many rows begin with the same text."""
    return folded(text)


@lru_cache(4096)
def is_total(text: object) -> bool:
    """Return whether a text marks its row as a sum of others."""
    if not isinstance(text, str):
        return False
    plain = folded(text).strip(":_. ")
    return plain in _TOTALS or plain.split("_")[0].strip(":,") in ("total", "итого", "всего", "subtotal")


def _is_note(key: str, text: str, lookups: Lookups) -> bool:
    known = {"country": lookups.countries, "item": lookups.items, "indicator": lookups.indicators}.get(key, {})
    if matched(text) in lookups.labels.get(key, {}):
        return False
    return folded(text) not in known and (" " in text.strip() or len(text) > 12)


def note_rows_above(
    title: str, rows: Sequence[Sequence[object]], names: dict[str, str], lookups: Lookups, ledger: Ledger
) -> None:
    """Add a finding for each row of data above the headings, `names`, but not for a title or other headings."""
    for number, row in enumerate(rows, start=1):
        filled = {column: cell for column, cell in enumerate(row, start=1) if str(cell or "").strip()}
        if matches(row, names) < _HEADINGS and _is_data(tuple(filled.values()), lookups):
            column, value = next(iter(filled.items()))
            ledger.add("row-above-heading", CellPlace(sheet=title, row=number, column=column, value=value))


def _is_data(cells: Sequence[object], lookups: Lookups) -> bool:
    texts = [folded(cell) for cell in cells if isinstance(cell, str)]
    known = (lookups.countries, lookups.items, lookups.indicators, lookups.sources)
    named = any(text in table for text in texts for table in known)
    counted = any(isinstance(cell, int | float | datetime) for cell in cells)
    return (len(cells) >= _FEW and named) or (len(cells) >= _MANY and counted)
