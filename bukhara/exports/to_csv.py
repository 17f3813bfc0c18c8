"""CSV by RFC 4180, line by line. UTF-8 without a byte-order mark, for programs; XLSX is for Excel."""

import csv
from collections.abc import Iterable, Iterator

from bukhara.exports.dataset import Cell, Dataset, flat
from bukhara.exports.formula import safe


class _LineWriter:
    """A file for csv.writer that returns every line instead of storing it."""

    def write(self, text: str) -> str:
        return text


def to_csv(dataset: Dataset) -> Iterator[str]:
    """Yield the header, then each row, all ending in CR LF; text that a spreadsheet would run is marked."""
    yield from lines((dataset.columns, *dataset.rows))


def lines(rows: Iterable[Iterable[Cell]]) -> Iterator[str]:
    """Yield rows as CSV lines."""
    writer = csv.writer(_LineWriter())
    for row in rows:
        yield str(writer.writerow([safe(flat(value)) for value in row]))
