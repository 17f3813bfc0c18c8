"""What may be wrong with a database, found by reading it; each function returns sentences, none if all is well."""

from sqlalchemy import Connection, Engine, select, text

from bukhara.store import audit_log, reading, schema_upgrade, tables
from bukhara.store.append_only import missing_triggers
from bukhara.store.blocks import Block, BlockKey

_ROWS = [name for name, table in tables.metadata.tables.items() if {"content_id", "position"} <= set(table.c.keys())]
_COUNTED = " UNION ALL ".join(f"SELECT content_id FROM {table}" for table in _ROWS)  # noqa: S608
# Each query counts what should not be there.
_ORPHANS = {
    "open drafts without their file": """
        SELECT count(*) FROM draft WHERE state IN ('draft', 'in_review', 'approved')
        AND draft_id NOT IN (SELECT draft_id FROM draft_file)""",
    "files of closed drafts": """
        SELECT count(*) FROM draft_file JOIN draft USING (draft_id) WHERE state IN ('published', 'withdrawn')""",
    "contents without all their rows": "SELECT count(*) FROM content WHERE row_count <> "  # noqa: S608
    f"(SELECT count(*) FROM ({_COUNTED}) AS stored WHERE stored.content_id = content.content_id)",
    "numbers of releases that are missing": "SELECT coalesce(max(number), 0) - count(*) FROM release",
    "releases without a row in the audit log": """
        SELECT count(*) FROM release WHERE number NOT IN
        (SELECT release_number FROM audit
        WHERE action IN ('publish', 'revert', 'withdrawal') AND release_number IS NOT NULL)""",
}


def damage(connection: Connection) -> list[str]:
    """Return the faults that SQLite finds in the whole file; nothing for PostgreSQL, which checks its own pages."""
    if connection.dialect.name != "sqlite":
        return []
    found = list(connection.execute(text("PRAGMA integrity_check(3)")).scalars())
    keys = connection.execute(text("PRAGMA foreign_key_check")).all()
    return [line for line in found if line != "ok"] + [f"row of {row[0]} without its row of {row[2]}" for row in keys]


def schema(engine: Engine) -> list[str]:
    """Return how the tables and triggers differ from those of this version of the program."""
    with engine.connect() as connection:
        revision = schema_upgrade.current(connection)
        if revision != schema_upgrade.head():
            return [f"revision {revision} in place of {schema_upgrade.head()}"]
        found = [f"trigger {name}" for name in missing_triggers(connection, tables.GUARDED)]
    return found + schema_upgrade.differences(engine)


def orphans(connection: Connection) -> list[str]:
    """Return the rows that should not be without others."""
    counted = {name: connection.execute(text(query)).scalar_one() for name, query in _ORPHANS.items()}
    return [f"{count} {name}" for name, count in counted.items() if count]


def forged(connection: Connection) -> list[str]:
    """Return the first row of the audit log that was changed from outside the program, or after which one is gone."""
    row = audit_log.first_forged(connection)
    return [] if row is None else [f"row {row} does not fit the rows before it"]


def altered(connection: Connection) -> list[str]:
    """Return the published blocks with rows that were changed from outside the program: their hash is another one."""
    block, content = tables.block, tables.content
    names = (block.c.kind, block.c.country, block.c.source_id)
    published = select(*names, content.c.content_id, content.c.hash).join(content).distinct()
    found = []
    for *key, content_id, stored in connection.execute(published.order_by(*names, content.c.content_id)).all():
        made = Block(BlockKey(*key), reading.records_of(connection, key[0], content_id))
        if made.hash != stored:
            found.append(f"rows of {made.key} are not as they were published")
    return found
