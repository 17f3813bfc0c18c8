"""Which column a country means by a heading of its own form; every function takes an open connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from bukhara.model.heading import Heading
from bukhara.store import tables
from bukhara.store.rows import clean

if TYPE_CHECKING:
    from sqlalchemy import Connection


def remembered(connection: Connection, country: str) -> tuple[Heading, ...]:
    """Return what is remembered of a country's forms, by kind of workbook and text."""
    row = tables.heading.c
    query = select(tables.heading).where(row.country == country).order_by(row.kind, row.text)
    return tuple(
        Heading(country=each.country, kind=each.kind, text=each.text, column=each.column_key)
        for each in connection.execute(query)
    )


def remember(connection: Connection, heading: Heading) -> None:
    """Keep which column a heading means, in the place of what was kept before; without a column it is forgotten."""
    row, text = tables.heading.c, clean(heading.text)
    mine = (row.country == heading.country) & (row.kind == heading.kind) & (row.text == text)
    connection.execute(delete(tables.heading).where(mine))
    if heading.column:
        values = {"country": heading.country, "kind": heading.kind, "text": text, "column_key": heading.column}
        connection.execute(insert(tables.heading).values(values))
