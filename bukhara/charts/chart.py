"""Charts with the parts that belong to them: title, subtitle, table, source and notes; matrices of words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bukhara.model.codes import State

Figure = dict[str, Any]
Href = Callable[[str], str]
"""Returns the address of the evidence of a figure, an item or a state by its id."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: the text shown, the raw value for exports, its state, link and language.

    With `source_id` the value is a locator in that source, and files have the text.
    """

    text: str
    value: float | str | None = None
    state: State = State.VALUE
    href: str = ""
    lang: str = ""
    source_id: str = ""

    @property
    def exported(self) -> float | str:
        """The value in spreadsheets: the number if there is one, a whole one without a point, else the text shown."""
        if self.value is None or self.source_id:
            return self.text
        is_whole = isinstance(self.value, float) and self.value.is_integer()
        return int(self.value) if is_whole else self.value


@dataclass(frozen=True, slots=True)
class Table:
    """Column labels and rows; every row has one cell for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class CellMark:
    """One mark of a cell: its words, the title and address of its link, and how it looks.

    It is of a `group` of the key, or has a `status` of `MARKS`; `is_changed` brings it out. One without an address is
    only words.
    """

    text: str
    title: str = ""
    href: str = ""
    group: str = ""
    status: str = ""
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class CellRow:
    """A row: its name and the marks of each column; without columns it is a heading."""

    name: str
    cells: tuple[tuple[CellMark, ...], ...] = ()
    href: str = ""


@dataclass(frozen=True, slots=True)
class CellMatrix:
    """Rows below the names of the columns, which are states in fixed order and regions after them.

    A page draws it as a table of links, a picture as boxes. The marks of the first of its `groups` are tinted;
    `first` is the name of the column of rows.
    """

    first: str
    columns: tuple[str, ...]
    rows: tuple[CellRow, ...]
    groups: tuple[str, ...] = ()

    @property
    def table(self) -> Table:
        """The same marks as a table for files."""
        rows = ((Cell(row.name), *map(_cell, row.cells)) for row in self.rows if row.cells)
        return Table((self.first, *self.columns), tuple(rows))


def _cell(marks: tuple[CellMark, ...]) -> Cell:
    return Cell("; ".join(mark.text for mark in marks), href=marks[0].href if len(marks) == 1 else "")


@dataclass(frozen=True, slots=True)
class DifferenceNote:
    """The note that sources differ about figures of a chart; `links` has numbers and address of each difference.

    `is_open` if nobody has explained at least one of them.
    """

    sentence: str
    links: tuple[tuple[str, str], ...]
    is_open: bool = True

    @property
    def line(self) -> str:
        """The note as one line of text, for files."""
        return f"{self.sentence} {'; '.join(text for text, _ in self.links)}."


@dataclass(frozen=True, slots=True)
class Subplots:
    """The columns of a figure that are plots of their own, so that a narrow page can put them into several rows.

    Attributes:
        count: the number of columns.
        gap: the space between two columns, as a share of the width.
        least: the smallest width of a column in pixels.
        tall: the height of a plot in pixels where the columns are in several rows.
        states: the number of the state, in the fixed order, that each column is about; empty if they are not states.
    """

    count: int
    gap: float
    least: int
    tall: int
    states: tuple[int, ...] = ()

    @property
    def width(self) -> float:
        """The share of the width that a column takes."""
        return (1 - self.gap * (self.count - 1)) / self.count

    @property
    def spans(self) -> list[tuple[float, float]]:
        """The columns from left to right, as shares of the width."""
        starts = [n * (self.width + self.gap) for n in range(self.count)]
        return [(round(start, 4), round(start + self.width, 4)) for start in starts]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure as SVG, for readers without scripts, paper and files.

    Attributes:
        svg: the plot area; its labels run over its edges into the margins.
        margins: the pixels to leave free above, on the right, below and on the left.
        legend: of a matrix for a file, a small picture and a name for each entry.
    """

    svg: str
    margins: tuple[int, int, int, int]
    legend: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A figure and the table of the same data; `id` is the file name of its download, `drawing` the figure as SVG.

    `measures` are the ids of the indicators that it shows; a chart of themes by status has none. `cited` is the id of
    the source to which the lines at the end of `source` belong. What is around a `compact` chart is folded. Columns
    that are plots of their own are its `subplots`. A `matrix` is in place of a figure: pages show it as `html`, files
    as a picture. One for files alone is made by `in_files`, with its height; one for a narrow window is `narrow`. A
    `definition` is for charts of neither measures nor statuses. One that `is_folded` is so where the window is narrow,
    under its title.
    """

    id: str
    title: str
    subtitle: str
    table: Table
    source: str
    figure: Figure | None = None
    matrix: CellMatrix | None = None
    drawing: Drawing | None = None
    notes: tuple[str, ...] = ()
    height: int = 320
    differing: DifferenceNote | None = None
    cited: str = ""
    measures: tuple[str, ...] = ()
    compact: bool = False
    subplots: Subplots | None = None
    html: str = ""
    in_files: Callable[[], tuple[Figure, int]] | None = None
    narrow: tuple[Figure, int] | None = None
    narrow_drawing: Drawing | None = None
    definition: str = ""
    is_folded: bool = False

    @property
    def has_picture(self) -> bool:
        """Whether there are files with a picture of it."""
        return self.drawing is not None or bool(self.matrix and self.matrix.rows)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines under the chart: the source, the notes, and the note on differences between sources."""
        return (self.source, *self.notes, *((self.differing.line,) if self.differing else ()))
