"""The words of a PDF made by Typst: of the text on its pages, not of drawings inside of it, whose letters are outlines."""

import re
import zlib
from collections.abc import Iterator

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_TEXT = re.compile(rb"\bBT\b(.*?)\bET\b", re.DOTALL)
# a text may hold others of its kind: parentheses that come in pairs are not escaped
_IN_PARENTHESES = rb"(?:\\.|[^\\()])*"
for _ in range(4):
    _IN_PARENTHESES = rb"(?:\\.|[^\\()]|\(" + _IN_PARENTHESES + rb"\))*"
_PIECE = re.compile(rb"/(f\d+) [\d.]+ Tf|\((" + _IN_PARENTHESES + rb")\)", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def pdf_text(data: bytes) -> str:
    """Return the text of a PDF, its pieces with spaces between them."""
    objects = {int(number): body for number, body in _OBJECT.findall(data)}
    fonts = {
        name.decode(): _letters(_stream(objects[int(re.search(rb"/ToUnicode (\d+)", objects[int(number)])[1])]))
        for body in objects.values()
        for listed in re.findall(rb"/Font<<(.*?)>>", body)
        for name, number in re.findall(rb"/(f\d+) (\d+) 0 R", listed)
    }
    streams = (_stream(body) for body in objects.values() if b"stream" in body)
    pages = (stream for stream in streams if stream.startswith((b"/Artifact", b"/Span")))
    return " ".join("".join(_pieces(text, fonts)) for page in pages for text in _TEXT.findall(page))


def _pieces(text: bytes, fonts: dict[str, dict[int, str]]) -> Iterator[str]:
    font: dict[int, str] = {}
    for name, letters in _PIECE.findall(text):
        if name:
            font = fonts[name.decode()]
        else:
            codes = _ESCAPE.sub(lambda found: _escaped(found[1]), letters)
            yield "".join(font[int.from_bytes(codes[n : n + 2], "big")] for n in range(0, len(codes), 2))


def _escaped(sign: bytes) -> bytes:
    return bytes([int(sign, 8)]) if sign.isdigit() else _NAMED.get(sign, sign)


def _stream(body: bytes) -> bytes:
    found = re.search(rb"stream\r?\n(.*)\r?\nendstream", body, re.DOTALL)[1]
    return zlib.decompress(found) if b"FlateDecode" in body else found


def _letters(table: bytes) -> dict[int, str]:
    """Return the letters of a table of codes."""
    pairs = re.findall(rb"<([0-9A-F]+)> <([0-9A-F]+)>", table[table.index(b"beginbfchar") :])
    return {int(code, 16): bytes.fromhex(letter.decode()).decode("utf-16-be") for code, letter in pairs}
