"""Single cells to numbers, dates and codes, as the region writes them; ambiguous values are never guessed."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from bukhara.model.partial_date import first_day, is_by, last_day, named_date
from bukhara.model.topics import SEPARATOR
from bukhara.workbook.heading_vocabulary import vocabulary
from bukhara.workbook.letters import composed, folded, matched, narrow, skeleton, tidy
from bukhara.workbook.reading.heading_reading import days_of, month_of
from bukhara.workbook.xlsx.texts import MarkedText

_GROUPED = re.compile(r"\d{1,3}([ ,.'])\d{3}(?:\1\d{3})*(?:([.,])(\d+))?", re.ASCII)
_PLAIN = re.compile(r"(\d+)(?:([.,])(\d+))?", re.ASCII)
BOUND = re.compile(
    r"(?:[<>≤≥≈~]|<=|>=|до|от|(?:не )?менее|(?:не )?более|свыше|около|less than|more than|under|over|at least|at most"
    r"|about|up to)\s*\d[\d ,.]*",
    re.IGNORECASE,
)
_BELOW = re.compile(r"[<≤]|до|менее|не более|less|under|at most|up to", re.IGNORECASE)
_RANGE = re.compile(r"(?:от |from |between )?\d[\d ,.]*\s*(?:-|–|—|−|\.\.|…|до|to|and|и)\s*\d[\d ,.]*", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_LOCAL_DAY = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})", re.ASCII)
_IN_WORDS = re.compile(
    r"(?:[«“„\"]?(\d{1,2})[»”“\"]?\.? ([^\W\d_]{3,9})\.?|([^\W\d_]{3,9})\.? (\d{1,2}),?) (\d{4})(?: ?(?:г|года)\b\.?)?"
)
_SHORT_YEAR = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{2}", re.ASCII)
_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[./](\d{4})", re.ASCII)
# "с" as it is typed on either keyboard
_SINCE = re.compile(r"(?:начиная )?(?:с|c|from|since)\s+(?=\d|[^\W\d_]+\.? \d{4})", re.IGNORECASE)
# "до 2028 года" may end as 2028 begins: before a year or a month "до" and "к" are not read
_TO = re.compile(
    r"(?:(?:(?:до|к) )?кон(?:ц[ау]|ец)|(?:(?:to|by|until) )?the end of|не позднее|не позже|no later than|по) +",
    re.IGNORECASE,
)
_ENDLESS = re.compile(r"бессрочн\w*|без срока(?: окончания)?|indefinite(?:ly)?|without (?:an )?end", re.IGNORECASE)
_BY_DAY = re.compile(r"(?:до|к|by|until) +", re.IGNORECASE)
_COUNTED = re.compile(r"([\d ,.]*\d) ?([^\W\d_]{3,})\.?")
_PERSONS = frozenset({"person", "victim", "migrant", "staff", "pupil", "beneficiary"})
_PARTIAL = re.compile(r"/?\d{4}(?:-(?:0[1-9]|1[0-2]))?", re.ASCII)
# a year typed into a cell that is set to “Date” becomes a day of 1905, in a workbook from 1904 one of 1909
_YEARS = (1910, 2100)
_MONTHS, _NO_DAY = 12, ("date-of-period", "date-unreadable", "date-short-year")
_EXCEL_BEGINS = date(1899, 12, 30)
_SEPARATORS = re.compile("[,;|]")
_NOT_FINITE = frozenset({"nan", "inf", "infinity"})
_BOOLEANS = frozenset({"true", "false", "истина", "ложь"})
# what the store keeps exactly, and more digits than Excel does
LARGEST = 2.0**53
_LONGEST_NUMBER = 60


@dataclass(frozen=True, slots=True)
class Parsed:
    """A value, or the code of the problem in `trouble`.

    `normalised`: it was written in another way than it is stored; `doubt` is the code of a warning.
    """

    value: Any = None
    trouble: str = ""
    normalised: bool = False
    doubt: str = ""
    values: dict[str, str] = field(default_factory=dict)


NOTHING = Parsed()
NO_LABELS: Mapping[str, str] = {}


def as_text(raw: object) -> Parsed:
    """Return the text of a cell; a number is written out, a date or a boolean is refused."""
    if isinstance(raw, str):
        text = tidy(raw)
        if text and not any(map(str.isalnum, text)):
            return Parsed(trouble="read-as-empty")
        return Parsed(text, normalised=text != composed(raw))
    if isinstance(raw, bool):
        return Parsed(trouble="boolean-value")
    if isinstance(raw, int | float):
        return Parsed(_written_out(raw), normalised=True) if abs(raw) < LARGEST else Parsed(trouble="number-too-large")
    return Parsed(trouble="date-in-text")


def as_number(raw: object) -> Parsed:
    """Return a finite number; comma decimals and grouped digits are read, ambiguous ones are refused."""
    if isinstance(raw, bool):
        return Parsed(trouble="boolean-value")
    if isinstance(raw, int | float):
        return _sized(raw)
    if isinstance(raw, MarkedText):
        # a raised digit is a footnote, a struck one is gone: neither is a digit
        return Parsed(trouble="number-unreadable")
    if not isinstance(raw, str):
        return Parsed(trouble="date-in-number")
    text = narrow(tidy(raw))
    return _number_in(text) if len(text) <= _LONGEST_NUMBER else Parsed(trouble="number-unreadable")


def as_number_of(raw: object, counting_unit: str) -> Parsed:
    """Return a number, also one with a word behind it for what is counted: “12 чел.” where persons are."""
    number = as_number(raw)
    is_open = number.trouble == "number-unreadable" and type(raw) is str
    found = _COUNTED.fullmatch(narrow(tidy(str(raw)))) if is_open else None
    words = vocabulary().get((found[2].casefold(),), ()) if found else ()
    of_unit = {f"object:{counting_unit}", "object:person" if counting_unit in _PERSONS else ""}
    if found and of_unit.intersection(words):
        return replace(as_number(found[1]), normalised=True)
    return number


def _sized(number: float) -> Parsed:
    if isinstance(number, float) and not math.isfinite(number):
        return Parsed(trouble="not-finite")
    return Parsed(float(number)) if abs(number) < LARGEST else Parsed(trouble="number-too-large")


def _number_in(text: str) -> Parsed:
    if not text:
        return NOTHING
    word = text.strip("+-−").casefold()
    if word in _NOT_FINITE or word in _BOOLEANS:
        return Parsed(trouble="not-finite" if word in _NOT_FINITE else "boolean-value")
    negative = text[0] in "-−" and len(text) > 1
    body = text[1:].strip() if negative or text[0] == "+" else text
    percent = body.endswith("%")
    number = _unsigned(body.removesuffix("%").strip())
    if number is None:
        return Parsed(trouble=_no_number(text))
    if number.trouble:
        return number
    values = {"percent": "yes"} if percent else {}
    return Parsed(-number.value if negative else number.value, normalised=True, values=values)


def _no_number(text: str) -> str:
    """Return the code for a cell that is not a number: words, a bound, a range, or something else."""
    if not any(each.isdigit() for each in text):
        return "gap-in-words"
    if BOUND.fullmatch(text):
        return bound_code(text)
    return "number-range" if _RANGE.fullmatch(text) else "number-unreadable"


def bound_code(text: str) -> str:
    """Return the code for a number with a bound: what is below one has another cure than what is above it, or near."""
    return "number-below" if _BELOW.match(text) else "number-bound"


def _unsigned(text: str) -> Parsed | None:
    plain = _PLAIN.fullmatch(text)
    if plain:
        whole, mark, decimals = plain.groups()
        if mark and len(decimals) == 3 and len(whole) <= 3 and whole.strip("0"):
            return Parsed(trouble="number-ambiguous")
        return _sized(float(f"{whole}.{decimals or 0}"))
    grouped = _GROUPED.fullmatch(text)
    if not grouped or grouped.group(1) == grouped.group(2):
        return None
    separator, mark, decimals = grouped.groups()
    whole = text.rsplit(mark, 1)[0] if mark else text
    return _sized(float(f"{whole.replace(separator, '')}.{decimals or 0}"))


def as_day(raw: object) -> Parsed:
    """Return a day from an Excel date, ISO text or day.month.year; day/month is refused if both orders are possible."""
    if isinstance(raw, datetime):
        return _within(raw.date(), normalised=bool(raw.hour or raw.minute or raw.second))
    if isinstance(raw, date):
        return _within(raw, normalised=False)
    if isinstance(raw, bool):
        return Parsed(trouble="boolean-value")
    if isinstance(raw, int | float):
        return _of_period(str(raw), "date-as-number")
    return _day_in(raw) if isinstance(raw, str) else Parsed(trouble="date-unreadable")


def _day_in(raw: str) -> Parsed:
    text = tidy(raw)
    if not any(map(str.isalnum, text)):
        return Parsed(trouble="read-as-empty") if text else NOTHING
    iso, local = _DAY.fullmatch(text), _LOCAL_DAY.fullmatch(text)
    if iso:
        return _day_of(*iso.groups(), normalised=text != raw or len(text) > 10)
    if not local:
        return _day_in_words(text)
    first, mark, second, year = local.groups()
    if mark == "/" and int(first) <= 12 and int(second) <= 12 and first != second:
        return Parsed(trouble="date-ambiguous")
    day, month = (second, first) if mark == "/" and int(second) > 12 else (first, second)
    return _day_of(year, month, day, normalised=mark == "/")


def _day_in_words(text: str) -> Parsed:
    """Return the day of `15 Nov 2026` or `15 ноября 2026`."""
    named = _IN_WORDS.fullmatch(" ".join(text.split()))
    month = month_of(named[2] or named[3]) if named else 0
    if named and month:
        return _day_of(named[5], str(month), named[1] or named[4], normalised=False)
    return Parsed(trouble="date-short-year") if _SHORT_YEAR.fullmatch(text) else _of_period(text, "date-unreadable")


def _of_period(text: str, code: str) -> Parsed:
    """Return the trouble of a period that is written where a day is expected, with its days; else that of the code."""
    days = days_of(text) or _month_in(text)
    values = {"start": str(days[0]), "end": str(days[1])} if days else {}
    return Parsed(trouble="date-of-period" if days else code, values=values)


def _month_in(text: str) -> tuple[date, date] | None:
    """Return the days of `03.2024` or `2024/03`."""
    found = _MONTH.fullmatch(text)
    year, month = (int(found[1] or found[4]), int(found[2] or found[3])) if found else (0, 0)
    return (date(year, month, 1), last_day(f"{year}-{month:02}")) if year and 1 <= month <= _MONTHS else None


def as_first_day(raw: object) -> Parsed:
    """Return a day, of a period its first one: in the column of beginnings “2025” can mean no other."""
    return _as_edge(raw, "start", _SINCE)


def as_last_day(raw: object) -> Parsed:
    """Return a day, of a period its last one, as in “по 31.12.2025” and “до конца 2025 года”."""
    return _as_edge(raw, "end", _TO)


def as_due_day(raw: object) -> Parsed:
    """Return a day, of a period its last one, with a note: “IV квартал 2027” is read as by its end.

    So is “до 1 июля 2027 г.”; “до 2028 года” can mean two days and “к концу года” any year: they are not read.
    """
    day = as_last_day(raw)
    by = as_day(_without(_BY_DAY, raw)) if day.trouble else day
    return replace(by if by.value else day, normalised=day.normalised or as_day(raw).value is None)


def _without(before: re.Pattern[str], raw: object) -> object:
    found = before.match(text := narrow(tidy(raw))) if isinstance(raw, str) else None
    return text[found.end() :] if found else raw


def _as_edge(raw: object, edge: str, before: re.Pattern[str]) -> Parsed:
    day = as_day(_without(before, raw))
    return Parsed(date.fromisoformat(day.values[edge])) if day.trouble == "date-of-period" else day


def as_partial_date(raw: object) -> Parsed:
    """Return `2014`, `2023-07` or `2016-10-15` as text; a slash before it says "by", as in `/2014`.

    A year or a month in words, “с 2017 г.” or “март 2024”, is read as such.
    """
    if isinstance(raw, int) and not isinstance(raw, bool) and _YEARS[0] <= raw <= _YEARS[1]:
        return Parsed(str(raw), normalised=True)
    if isinstance(raw, str):
        text = tidy(raw)
        if _PARTIAL.fullmatch(text):
            inside = _YEARS[0] <= int(named_date(text)[:4]) <= _YEARS[1]
            return Parsed(text, normalised=text != raw) if inside else _outside()
        if is_by(text):
            day = as_day(named_date(text))
            return Parsed(f"/{day.value}", normalised=day.normalised) if day.value else day
        raw = _SINCE.sub("", text)
    day = as_day(raw)
    if day.trouble in _NO_DAY:
        return _of_year_or_month(day.values)
    if day.value is None:
        return day
    # a real Excel date is the ordinary way to give a day: not a change worth a warning
    return Parsed(day.value.isoformat(), normalised=day.normalised)


def as_end(raw: object) -> Parsed:
    """Return a year, a month or a day until which something is in force; “бессрочно” states none and is noted."""
    if isinstance(raw, str) and _ENDLESS.fullmatch(tidy(raw)):
        return Parsed(trouble="read-as-empty")
    return as_partial_date(_without(_TO, raw))


def _of_year_or_month(days: Mapping[str, str]) -> Parsed:
    """Return the year or the month from its first to its last day; anything else is not read."""
    for length in (4, 7):
        text = days.get("start", "")[:length]
        if text and (first_day(text), last_day(text)) == tuple(map(date.fromisoformat, days.values())):
            return Parsed(text)
    return Parsed(trouble="partial-date-unreadable")


def _day_of(year: str, month: str, day: str, *, normalised: bool) -> Parsed:
    try:
        return _within(date(int(year), int(month), int(day)), normalised=normalised)
    except ValueError:
        return Parsed(trouble="date-unreadable")


def _within(day: date, *, normalised: bool) -> Parsed:
    if _YEARS[0] <= day.year <= _YEARS[1]:
        return Parsed(day, normalised=normalised)
    typed = (day - _EXCEL_BEGINS).days
    return _outside(typed) if _YEARS[0] <= typed <= _YEARS[1] else _outside()


def _outside(typed_year: int = 2023) -> Parsed:
    values = {
        "first": f"{_YEARS[0]}",
        "last": f"{_YEARS[1]}",
        "start": f"{typed_year}-01-01",
        "end": f"{typed_year}-12-31",
    }
    return Parsed(trouble="date-out-of-range", values=values)


def with_marks(raw: MarkedText, parsed: Parsed) -> Parsed:
    """Return the parsed cell of a text with marks: struck-out words are refused, raised digits are kept as such."""
    struck = "".join(run.text for run in raw.runs if run.struck).strip()
    if struck:
        return Parsed(trouble="struck-words", values={"struck": struck[:200]})
    shifted = any(run.position and any(map(str.isdigit, run.text)) for run in raw.runs)
    return replace(parsed, doubt="raised-digits") if shifted and not parsed.trouble else parsed


def as_code(raw: object, allowed: Mapping[str, str], unknown: str, labels: Mapping[str, str] = NO_LABELS) -> Parsed:
    """Return the code of `allowed` (folded text to code) that a cell names, else the problem `unknown`.

    `labels` are the words for the codes in every language: a drop-down shows them, so they are read without a note.
    """
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        return Parsed(trouble="boolean-value" if isinstance(raw, bool) else "date-in-text")
    text = tidy(raw) if isinstance(raw, str) else _written_out(raw)
    if not text:
        return NOTHING
    code = allowed.get(folded(text))
    if code is not None:
        return Parsed(code, normalised=raw not in {code, code.replace("_", " ")})
    code = labels.get(matched(text))
    if code is not None:
        return Parsed(code)
    if not text.isascii() and any(skeleton(known) == skeleton(text) for known in allowed):
        return Parsed(trouble="look-alike-letters")
    return Parsed(trouble=unknown, values={"allowed": ", ".join(sorted(allowed.values())[:40])})


def as_codes(raw: object, allowed: Mapping[str, str], unknown: str, labels: Mapping[str, str] = NO_LABELS) -> Parsed:
    """Return the codes that a cell names, separated by commas, in the order of `allowed` and without repetition.

    The names of codes are read without a note, also those that are spelled like their code: “Data”.
    """
    parts = [part.strip() for part in _SEPARATORS.split(raw) if part.strip()] if isinstance(raw, str) else [raw]
    found = [as_code(part, allowed, unknown, labels) for part in parts]
    if trouble := next((each for each in found if each.trouble), None):
        return trouble
    named = {each.value for each in found}
    codes = SEPARATOR.join(code for code in allowed.values() if code in named)
    pairs = zip(parts, found, strict=True)
    rewritten = any(each.normalised and labels.get(matched(str(part))) != each.value for part, each in pairs)
    return Parsed(codes, normalised=rewritten)


def as_word(raw: object, known: Mapping[str, str], labels: Mapping[str, str] = NO_LABELS) -> Parsed:
    """Return the known word that a cell names, in a code or a label of any language, else its text as it is written."""
    word = known.get(folded(raw)) if isinstance(raw, str) else None
    if word is not None:
        return Parsed(word, normalised=raw not in {word, word.replace("_", " ")})
    label = labels.get(matched(raw)) if isinstance(raw, str) else None
    if label is not None:
        return Parsed(label)
    parsed = as_text(raw)
    text = parsed.value
    if not isinstance(text, str) or not text:
        return parsed
    if not text.isascii() and any(skeleton(each) == skeleton(text) for each in known):
        return Parsed(trouble="look-alike-letters")
    return Parsed(text, normalised=parsed.normalised, doubt="unknown-word", values={"known": ", ".join(known.values())})


def as_name(raw: object, names: Mapping[str, str]) -> Parsed:
    """Return the English name of an institution that a cell names in any language, else its text as it is written."""
    name = names.get(matched(raw)) if isinstance(raw, str) else None
    return Parsed(name) if name is not None else as_text(raw)


def _written_out(number: float) -> str:
    if isinstance(number, float) and not math.isfinite(number):
        return str(number)
    return str(int(number)) if float(number).is_integer() else repr(number)
