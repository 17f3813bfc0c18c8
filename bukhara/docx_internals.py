"""Names of python-docx that are not public, here alone; tests/project/test_library_internals.py checks each.

It has no words for shading, fields, languages and rows that are repeated or kept together: their elements are added.
"""

from typing import Any

from docx.table import _Cell as Cell
from docx.table import _Row as Row
from docx.text.paragraph import Paragraph

__all__ = ["Cell", "Row", "element_of"]


def element_of(part: Paragraph | Cell | Row) -> Any:
    """Return the XML element of a part of a document."""
    return part._element
