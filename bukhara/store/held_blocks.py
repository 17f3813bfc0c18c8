"""Splits the contents of a release into blocks, and joins blocks to contents in the order of the store; pure."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from bukhara.model.codes import WorkbookKind
from bukhara.model.observation import Observation
from bukhara.model.round import Decision, Reply, Request
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.store.blocks import REMARKS, SOURCES, Block, BlockKey, order, remarked
from bukhara.store.rows import Record, from_row, to_row
from bukhara.store.submission import StoredContents

R = TypeVar("R", Source, Statement, Observation, Request, Reply, Decision)


def split_into_blocks(contents: StoredContents) -> dict[BlockKey, Block]:
    """Return the blocks of a release; a figure of a partner belongs to the partners' workbook."""
    rows: dict[BlockKey, list[Record]] = {BlockKey(SOURCES, "", each.source_id): [each] for each in contents.sources}
    for statement in contents.statements:
        key = BlockKey(WorkbookKind.TRACKER.value, statement.country, statement.source_id)
        rows.setdefault(key, []).append(statement)
    for figure in contents.observations:
        kind = WorkbookKind.PARTNERS if figure.partner else WorkbookKind.STATISTICS
        rows.setdefault(BlockKey(kind.value, figure.country, figure.source_id), []).append(figure)
    blocks = {key: Block(key, tuple(found)) for key, found in rows.items()}
    return blocks | remarked((*contents.requests, *contents.replies, *contents.decisions))


def joined_blocks(blocks: Mapping[BlockKey, Block], contents: StoredContents) -> StoredContents:
    """Return `contents` with its rows replaced by those of `blocks`, in the order of the store."""
    kept = {key: tuple(_kept(record) for record in block.records) for key, block in blocks.items()}
    sources = [row for rows in kept.values() for row in rows if isinstance(row, Source)]
    dates = {source.source_id: source.date for source in sources}
    data_keys = sorted((key for key in kept if key.kind not in (SOURCES, *REMARKS)), key=lambda key: order(key, dates))
    remark_keys = sorted((key for key in kept if key.kind in REMARKS), key=lambda key: order(key, {}))
    return replace(
        contents,
        sources=tuple(sorted(sources, key=lambda source: (source.date, source.source_id))),
        statements=_rows(kept, data_keys, Statement),
        observations=_rows(kept, data_keys, Observation),
        requests=_rows(kept, remark_keys, Request),
        replies=_rows(kept, remark_keys, Reply),
        decisions=_rows(kept, remark_keys, Decision),
    )


def _kept(record: Record) -> Record:
    kind: Any = type(record)
    row: Record = from_row(kind, tuple(to_row(record).values()))
    return row


def _rows(kept: Mapping[BlockKey, tuple[Record, ...]], keys: Iterable[BlockKey], kind: type[R]) -> tuple[R, ...]:
    return tuple(row for key in keys for row in kept[key] if isinstance(row, kind))
