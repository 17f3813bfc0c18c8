"""Numbers as they are printed with words: `more than 80`, `14 чел.`, `12,5 тыс.`; what is not clear is not read."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bukhara.model.codes import Qualifier
from bukhara.workbook.heading_vocabulary import tokens_of, vocabulary
from bukhara.workbook.reading.values import as_number

_PRINTED = re.compile(
    r"(?:(?P<more>более|свыше|more than|over|>\s?)|(?P<least>не менее|at least|≥\s?)"
    r"|(?P<about>около|примерно|about|approximately|[~≈]\s?))?\s*"
    r"(?P<number>\d[\d ,.]*?)\s*(?P<scale>тыс\.?|тысяч[аи]?|thousand|млн\.?|million)?\s*(?P<unit>[^\W\d_]+)?\.?",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\(?(\d[\d ,.]*)\)?[*⁰¹²³⁴⁵⁶⁷⁸⁹]*(?: «[^»]*»)?")
_MASKED = re.compile(r"<\s?\d{1,2}")
_COUNTED = {
    "object:person": ("CTX-prosecuted", "CTX-victims"),
    "object:victim": ("CTX-victims",),
    "object:case": ("CTX-proceedings",),
}


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number with its precision, and the measures whose things its unit names: `14 чел.` are no cases."""

    value: float
    qualifier: Qualifier = Qualifier.EXACT
    measures: tuple[str, ...] = ()


@lru_cache(1024)
def printed_number(text: str) -> PrintedNumber | None:
    """Return the number that a text prints, or None if it is not clear."""
    found = _PRINTED.fullmatch(text.strip())
    if found is None:
        return None
    value = as_number(found["number"].strip(" ,.")).value
    unit = vocabulary().get(tokens_of(found["unit"] or ""), ())
    if not isinstance(value, float) or (found["unit"] and unit not in (*((each,) for each in _COUNTED), ("filler",))):
        return None
    scale = (found["scale"] or "").casefold()
    times = 1_000_000 if scale[:2] in ("мл", "mi") else 1000 if scale else 1
    printed = (("more", Qualifier.MORE_THAN), ("least", Qualifier.AT_LEAST), ("about", Qualifier.ABOUT))
    qualifier = next((each for name, each in printed if found[name]), Qualifier.ABOUT if scale else Qualifier.EXACT)
    measures = _COUNTED.get(unit[0], ()) if unit else ()
    return PrintedNumber(value * times, qualifier, measures)


def marked_number(text: str) -> float | None:
    """Return the number in brackets, with a footnote or a comment, which its sender may take: `(4)`, `12*`."""
    found = _MARKED.fullmatch(text.strip())
    value = as_number(found[1].strip()).value if found else None
    return value if isinstance(value, float) else None


def is_masked(text: str) -> bool:
    """Return whether a text stands for a small number that was withheld: `<5`."""
    return _MASKED.fullmatch(text.strip()) is not None
