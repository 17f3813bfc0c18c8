"""Which column a heading of a country's own form is mapped to; every function takes an open connection."""

from sqlalchemy import Connection, delete, insert, select

from bukhara.model.heading import Heading
from bukhara.store import tables
from bukhara.store.rows import clean


def remembered(connection: Connection, country: str) -> tuple[Heading, ...]:
    """Return the stored headings of a country's forms, ordered by kind of workbook and text."""
    row = tables.heading.c
    query = select(tables.heading).where(row.country == country).order_by(row.kind, row.text)
    return tuple(
        Heading(country=each.country, kind=each.kind, text=each.text, column=each.column_key)
        for each in connection.execute(query)
    )


def remember(connection: Connection, heading: Heading) -> None:
    """Store the column of a heading, replacing the stored one; without a column the heading is deleted."""
    row, text = tables.heading.c, clean(heading.text)
    mine = (row.country == heading.country) & (row.kind == heading.kind) & (row.text == text)
    connection.execute(delete(tables.heading).where(mine))
    if heading.column:
        values = {"country": heading.country, "kind": heading.kind, "text": text, "column_key": heading.column}
        connection.execute(insert(tables.heading).values(values))
