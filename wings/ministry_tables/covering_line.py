"""Reads a line above a table that names a letter: `Министерство внутренних дел, № 12/3 от 15.03.2024`."""

import re
from dataclasses import dataclass

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
class CoveringLetter:
    """What is asked once about a file: its title, the institution that sent it, its day, and its number if any."""

    title: str = ""
    body: str = ""
    date: str = ""
    document_number: str = ""


def covering_line(text: str) -> CoveringLetter | None:
    """Return what a line says of a letter, as printed; None unless it names body, number and day and nothing else."""
    found = _LINE.fullmatch(text.strip())
    day = as_day(found["day"]).value if found else None
    if found is None or day is None:
        return None
    return CoveringLetter(body=found["body"].strip(' ,«»"“”'), date=day.isoformat(), document_number=found["number"])
