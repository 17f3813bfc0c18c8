"""The list of items on a day: without those that come later or are retired, and with rows moved to new ones; pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from bukhara.model.framework import Framework, Item, Move, Reading
from bukhara.model.observation import Observation
from bukhara.model.statement import Statement

Row = TypeVar("Row", bound=Statement | Observation)


def listed(framework: Framework, day: date) -> Framework:
    """Return the framework with the items that are in the list on a day; what names another one names it no more."""
    if all(item.is_listed(day) for item in framework.items):
        return framework
    items = tuple(item for item in framework.items if item.is_listed(day))
    names = {item.id for item in items}
    articles = (replace(a, items=tuple(i for i in a.items if i in names)) for a in framework.instrument.articles)
    return replace(
        framework,
        items=items,
        instrument=replace(framework.instrument, articles=tuple(articles)),
        readings=tuple(_about(reading, items) for reading in framework.readings),
    )


@dataclass(frozen=True, slots=True)
class RowList:
    """Gives the rows about what is in the list of a framework on a day."""

    framework: Framework
    day: date

    def of(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        """Return rows in their order; those that `moved` names are about their new indicator.

        Rows of a retired item that are named nowhere are left out: nothing says which item they belong to.
        """
        return tuple(found for row in rows if (found := self._on_the_day(row)) is not None)

    def _on_the_day(self, row: Row) -> Row | None:
        item = self.framework.once(_owners).get(row.indicator)
        if item is None or item.is_listed(self.day):
            return row
        move = next((each for each in item.moved if _names(each, row)), None)
        if move is None or item.retired_on is None or self.day < item.retired_on:
            return None
        changes: dict[str, Any] = {"indicator": move.to}
        if isinstance(row, Statement):
            changes["item"] = self.framework.once(_owners)[move.to].id
        return self._on_the_day(replace(row, **changes))


def _owners(framework: Framework) -> dict[str, Item]:
    return {each.id: item for item in framework.items for each in item.indicators}


def _names(move: Move, row: Statement | Observation) -> bool:
    place = (move.source, move.locator)
    return move.indicator == row.indicator and place in (("", ""), (row.source_id, row.source_locator))


def _about(reading: Reading, items: Iterable[Item]) -> Reading:
    """Return a reading with only what it says of these items."""
    names, asked = {item.id for item in items}, {each.id for item in items for each in item.indicators}
    return replace(
        reading,
        second_coding=tuple(each for each in reading.second_coding if each.indicator in asked),
        beside=tuple(each for each in reading.beside if each.item in names),
    )
