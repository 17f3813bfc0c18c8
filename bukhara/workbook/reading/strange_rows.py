"""Rows among the data that are not data: a total, a line of text, a second heading. They are never read."""

from collections.abc import Iterable
from functools import lru_cache

from bukhara.workbook.letters import folded
from bukhara.workbook.reading.ledger import DataRow
from bukhara.workbook.reading.lookups import Lookups

_TOTALS = frozenset(
    "total subtotal grand_total sum итого всего сумма барлығы жиыны жами ҳамагӣ жалпы".split()  # noqa: SIM905
)
_NAMED = ("country", "item", "indicator", "partner", "kind_of_support")
_HEADINGS = 3


def strange_row(row: DataRow, names: dict[str, str], lookups: Lookups) -> bool:
    """Return whether a row is not data, and add a finding; `names` are the folded headings of the sheet."""
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
    return folded(text) not in known and (" " in text.strip() or len(text) > 12)
