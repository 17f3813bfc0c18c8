"""The remembered meanings of tables, by sender and form; every function takes an open connection."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, delete, insert, select

from bukhara.store import tables
from bukhara.store.rows import clean

MOST_REMEMBERED = 200
"""How many tables are remembered for one sender."""


@dataclass(frozen=True, slots=True)
class RememberedTable:
    """Sheet, titles and headings of a table in their order, without years, and the meanings that were given to them."""

    headings: tuple[str, ...]
    choices: Mapping[str, Any]


def tables_of(connection: Connection, owner: str) -> tuple[RememberedTable, ...]:
    """Return the tables that are remembered for a sender, in the order of their shapes."""
    row = tables.table_mapping.c
    query = select(tables.table_mapping).where(row.owner == owner).order_by(row.shape)
    return tuple(
        RememberedTable(tuple(orjson.loads(each.headings)), orjson.loads(each.choices))
        for each in connection.execute(query)
    )


def remember(connection: Connection, owner: str, shape: str, table: RememberedTable) -> None:
    """Store the meanings of a table of this shape, replacing the stored ones; nothing more if there are too many."""
    row = tables.table_mapping.c
    connection.execute(delete(tables.table_mapping).where((row.owner == owner) & (row.shape == shape)))
    if len(tables_of(connection, owner)) < MOST_REMEMBERED:
        headings = clean(orjson.dumps(table.headings).decode())
        choices = clean(json.dumps(table.choices, ensure_ascii=False))
        values = {"owner": owner, "shape": shape, "headings": headings, "choices": choices}
        connection.execute(insert(tables.table_mapping).values(values))
