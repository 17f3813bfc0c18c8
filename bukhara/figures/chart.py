"""A chart with everything that must travel with it: title, place, period, table, source and note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bukhara.model.codes import State

Figure = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: what is shown, the raw value for exports, its state, where it leads, and its language."""

    text: str
    value: float | str | None = None
    state: State = State.VALUE
    href: str = ""
    lang: str = ""

    @property
    def exported(self) -> float | str:
        """What a spreadsheet gets: the number, else the text that stands on the screen."""
        return self.text if self.value is None else self.value


@dataclass(frozen=True, slots=True)
class Table:
    """Column labels and rows; every row has one cell a column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class DifferenceNote:
    """What is said under a chart about whose figures sources differ; of each difference the numbers and the address."""

    said: str
    links: tuple[tuple[str, str], ...]

    @property
    def line(self) -> str:
        """The whole as text, for files."""
        return f"{self.said} {'; '.join(text for text, _ in self.links)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A figure and its twin table, made from one view model; `id` names the download."""

    id: str
    title: str
    subtitle: str
    table: Table
    source: str
    figure: Figure | None = None
    notes: tuple[str, ...] = ()
    height: int = 320
    differing: DifferenceNote | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands under it: the source, the notes, and about what sources differ."""
        return (self.source, *self.notes, *((self.differing.line,) if self.differing else ()))
