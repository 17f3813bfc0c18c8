"""Rows without an error to records of the model; nothing is judged here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.model.observation import Observation
from bukhara.model.source import Source
from bukhara.model.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bukhara.workbook.ledger import Row


def sources_from(rows: Iterable[Row]) -> tuple[Source, ...]:
    """Return the sources in the order of the sheet."""
    return tuple(Source(**row.fields) for row in rows if row.kept)


def statements_from(rows: Iterable[Row]) -> tuple[Statement, ...]:
    """Return the statements in the order of the sheet."""
    return tuple(Statement(**({"item": ""} | row.fields)) for row in rows if row.kept)


def observations_from(rows: Iterable[Row]) -> tuple[Observation, ...]:
    """Return the observations in the order of the sheet."""
    return tuple(Observation(**({"value": None} | row.fields)) for row in rows if row.kept)
