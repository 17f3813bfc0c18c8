"""Which fonts and fills of a workbook leave a text unseen: letters in the colour of their cell, or of no size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.workbook.xlsx.cell_values import number_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bukhara.workbook.xlsx.small_parts import Element

WHITE, BLACK = (255.0, 255.0, 255.0), (0.0, 0.0, 0.0)
# the colours that every palette and nearly every theme has; of others only sameness is known
_INDEXED = {"0": BLACK, "1": WHITE, "8": BLACK, "9": WHITE, "64": BLACK, "65": WHITE}
_THEME = {"0": WHITE, "1": BLACK}
_ALIKE = 32
_SMALLEST = 4.0
Colour = tuple[float, float, float] | tuple[str, str, str]


@dataclass(slots=True)
class Ink:
    """The colour of letters, and whether they are too small to be seen."""

    colour: Colour = BLACK
    tiny: bool = False


def fonts_of(parsed: Iterable[Element]) -> list[Ink]:
    """Return the letters of every font of a styles part."""
    found: list[Ink] = []
    for element in _inside(parsed, "fonts"):
        if element.depth == 3:
            found.append(Ink())
        elif element.name == "color" and found:
            found[-1].colour = _colour(element.attributes, BLACK)
        elif element.name == "sz" and found:
            size = number_in(element.attributes.get("val", ""))
            found[-1].tiny = not isinstance(size, str) and size < _SMALLEST
    return found


def fills_of(parsed: Iterable[Element]) -> list[Colour | None]:
    """Return the colour of every fill; None for a pattern or a gradient, of which it cannot be told."""
    found: list[Colour | None] = []
    pattern = ""
    for element in _inside(parsed, "fills"):
        if element.depth == 3:
            found.append(None)
        elif element.name == "patternFill" and found:
            pattern = element.attributes.get("patternType", "none")
            found[-1] = WHITE if pattern == "none" else None
        elif element.name == "fgColor" and found and pattern == "solid":
            found[-1] = _colour(element.attributes, BLACK)
    return found


def unseen(ink: Ink, fill: Colour | None) -> bool:
    """Return whether letters cannot be seen on a fill."""
    if ink.tiny or fill is None or ink.colour == fill:
        return ink.tiny or fill is not None
    return all(
        isinstance(one, float) and isinstance(other, float) and abs(one - other) <= _ALIKE
        for one, other in zip(ink.colour, fill, strict=True)
    )


def _inside(parsed: Iterable[Element], part: str) -> list[Element]:
    found, inside = [], False
    for element in parsed:
        if element.depth == 2:
            inside = element.name == part
        elif inside:
            found.append(element)
    return found


def _colour(attributes: Mapping[str, str], usual: Colour) -> Colour:
    given = attributes.get("rgb", "")[-6:]
    if len(given) == 6 and set(given.upper()) <= set("0123456789ABCDEF"):
        return _tinted((int(given[:2], 16), int(given[2:4], 16), int(given[4:], 16)), attributes.get("tint", ""))
    for kind, known in (("indexed", _INDEXED), ("theme", _THEME)):
        name = attributes.get(kind)
        if name in known:
            return _tinted(known[name], attributes.get("tint", ""))
        if name is not None:
            return (kind, name, attributes.get("tint", ""))
    return usual


def _tinted(colour: tuple[float, float, float], tint: str) -> Colour:
    given = number_in(tint)
    by = 0.0 if isinstance(given, str) or not -1 <= given <= 1 else given
    red, green, blue = (part * (1 + by) if by < 0 else part + (255 - part) * by for part in colour)
    return float(red), float(green), float(blue)
