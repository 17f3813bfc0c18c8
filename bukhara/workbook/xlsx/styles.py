"""Reads the number format, font and fill of the styles of a workbook."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from xml.etree.ElementTree import Element

from bukhara.workbook.xlsx.cell_values import number_in
from bukhara.workbook.xlsx.xml_tree import MAIN, is_true, tree_of

_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 12: "# ?/?", 13: "# ??/??",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: '#,##0;-#,##0;"-"', 42: '#,##0;-#,##0;"-"',
    43: '#,##0.00;-#,##0.00;"-"', 44: '#,##0.00;-#,##0.00;"-"', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 49: "@",
    15: "d-mmm-yy", 16: "d-mmm",
    # dates whose order of day and month depends on the language of Excel
    **dict.fromkeys((14, 22, *range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
}  # fmt: skip
# literal words, and what only adds a space or a colour; elapsed hours stay, for they make a time of it
_BESIDE = re.compile(r"\"([^\"]*)\"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*.", re.IGNORECASE)
_DIGITS = re.compile(r"General|[0#?][0#?.,]*|@", re.IGNORECASE)
# characters of a literal that would be read as digits of the format, while it is searched for those
_QUOTED = {ord(each): 0xE000 + ord(each) for each in "0#?.,@GgEeNnRrAaLl"}
_UNQUOTED = {new: old for old, new in _QUOTED.items()}


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as the file names it: by rgb, by its number in the palette (indexed) or in the theme."""

    kind: str
    name: str
    tint: str = ""


BLACK, WHITE = Colour("rgb", "FF000000"), Colour("rgb", "FFFFFFFF")


@dataclass(frozen=True, slots=True)
class CellStyle:
    """The look of the cells of one style; a pattern has no `fill`, because its colour is unknown."""

    number_format: str = "General"
    struck: bool = False
    size: float | None = None
    colour: Colour = BLACK
    fill: Colour | None = WHITE

    @property
    def shows_date(self) -> bool:
        """Whether a number is shown as a date or a time."""
        bare, _ = parted(self.number_format.split(";")[0])
        return "general" not in bare.casefold() and re.search(r"[dmyhs]", bare, re.IGNORECASE) is not None


@dataclass(frozen=True, slots=True)
class StyleChange:
    """What a conditional format changes of a style; None is left as it is."""

    number_format: str | None = None
    struck: bool | None = None
    colour: Colour | None = None
    fill: Colour | None = None

    def over(self, style: CellStyle) -> CellStyle:
        """Return the style with the change."""
        each: dict[str, Any] = {name: getattr(self, name) for name in self.__slots__}
        return replace(style, **{name: value for name, value in each.items() if value is not None})


def parted(section: str) -> tuple[str, str]:
    """Return the format characters of a section of a number format, and its literal words."""
    return _BESIDE.sub("", section), "".join(map(_literal, _BESIDE.finditer(section)))


def around(section: str) -> tuple[str, str]:
    """Return the words that a section of a number format writes before and after the number."""
    plain = _BESIDE.sub(lambda found: _literal(found).translate(_QUOTED), section)
    before, *rest = _DIGITS.split(plain)
    return before.translate(_UNQUOTED), "".join(rest).translate(_UNQUOTED)


def _literal(found: re.Match[str]) -> str:
    return "".join(filter(None, found.groups()))


def styles_of(pieces: Iterable[bytes]) -> tuple[tuple[CellStyle, ...], tuple[StyleChange, ...]]:
    """Return styles by the number that cells give, and changes by the number that conditional formats give."""
    root = tree_of(pieces)
    return _styles(root), tuple(map(style_change, _inside(root, "dxfs")))


def _styles(root: Element) -> tuple[CellStyle, ...]:
    codes = _BUILT_IN | {_number(each, "numFmtId"): each.get("formatCode", "") for each in _inside(root, "numFmts")}
    fonts, fills = _inside(root, "fonts"), [_fill(fill) for fill in _inside(root, "fills")]
    return tuple(
        _style(
            codes.get(_number(xf, "numFmtId"), "General"),
            fonts[font] if (font := _number(xf, "fontId")) < len(fonts) else (),
            fills[fill] if (fill := _number(xf, "fillId")) < len(fills) else None,
        )
        for xf in _inside(root, "cellXfs")
        if xf.tag == f"{MAIN}xf"
    )


def _style(code: str, font: Element | tuple[()], fill: Colour | None) -> CellStyle:
    struck, colour = _letters(font)
    given = next((number_in(each.get("val", "")) for each in font if each.tag == f"{MAIN}sz"), "")
    size = None if isinstance(given, str) else float(given)
    if code.casefold().startswith("[white]"):
        colour = WHITE
    return CellStyle(code, struck or False, size, colour or BLACK, fill)


def _letters(font: Iterable[Element]) -> tuple[bool | None, Colour | None]:
    """Return whether a font is struck out, and its colour; None where it does not say."""
    struck = colour = None
    for each in font:
        if each.tag == f"{MAIN}strike":
            struck = is_true(each.get("val", "1"))
        elif each.tag == f"{MAIN}color":
            colour = _colour(each)
    return struck, colour


def style_change(element: Element) -> StyleChange:
    """Return what a conditional format changes; the colour of its cell is the second one of its fill."""
    found = {each.tag.removeprefix(MAIN): each for each in element}
    struck, colour = _letters(found.get("font", ()))
    fill = next(iter(found["fill"].iter(f"{MAIN}bgColor")), None) if "fill" in found else None
    code = found["numFmt"].get("formatCode") if "numFmt" in found else None
    return StyleChange(code, struck, colour, None if fill is None else _colour(fill))


def _fill(fill: Element) -> Colour | None:
    for pattern in fill:
        if pattern.tag == f"{MAIN}patternFill":
            kind = pattern.get("patternType", "none")
            named = [each for each in pattern if each.tag == f"{MAIN}fgColor"]
            if kind == "solid" and named:
                return _colour(named[-1])
            return WHITE if kind == "none" else None
    return None


def _colour(element: Element) -> Colour:
    kind = next((each for each in ("rgb", "indexed", "theme") if element.get(each)), "")
    return Colour(kind, element.get(kind, ""), element.get("tint", ""))


def _inside(root: Element, name: str) -> list[Element]:
    return [child for part in root if part.tag == MAIN + name for child in part]


def _number(element: Element, name: str) -> int:
    text = element.get(name, "0")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
