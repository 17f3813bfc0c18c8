"""Feeds a sheet to its parser; rows written in the plainest way are taken by pattern, four times as fast.

A row that fits the pattern is whole and balanced, so the parser need not see it. Whatever does not fit goes to the
parser as it is; both ways end in the same rows (a property test holds them together).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bukhara.workbook.xlsx.damage import WorkbookDamaged
from bukhara.workbook.xlsx.small_parts import fed

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.parsers.expat import XMLParserType

# letters, digits, style, type, formula, stored text, text in its place
PlainCell = tuple[str, str, str, str, str, str, str]

BEGINNING = b"<sheetData>"
_TEXT = r"[^<>&\x00-\x08\x0b-\x1f\ufffe\uffff]"
_CELL = (
    r'<c r="([A-Z]{1,3})([1-9]\d{0,6})"(?: s="(\d{1,6})")?(?: t="(n|s|str|b|e|inlineStr)")?'
    rf"(?:/>|>(?:<f>({_TEXT}{{1,1000}})</f>)?"
    rf'(?:<v>({_TEXT}*)</v>|<is><t(?: xml:space="preserve")?>({_TEXT}*)</t></is>)?</c>)'
)
_UNNAMED = _CELL.replace("([", "(?:[").replace(r"(\d", r"(?:\d").replace("(n|", "(?:n|")
_CELLS = re.compile(_CELL, re.ASCII)
ROW = re.compile(rf'<row((?: (?:x14ac:dyDescent|[A-Za-z]+)="[\w.:-]*")*+)(?:/>|>((?:{_UNNAMED})*+)</row>)', re.ASCII)
ATTRIBUTE = re.compile(r' ([\w:]+)="([^"]*)"', re.ASCII)
_END = "</row>"
_LONGEST = 4 * 1024 * 1024


class Feeder:
    """Gives the bytes of a sheet to `parser`, but plain rows to `plain`; `among_rows` says where the parser stands."""

    def __init__(
        self,
        parser: XMLParserType,
        among_rows: Callable[[], bool],
        plain: Callable[[dict[str, str], list[PlainCell]], None],
    ) -> None:
        self._parser, self._among_rows, self._plain = parser, among_rows, plain
        self._rest = b""
        self._fast = False
        self._waiting = True

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes."""
        data = self._rest + chunk
        self._rest = b""
        if self._waiting:
            data = self._begun(data)
        if self._fast and data:
            data = self._rows(data)
        if not self._waiting and not self._fast and data:
            fed(self._parser, data, last=False)

    def finish(self) -> None:
        """Take what is left."""
        fed(self._parser, self._rest, last=True)

    def _begun(self, data: bytes) -> bytes:
        """Give the parser all before the rows; what is plain begins where it says so itself."""
        at = data.find(BEGINNING)
        if at < 0:
            kept = len(BEGINNING) - 1
            fed(self._parser, data[:-kept], last=False)
            self._rest = data[-kept:]
            return b""
        at += len(BEGINNING)
        fed(self._parser, data[:at], last=False)
        self._waiting, self._fast = False, self._among_rows()
        return data[at:]

    def _rows(self, data: bytes) -> bytes:
        """Take whole rows; return what the parser is to have from now on."""
        end = data.rfind(b"</row>") + len(_END)
        if end < len(_END):
            self._rest, keep = data, len(data) <= _LONGEST and data.startswith(b"<row")
            if keep:
                return b""
            self._rest, self._fast = b"", False
            return data
        try:
            text = data[:end].decode()
        except UnicodeDecodeError as error:
            raise WorkbookDamaged from error
        position = self._walk(text)
        if position < len(text):
            self._fast = False
            return text[position:].encode() + data[end:]
        self._rest = data[end:]
        return b""

    def _walk(self, text: str) -> int:
        """Take row after row; return where the rows written in the usual order came to an end."""
        position = 0
        while position < len(text):
            row = ROW.match(text, position)
            if row and self._is_plain(row):
                position = row.end()
                continue
            end = text.find(_END, position) + len(_END)
            if not text.startswith("<row", position):
                return position
            fed(self._parser, text[position:end].encode(), last=False)
            position = end
            if not self._among_rows():
                return position
        return position

    def _is_plain(self, row: re.Match[str]) -> bool:
        given = ATTRIBUTE.findall(row.group(1))
        attributes = dict(given)
        if len(attributes) < len(given):
            return False
        self._plain(attributes, _CELLS.findall(row.group(2) or ""))
        return True
