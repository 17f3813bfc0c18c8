"""Reads XML parts as trees of elements, piece by piece; text that is not XML, or declares a DTD, is refused."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from bukhara.workbook.refusals import WorkbookDamaged

# names of elements are `namespace name`: expat joins the two with a space
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main "
DEEPEST = 64
_NO_MEMORY = expat.errors.codes[expat.errors.XML_ERROR_NO_MEMORY]


def growing(pieces: Iterable[bytes]) -> Iterator[tuple[Element, bool]]:
    """Yield the root of a part after each piece of it, and whether the part is complete.

    Until then the last child of the root, and the last child of that one, may be incomplete. If the XML breaks off, the
    part is given as complete before WorkbookDamaged is raised: the reader may find the cell that broke it. The parser
    calls the tree builder without Python code in between, three times as fast as handlers in Python.
    """
    builder = TreeBuilder()
    document = builder.start("document", {})
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = builder.start, builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse_doctype
    for piece in chain(pieces, (b"",)):
        is_xml = _parse(parser, piece)
        _check_depth(document)
        for root in document:
            yield root, not is_xml or not piece
        if not is_xml:
            raise WorkbookDamaged


def tree_of(pieces: Iterable[bytes]) -> Element:
    """Return the root of a part that is read as a whole."""
    *_, (root, _) = growing(pieces)
    return root


def taken(element: Element, *, whole: bool) -> list[Element]:
    """Remove the children of an element that are complete, and return them."""
    complete = len(element) if whole else max(0, len(element) - 1)
    children = element[:complete]
    del element[:complete]
    return children


def is_true(text: str | None) -> bool:
    """Return the value of a boolean attribute."""
    return text in ("1", "true", "on")


def _parse(parser: expat.XMLParserType, piece: bytes) -> bool:
    """Parse the next piece; return whether all pieces so far are XML."""
    try:
        parser.Parse(piece, not piece)
    except expat.ExpatError as error:
        if error.code == _NO_MEMORY:
            raise MemoryError from error
        return False
    return True


def _check_depth(element: Element) -> None:
    depth = 0
    while len(element):
        element, depth = element[-1], depth + 1
    if depth > DEEPEST:
        raise WorkbookDamaged("xml-too-deep", limit=str(DEEPEST))


def _refuse_doctype(*_: object) -> NoReturn:
    raise WorkbookDamaged("xml-doctype")
