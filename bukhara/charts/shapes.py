"""A picture as shapes and words, in points of its own page: a slide has 888 x 372 of them. For every format."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bukhara.charts import fit
from bukhara.charts.palette import ACCENT, INK, LINE, SOFT, WARNING
from bukhara.model.marks import MARKS

COLOURS = {"ink": INK, "soft": SOFT, "line": LINE, "accent": ACCENT, "warning": WARNING}

ROUND = ("dot", "ring")
"""The looks of an area that is round."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in a colour: "full", "pale", "light" (with an edge), or a "frame" or "dashes" around nothing.

    "dot" is round, "ring" the edge of one.

    `kind` is a colour: those of the marks, and "ink", "soft", "line", "accent" and "warning". `link` has the address
    behind it and what is seen there, for a page.
    """

    x: float
    y: float
    width: float
    height: float
    kind: str
    look: str = "full"
    link: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line between two points, of a width; with dashes if it `is_dashed`."""

    x: float
    y: float
    to_x: float
    to_y: float
    kind: str = "line"
    width: float = 1.0
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Glyph:
    """The shape of a mark in a square with sides of `size`."""

    kind: str
    x: float
    y: float
    size: float
    link: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Label:
    """Words from a point downwards, broken into lines of a width; `align` is "start", "middle" or "end" of it."""

    x: float
    y: float
    width: float
    text: str
    size: float
    kind: str = "ink"
    is_bold: bool = False
    align: str = "start"

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines."""
        return fit.broken(self.text, self.width, self.size, is_bold=self.is_bold)

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.size * fit.LINE


Part = Area | Stroke | Glyph | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Parts in the order in which they are drawn and read, with a name and what is seen, for who does not see it."""

    name: str
    parts: tuple[Part, ...]
    description: str


def colour(kind: str) -> str:
    """Return the colour of a kind: that of a mark, or of text, lines and accents."""
    return COLOURS.get(kind) or MARKS[kind].light


def moved(part: Part, dy: float) -> Part:
    """Return a part so many points lower."""
    return (
        replace(part, y=part.y + dy, to_y=part.to_y + dy) if isinstance(part, Stroke) else replace(part, y=part.y + dy)
    )


def height(parts: Iterable[Part]) -> float:
    """Return where the last line of words of parts ends."""
    return max((part.y + part.height for part in parts if isinstance(part, Label)), default=0.0)


KEY_LETTERS = 13.0


def keyed(key: Iterable[tuple[str, str]], last: str, y: float, width: float = fit.WIDTH) -> Iterator[Part]:
    """Yield marks with their words, and what else is to be explained, in as few lines as have space for them.

    A mark is one of the marks, or the colour and look of an area, such as "accent/dashes".
    """
    shown = [
        (mark, text, min(fit.word_width(text) * KEY_LETTERS + 4, width)) for mark, text in (*key, ("", last)) if text
    ]
    x = 0.0
    for mark, text, wide in shown:
        before = KEY_LETTERS * 1.3 if mark else 0.0
        if x and x + before + wide > width:
            x, y = 0.0, y + KEY_LETTERS * 1.3
        if "/" in mark:
            kind, _, look = mark.partition("/")
            side = KEY_LETTERS * 0.7
            yield Area(x, y + KEY_LETTERS * 0.2, side if look in ROUND else KEY_LETTERS, side, kind, look)
        elif mark:
            yield Glyph(mark, x, y + KEY_LETTERS * 0.1, KEY_LETTERS)
        yield Label(x + before, y, wide, text, KEY_LETTERS, "ink" if mark else "soft")
        x += before + wide + KEY_LETTERS * 0.9


def arrow(x: float, to_x: float, y: float, kind: str, width: float = 2.0, *, is_dashed: bool = False) -> list[Part]:
    """Return a level line with a point."""
    back = to_x - 7 if to_x > x else to_x + 7
    head = (Stroke(back, y + dy, to_x, y, kind, width) for dy in (-4, 4))
    return [Stroke(x, y, to_x, y, kind, width, is_dashed), *head]
