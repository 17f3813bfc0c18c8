"""What a form or an address sends, as values: texts and numbers."""

from flask import request


def whole_number(text: str | None, digits: int = 8) -> int | None:
    """Return the number that `text` writes in at most so many digits, else None."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= digits else None


def field(name: str) -> str:
    """Return the value of the form field `name`, or an empty text."""
    return request.form.get(name, "")
