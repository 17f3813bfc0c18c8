"""What the styles of a workbook tell of a cell: a date, a number shown otherwise, a text struck out or unseen."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bukhara.workbook.xlsx.small_parts import MAIN, elements, is_true
from bukhara.workbook.xlsx.visible import WHITE, Ink, fills_of, fonts_of, unseen

if TYPE_CHECKING:
    from bukhara.workbook.xlsx.small_parts import Element

_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 12: "# ?/?", 13: "# ??/??",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: '#,##0;-#,##0;"-"', 42: '#,##0;-#,##0;"-"',
    43: '#,##0.00;-#,##0.00;"-"', 44: '#,##0.00;-#,##0.00;"-"',
}  # fmt: skip
# dates and times that do not show the day
_NO_DAY = frozenset((17, *range(18, 22), *range(45, 48)))
# what only adds a sign or a blank around the number; elapsed hours stay, for they make a time of it
_PADDING = re.compile(r"\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*.", re.IGNORECASE)
_LITERAL = re.compile(r"\"([^\"]*)\"|\\(.)")
_SCALED = re.compile(r"[0#?],+(?![0#?,])")
_SCALE_WORDS = re.compile(r"\d|[%‰]|тыс|млн|млрд|thous|mill|mln|bln|^\W*k\W*$", re.IGNORECASE)
_DECIMALS = re.compile(r"\.([0#?]+)")
_EXPONENT = re.compile(r"e[+-]", re.IGNORECASE)
_WHITE = re.compile(r"\[white\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Format:
    """How the cells of one style are shown: `decimals` is None where all are; a date `differs` without its day."""

    date: bool = False
    differs: bool = False
    decimals: int | None = None
    exponent: bool = False
    struck: bool = False
    zero_hidden: bool = False
    text_hidden: bool = False
    unseen: bool = False

    @property
    def plain(self) -> bool:
        """Whether a number is shown as it is stored."""
        return self == PLAIN

    def alters(self, number: float) -> bool:
        """Return whether a number is shown as something else than it is."""
        if self.differs or (self.zero_hidden and not number):
            return True
        if self.decimals is None:
            return False
        shown = float(f"{number:.{self.decimals}e}") if self.exponent else round(number, self.decimals)
        return abs(shown - number) > 1e-9

    def hides(self, value: object) -> bool:
        """Return whether nobody sees what stands in the cell."""
        return self.unseen or (self.text_hidden and isinstance(value, str))


PLAIN = Format()


def format_of(code: str) -> Format:
    """Return what a number format does."""
    sections = code.split(";")
    hidden = len(sections) > 3 and "@" not in sections[3]
    return replace(_numbers(sections, conditional=re.search(r"\[[<>=]", code) is not None), text_hidden=hidden)


def _numbers(sections: list[str], *, conditional: bool) -> Format:
    bare, words = _parted(sections[0])
    general = "general" in bare.casefold()
    if re.search(r"[dmyhs]", bare, re.IGNORECASE) and not general:
        return Format(date=True, differs="d" not in bare.casefold())
    misleading = _SCALE_WORDS.search(words) is not None
    if not conditional and not misleading and (sections == [""] or bare.strip().casefold() in ("general", "@")):
        return Format(zero_hidden=_hides_zero(sections))
    exponent = _EXPONENT.search(bare) is not None
    signed = not exponent and re.search(r"[-(]", bare) is not None
    shown = re.search(r"[0#?@]|general", bare, re.IGNORECASE) is not None
    changed = misleading or signed or "%" in bare or "/" in bare or _SCALED.search(bare) is not None
    if conditional or not shown or changed:
        return Format(differs=True)
    if general:
        return Format(zero_hidden=_hides_zero(sections))
    decimals = _DECIMALS.search(bare)
    return Format(
        decimals=len(decimals.group(1)) if decimals else 0, exponent=exponent, zero_hidden=_hides_zero(sections)
    )


def _hides_zero(sections: list[str]) -> bool:
    """A zero shown as nothing or as a dash looks like an answer that is not there."""
    bare, _ = _parted(sections[2] if len(sections) > 2 else sections[0])
    return sections != [""] and not re.search(r"[0@]|general", bare, re.IGNORECASE)


def _parted(section: str) -> tuple[str, str]:
    """Return the signs of a section, and the words that it puts beside the number."""
    plain = _PADDING.sub("", section)
    return _LITERAL.sub("", plain), "".join(text for both in _LITERAL.findall(plain) for text in both)


def formats_of(styles: bytes) -> tuple[Format, ...]:
    """Return the formats of a styles part by the number that cells give."""
    parsed = [element for element in elements(styles) if element.namespace == MAIN]
    codes = {
        _number(e, "numFmtId"): e.attributes.get("formatCode", "")
        for e in parsed
        if e.name == "numFmt" and e.depth == 3
    }
    struck, inks, fills = _struck_fonts(parsed), fonts_of(parsed), fills_of(parsed)
    found: list[Format] = []
    inside = False
    for element in parsed:
        if element.depth == 2:
            inside = element.name == "cellXfs"
        elif inside and element.name == "xf" and element.depth == 3:
            code, font = _number(element, "numFmtId"), _number(element, "fontId")
            ink = inks[font] if font < len(inks) else Ink()
            if _WHITE.match(codes.get(code, "")):
                ink = replace(ink, colour=WHITE)
            fill = fills[number] if (number := _number(element, "fillId")) < len(fills) else None
            found.append(replace(_format(code, codes), struck=font in struck, unseen=unseen(ink, fill)))
    return tuple(found)


def _format(number: int, codes: dict[int, str]) -> Format:
    if number in codes:
        return format_of(codes[number])
    if number in _DATES:
        return Format(date=True, differs=number in _NO_DAY)
    return format_of(_BUILT_IN.get(number, "General"))


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
