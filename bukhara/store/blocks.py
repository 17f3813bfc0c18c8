"""Blocks: the rows of one kind, one country and one source, which are published and replaced together; pure."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar

from bukhara.model.codes import WorkbookKind
from bukhara.model.countries import country_rank
from bukhara.model.observation import Observation
from bukhara.model.round import Decision, Reply, Request
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.store.rows import Record, Value, from_rows, normal, to_row
from bukhara.store.submission import StoredContents, Submission

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


def grouped(submissions: Iterable[Submission]) -> dict[BlockKey, Block]:
    """Return the blocks that have rows; if workbooks share a block, equal rows count once."""
    blocks: dict[BlockKey, Block] = {}
    for submission in submissions:
        for key, block in submission.once(_blocks_of).items():
            before = blocks[key].records if key in blocks and key.kind != SOURCES else ()
            seen = set(before)
            new = tuple(record for record in block.records if record not in seen)
            blocks[key] = Block(key, (*before, *new)) if before else block
    return blocks


def remarked(remarks: Iterable[Remark]) -> dict[BlockKey, Block]:
    """Return the blocks of requests, replies and decisions. A block replaces the rows stored under its key."""
    found: dict[BlockKey, list[Record]] = {}
    for remark in remarks:
        found.setdefault(_key_of(remark), []).append(remark)
    return {key: Block(key, tuple(records)) for key, records in found.items()}


def _key_of(remark: Remark) -> BlockKey:
    if isinstance(remark, Request):
        return BlockKey(REQUESTS, remark.country, remark.round_id)
    if isinstance(remark, Reply):
        return BlockKey(REPLIES, remark.country, "")
    return BlockKey(DECISIONS, remark.country, remark.difference)


def spoken_for(submission: Submission) -> set[BlockKey]:
    """Return the blocks that a workbook may empty: for a pre-filled one, the blocks of the sources that it lists."""
    if submission.base is None:
        return set()
    return {
        BlockKey(submission.kind.value, country, source.source_id)
        for country in submission.countries
        for source in submission.sources
    }


def order(key: BlockKey, source_dates: dict[str, date]) -> tuple[int, int, str, date, str]:
    """Return the sort key of a block: partners last, the fixed order of countries, older sources first."""
    kind = 1 if key.kind == WorkbookKind.PARTNERS else 0
    return kind, country_rank(key.country), key.country, source_dates.get(key.source_id, date.max), key.source_id


def _kind_of(row: Statement | Observation, kind: WorkbookKind) -> WorkbookKind:
    """Return the kind of the block of a row: the figures of a tracker are statistics."""
    return WorkbookKind.STATISTICS if kind is WorkbookKind.TRACKER and isinstance(row, Observation) else kind


def _blocks_of(submission: Submission) -> dict[BlockKey, Block]:
    found: dict[BlockKey, list[Record]] = {}
    for source in submission.sources:
        found[BlockKey(SOURCES, "", source.source_id)] = [source]
    rows: list[Statement | Observation] = [*submission.statements, *submission.observations, *submission.left_out]
    for row in rows:
        key = BlockKey(_kind_of(row, submission.kind).value, row.country, row.source_id)
        found.setdefault(key, []).append(row)
    return {key: Block(key, tuple(records)) for key, records in found.items()}


def split_into_blocks(contents: StoredContents) -> dict[BlockKey, Block]:
    """Return the blocks of a release; a figure of a partner belongs to the partners' workbook.

    Ask for them with `contents.once(split_into_blocks)`, unless their hashes are wanted: those keep every row as text.
    """
    rows: dict[BlockKey, list[Record]] = {BlockKey(SOURCES, "", each.source_id): [each] for each in contents.sources}
    for statement in contents.statements:
        key = BlockKey(WorkbookKind.TRACKER.value, statement.country, statement.source_id)
        rows.setdefault(key, []).append(statement)
    for figure in contents.observations:
        kind = WorkbookKind.PARTNERS if figure.partner else WorkbookKind.STATISTICS
        rows.setdefault(BlockKey(kind.value, figure.country, figure.source_id), []).append(figure)
    blocks = {key: Block(key, tuple(found)) for key, found in rows.items()}
    return blocks | remarked((*contents.requests, *contents.replies, *contents.decisions))


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
