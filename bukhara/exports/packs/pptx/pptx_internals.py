"""Names of python-pptx that are not public, here alone; tests/project/test_library_internals.py checks each.

It has no words for indents, marks of lists, the lines of a cell and some settings of an axis.
"""

from typing import Any

from pptx.table import _Cell as Cell
from pptx.text.text import _Paragraph as Paragraph

__all__ = ["Cell", "Paragraph", "cell_element", "element_of"]


def element_of(part: Any) -> Any:
    """Return the XML element of a paragraph or an axis."""
    return part._element


def cell_element(cell: Cell) -> Any:
    """Return the XML element of a cell of a table."""
    return cell._tc
