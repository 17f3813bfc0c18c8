"""What the styles of a workbook tell of a number: that it is a date, is shown otherwise, or is struck out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bukhara.workbook.xlsx.small_parts import MAIN, elements, is_true

if TYPE_CHECKING:
    from bukhara.workbook.xlsx.small_parts import Element

_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 12: "# ?/?", 13: "# ??/??",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00",
}  # fmt: skip
# what only adds a sign or a blank around the number; elapsed hours stay, for they make a time of it
_PADDING = re.compile(r"\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*.", re.IGNORECASE)
_LITERAL = re.compile(r"\"([^\"]*)\"|\\(.)")
_SCALED = re.compile(r"[0#?],+(?![0#?,])")
_DECIMALS = re.compile(r"\.([0#?]+)")


@dataclass(frozen=True, slots=True)
class Format:
    """How the numbers of one style are shown: `decimals` is None where all are."""

    date: bool = False
    differs: bool = False
    decimals: int | None = None
    struck: bool = False
    zero_hidden: bool = False

    @property
    def plain(self) -> bool:
        """Whether a number is shown as it is stored."""
        return self == PLAIN

    def alters(self, number: float) -> bool:
        """Return whether a number is shown as something else than it is."""
        if self.differs or (self.zero_hidden and not number):
            return True
        return self.decimals is not None and abs(round(number, self.decimals) - number) > 1e-9


PLAIN = Format()


def format_of(code: str) -> Format:
    """Return what a number format does."""
    sections = code.split(";")
    bare = _LITERAL.sub("", _PADDING.sub("", sections[0]))
    if re.search(r"[dmyhs]", bare, re.IGNORECASE) and "general" not in bare.casefold():
        return Format(date=True)
    if bare.strip().casefold() in ("general", "@") and not _digits_in_words(sections[0]):
        return PLAIN
    if not code:
        return PLAIN
    conditional = re.search(r"\[[<>=]", code) is not None
    shown = re.search(r"[0#?@]|general", bare, re.IGNORECASE) is not None
    changed = "%" in bare or "/" in bare or _SCALED.search(bare) is not None or _digits_in_words(sections[0])
    if conditional or not shown or changed:
        return Format(differs=True)
    if "e" in bare.casefold():
        return PLAIN
    decimals = _DECIMALS.search(bare)
    hidden = len(sections) > 2 and not sections[2].strip()
    return Format(decimals=len(decimals.group(1)) if decimals else 0, zero_hidden=hidden)


def _digits_in_words(section: str) -> bool:
    return any(sign.isdigit() for words in _LITERAL.findall(section) for text in words for sign in text)


def formats_of(styles: bytes) -> tuple[Format, ...]:
    """Return the formats of a styles part by the number that cells give."""
    parsed = [element for element in elements(styles) if element.namespace == MAIN]
    codes = {
        _number(e, "numFmtId"): e.attributes.get("formatCode", "")
        for e in parsed
        if e.name == "numFmt" and e.depth == 3
    }
    struck = _struck_fonts(parsed)
    found: list[Format] = []
    inside = False
    for element in parsed:
        if element.depth == 2:
            inside = element.name == "cellXfs"
        elif inside and element.name == "xf" and element.depth == 3:
            shown = _format(_number(element, "numFmtId"), codes)
            found.append(replace(shown, struck=_number(element, "fontId") in struck))
    return tuple(found)


def _format(number: int, codes: dict[int, str]) -> Format:
    if number in codes:
        return format_of(codes[number])
    return Format(date=True) if number in _DATES else format_of(_BUILT_IN.get(number, "General"))


def _struck_fonts(parsed: list[Element]) -> frozenset[int]:
    struck, font, inside = set(), -1, False
    for element in parsed:
        if element.depth == 2:
            inside = element.name == "fonts"
        elif inside and element.depth == 3:
            font += 1
        elif inside and element.name == "strike" and is_true(element.attributes.get("val", "1")):
            struck.add(font)
    return frozenset(struck)


def _number(element: Element, name: str) -> int:
    text = element.attributes.get(name, "0")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
