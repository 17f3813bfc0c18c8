"""Reads releases and their contents; every function takes an open connection and writes nothing."""

import typing
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import TypeVar
from weakref import WeakValueDictionary

from sqlalchemy import Connection, Row, func, select

from bukhara.errors import ReleaseUnknown
from bukhara.model.codes import WorkbookKind
from bukhara.model.observation import Observation
from bukhara.model.release import Release, RevertScope
from bukhara.model.round import Decision, Reply, Request
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.store import tables, texts
from bukhara.store.blocks import DECISIONS, REMARKS, REPLIES, REQUESTS, SOURCES, BlockKey, block_hashes, order
from bukhara.store.rows import Record, from_rows
from bukhara.store.submission import FrameworkVersion, Rows, StoredContents

_LAST_NUMBER = 2**31 - 1  # of an integer column in PostgreSQL
_LATEST = select(func.max(tables.release.c.number))

Known = WeakValueDictionary[int, Rows]
"""The rows of contents that are still in use, by content id."""
R = TypeVar("R", Source, Statement, Observation, Request, Reply, Decision)
KINDS: dict[str, type[Record]] = {
    SOURCES: Source,
    WorkbookKind.TRACKER: Statement,
    REQUESTS: Request,
    REPLIES: Reply,
    DECISIONS: Decision,
}
"""What the rows of a block are, by its kind; of any other kind they are figures."""


@dataclass(frozen=True, slots=True)
class Version:
    """The newest version of a block up to some release; an emptied block has no content."""

    release: int
    content_id: int | None
    hash: str | None


class Versions(dict[BlockKey, Version]):
    """The newest version of every block up to some release."""

    def hash(self, key: BlockKey) -> str | None:
        """Return the hash of a block; None if there is no such block, or an emptied one."""
        return self[key].hash if key in self else None

    def content(self, key: BlockKey) -> int | None:
        """Return the content of a block; None if there is no such block, or an emptied one."""
        return self[key].content_id if key in self else None

    def hashes(self) -> dict[BlockKey, str | None]:
        """Return the hash of every block."""
        return {key: version.hash for key, version in self.items()}

    def contents(self) -> dict[BlockKey, int]:
        """Return the content of every block that has one."""
        return {key: each.content_id for key, each in self.items() if each.content_id is not None}


def latest(connection: Connection) -> int | None:
    """Return the number of the newest release, or None before the first one."""
    number: int | None = connection.execute(_LATEST).scalar_one()
    return number


def releases(connection: Connection, number: int | None = None) -> tuple[Release, ...]:
    """Return every release in order of its number, or only release `number`."""
    keys = defaultdict(list)
    block, release_row = tables.block.c, tables.release
    blocks = select(block.release_number, block.kind, block.country, block.source_id)
    wanted = select(release_row).order_by(release_row.c.number)
    if number is not None:
        blocks, wanted = blocks.where(block.release_number == number), wanted.where(release_row.c.number == number)
    for of_release, *key in connection.execute(blocks):
        keys[of_release].append(str(BlockKey(*key)))
    gone = defaultdict(list)
    for of_release, row_id in connection.execute(
        select(tables.withdrawal.c.release_number, tables.withdrawal.c.row_id).distinct()
    ):
        gone[of_release].append(row_id)
    return tuple(
        replace(_release(row, sorted(keys[row.number])), withdraws=tuple(sorted(gone[row.number])))
        for row in connection.execute(wanted)
    )


def release(connection: Connection, number: int) -> Release:
    """Return one release; raise ReleaseUnknown if it does not exist."""
    found = releases(connection, number) if 1 <= number <= _LAST_NUMBER else ()
    if not found:
        raise ReleaseUnknown(number)
    return found[0]


def content_hashes(connection: Connection) -> frozenset[str]:
    """Return the hash of every content that any release ever had."""
    return frozenset(connection.execute(select(tables.content.c.hash)).scalars())


def framework_version(connection: Connection, number: int) -> FrameworkVersion:
    """Return the framework of a release; raise ReleaseUnknown if the release does not exist."""
    if not 1 <= number <= _LAST_NUMBER:
        raise ReleaseUnknown(number)
    release, text = tables.release, tables.framework_text
    query = select(release, text.c.text).join(text).where(release.c.number == number)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise ReleaseUnknown(number)
    return FrameworkVersion(
        framework_text=row.text,
        framework_version=row.framework_version,
        method_version=row.method_version,
        exercise=bool(row.exercise),
    )


