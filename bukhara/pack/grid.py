"""Themes by states as a drawing: in each cell a mark with its word."""

from collections.abc import Sequence
from dataclasses import dataclass

from bukhara.charts import fit
from bukhara.charts.shapes import Area, Drawing, Glyph, Label, Part, Stroke, height, keyed, moved
from bukhara.model.marks import MARKS

_SIZES = (22.0, 20.0, 18.0, 16.0, 15.0, 14.0, 13.0, 12.0)
_HEADS, _HIGHEST, _SQUARE, _APART = (14.0, 13.0, 12.0), 44.0, 9.0, 8.0
_BOLD = 1.2
"""So much wider bold letters are, with the space to the next column."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A mark if there is one, what is beside it, and the colour of the edge if there is one."""

    mark: str
    text: str
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
    band = max(fit.word_width(word) * 12 * _BOLD for row in rows for word in row.band.split() or [""])
    left = band + _APART if band else 0.0
    right = (_SQUARE + 2) * len(columns) + _APART if any(row.squares for row in rows) else 0.0
    high = min(_HIGHEST, space / len(rows))
    for size in (each for each in _SIZES if each * fit.LINE <= high or each == _SIZES[-1]):
        wide = max(fit.word_width(row.name) for row in rows) * size + _APART
        each = (fit.WIDTH - left - wide - right) / len(columns)
        if all(_wide(cell, size) <= each - 4 for row in rows for cell in row.cells):
            break
    top, x, broad = _HEADS[0] * fit.LINE + 2, left + wide, each + min(right, 6)
    widest = max(map(fit.word_width, columns)) * _BOLD
    head = max((tall for tall in _HEADS if widest * tall <= each), default=_HEADS[-1])
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
    said = ("; ".join((row.name, *filter(None, map(_said, columns, row.cells, [key] * len(columns))))) for row in rows)
    return Drawing(name, tuple(parts), ". ".join((*said, last)))


def _said(column: str, cell: Cell, key: dict[str, str]) -> str:
    said = cell.text or key.get(cell.mark, "")
    return f"{column}: {said}" if said else ""


def _wide(cell: Cell, size: float) -> float:
    return (fit.word_width(cell.text) * 1.04 + 1.25) * size


def _cell(cell: Cell, box: tuple[float, float, float, float], size: float) -> list[Part]:
    x, y, wide, high = box
    parts: list[Part] = []
    if cell.mark and MARKS[cell.mark].is_status:
        parts.append(Area(x, y + 1, wide - 3, high - 2, cell.mark, "pale"))
    if cell.edge:
        parts.append(Area(x + 1, y + 1.5, wide - 5, high - 3, cell.edge, "frame"))
    middle, at, kind = y + high / 2, x + 4 + size * 1.2, "warning" if cell.is_over else "ink"
    if cell.mark:
        parts.append(Glyph(cell.mark, x + 4, middle - size / 2, size))
    if cell.text:
        parts.append(Label(at, middle - size * fit.LINE / 2, x + wide - at, cell.text, size, kind))
    return parts
