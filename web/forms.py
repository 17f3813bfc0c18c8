"""What a form or an address sends, as values: whole numbers, numbers, days."""

from datetime import date

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


def day_of(text: str, reason: str) -> date:
    """Return the day that a text writes, else refuse the form for `reason`."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise Refused(reason) from error


def optional_day_of(text: str, reason: str) -> date | None:
    """Return the day that a text writes; None where it is empty, refused where it is no day."""
    return day_of(text, reason) if text.strip() else None


def optional_day(name: str, reason: str) -> date | None:
    """Return the day that the form sends under `name`; None where it is empty, refused where it is no day."""
    return optional_day_of(field(name), reason)


def required_day(name: str, reason: str) -> date:
    """Return the day that the form sends under `name`, else refuse the form for `reason`."""
    return day_of(field(name), reason)
