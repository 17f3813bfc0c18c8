"""What a form or an address sends, as values: whole numbers, numbers, days, moments, notes."""

from __future__ import annotations

from datetime import date, datetime

from flask import request

from bukhara.errors import Refused


def whole_number(text: str | None, digits: int = 8) -> int | None:
    """Return the number that `text` writes in at most so many digits, else None."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= digits else None


def field(name: str) -> str:
    """Return what the form sends under `name`, empty where it sends nothing."""
    return request.form.get(name, "")


def required_number(name: str, reason: str) -> float:
    """Return the number that the form sends under `name`, else refuse the form for `reason`."""
    try:
        return float(field(name))
    except ValueError as error:
        raise Refused(reason) from error


def optional_day(name: str, reason: str) -> date | None:
    """Return the day that the form sends under `name`; None where it is empty, refused where it is no day."""
    return required_day(name, reason) if field(name).strip() else None


def required_day(name: str, reason: str) -> date:
    """Return the day that the form sends under `name`, else refuse the form for `reason`."""
    try:
        return date.fromisoformat(field(name).strip())
    except ValueError as error:
        raise Refused(reason) from error


def required_moment(day: str, hour: str, reason: str) -> datetime:
    """Return the local moment of two fields, a day and an hour, else refuse the form for `reason`."""
    try:
        return datetime.fromisoformat(f"{field(day)}T{field(hour)}")
    except ValueError as error:
        raise Refused(reason) from error


def required_note(reason: str) -> str:
    """Return the note of the form with single spaces; refuse the form for `reason` where it is empty."""
    note = " ".join(field("note").split())
    if not note:
        raise Refused(reason)
    return note
