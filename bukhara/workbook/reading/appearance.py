"""Finds cells that look different from their value: another number, a struck-out text, or nothing at all."""

import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from bukhara.workbook.reading.masks import is_shown_plainly, mask_of, text_in_place_of
from bukhara.workbook.xlsx.cell_values import number_in
from bukhara.workbook.xlsx.styles import CellStyle, Colour, around, parted

_Shade = tuple[float, ...]

_SCALED = re.compile(r"[0#?],+(?![0#?,])")
SCALE_WORDS = r"[%‰]|тыс|мил+ион|млн|млрд|thous|million|mill\b|mln|bln|м[ыи]ң|ming\b|müň|ҳазор|минг\b|процент|per cent"
_SCALE_WORDS = re.compile(rf"\d|{SCALE_WORDS}|^\W*k\W*$", re.IGNORECASE)
_DECIMALS = re.compile(r"\.([0#?]+)")
_EXPONENT = re.compile(r"e[+-]", re.IGNORECASE)
# what is written beside a number and says something of it; spaces, brackets and signs of a currency do not
_SAYS = re.compile(r"[^\W_]|[<>=≤≥≈~*+±#†‡^%‰]")
_ZEROS = re.compile(r"0+")
_CONDITION = re.compile(r"\[[<>=]")
_SCALED_ALONE = re.compile(r"[#0, ]*[#0](?:\.(0{1,6}))?(?:(,{1,4})|%)")
# the colours that every palette and nearly every theme has; of others only sameness is known
_WHITE, _BLACK = (255.0, 255.0, 255.0), (0.0, 0.0, 0.0)
_KNOWN = {
    "indexed": {"0": _BLACK, "1": _WHITE, "8": _BLACK, "9": _WHITE, "64": _BLACK, "65": _WHITE},
    "theme": {"0": _WHITE, "1": _BLACK},
    "": {"": _BLACK},
}
# letters of a smaller size, in points, cannot be read; colours this near to each other are taken for one
_SMALLEST, _ALIKE = 4.0, 32
_LARGEST = 1e12


@dataclass(frozen=True, slots=True)
class Appearance:
    """The way in which cells of one style show their values; without a limit of `decimals`, all are shown.

    `before` and `after` are words that the format writes beside a number, `digits` the least that it shows of it.
    `number_format` is that of a number which `differs`, or of a zero that is hidden.
    """

    differs: bool = False
    decimals: int | None = None
    exponent: bool = False
    struck: bool = False
    zero_hidden: bool = False
    text_hidden: bool = False
    unseen: bool = False
    before: str = ""
    after: str = ""
    digits: int = 1
    number_format: str = ""

    def shown(self, value: object) -> str | None:
        """Return what the cell shows of a number, masked, scaled or with words; None where it is not known."""
        if isinstance(value, bool | str) or not isinstance(value, int | float) or not self.number_format:
            return self.written(value) or None
        alone = _SCALED_ALONE.fullmatch(self.number_format)
        if alone is None or not abs(value) < _LARGEST:
            return mask_of(self.number_format, value) or text_in_place_of(self.number_format, value)
        scaled = Decimal(str(value)).scaleb(-3 * len(alone[2]) if alone[2] else 2)
        rounded = scaled.quantize(Decimal(1).scaleb(-len(alone[1] or "")), ROUND_HALF_UP)
        return f"{rounded:f}{'' if alone[2] else '%'}"

    def written(self, value: object) -> str:
        """Return a number with the words and zeros around it, or an empty text if the format adds nothing."""
        if isinstance(value, bool | str) or not isinstance(value, int | float):
            return ""
        whole = f"{value:.15g}".zfill(self.digits) if float(value).is_integer() else f"{value:.15g}"
        text = f"{self.before}{whole}{self.after}".strip()
        return text if self.before or self.after or len(whole) > len(f"{value:.15g}") else ""

    def alters(self, value: object) -> bool:
        """Return whether a number or date looks different from its value."""
        if isinstance(value, str | bool):
            return False
        if self.differs or not isinstance(value, int | float):
            plain = isinstance(value, int | float) and is_shown_plainly(self.number_format, value)
            return self.differs and not plain
        if self.decimals is None or not value:
            return self.zero_hidden and not value
        shown = float(f"{value:.{self.decimals}e}") if self.exponent else round(value, self.decimals)
        return abs(shown - value) > 1e-9

    def misleads(self, value: object) -> bool:
        """Return whether the cell says something else than its value."""
        return self.struck or self.hides(value) or self.alters(value) or bool(self.written(value))

    def hides(self, value: object) -> bool:
        """Return whether the value is invisible."""
        return self.unseen or (self.text_hidden and isinstance(value, str))


