"""Triggers that refuse to change, replace or delete a stored row, on both engines; called by revisions."""

from collections.abc import Iterable

from sqlalchemy import Connection, inspect, text

_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
"""


def guard(connection: Connection, tables: Iterable[str]) -> None:
    """Make the triggers of `tables` against changes; `guard_replacing` makes those against replacing."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(_FUNCTION))
    for table in tables:
        for name, statement in _changing(connection, table).items():
            connection.execute(text(f"CREATE TRIGGER {name} {statement}"))


def unguard(connection: Connection) -> None:
    """Drop what outlives the tables."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("DROP FUNCTION refuse_change()"))


def guard_replacing(connection: Connection) -> None:
    """Make the missing triggers that refuse `INSERT OR REPLACE` in the append-only tables.

    SQLite deletes the replaced row without a delete trigger; PostgreSQL has no such statement.
    """
    for table in _guarded(connection):
        for name, statement in _replacing(connection, table).items():
            connection.execute(text(f"CREATE TRIGGER IF NOT EXISTS {name} {statement}"))


def unguard_replacing(connection: Connection) -> None:
    """Drop the triggers that `guard_replacing` makes."""
    for table in _guarded(connection):
        for name in _replacing(connection, table):
            connection.execute(text(f"DROP TRIGGER {name}"))


def missing_triggers(connection: Connection, tables: Iterable[str]) -> list[str]:
    """Return the triggers of `tables` that are not there, are switched off or do something else."""
    wanted: dict[str, str] = {}
    for table in tables:
        wanted |= _changing(connection, table) | _replacing(connection, table)
    return sorted(wanted.keys() - _present(connection, wanted))


def _present(connection: Connection, wanted: dict[str, str]) -> set[str]:
    if connection.dialect.name == "postgresql":
        return set(connection.execute(text("SELECT tgname FROM pg_trigger WHERE tgenabled = 'O'")).scalars())
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    return {row.name for row in rows if str(row.sql).endswith(wanted.get(row.name, "\0"))}


def _guarded(connection: Connection) -> list[str]:
    """Return the tables that have triggers against changes."""
    if connection.dialect.name == "postgresql":
        return []
    query = "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name = tbl_name || '_no_update'"
    return list(connection.execute(text(query)).scalars())


def _changing(connection: Connection, table: str) -> dict[str, str]:
    if connection.dialect.name == "postgresql":
        run = "EXECUTE FUNCTION refuse_change()"
        return {
            f"{table}_no_change": f"BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {run}",
            f"{table}_no_truncate": f"BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {run}",
        }
    return {f"{table}_no_{act}": f"BEFORE {act} ON {table} {_refusal(table)}" for act in ("update", "delete")}


def _replacing(connection: Connection, table: str) -> dict[str, str]:
    if connection.dialect.name == "postgresql":
        return {}
    found = inspect(connection)
    keys = [found.get_pk_constraint(table)["constrained_columns"], ["rowid"]]
    keys += [each["column_names"] for each in found.get_unique_constraints(table)]
    same = " OR ".join("(" + " AND ".join(f'"{name}" = NEW."{name}"' for name in key) + ")" for key in keys)
    there = f"EXISTS (SELECT 1 FROM {table} WHERE {same})"  # noqa: S608 - names from the schema
    return {f"{table}_no_replace": f"BEFORE INSERT ON {table} WHEN {there} {_refusal(table)}"}


def _refusal(table: str) -> str:
    return f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
