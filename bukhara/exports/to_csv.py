"""CSV by RFC 4180. Text that a spreadsheet would run as a formula is marked as text; numbers are unchanged."""

import csv
import io
import re
from collections.abc import Iterable

from bukhara.exports.dataset import Cell, Dataset, flat
from bukhara.exports.formats import Format

# Excel also looks behind blanks and quotation marks, and takes the full-width signs of East Asian keyboards.
_RUNS = re.compile("^(?:[\t\r\n]|[\\s\"'\u00ab\u201c\u201e\u200b\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20])")


def to_csv(dataset: Dataset) -> str:
    """Return the header and the rows, for programs: without a byte-order mark; XLSX is for Excel."""
    return csv_text((dataset.columns, *dataset.rows))


def csv_for_excel(rows: Iterable[Iterable[Cell]]) -> bytes:
    """Return rows as UTF-8 with a byte-order mark, without which Excel shows Cyrillic as other letters."""
    return csv_text(rows).encode("utf-8-sig")


def csv_text(rows: Iterable[Iterable[Cell]]) -> str:
    """Return rows as lines that end in CR LF."""
    out = io.StringIO()
    csv.writer(out).writerows([safe(flat(value)) for value in row] for row in rows)
    return out.getvalue()


def safe(value: float | str | None) -> float | str | None:
    """Return text with a leading apostrophe if a spreadsheet would run it, anything else unchanged."""
    return "'" + value if isinstance(value, str) and _RUNS.match(value) else value


FORMAT = Format("text/csv; charset=utf-8; header=present", lambda dataset, _language: to_csv(dataset).encode())
