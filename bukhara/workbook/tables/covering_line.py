"""Reads a line above a table that names a letter: `Министерство внутренних дел, № 12/3 от 15.03.2024`."""

import re
from dataclasses import dataclass
from datetime import date

from bukhara.workbook.reading.values import as_day

_NUMBER = r"(?:исх\.?\s*)?(?:№|No\.?\s|N\s)\s*(?P<number>\d[\w/.\-]*\w|\d)"
_DAY = (
    r"(?:от|of|dated)\s+(?P<day>\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d|\d{1,2} \w+ \d{4})(?:\s*(?:г|год|года)\b\.?)?"
)
_LINE = re.compile(
    rf"(?:письмо|letter of the|letter of)?\s*(?P<body>[^\d№]{{3,150}}?)[\s,;:(]+(?:{_NUMBER}[\s,]+{_DAY})\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveringLine:
    """Institution and number as the line prints them, and its day."""

    body: str
    number: str
    day: date


def covering_line(text: str) -> CoveringLine | None:
    """Return what a line says of a letter; None unless it names all three and nothing else."""
    found = _LINE.fullmatch(text.strip())
    day = as_day(found["day"]).value if found else None
    return CoveringLine(body=found["body"].strip(' ,«»"“”'), number=found["number"], day=day) if found and day else None
