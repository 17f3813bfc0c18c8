"""Number formats that write a text in place of small numbers: `[<5]"<5";0`."""

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
            rest = _LITERAL.sub("", found[3])
            return "" if rest.strip() else "".join("".join(filter(None, part)) for part in _LITERAL.findall(found[3]))
    return ""


def is_shown_plainly(number_format: str, value: float) -> bool:
    """Return whether a format with conditions writes this number as it is, because none of them applies to it."""
    sections = [(section, _SECTION.fullmatch(section)) for section in number_format.split(";")]
    if any(found and _COMPARED[found[1]](value, float(found[2])) for _, found in sections):
        return False
    others = [section for section, found in sections if not found]
    return 0 < len(others) < len(sections) and _PLAIN.fullmatch(others[0]) is not None and float(value).is_integer()
