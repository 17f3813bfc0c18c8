"""What a drawing is written on: positions as per cent of the plot area, or as pixels; escaped text; colours."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import Any

from bukhara.charts.palette import ACCENT, CLEAR, INK, LINE, SOFT

Point = tuple[float, float]
Style = dict[str, Any]
LINE_HEIGHT = 1.3
# the dark page has other colours for text and lines; marks have enough contrast on both
_BS = {INK: "body-color", SOFT: "secondary-color", LINE: "border-color", ACCENT: "link-color"}
VARIABLES = {colour: f"--bs-{name}" for colour, name in _BS.items()}
_TAGS = re.compile(r"(</?b>)")
_NARROW, _WIDE = frozenset("ijlfrtI.,:;'|!()-/ ·"), frozenset("mwMWшщжюмыфШЩЖЮМФЫ%")


@dataclass(slots=True)
class Canvas:
    """The elements drawn so far, in order, the patterns by their content, and how positions are written.

    A position is a fraction of the plot area from its left and upper edge. Without a `size` in pixels it is written as
    a percentage, so that one drawing fits every width and its letters keep their size. Ids begin with `name`.
    """

    name: str
    size: tuple[float, float] | None = None
    defs: dict[str, str] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)

    def across(self, fraction: float) -> str:
        """Return a horizontal position or length."""
        return _number(fraction * self.size[0]) if self.size else f"{_number(fraction * 100)}%"

    def down(self, fraction: float) -> str:
        """Return a vertical position or length."""
        return _number(fraction * self.size[1]) if self.size else f"{_number(fraction * 100)}%"

    def colour(self, colour: str) -> str:
        """Return a colour; one of text or grid as a variable where the page has a dark mode."""
        if colour == CLEAR:
            return "none"
        return f"var({VARIABLES[colour]},{colour})" if colour in VARIABLES and not self.size else colour

    def line(self, start: Point, end: Point, style: Style) -> str:
        """Return a line between two positions."""
        ends = {"x1": self.across(start[0]), "y1": self.down(start[1])}
        return element("line", **ends, x2=self.across(end[0]), y2=self.down(end[1]), **style)

    def box(self, start: Point, end: Point, style: Style) -> str:
        """Return a rectangle between two corners, in any order."""
        (left, right), (top, bottom) = sorted((start[0], end[0])), sorted((start[1], end[1]))
        size = {"width": self.across(right - left), "height": self.down(bottom - top)}
        return element("rect", x=self.across(left), y=self.down(top), **size, **style)

    def at(self, x: float, y: float, inner: str) -> str:
        """Return elements whose pixels are counted from a position."""
        if self.size:
            return element("g", inner, transform=f"translate({self.across(x)} {self.down(y)})")
        return element("svg", inner, x=self.across(x), y=self.down(y), overflow="visible")

    def hatch(self, pattern: dict[str, Any], colours: tuple[str, str], shape: str) -> str:
        """Return the fill of a hatch with `shape` as plotly names it; `colours` are foreground and background."""
        front, back = (self.colour(colour) for colour in colours)
        size = pattern.get("size", 8)
        ground = "" if back == "none" else element("rect", width=size, height=size, fill=back)
        lines = _hatch_lines(shape, size, pattern.get("solidity", 0.3), front)
        body = ground + element("g", lines, opacity=pattern.get("fgopacity"))
        key = f"{size}{body}"
        if key not in self.defs:
            name = f"{self.name}-{len(self.defs)}"
            units = {"patternUnits": "userSpaceOnUse", "width": size, "height": size}
            self.defs[key] = element("pattern", body, id=name, **units)
        return "url(#{})".format(self.defs[key].split('"', 2)[1])

    def text(self, lines: str, x: float, y: float, **style: Any) -> str:
        """Return a text with `<br>` between its lines and `<b>` around what is bold; all else is escaped.

        Its `style`: `shift` in pixels, `anchor` (start, middle, end), `base` (the part that is at the position: top,
        middle, bottom), `size`, `colour`, `bold`, `name` (a class).
        """
        rows, size = lines.split("<br>"), style.get("size", 12)
        right, downward = style.get("shift", (0, 0))
        height = size * LINE_HEIGHT
        first = {"top": 0.0, "middle": -height * len(rows) / 2, "bottom": -height * len(rows)}[style.get("base", "top")]
        place: dict[str, Any] = {"x": self.across(x), "dx": right or None}
        top, *others = _bold_spans(rows)
        below = (element("tspan", row, **place, dy=_number(height)) for row in others)
        look = {"text_anchor": style.get("anchor", "start"), "font_size": size, "class": style.get("name") or None}
        look |= {"font_weight": 700 if style.get("bold") else None, "fill": self.colour(style.get("colour", INK))}
        dy = _number(downward + first + height * 0.76)
        return element("text", " ".join((top, *below)), **place, y=self.down(y), dy=dy, **look)


def element(tag: str, inner: str = "", **values: Any) -> str:
    """Return an element with escaped attributes; None leaves one out."""
    kept = "".join(
        f' {name if name in _CAMEL else name.replace("_", "-")}="{escape(str(value))}"'
        for name, value in values.items()
        if value is not None
    )
    return f"<{tag}{kept}>{inner}</{tag}>" if inner else f"<{tag}{kept}/>"


def linked(inner: str, title: str, address: str) -> str:
    """Return a mark as a link to its evidence, with its title; as a group if it has no address."""
    named = f"<title>{escape(title)}</title>{inner}" if title else inner
    return element("a", named, href=address) if address else element("g", named)


def plain(text: str) -> str:
    """Return a text without line breaks and tags."""
    return _TAGS.sub("", text.replace("<br>", " "))


@lru_cache(4096)
def text_width(text: str, size: float) -> float:
    """Return about how many pixels the longest line of a text takes."""
    return max(sum(_letter(letter) for letter in plain(line)) * size for line in text.split("<br>"))


def in_lines(text: str, width: float, size: float) -> list[str]:
    """Return a text in lines that are no wider than `width` pixels, as far as its words allow."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


_CAMEL = frozenset(("patternUnits", "viewBox"))


def _letter(letter: str) -> float:
    return 0.33 if letter in _NARROW else 0.9 if letter in _WIDE else 0.68 if letter.isupper() else 0.585


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if value else "0"


def _bold_spans(rows: list[str]) -> list[str]:
    """Return the content of each line; bold text that runs over a line break stays bold."""
    found, bold = [], False
    for row in rows:
        line = ""
        for piece in _TAGS.split(row):
            if piece in ("<b>", "</b>"):
                bold = piece == "<b>"
            elif piece:
                line += element("tspan", escape(piece), font_weight=700) if bold else escape(piece)
        found.append(line or "\u00a0")
    return found


def _hatch_lines(shape: str, size: float, solidity: float, colour: str) -> str:
    if shape == ".":
        radius = (solidity * size * size / 3.1416) ** 0.5
        return element("circle", cx=size / 2, cy=size / 2, r=_number(radius), fill=colour)
    q, h = size / 4, size / 2
    up = f"M{-q},{q}L{q},{-q}M0,{size}L{size},0M{3 * q},{5 * q}L{5 * q},{3 * q}"
    fall = f"M{-q},{3 * q}L{q},{5 * q}M0,0L{size},{size}M{3 * q},{-q}L{5 * q},{q}"
    paths = {"/": up, "\\": fall, "x": up + fall, "|": f"M{h},0V{size}", "-": f"M0,{h}H{size}"}
    width = size - size * (1 - solidity) ** 0.5 if shape == "x" else solidity * size
    return element("path", d=paths[shape], stroke=colour, stroke_width=_number(width))
