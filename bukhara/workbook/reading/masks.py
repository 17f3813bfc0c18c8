"""Number formats that write a text, or nothing, in place of numbers: `[<5]"<5";0` and `;;;`."""

import operator
import re
from collections.abc import Callable

_SECTION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\](.*)")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|([<>≤≥*])')
_COMPARED: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}


_PLAIN = re.compile(r"(?:#[,\s\\]*##)?0|general", re.IGNORECASE)


def mask_of(number_format: str, value: float) -> str:
    """Return the text that a format writes in place of a number; empty if it shows the number."""
    for section in number_format.split(";"):
        found = _SECTION.fullmatch(section)
        if found and _COMPARED[found[1]](value, float(found[2])):
            return _words_alone(found[3]) or ""
    return ""


def text_in_place_of(number_format: str, value: float) -> str | None:
    """Return what a format writes in place of a number, which can be nothing; None if it shows digits."""
    sections = number_format.split(";")
    if len(sections) == 1 or "[" in number_format:
        return _words_alone(sections[0]) or None
    of_sign = sections[1 if value < 0 else 2 if not value and len(sections) > 2 else 0]
    return _words_alone(of_sign)


def _words_alone(section: str) -> str | None:
    """Return the words of a section of a format that has only words; None for one with digits."""
    if _LITERAL.sub("", section).strip():
        return None
    return "".join("".join(filter(None, part)) for part in _LITERAL.findall(section))


def is_shown_plainly(number_format: str, value: float) -> bool:
    """Return whether a format with conditions writes this number as it is, because none of them applies to it."""
    sections = [(section, _SECTION.fullmatch(section)) for section in number_format.split(";")]
    if any(found and _COMPARED[found[1]](value, float(found[2])) for _, found in sections):
        return False
    others = [section for section, found in sections if not found]
    return 0 < len(others) < len(sections) and _PLAIN.fullmatch(others[0]) is not None and float(value).is_integer()
