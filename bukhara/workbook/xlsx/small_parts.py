"""The small XML parts of a workbook, flattened: relationships, the list of sheets, styles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.parsers import expat

from bukhara.workbook.xlsx.damage import WorkbookDamaged

if TYPE_CHECKING:
    from typing import NoReturn

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
SEPARATOR = " "
DEEPEST = 64
_NO_MEMORY = expat.errors.codes[expat.errors.XML_ERROR_NO_MEMORY]


@dataclass(frozen=True, slots=True)
class Element:
    """One element: its namespace and name, attributes by `namespace name` or name, how deep it stands."""

    namespace: str
    name: str
    attributes: dict[str, str]
    depth: int


def new_parser() -> expat.XMLParserType:
    """Return a parser that knows namespaces and refuses every document type declaration."""
    parser = expat.ParserCreate(namespace_separator=SEPARATOR)
    parser.buffer_text = True
    parser.buffer_size = 65536
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def fed(parser: expat.XMLParserType, data: bytes, *, last: bool) -> None:
    """Give the parser its next bytes; WorkbookDamaged where they are no XML."""
    try:
        parser.Parse(data, last)
    except expat.ExpatError as error:
        if error.code == _NO_MEMORY:
            raise MemoryError from error
        raise WorkbookDamaged from error


def elements(data: bytes) -> list[Element]:
    """Return every element of a small part in the order of the file."""
    found: list[Element] = []
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise WorkbookDamaged("xml-too-deep", limit=str(DEEPEST))
        namespace, _, local = name.rpartition(SEPARATOR)
        found.append(Element(namespace, local, attributes, depth))

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = new_parser()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    fed(parser, data, last=True)
    return found


def is_true(text: str | None) -> bool:
    """Return what a boolean attribute says."""
    return text in ("1", "true", "on")


def _refuse_doctype(*_: object) -> NoReturn:
    raise WorkbookDamaged("xml-doctype")
