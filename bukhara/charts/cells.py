"""A matrix with words in its cells, as a chart to download: a row for each subject, a column for each state."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from bukhara.charts import theme
from bukhara.charts.chart import Cell, Figure, Table
from bukhara.charts.palette import CLEAR, INK, NEUTRAL, SOFT, tint
from bukhara.charts.svg.canvas import LINE_HEIGHT, text_width

# pixels: letters, the strip of the names of columns, the space around words, between marks, and above and below a row
LETTERS, HEADS, AROUND, BETWEEN, EDGE = 13, 26, 8, 4, 3
MANY, BOLD = 7, 1.1
# words are broken into lines for the first of these widths that fills this space of a picture: then letters are largest
WIDTHS, SPACE = range(840, 1640, 40), (1360, 620)
TINT = tint(NEUTRAL, 0.35)


@dataclass(frozen=True, slots=True)
class CellMark:
    """One mark of a cell: its words, the title of its link, the address of its evidence, and its group in the key."""

    text: str
    title: str
    href: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class CellRow:
    """A row: its name and the marks of each column; without columns it is a heading, with a `note` beside it.

    Marks that belong to no column are `wide`: beside one another below the columns.
    """

    name: str
    cells: tuple[tuple[CellMark, ...], ...] = ()
    note: str = ""
    wide: tuple[CellMark, ...] = ()


@dataclass(frozen=True)
class CellMatrix:
    """Rows below the names of the columns, which are states in fixed order and regions after them.

    The marks of the first of its `groups` are tinted.
    """

    columns: tuple[str, ...]
    rows: tuple[CellRow, ...]
    groups: tuple[str, ...] = ("",)

    @cached_property
    def drawn(self) -> tuple[Figure, int]:
        """The figure and its height in pixels: a box with words for each mark, lines between rows."""
        longest = max(text_width(name, LETTERS * BOLD) for name in self.columns) + BETWEEN
        for width in WIDTHS:
            layout = _Layout(width, len(self.columns))
            height = layout.height(self.rows)
            if height <= SPACE[1] / SPACE[0] * width and layout.column > longest:
                break
        return self._figure(layout), height

    def _figure(self, layout: "_Layout") -> Figure:
        boxes: list[_Box] = []
        names, lines, top = [], [], 0.0
        for row in self.rows:
            found, height = layout.row(row)
            boxes += [replace(box, top=box.top + top) for box in found]
            names.append(
                theme.note(layout.name(row), LETTERS, x=-layout.names, xanchor="left", y=top + height / 2, align="left")
            )
            lines.append(theme.rule(top, SOFT))
            top += height
        above: Any = {"xanchor": "center", "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 4}
        heads = [
            theme.note(f"<b>{name}</b>", LETTERS, x=place + 0.5, **above) for place, name in enumerate(self.columns)
        ]
        return {
            "data": [self._trace(boxes, group) for group in self.groups if any(b.mark.group == group for b in boxes)],
            "layout": theme.layout(
                barmode="overlay",
                showlegend=len(self.groups) > 1,
                legend=theme.LEGEND_ABOVE,
                margin={"l": 8, "r": 8, "t": HEADS, "b": 4},
                annotations=[*heads, *names],
                shapes=lines,
                xaxis=theme.axis(range=[-layout.names, len(self.columns)], visible=False),
                yaxis=theme.axis(range=[top, 0], visible=False),
                meta={"width": layout.width},
            ),
        }

    def _trace(self, boxes: list["_Box"], group: str) -> dict[str, Any]:
        shown = [box for box in boxes if box.mark.group == group]
        colour = TINT if group and group == self.groups[0] else CLEAR
        return _boxes(shown, colour) | ({"name": group} if group else {})

    def table(self, first: str) -> Table:
        """Return the same marks as a table; `first` names the column of the rows."""
        rows = ((Cell(row.name), *map(_cell, row.cells)) for row in self.rows if row.cells)
        return Table((first, *self.columns), tuple(rows))


@dataclass(frozen=True, slots=True)
class _Box:
    """A mark where it is drawn: its left edge and width in columns, its upper edge and height in pixels."""

    mark: CellMark
    text: str
    left: float
    width: float
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where words are broken and marks are put in a picture of this width with so many columns."""

    width: int
    columns: int

    @property
    def names(self) -> float:
        """The width of the names of rows, as a number of columns."""
        return 1.5 if self.columns < MANY else 1.25

    @property
    def column(self) -> float:
        """The width of a column in pixels."""
        return (self.width - 16) / (self.names + self.columns)

    def height(self, rows: tuple[CellRow, ...]) -> int:
        return round(HEADS + sum(self.row(row)[1] for row in rows)) + 4

    def name(self, row: CellRow) -> str:
        """Return the name of a row, broken into lines that fit beside its marks; that of a heading is not broken."""
        if row.cells or row.wide:
            return in_lines(row.name, self.column * self.names - AROUND)
        return f"<b>{row.name}</b>" + (f" · {row.note}" if row.note else "")

    def row(self, row: CellRow) -> tuple[list[_Box], float]:
        """Return the marks of a row and its height: marks beside one another as long as there is space."""
        found: list[_Box] = []
        lowest = _height(self.name(row))
        for place, cell in enumerate(row.cells or (row.wide,)):
            boxes, low = self._cell(place, cell, 1 if row.cells else self.columns)
            found, lowest = found + boxes, max(lowest, low)
        return found, lowest + 2 * EDGE

    def _cell(self, place: int, cell: tuple[CellMark, ...], span: int) -> tuple[list[_Box], float]:
        found: list[_Box] = []
        left, top, low, most = 0.0, 0.0, 0.0, self.column * span - BETWEEN
        for mark in cell:
            text = in_lines(mark.text, most - AROUND)
            wide, high = min(most, text_width(text, LETTERS) + AROUND), _height(text)
            if left and left + wide > most:
                left, top = 0.0, low + BETWEEN
            at = (place + left / self.column, wide / self.column, top + EDGE, high)
            found.append(_Box(mark, text, *at))
            left, low = left + wide + BETWEEN, max(low, top + high)
        return found, low


def in_lines(text: str, width: float) -> str:
    """Return a text in lines that are no wider than `width` pixels, as far as its words allow."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", LETTERS) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "<br>".join(lines)


def _height(text: str) -> float:
    return (text.count("<br>") + 1) * LETTERS * LINE_HEIGHT + 2


def _cell(marks: tuple[CellMark, ...]) -> Cell:
    return Cell("; ".join(mark.text for mark in marks), href=marks[0].href if len(marks) == 1 else "")


def _boxes(boxes: list[_Box], colour: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [box.width for box in boxes],
        "base": [box.left for box in boxes],
        "y": [box.top + box.height / 2 for box in boxes],
        "width": [box.height for box in boxes],
        "text": [box.text for box in boxes],
        "customdata": [box.mark.href for box in boxes],
        "hovertext": [box.mark.title for box in boxes],
        "hovertemplate": theme.HOVER,
        "constraintext": "none",
        **theme.INSIDE,
        "textfont": {"color": INK, "size": LETTERS},
        "marker": {"color": colour, "line": {"color": NEUTRAL, "width": 1}},
    }
