"""Names of python-pptx that are not public, here alone; tests/project/test_library_internals.py checks each.

It has no words for indents, marks of lists and some settings of an axis.
"""

from typing import Any, TypeAlias

Paragraph: TypeAlias = Any
"""A paragraph: its class has no public name."""


def element_of(part: Any) -> Any:
    """Return the XML element of a paragraph or an axis."""
    return part._element


def set_language(font: Any, tag: str) -> None:
    """Set the language of the text in a font: the list of python-pptx does not have all of ours."""
    element_of(font).set("lang", tag)
