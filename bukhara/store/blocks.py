"""Blocks: the rows of one kind, one country and one source, which are published and replaced together; pure."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain
from typing import NamedTuple, TypeVar

from bukhara.model.codes import WorkbookKind
from bukhara.model.countries import country_rank
from bukhara.model.groups import group_by
from bukhara.model.observation import Observation
from bukhara.model.round import Decision, Reply, Request
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.store.rows import Record, Value, from_rows, normal, to_row
from bukhara.store.submission import StoredContents

SOURCES = "source"
FIGURES = (WorkbookKind.STATISTICS.value, WorkbookKind.PARTNERS.value)
REQUESTS, REPLIES, DECISIONS = REMARKS = ("request", "reply", "decision")
Remark = Request | Reply | Decision
R = TypeVar("R", Source, Statement, Observation, Request, Reply, Decision)


class BlockKey(NamedTuple):
    """Name of a block; a block of kind `source` is one source and has no country."""

    kind: str
    country: str
    source_id: str

    def __str__(self) -> str:
        """Return `tracker/KAZ/astana-2023-report`."""
        return "/".join(self)


@dataclass(frozen=True)
class Block:
    """The rows of a block in file order; the stored form and the hash are computed once."""

    key: BlockKey
    records: tuple[Record, ...]

    @cached_property
    def rows(self) -> tuple[dict[str, Value], ...]:
        """The records as column -> text, number or None, and field -> its text in every language."""
        return tuple(map(to_row, self.records))

    @cached_property
    def hash(self) -> str:
        """Content hash over the normalised rows, whatever their order."""
        rows = sorted(json.dumps(normal(row), ensure_ascii=False) for row in self.rows)
        text = "\n".join((*self.key, *rows))
        return hashlib.sha256(text.encode()).hexdigest()


def blocks_of(records: Iterable[Record]) -> dict[BlockKey, Block]:
    """Return the blocks of rows, each with its rows in their order."""
    return {key: Block(key, tuple(found)) for key, found in group_by(records, key_of).items()}


def key_of(record: Record) -> BlockKey:
    """Return the key of the block of a row; a figure of a partner belongs to the partners' workbook."""
    if isinstance(record, Source):
        return BlockKey(SOURCES, "", record.source_id)
    if isinstance(record, Statement):
        return BlockKey(WorkbookKind.TRACKER.value, record.country, record.source_id)
    if isinstance(record, Observation):
        kind = WorkbookKind.PARTNERS if record.partner else WorkbookKind.STATISTICS
        return BlockKey(kind.value, record.country, record.source_id)
    if isinstance(record, Request):
        return BlockKey(REQUESTS, record.country, record.round_id)
    if isinstance(record, Reply):
        return BlockKey(REPLIES, record.country, "")
    return BlockKey(DECISIONS, record.country, record.difference)


def order(key: BlockKey, source_dates: dict[str, date]) -> tuple[int, int, str, date, str]:
    """Return the sort key of a block: partners last, the fixed order of countries, older sources first."""
    kind = 1 if key.kind == WorkbookKind.PARTNERS else 0
    return kind, country_rank(key.country), key.country, source_dates.get(key.source_id, date.max), key.source_id


def split_into_blocks(contents: StoredContents) -> dict[BlockKey, Block]:
    """Return the blocks of a release.

    Ask for them with `contents.once(split_into_blocks)`, unless their hashes are wanted: those keep every row as text.
    """
    held = contents
    rows: tuple[Iterable[Record], ...] = (
        *(held.sources, held.statements, held.observations),
        *(held.requests, held.replies, held.decisions),
    )
    return blocks_of(chain.from_iterable(rows))


def block_hashes(contents: StoredContents) -> dict[BlockKey, str | None]:
    """Return the hash of every block of a release; ask for it with `contents.once(block_hashes)`."""
    return {key: block.hash for key, block in split_into_blocks(contents).items()}


def joined_blocks(blocks: Mapping[BlockKey, Block | None], contents: StoredContents) -> StoredContents:
    """Return `contents` with these blocks in place of its own, in the order of the store; None empties a block."""
    kept = {key: block.records for key, block in contents.once(split_into_blocks).items() if key not in blocks}
    kept |= {key: _as_stored(block) for key, block in blocks.items() if block is not None}
    sources = [row for rows in kept.values() for row in rows if isinstance(row, Source)]
    dates = {source.source_id: source.date for source in sources}
    data_keys = sorted((key for key in kept if key.kind not in (SOURCES, *REMARKS)), key=lambda key: order(key, dates))
    remark_keys = sorted((key for key in kept if key.kind in REMARKS), key=lambda key: order(key, {}))
    return replace(
        contents,
        sources=tuple(sorted(sources, key=lambda source: (source.date, source.source_id))),
        statements=_records_of(kept, data_keys, Statement),
        observations=_records_of(kept, data_keys, Observation),
        requests=_records_of(kept, remark_keys, Request),
        replies=_records_of(kept, remark_keys, Reply),
        decisions=_records_of(kept, remark_keys, Decision),
    )


def _as_stored(block: Block) -> tuple[Record, ...]:
    """Return the records of a block as they come back from the store."""
    return from_rows(type(block.records[0]), (tuple(row.values()) for row in block.rows))


def _records_of(kept: Mapping[BlockKey, tuple[Record, ...]], keys: Iterable[BlockKey], kind: type[R]) -> tuple[R, ...]:
    return tuple(row for key in keys for row in kept[key] if isinstance(row, kind))
