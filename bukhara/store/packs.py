"""What was presented with its files; functions take an open connection."""

from collections import defaultdict
from datetime import date, datetime

import orjson
from sqlalchemy import Connection, Row, insert, select

from bukhara.model.frozen import FrozenFile, FrozenPack
from bukhara.store import tables
from bukhara.store.rows import clean, utc


def freeze(connection: Connection, pack: FrozenPack) -> None:
    """Store what was presented; its files are added when they are made."""
    connection.execute(
        insert(tables.frozen_pack).values(
            frozen_id=pack.frozen_id,
            release_number=pack.release,
            as_of=pack.as_of.isoformat(),
            occasion=clean(pack.occasion),
            choice=pack.choice,
            frozen_at=utc(pack.frozen_at),
            frozen_by=pack.frozen_by,
            files=orjson.dumps(pack.expected).decode(),
        )
    )


def add_file(connection: Connection, frozen_id: str, file: FrozenFile, content: bytes) -> None:
    """Store a file of what was presented."""
    values = {"name": file.name, "sha256": file.sha256, "size": file.size}
    connection.execute(insert(tables.frozen_file).values(frozen_id=frozen_id, bytes=content, **values))


def frozen(connection: Connection) -> tuple[FrozenPack, ...]:
    """Return everything that was frozen, the oldest first."""
    pack, gone = tables.frozen_pack, tables.frozen_withdrawal
    query = select(pack, gone.c.withdrawn_at, gone.c.reason).outerjoin(gone).order_by(pack.c.frozen_at)
    files = _files(connection)
    return tuple(_pack(row, files.get(row.frozen_id, [])) for row in connection.execute(query))


def _files(connection: Connection) -> dict[str, list[FrozenFile]]:
    """Return the files of each pack without their bytes."""
    table, found = tables.frozen_file, defaultdict(list)
    for frozen_id, *named in connection.execute(select(table.c.frozen_id, table.c.name, table.c.sha256, table.c.size)):
        found[frozen_id].append(FrozenFile(*named))
    return found


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


def _pack(row: Row[tuple[object, ...]], stored: list[FrozenFile]) -> FrozenPack:
    expected = tuple(orjson.loads(row.files))
    files = {file.name: file for file in stored}
    order = sorted(files, key=lambda name: (expected.index(name) if name in expected else len(expected), name))
    return FrozenPack(
        frozen_id=row.frozen_id,
        release=row.release_number,
        as_of=date.fromisoformat(row.as_of),
        occasion=row.occasion,
        choice=row.choice,
        frozen_at=datetime.fromisoformat(row.frozen_at),
        frozen_by=row.frozen_by,
        expected=expected,
        files=tuple(files[name] for name in order),
        withdrawn_at=datetime.fromisoformat(row.withdrawn_at) if row.withdrawn_at else None,
        reason=row.reason or "",
    )
