"""Locators: where in a source a row was found, as a code such as `L318` or `item 2; accessed 2026-12-01`."""

import re
from datetime import date

SEPARATOR = " | "
"""What is between the passages of one row."""
LINE = re.compile(r"L(\d+)")
_ACCESSED = re.compile(r"(?:.+; )?accessed (\d{4}-\d{2}-\d{2})")


def passages_of(locator: str) -> tuple[str, ...]:
    """Return the passages that a locator names, each once."""
    return tuple(dict.fromkeys(part for part in locator.split(SEPARATOR) if part))


def lines_of(locator: str) -> tuple[int, ...]:
    """Return the numbers of the lines that a locator names; other places are left out."""
    found = (LINE.fullmatch(part) for part in passages_of(locator))
    return tuple(int(match[1]) for match in found if match)


def read_on(locator: str) -> date | None:
    """Return the day on which a page was read, if the locator of a row says it."""
    found = _ACCESSED.fullmatch(locator)
    return date.fromisoformat(found[1]) if found else None
