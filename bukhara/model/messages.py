"""Marks messages of the code for translation: `make words` collects what is in these calls."""

from enum import StrEnum
from typing import Self


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for "extract me")
    """Mark a message for extraction into the catalogues; return it unchanged."""
    return message


def plural(one: str, many: str) -> tuple[str, str]:
    """Mark a message and its plural for extraction into the catalogues; return both unchanged."""
    return one, many


class Named(StrEnum):
    """A code with its name, which is a message for the catalogue; a status has that of its mark."""

    message: str

    def __new__(cls, code: str, message: str = "") -> Self:
        """Return the member of a code."""
        made = str.__new__(cls, code)
        made._value_, made.message = code, message
        return made
