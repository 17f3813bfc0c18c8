"""Turns one stored cell into a Python value, as Excel keeps it; nothing is interpreted."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from bukhara.workbook.refusals import WorkbookDamaged

LONGEST = 32_767
_BOOLEANS = {"1": True, "true": True, "0": False, "false": False}
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)?", re.ASCII)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATES = range(0xD800, 0xE000)
_EPOCH_1900, _BEFORE_MARCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1899, 12, 31), datetime(1904, 1, 1)  # noqa: DTZ001
_LAST_SERIAL = 2_958_466


class ErrorText(str):
    """The text of an error cell, such as #REF!."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class OddDate:
    """A number shown as a date or time that is not in the calendar."""

    serial: float

    def __str__(self) -> str:
        """Return the number."""
        return f"{self.serial:.15g}"


def number_in(text: str) -> float | int | str:
    """Return the number of a cell; another text remains a text and is checked as one."""
    if text.isdigit() and text.isascii() and len(text) < 300:
        return int(text)
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        return text
    if text.lstrip("+-").isdigit() and len(text) < 300:
        return int(text)
    return float(text)


def day_of(serial: float, *, from_1904: bool) -> datetime | OddDate:
    """Return the moment that Excel shows for a number; day 60 of 1900 does not exist."""
    if not -1e9 < serial < _LAST_SERIAL:
        return OddDate(serial)
    if from_1904:
        return _EPOCH_1904 + _span(serial) if serial >= 0 else OddDate(serial)
    if serial < 1 or 60 <= serial < 61:
        return OddDate(serial)
    return (_BEFORE_MARCH if serial < 60 else _EPOCH_1900) + _span(serial)


def _span(serial: float) -> timedelta:
    # Excel shows the second that has begun, so a moment before midnight is no part of the next day
    return timedelta(seconds=int(serial * 86400 + 1e-4))


def iso_day(text: str) -> datetime | str:
    """Return the moment of a cell with ISO text; anything else remains a text."""
    if _ISO.fullmatch(text.strip()):
        try:
            return datetime.fromisoformat(text.strip())
        except ValueError:
            return text
    return text


def boolean_in(text: str) -> bool:
    """Return the value of a boolean cell; raise WorkbookDamaged for anything else."""
    value = _BOOLEANS.get(text.strip())
    if value is None:
        raise WorkbookDamaged
    return value


def error_in(text: str) -> ErrorText:
    """Return the text of an error cell."""
    return ErrorText(text.strip()[:40] or "#ERROR")


def unescaped(text: str) -> str:
    """Return a text with Excel's `_x000D_` resolved; halves of characters are unchanged."""
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    point = int(found.group(1), 16)
    return found.group(0) if point in _SURROGATES else chr(point)
