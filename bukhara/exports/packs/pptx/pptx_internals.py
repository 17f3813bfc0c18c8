"""Names of python-pptx that are not public, here alone; tests/project/test_library_internals.py checks each.

It has no words for indents, marks of lists, the lines of a cell and some settings of an axis.
"""

from typing import Any, TypeAlias

Cell: TypeAlias = Any
Paragraph: TypeAlias = Any
"""A cell of a table and a paragraph: their classes have no public name."""


def element_of(part: Any) -> Any:
    """Return the XML element of a paragraph or an axis."""
    return part._element


def cell_element(cell: Cell) -> Any:
    """Return the XML element of a cell of a table."""
    return element_of(cell.text_frame.paragraphs[0]).getparent().getparent()


def set_language(font: Any, tag: str) -> None:
    """Set the language of the text in a font: the list of python-pptx does not have all of ours."""
    element_of(font).set("lang", tag)