def versions(connection: Connection, number: int) -> Versions:
    """Return the newest version of every block up to release `number`."""
    block, content = tables.block, tables.content
    query = (
        select(block, content.c.hash)
        .outerjoin(content)
        .where(block.c.release_number <= number)
        .order_by(block.c.release_number)
    )
    return Versions(
        (BlockKey(row.kind, row.country, row.source_id), Version(row.release_number, row.content_id, row.hash))
        for row in connection.execute(query)
    )


def contents(connection: Connection, number: int, known: Known | None = None) -> StoredContents:
    """Return the contents of release `number`; raise ReleaseUnknown if the release does not exist.

    Rows of `known` contents are not read again: releases share the blocks that did not change between them.
    """
    kept: Known = WeakValueDictionary() if known is None else known
    made_under = framework_version(connection, number)
    blocks = versions(connection, number)
    held = blocks.contents()
    used: list[Rows] = []

    def records(kind: type[R], content_ids: Sequence[int]) -> tuple[R, ...]:
        """Return the rows of these contents, contents in the given order."""
        rows = _rows(connection, kind, content_ids, kept)
        used.extend(rows)
        return tuple(typing.cast("R", record) for each in rows for record in each.records)

    found = records(Source, [held[key] for key in held if key.kind == SOURCES])
    in_order = tuple(sorted(found, key=lambda source: (source.date, source.source_id)))
    dates = {source.source_id: source.date for source in in_order}
    keys = sorted((key for key in held if key.kind not in (SOURCES, *REMARKS)), key=lambda key: order(key, dates))
    trackers = [held[key] for key in keys if key.kind == WorkbookKind.TRACKER]
    figures = [held[key] for key in keys if key.kind != WorkbookKind.TRACKER]
    return StoredContents(
        release=release(connection, number),
        framework_text=made_under.framework_text,
        exercise=made_under.exercise,
        sources=in_order,
        statements=records(Statement, trackers),
        observations=records(Observation, figures),
        requests=records(Request, _of_kind(held, REQUESTS)),
        replies=records(Reply, _of_kind(held, REPLIES)),
        decisions=records(Decision, _of_kind(held, DECISIONS)),
        rows=tuple(used),
    ).knowing(block_hashes, blocks.hashes())


def replies(connection: Connection, content_id: int) -> tuple[Reply, ...]:
    """Return the replies of a content."""
    return tuple(each for each in records_of(connection, REPLIES, content_id) if isinstance(each, Reply))


def records_of(connection: Connection, kind: str, content_id: int) -> tuple[Record, ...]:
    """Return the rows of one content of a block of a kind."""
    record = KINDS.get(kind, Observation)
    return _rows(connection, record, [content_id], WeakValueDictionary())[0].records


def _of_kind(held: dict[BlockKey, int], kind: str) -> list[int]:
    return [held[key] for key in sorted(held, key=lambda key: order(key, {})) if key.kind == kind]


def _rows(connection: Connection, record: type[Record], content_ids: Sequence[int], known: Known) -> list[Rows]:
    found = {content_id: rows for content_id in content_ids if (rows := known.get(content_id)) is not None}
    missing = [content_id for content_id in content_ids if content_id not in found]
    if missing:
        stored = texts.stored_rows(connection, record, tables.OF_RECORD[record].c.content_id.in_(missing))
        for content_id, values in groupby(stored, key=itemgetter(0)):
            known[content_id] = found[content_id] = Rows(from_rows(record, (row for _, row in values)))
    return [found[content_id] for content_id in content_ids if content_id in found]


def _release(row: Row[tuple[object, ...]], blocks: Sequence[str]) -> Release:
    return Release(
        number=row.number,
        created_at=datetime.fromisoformat(row.created_at),
        actor=row.actor,
        note=row.note,
        framework_version=row.framework_version,
        method_version=row.method_version,
        blocks=tuple(blocks),
        reverts=row.reverts,
        revert_scope=_scope(row.number, row.reverts, row.revert_scope),
    )


def _scope(number: int, reverts: int | None, stored: str | None) -> RevertScope | None:
    """Return how much a revert takes back; before it was stored, the newest release alone could be taken back."""
    if reverts is None or stored is not None:
        return None if stored is None else RevertScope(stored)
    return RevertScope.ONLY if reverts == number - 1 else RevertScope.RETURN
