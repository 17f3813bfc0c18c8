"""Rows of a sheet as text: set aside before a library reads the sheet cell by cell, put in when it wrote the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bukhara.workbook.xlsx.plain_rows import ATTRIBUTE, BEGINNING, ROW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_NUMBERED = re.compile(r'<row(?: [\w:]+="[^"]*")*? r="(\d+)"')
# as openpyxl writes it
_WRITTEN = re.compile(r'<row r="(\d+)"[^>]*?(?:/>|>.*?</row>)', re.DOTALL)
_DATA = re.compile("<sheetData */>|<sheetData>.*</sheetData>", re.DOTALL)
# its prefix is declared in the part from which the row comes, not in the one into which it goes
_FOREIGN = re.compile(r' x14ac:dyDescent="[^"]*"')
# a merged cell is written where the first of them stands, in another row; comments may hold anything
_UNUSUAL = (b"<mergeCell ", b"<!")


def set_aside(xml: bytes, needed: Callable[[int], bool]) -> tuple[bytes, dict[int, str]]:
    """Return a part without the rows that are not `needed`, and those rows by number.

    Only plain rows go, and never the first or the last: by them the library knows how large the sheet is.
    """
    before, begun, rest = xml.partition(BEGINNING)
    data, ended, after = rest.partition(b"</sheetData>")
    try:
        rows = list(_rows(data.decode())) if ended and not any(each in xml for each in _UNUSUAL) else []
    except UnicodeDecodeError:
        return xml, {}
    if not all(number for number, _, _ in rows):
        return xml, {}
    aside = {number: text for number, text, plain in rows[1:-1] if plain and not needed(number)}
    kept = "".join(text for number, text, _ in rows if number not in aside)
    return (b"".join((before, begun, kept.encode(), ended, after)), aside) if aside else (xml, {})


def _rows(data: str) -> Iterator[tuple[int, str, bool]]:
    """Yield number and text of each row, and whether it is plain; the number is 0 where it cannot be told."""
    position = 0
    while position < len(data):
        row = ROW.match(data, position)
        if row:
            told = dict(ATTRIBUTE.findall(row.group(1))).get("r", "")
            number = int(told) if told.isdigit() else 0
            end = row.end()
        else:
            numbered = _NUMBERED.match(data, position)
            number = int(numbered.group(1)) if numbered else 0
            end = data.find("</row>", position) + len("</row>")
        if end <= position:
            yield 0, data[position:], False
            return
        yield number, data[position:end], row is not None
        position = end


def with_rows(xml: bytes, rows: Mapping[int, str]) -> bytes:
    """Return a part that openpyxl wrote with `rows` at their places, also where it wrote something there."""
    text = xml.decode()
    together = {int(found.group(1)): found.group() for found in _WRITTEN.finditer(text)}
    together.update((number, _FOREIGN.sub("", row)) for number, row in rows.items())
    data = "".join(together[number] for number in sorted(together))
    place = _DATA.search(text)
    if place is None:
        raise ValueError(text[:200])
    return f"{text[: place.start()]}<sheetData>{data}</sheetData>{text[place.end() :]}".encode()
