"""Text that a spreadsheet would run as a formula is marked as text; numbers are unchanged."""

import re

# Excel also looks behind blanks and quotation marks, and takes the full-width signs of East Asian keyboards.
_RUNS = re.compile("^(?:[\t\r\n]|[\\s\"'\u00ab\u201c\u201e\u200b\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20])")


def safe(value: float | str | None) -> float | str | None:
    """Return text with a leading apostrophe if a spreadsheet would run it, anything else unchanged."""
    if isinstance(value, str) and _RUNS.match(value):
        return "'" + value
    return value
