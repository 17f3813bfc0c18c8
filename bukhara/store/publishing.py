"""Writes a release in an open, locked transaction; only changed blocks are stored."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, insert, select

from bukhara.model.audit import AuditAction
from bukhara.model.release import RevertScope
from bukhara.store import audit_log, reading, tables, texts
from bukhara.store.blocks import Block, BlockKey, Remark, blocks_of
from bukhara.store.row_merge import merge_rows
from bukhara.store.rows import clean, text_fields, utc
from bukhara.store.submission import FrameworkVersion, Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Who publishes, when (UTC), why, under which framework; `detail` is for the audit log."""

    actor: str
    note: str
    now: datetime
    framework_version: FrameworkVersion
    detail: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BlockChange:
    """The new version of a block: rows to store, or the content of an older version, or nothing."""

    block: Block | None = None
    content_id: int | None = None


def publish(
    connection: Connection, submissions: Sequence[Submission], stamp: Stamp, remarks: Iterable[Remark] = ()
) -> int:
    """Store the changes of workbooks and remarks; return the new release, or the newest one if nothing changed.

    Raises BaseOutdated if a row that they change was changed after their base, ReleaseUnknown for a base that the store
    never had.
    """
    current = reading.latest(connection)
    changes: dict[BlockKey, BlockChange] = {}
    if submissions:
        newest = reading.contents(connection, current) if current else None
        found = merge_rows(submissions, newest, lambda base: reading.contents(connection, base))
        found.refuse_outdated(current or 0)
        changes = {key: BlockChange(block=block) for key, block in found.blocks.items()}
    held, given = reading.versions(connection, current or 0), blocks_of(remarks).items()
    changes |= {key: BlockChange(block=block) for key, block in given if block.hash != held.hash(key)}
    return write_release(connection, changes, stamp=stamp, current=current)


def write_release(
    connection: Connection,
    changes: Mapping[BlockKey, BlockChange],
    *,
    stamp: Stamp,
    current: int | None,
    reverts: tuple[int, RevertScope] | None = None,
) -> int:
    """Store the new versions of blocks as the next release; return `current` if neither they nor the framework differ.

    `reverts` is the release that is reverted, and how.
    """
    if (
        current is not None
        and not changes
        and reading.framework_version(connection, current) == stamp.framework_version
    ):
        unchanged = AuditAction.REVERT_UNCHANGED if reverts else AuditAction.PUBLISH_UNCHANGED
        _audit(connection, stamp, action=unchanged, blocks=(), number=current)
        return current
    number = (current or 0) + 1
    insert_release(connection, number, stamp, reverts)
    for key, change in changes.items():
        content_id = _store(connection, change.block) if change.block else change.content_id
        values = {"release_number": number, **key._asdict(), "content_id": content_id}
        connection.execute(insert(tables.block).values(values))
    done = AuditAction.REVERT if reverts else AuditAction.PUBLISH
    _audit(connection, stamp, action=done, blocks=changes, number=number)
    return number


def insert_release(
    connection: Connection, number: int, stamp: Stamp, reverts: tuple[int, RevertScope] | None = None
) -> None:
    """Store the head of a release."""
    text = stamp.framework_version.framework_text
    digest = hashlib.sha256(text.encode()).hexdigest()
    known = select(tables.framework_text.c.hash).where(tables.framework_text.c.hash == digest)
    if connection.execute(known).one_or_none() is None:
        connection.execute(insert(tables.framework_text).values(hash=digest, text=text))
    values = {
        "number": number,
        "created_at": utc(stamp.now),
        "actor": clean(stamp.actor),
        "note": clean(stamp.note),
        "framework_hash": digest,
        "framework_version": stamp.framework_version.framework_version,
        "method_version": stamp.framework_version.method_version,
        "exercise": int(stamp.framework_version.exercise),
        "reverts": reverts[0] if reverts else None,
        "revert_scope": reverts[1].value if reverts else None,
    }
    connection.execute(insert(tables.release).values(values))


def _store(connection: Connection, block: Block) -> int:
    """Return the content of these rows, stored now unless an older version was equal."""
    digest, content = block.hash, tables.content
    known = connection.execute(select(content.c.content_id).where(content.c.hash == digest)).scalar_one_or_none()
    if known is not None:
        return int(known)
    made = insert(content).values(hash=digest, row_count=len(block.records)).returning(content.c.content_id)
    content_id = int(connection.execute(made).scalar_one())
    kind = type(block.records[0])
    table, apart = tables.OF_RECORD[kind], text_fields(kind)
    rows = [
        {"content_id": content_id, "position": position, **{name: row[name] for name in row if name not in apart}}
        for position, row in enumerate(block.rows)
    ]
    connection.execute(insert(table), rows)
    texts.keep(connection, texts.of_rows(kind, f"{table.name}/{content_id}", block.rows))
    return content_id


def _audit(
    connection: Connection, stamp: Stamp, *, action: AuditAction, blocks: Iterable[BlockKey], number: int
) -> None:
    detail = {"note": clean(stamp.note), "blocks": [str(key) for key in blocks], **stamp.detail}
    audit_log.note(connection, stamp.actor, action, now=stamp.now, detail=detail, release=number)
