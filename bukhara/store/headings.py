"""Which column a heading of a country's own form is mapped to; every function takes an open connection."""

from sqlalchemy import Connection, delete, insert, select

from bukhara.model.heading import Heading
from bukhara.store import tables
from bukhara.store.rows import clean, from_rows


def remembered(connection: Connection, country: str) -> tuple[Heading, ...]:
    """Return the stored headings of a country's forms, ordered by kind of workbook and text."""
    table = tables.heading
    query = select(table).where(table.c.country == country).order_by(table.c.kind, table.c.text)
    return from_rows(Heading, connection.execute(query))


def remember(connection: Connection, heading: Heading) -> None:
    """Store the column of a heading, replacing the stored one; without a column the heading is deleted."""
    row, text = tables.heading.c, clean(heading.text)
    mine = (row.country == heading.country) & (row.kind == heading.kind) & (row.text == text)
    connection.execute(delete(tables.heading).where(mine))
    if heading.column:
        values = {"country": heading.country, "kind": heading.kind, "text": text, "column_key": heading.column}
        connection.execute(insert(tables.heading).values(values))
