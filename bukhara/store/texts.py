"""Texts in every language, one a row, with who has read them; every function takes an open connection."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select

from bukhara.model.text import Text
from bukhara.store import tables
from bukhara.store.rows import Record, Value, column_types, text_fields

Texts = Mapping[tuple[str, str], Text]
"""Texts by owner and field."""


def keep(connection: Connection, texts: Texts, *, read_by: str = "") -> None:
    """Store texts; `read_by` is who has read them, empty for nobody."""
    rows = [
        {"owner": owner, "field": field, "language": language, "text": words, "read_by": read_by}
        for (owner, field), text in texts.items()
        for language, words in text.by_language
    ]
    if rows:
        connection.execute(insert(tables.text), rows)


def of_owners(connection: Connection, owners: Collection[str]) -> Texts:
    """Return the texts of these owners, each once, whoever has read it; any other text is empty."""
    if not owners:
        return {}
    row, found = tables.text.c, defaultdict[tuple[str, str], Text](Text)
    query = select(row.owner, row.field, row.language, row.text).where(row.owner.in_(owners)).distinct()
    for owner, field, *words in connection.execute(query.order_by(row.language)):
        found[owner, field] = Text((*found[owner, field].by_language, (words[0], words[1])))
    return found


def of_rows(record: type, owner: str, rows: Iterable[Mapping[str, Any]]) -> Texts:
    """Return the texts of the rows of a content, which owns them: a field is the position of the row and its name."""
    names = text_fields(record)
    return {(owner, f"{n}/{name}"): row[name] for n, row in enumerate(rows) for name in names}


def stored_rows(
    connection: Connection, record: type[Record], wanted: ColumnElement[bool]
) -> Iterator[tuple[int, list[Value]]]:
    """Yield the content of each wanted row, and its values in the order of the fields, with its texts among them."""
    names, table = tuple(column_types(record)), tables.OF_RECORD[record]
    places = [(names.index(name), name) for name in text_fields(record)]
    rows = connection.execute(select(table).where(wanted).order_by(table.c.content_id, table.c.position))
    stored: Iterable[Row[Any]] = rows.all() if places else rows
    owners = {row.content_id: f"{table.name}/{row.content_id}" for row in stored} if places else {}
    held = of_owners(connection, owners.values())
    for row in stored:
        values: list[Value] = list(row[2:])
        for n, name in places:
            values.insert(n, held[owners[row.content_id], f"{row.position}/{name}"])
        yield row.content_id, values
