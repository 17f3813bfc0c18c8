"""Single cells to numbers, dates and codes, as the region writes them; what is ambiguous is never guessed."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_SPACES = re.compile(r"[\u00a0\u2007\u2009\u202f\u2002\u2003]")
_GROUPED = re.compile(r"\d{1,3}([ ,.'])\d{3}(?:\1\d{3})*(?:([.,])(\d+))?", re.ASCII)
_PLAIN = re.compile(r"(\d+)(?:([.,])(\d+))?", re.ASCII)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_LOCAL_DAY = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})", re.ASCII)
_PARTIAL = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?", re.ASCII)
_YEARS = (1900, 2100)
_LOOK_ALIKE = str.maketrans("АВЕКМНОРСТУХЅІЈаеорсухѕіјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTYXSIJaeopcyxsijABEZHIKMNOPTYXo")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A value, or the code of what is wrong; `normalised` where it was not written as stored."""

    value: Any = None
    trouble: str = ""
    normalised: bool = False
    values: dict[str, str] = field(default_factory=dict)


NOTHING = Parsed()


def tidy(text: str) -> str:
    """Return `text` without invisible characters, Excel's escaped line ends and outer blanks."""
    if "_x000D_" in text or "\r" in text:
        text = text.replace("_x000D_\n", "\n").replace("_x000D_", "\n").replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    return text.strip()


def as_text(raw: object) -> Parsed:
    """Return the text of a cell; a number is written out, a date or a boolean is refused."""
    if isinstance(raw, str):
        text = tidy(raw)
        return Parsed(text, normalised=text != raw)
    if isinstance(raw, bool):
        return Parsed(trouble="boolean-value")
    if isinstance(raw, int | float):
        return Parsed(_written_out(raw), normalised=True)
    return Parsed(trouble="date-in-text")


def as_number(raw: object) -> Parsed:
    """Return a finite number; comma decimals and grouped digits are read, ambiguity is asked about."""
    if isinstance(raw, bool):
        return Parsed(trouble="boolean-value")
    if isinstance(raw, int | float):
        return Parsed(float(raw)) if math.isfinite(raw) else Parsed(trouble="not-finite")
    if not isinstance(raw, str):
        return Parsed(trouble="date-in-number")
    return _number_in(_SPACES.sub(" ", tidy(unicodedata.normalize("NFKC", raw))))


def _number_in(text: str) -> Parsed:
    if not text:
        return NOTHING
    if text.strip("+-−").casefold() in ("nan", "inf", "infinity"):
        return Parsed(trouble="not-finite")
    negative = text[0] in "-−" and len(text) > 1
    body = text[1:].strip() if negative or text[0] == "+" else text
    percent = body.endswith("%")
    number = _unsigned(body.removesuffix("%").strip())
    if number is None:
        return Parsed(trouble="gap-in-words" if not any(sign.isdigit() for sign in text) else "number-unreadable")
    if number.trouble:
        return number
    values = {"percent": "yes"} if percent else {}
    return Parsed(-number.value if negative else number.value, normalised=True, values=values)


def _unsigned(text: str) -> Parsed | None:
    plain = _PLAIN.fullmatch(text)
    if plain:
        whole, mark, decimals = plain.groups()
        if mark and len(decimals) == 3 and len(whole) <= 3 and whole.strip("0"):
            return Parsed(trouble="number-ambiguous")
        return _finite(f"{whole}.{decimals or 0}")
    grouped = _GROUPED.fullmatch(text)
    if not grouped or grouped.group(1) == grouped.group(2):
        return None
    separator, mark, decimals = grouped.groups()
    whole = text.rsplit(mark, 1)[0] if mark else text
    return _finite(f"{whole.replace(separator, '')}.{decimals or 0}")


def _finite(text: str) -> Parsed:
    number = float(text)
    return Parsed(number) if math.isfinite(number) else Parsed(trouble="not-finite")


def as_day(raw: object) -> Parsed:
    """Return a day; Excel dates, ISO text, day.month.year; day/month is asked about where both fit."""
    if isinstance(raw, datetime):
        return _within(raw.date(), normalised=bool(raw.hour or raw.minute or raw.second))
    if isinstance(raw, date):
        return _within(raw, normalised=False)
    return _day_in(raw) if isinstance(raw, str) else Parsed(trouble="date-unreadable")


def _day_in(raw: str) -> Parsed:
    text = tidy(raw)
    if not text:
        return NOTHING
    iso, local = _DAY.fullmatch(text), _LOCAL_DAY.fullmatch(text)
    if iso:
        return _day_of(*iso.groups(), normalised=text != raw or len(text) > 10)
    if not local:
        return Parsed(trouble="date-unreadable")
    first, mark, second, year = local.groups()
    if mark == "/" and int(first) <= 12 and int(second) <= 12 and first != second:
        return Parsed(trouble="date-ambiguous")
    day, month = (second, first) if mark == "/" and int(second) > 12 else (first, second)
    return _day_of(year, month, day, normalised=True)


def as_partial_date(raw: object) -> Parsed:
    """Return `2014`, `2023-07` or `2016-10-15` as text."""
    if isinstance(raw, int) and not isinstance(raw, bool) and _YEARS[0] <= raw <= _YEARS[1]:
        return Parsed(str(raw), normalised=True)
    if isinstance(raw, str):
        text = tidy(raw)
        if _PARTIAL.fullmatch(text):
            inside = _YEARS[0] <= int(text[:4]) <= _YEARS[1]
            return Parsed(text, normalised=text != raw) if inside else Parsed(trouble="date-unreadable")
    day = as_day(raw)
    if day.value is None:
        return day
    # a real Excel date is the ordinary way to give a day: not a change worth a warning
    return Parsed(day.value.isoformat(), normalised=day.normalised)


def _day_of(year: str, month: str, day: str, *, normalised: bool) -> Parsed:
    try:
        return _within(date(int(year), int(month), int(day)), normalised=normalised)
    except ValueError:
        return Parsed(trouble="date-unreadable")


def _within(day: date, *, normalised: bool) -> Parsed:
    inside = _YEARS[0] <= day.year <= _YEARS[1]
    return Parsed(day, normalised=normalised) if inside else Parsed(trouble="date-unreadable")


def folded(text: str) -> str:
    """Return `text` as codes are compared: width, case, blanks and hyphens do not matter."""
    plain = unicodedata.normalize("NFKC", tidy(text)).casefold()
    return re.sub(r"[\s_-]+", "_", plain)


def as_code(raw: object, allowed: Mapping[str, str], unknown: str) -> Parsed:
    """Return the code of `allowed` (folded text to code) that a cell names, else the trouble `unknown`."""
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        return Parsed(trouble="boolean-value" if isinstance(raw, bool) else "date-in-text")
    text = tidy(raw) if isinstance(raw, str) else _written_out(raw)
    if not text:
        return NOTHING
    code = allowed.get(folded(text))
    if code is not None:
        return Parsed(code, normalised=code != raw)
    if folded(text.translate(_LOOK_ALIKE)) in allowed:
        return Parsed(trouble="look-alike-letters", values={"points": _code_points(text)})
    return Parsed(trouble=unknown, values={"allowed": ", ".join(sorted(allowed.values())[:40])})


def _code_points(text: str) -> str:
    strange = dict.fromkeys(sign for sign in text if not sign.isascii())
    return ", ".join(f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".strip() for sign in strange)


def _written_out(number: float) -> str:
    return str(int(number)) if float(number).is_integer() else repr(number)
