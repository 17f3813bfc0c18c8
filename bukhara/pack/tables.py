"""The tables of slides: themes by states, what changed, and tables of words."""

from dataclasses import dataclass

from bukhara.model.marks import ENDED, MARKS, NO_STEP
from bukhara.model.messages import N_

DARK_EDGE = N_("Dark edge: another status the last time.")
ORANGE_EDGE = N_("Orange edge: sources differ, or the state disagrees.")
"""What the edges of cells say on slides; the tables of documents have none."""


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table of words: column names and rows, and the widths of the columns in points on a slide.

    `shares` are for a table of pairs: how large the smaller number of a row is, 0 to 1 of the larger one, None without
    numbers. They are drawn as two dots on a line in the column without a name, which a text leaves out.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = (380.0, 340.0, 168.0)
    shares: tuple[float | None, ...] = ()

    @property
    def in_words(self) -> "TextTable":
        """The table without a column of dots."""
        kept = [n for n, name in enumerate(self.columns) if name or not self.shares]
        columns, *rows = (tuple(row[n] for n in kept) for row in (self.columns, *self.rows))
        return TextTable(columns, tuple(rows))


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The mark of a state on a theme, its word, and the sign of a reply.

    `is_changed` is whether it was another one in the reading or round before, `is_contested` whether sources differ
    about it or the state disagrees. `is_answer` is False where there is no status: then the mark is enough in a table.
    """

    mark: str
    word: str
    sign: str = ""
    is_changed: bool = False
    is_contested: bool = False

    @property
    def text(self) -> str:
        """The word with the sign."""
        return f"{self.word} {self.sign}".strip()

    @property
    def alone(self) -> str:
        """What is beside the mark where many cells have little space: only answers have their word."""
        return self.text if self.is_answer else self.sign

    @property
    def is_answer(self) -> bool:
        """Whether a source or a state says something that has a word of its own."""
        return MARKS[self.mark].is_status or self.mark in (ENDED, NO_STEP)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A theme with one cell for each column, its name in few letters, and how many of the states have it."""

    name: str
    short: str
    pillar: str
    cells: tuple[MatrixCell, ...]
    of_all: str


@dataclass(frozen=True, slots=True)
class SlideMatrix:
    """Themes by states in the fixed order.

    `key` has the word and the explanation of each mark; `last` says what `of_all` counts.
    """

    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    key: tuple[tuple[str, str], ...]
    last: str

    @property
    def marks_alone(self) -> tuple[tuple[str, str], ...]:
        """The marks of the whole that have no word in their cells, with their words, in the order of a key."""
        found = {cell.mark: cell.word for row in self.rows for cell in row.cells if not cell.is_answer}
        return tuple((mark, found[mark]) for mark in MARKS if mark in found)


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A theme that changed somewhere: for each state its mark before and now, both empty where nothing changed."""

    name: str
    short: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SlideChanges:
    """Changed themes by states in the fixed order: the marks before and now.

    `first` is the name of the column of themes, `key` has the word of each mark, `last` says what is no change.
    """

    first: str
    columns: tuple[str, ...]
    rows: tuple[ChangeRow, ...]
    key: tuple[tuple[str, str], ...]
    last: str

    @property
    def in_words(self) -> "TextTable":
        """The table with words in the place of marks."""
        words = dict(self.key)
        rows = ((row.name, *(f"{words[a]} → {words[b]}" if b else "" for a, b in row.pairs)) for row in self.rows)
        return TextTable((self.first, *self.columns), tuple(rows))
