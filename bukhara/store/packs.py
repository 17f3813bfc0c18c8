"""Saved choices of slides, and what was presented with its files; every function takes an open connection."""

from datetime import date, datetime

import orjson
from sqlalchemy import Connection, Row, delete, insert, select

from bukhara.model.frozen import FrozenFile, FrozenPack, SavedPack
from bukhara.store import tables
from bukhara.store.rows import clean, from_row, to_row, utc


def saved(connection: Connection) -> tuple[SavedPack, ...]:
    """Return the saved choices in the order of their names."""
    table = tables.saved_pack
    return tuple(from_row(SavedPack, row) for row in connection.execute(select(table).order_by(table.c.name)))


def save(connection: Connection, pack: SavedPack) -> None:
    """Store a choice under its name, replacing the one that had it."""
    drop(connection, pack.name)
    connection.execute(insert(tables.saved_pack).values(to_row(pack)))


def drop(connection: Connection, name: str) -> bool:
    """Delete a saved choice; return whether there was one."""
    table = tables.saved_pack
    return bool(connection.execute(delete(table).where(table.c.name == clean(name))).rowcount)


def freeze(connection: Connection, pack: FrozenPack, contents: dict[str, bytes]) -> None:
    """Store what was presented with the bytes of its files."""
    connection.execute(
        insert(tables.frozen_pack).values(
            frozen_id=pack.frozen_id,
            release_number=pack.release,
            as_of=pack.as_of.isoformat(),
            occasion=clean(pack.occasion),
            choice=pack.choice,
            frozen_at=utc(pack.frozen_at),
            frozen_by=pack.frozen_by,
            files=orjson.dumps([[file.name, file.sha256, file.size] for file in pack.files]).decode(),
        )
    )
    rows = [{"frozen_id": pack.frozen_id, "name": name, "bytes": content} for name, content in contents.items()]
    connection.execute(insert(tables.frozen_file), rows)


def frozen(connection: Connection) -> tuple[FrozenPack, ...]:
    """Return everything that was frozen, the oldest first."""
    pack, gone = tables.frozen_pack, tables.frozen_withdrawal
    query = select(pack, gone.c.withdrawn_at, gone.c.reason).outerjoin(gone).order_by(pack.c.frozen_at)
    return tuple(map(_pack, connection.execute(query)))


def content(connection: Connection, frozen_id: str, name: str) -> bytes | None:
    """Return the bytes of a frozen file, or None if it does not exist."""
    file = tables.frozen_file
    query = select(file.c.bytes).where((file.c.frozen_id == frozen_id) & (file.c.name == name))
    found: bytes | None = connection.execute(query).scalar_one_or_none()
    return found


def withdraw(connection: Connection, frozen_id: str, *, at: datetime, by: str, reason: str) -> None:
    """Store that a frozen pack is not to be shown any more."""
    values = {"frozen_id": frozen_id, "withdrawn_at": utc(at), "withdrawn_by": by, "reason": clean(reason)}
    connection.execute(insert(tables.frozen_withdrawal).values(values))


def _pack(row: Row[tuple[object, ...]]) -> FrozenPack:
    return FrozenPack(
        frozen_id=row.frozen_id,
        release=row.release_number,
        as_of=date.fromisoformat(row.as_of),
        occasion=row.occasion,
        choice=row.choice,
        frozen_at=datetime.fromisoformat(row.frozen_at),
        frozen_by=row.frozen_by,
        files=tuple(FrozenFile(*each) for each in orjson.loads(row.files)),
        withdrawn_at=datetime.fromisoformat(row.withdrawn_at) if row.withdrawn_at else None,
        reason=row.reason or "",
    )
