"""Triggers that refuse to change or delete a stored row, on both engines; called by revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
"""


def guard(connection: Connection, tables: Iterable[str]) -> None:
    """Make the triggers of `tables`."""
    postgres = connection.dialect.name == "postgresql"
    if postgres:
        connection.execute(text(_FUNCTION))
    for table in tables:
        for statement in _postgres(table) if postgres else _sqlite(table):
            connection.execute(text(statement))


def unguard(connection: Connection) -> None:
    """Drop what outlives the tables."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("DROP FUNCTION refuse_change()"))


def _sqlite(table: str) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for act in ("update", "delete")
    ]


def _postgres(table: str) -> list[str]:
    each = f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW "
    whole = f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT "
    return [each + "EXECUTE FUNCTION refuse_change()", whole + "EXECUTE FUNCTION refuse_change()"]
