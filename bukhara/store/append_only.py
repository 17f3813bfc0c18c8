"""Triggers that refuse to change, replace or delete a stored row, on both engines."""

from collections.abc import Iterable

from sqlalchemy import Connection, inspect, text

_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
"""


def guard(connection: Connection, tables: Iterable[str]) -> list[str]:
    """Make the triggers of `tables` that are not there, are switched off or changed; return their names."""
    names = tuple(tables)
    made = missing_triggers(connection, names)
    if is_server := connection.dialect.name == "postgresql":
        connection.execute(text(_FUNCTION))
    for table in names:
        for name, statement in _triggers(connection, [table]).items():
            if name in made:
                connection.execute(text(f"DROP TRIGGER IF EXISTS {name}{f' ON {table}' if is_server else ''}"))
                connection.execute(text(f"CREATE TRIGGER {name} {statement}"))
    return made


def missing_triggers(connection: Connection, tables: Iterable[str]) -> list[str]:
    """Return the triggers of `tables` that are not there, are switched off or do something else."""
    wanted = _triggers(connection, tables)
    return sorted(wanted.keys() - _present(connection, wanted))


def _present(connection: Connection, wanted: dict[str, str]) -> set[str]:
    if connection.dialect.name == "postgresql":
        return set(connection.execute(text("SELECT tgname FROM pg_trigger WHERE tgenabled = 'O'")).scalars())
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    return {row.name for row in rows if str(row.sql).endswith(wanted.get(row.name, "\0"))}


def _triggers(connection: Connection, tables: Iterable[str]) -> dict[str, str]:
    """Return the name and the statement of each trigger."""
    made: dict[str, str] = {}
    for table in tables:
        if connection.dialect.name == "postgresql":
            run = "EXECUTE FUNCTION refuse_change()"
            made[f"{table}_no_change"] = f"BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {run}"
            made[f"{table}_no_truncate"] = f"BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {run}"
        else:
            made |= {f"{table}_no_{act}": f"BEFORE {act} ON {table} {_refusal(table)}" for act in ("update", "delete")}
            # SQLite deletes the row that INSERT OR REPLACE replaces without a delete trigger
            made[f"{table}_no_replace"] = (
                f"BEFORE INSERT ON {table} WHEN {_is_there(connection, table)} {_refusal(table)}"
            )
    return made


def _is_there(connection: Connection, table: str) -> str:
    """Return the condition that a row with the keys of the new one exists."""
    found = inspect(connection)
    keys = [found.get_pk_constraint(table)["constrained_columns"], ["rowid"]]
    keys += [each["column_names"] for each in found.get_unique_constraints(table)]
    same = " OR ".join("(" + " AND ".join(f'"{name}" = NEW."{name}"' for name in key) + ")" for key in keys)
    return f"EXISTS (SELECT 1 FROM {table} WHERE {same})"  # noqa: S608 - names from the schema


def _refusal(table: str) -> str:
    return f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
