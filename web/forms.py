"""What a form or an address sends, as values: texts and numbers."""

from flask import request

from bukhara.errors import Refused


def whole_number(text: str | None, digits: int = 8) -> int | None:
    """Return the number that `text` writes in at most so many digits, else None."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= digits else None


def field(name: str) -> str:
    """Return the value of the form field `name`, or an empty text."""
    return request.form.get(name, "")


def required_number(name: str, reason: str) -> float:
    """Return the number that the form sends under `name`, else refuse the form for `reason`."""
    try:
        return float(field(name))
    except ValueError as error:
        raise Refused(reason) from error