_PLAIN = Appearance()


def appearance_of(style: CellStyle) -> Appearance | None:
    """Return the appearance of cells of a style, or None if it shows values as they are stored."""
    tiny = style.size is not None and style.size < _SMALLEST
    unseen = tiny or _look_alike(style.colour, style.fill)
    found = replace(_format(style), struck=style.struck, unseen=unseen)
    return None if found == _PLAIN else found


def _format(style: CellStyle) -> Appearance:
    sections = style.number_format.split(";")
    hidden = len(sections) > 3 and "@" not in sections[3]
    bare, words = parted(sections[0])
    if style.shows_date:
        whole = "d" in bare.casefold() and "yyy" in bare.casefold()
        return Appearance(differs=not whole, text_hidden=hidden)
    general = "general" in bare.casefold()
    exponent = _EXPONENT.search(bare) is not None
    everything = sections == [""] or bare.strip().casefold() in ("general", "@")
    shown = everything or re.search(r"[0#?@]|general", bare, re.IGNORECASE) is not None
    signed = not exponent and re.search(r"[-(]", bare) is not None
    scaled = "%" in bare or "/" in bare or _SCALED.search(bare) is not None or _SCALE_WORDS.search(words) is not None
    if not shown or signed or scaled or _CONDITION.search(style.number_format):
        return Appearance(differs=True, text_hidden=hidden, number_format=style.number_format)
    before, after = around(sections[0]) if _SAYS.search("".join(around(sections[0]))) and not exponent else ("", "")
    decimals, zeros = _DECIMALS.search(bare), _ZEROS.match(bare.strip())
    return Appearance(
        decimals=None if everything or general else len(decimals.group(1)) if decimals else 0,
        exponent=exponent,
        zero_hidden=_hides_zero(sections),
        number_format=style.number_format if _hides_zero(sections) else "",
        text_hidden=hidden,
        before=before,
        after=after,
        digits=zeros.end() if zeros and not decimals and not exponent else 1,
    )


def _hides_zero(sections: list[str]) -> bool:
    """Return whether a zero is shown as nothing or as a dash, like a missing answer."""
    bare, _ = parted(sections[2] if len(sections) > 2 else sections[0])
    return sections != [""] and not re.search(r"[0@]|general", bare, re.IGNORECASE)


def _look_alike(letters: Colour, fill: Colour | None) -> bool:
    if fill is None or letters == fill:
        return fill is not None
    one, other = _shade(letters), _shade(fill)
    if one is None or other is None:
        return False
    return all(abs(left - right) <= _ALIKE for left, right in zip(one, other, strict=True))


def _shade(colour: Colour) -> _Shade | None:
    """Return red, green and blue from 0 to 255, or None for a colour that depends on the theme or the palette."""
    given = colour.name[-6:].upper()
    if colour.kind == "rgb" and len(given) == 6 and set(given) <= set("0123456789ABCDEF"):
        parts: _Shade = (int(given[:2], 16), int(given[2:4], 16), int(given[4:], 16))
    elif colour.name in _KNOWN.get(colour.kind, {}):
        parts = _KNOWN[colour.kind][colour.name]
    else:
        return None
    tint = number_in(colour.tint)
    by = 0.0 if isinstance(tint, str) or not -1 <= tint <= 1 else tint
    return tuple(part * (1 + by) if by < 0 else part + (255 - part) * by for part in parts)
