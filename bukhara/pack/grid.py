"""Themes by states as a drawing: in each cell a mark with its word, or two marks for before and now."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from bukhara.charts import fit
from bukhara.charts.shapes import Area, Drawing, Glyph, Label, Part, Stroke, arrow, height, keyed, moved
from bukhara.model.marks import MARKS

_SIZES = (22.0, 20.0, 18.0, 16.0, 15.0, 14.0, 13.0, 12.0)
_HEADS, _HIGHEST, _SQUARE, _APART, _BAND = (14.0, 13.0), 44.0, 9.0, 8.0, 112.0


@dataclass(frozen=True, slots=True)
class Cell:
    """Marks (of two, the first was before), what is beside them, and the colour of the edge if there is one."""

    marks: tuple[str, ...] = ()
    text: str = ""
    edge: str = ""
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A theme, its cells, the band to which it belongs, and a mark for each of its cells that counts."""

    name: str
    cells: tuple[Cell, ...]
    band: str = ""
    squares: tuple[str, ...] = ()


def draw(name: str, columns: Sequence[str], rows: Sequence[Row], key: dict[str, str], last: str) -> Drawing:
    """Return the rows in the largest letters that have space, below them the words of marks (`key`) and a last line."""
    foot = list(keyed(key.items(), last, 0))
    space = fit.HEIGHT - _HEADS[0] * fit.LINE - 6 - height(foot)
    left = _BAND if any(row.band for row in rows) else 0.0
    right = (_SQUARE + 2) * len(columns) + _APART if any(row.squares for row in rows) else 0.0
    high = min(_HIGHEST, space / len(rows))
    for size in (each for each in _SIZES if each * fit.LINE <= high or each == _SIZES[-1]):
        wide = max(fit.word_width(row.name) for row in rows) * size + _APART
        each = (fit.WIDTH - left - wide - right) / len(columns)
        if all(_wide(cell, size) <= each - 4 for row in rows for cell in row.cells):
            break
    top, x, broad = _HEADS[0] * fit.LINE + 2, left + wide, each + min(right, 6)
    head = max((tall for tall in _HEADS if all(fit.word_width(t) * tall * 1.1 <= each for t in columns)), default=12.0)
    parts: list[Part] = [Label(x + n * each, 0, broad, t, head, is_bold=True) for n, t in enumerate(columns)]
    for n, row in enumerate(rows):
        y = top + n * high
        is_first = not n or rows[n - 1].band != row.band
        if row.band and is_first:
            parts.append(Label(0, y + 1, left - _APART, row.band, 12, "soft", is_bold=True))
        parts.append(Stroke(0 if is_first else left, y, fit.WIDTH, y, width=0.75))
        parts.append(Label(left, y + (high - size * fit.LINE) / 2, wide, row.name, size))
        for k, cell in enumerate(row.cells):
            parts += _cell(cell, (x + k * each, y, each, high), size)
        for k in range(len(row.cells) if right else 0):
            mark = (*row.squares, *["line"] * len(row.cells))[k]
            at = fit.WIDTH - right + _APART + k * (_SQUARE + 2)
            parts.append(Area(at, y + (high - _SQUARE) / 2, _SQUARE, _SQUARE, mark))
    parts += (moved(part, top + len(rows) * high + 4) for part in foot)
    said = ("; ".join((row.name, *filter(None, map(partial(_said, key), columns, row.cells)))) for row in rows)
    return Drawing(name, tuple(parts), ". ".join((*said, last)))


def _said(key: dict[str, str], column: str, cell: Cell) -> str:
    text = cell.text or " → ".join(key.get(mark, "") for mark in cell.marks)
    return f"{column}: {text}" if text else ""


def _wide(cell: Cell, size: float) -> float:
    return (fit.word_width(cell.text) * 1.04 + len(cell.marks) * 1.25 + 2.5 * (len(cell.marks) > 1)) * size


def _cell(cell: Cell, box: tuple[float, float, float, float], size: float) -> list[Part]:
    x, y, wide, high = box
    parts: list[Part] = []
    if len(cell.marks) == 1 and MARKS[cell.marks[0]].is_status:
        parts.append(Area(x, y + 1, wide - 3, high - 2, cell.marks[0], "pale"))
    if cell.edge:
        parts.append(Area(x + 1, y + 1.5, wide - 5, high - 3, cell.edge, "frame"))
    x, middle = x + 4, y + high / 2
    places = [x + n * size * 3.75 for n in range(len(cell.marks))]
    parts += [Glyph(mark, at, middle - size / 2, size) for mark, at in zip(cell.marks, places, strict=True)]
    for at, to in pairwise(places):
        parts += arrow(at + size * 1.4, to - size * 0.4, middle, "soft")
    if cell.text:
        at = places[-1] + size * 1.2 if places else x
        kind = "warning" if cell.is_over else "ink"
        parts.append(Label(at, middle - size * fit.LINE / 2, box[0] + wide - at, cell.text, size, kind))
    return parts
