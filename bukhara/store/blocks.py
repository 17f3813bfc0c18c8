"""Blocks: the rows of one kind, one country and one source, which are published and replaced together."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from bukhara.model.codes import WorkbookKind
from bukhara.model.countries import country_rank
from bukhara.model.observation import Observation
from bukhara.model.round import Decision, Reply, Request
from bukhara.model.statement import Statement
from bukhara.store.rows import Plain, Record, normal, to_row
from bukhara.store.submission import Submission

SOURCES = "source"
FIGURES = (WorkbookKind.STATISTICS.value, WorkbookKind.PARTNERS.value)
REQUESTS, REPLIES, DECISIONS = REMARKS = ("request", "reply", "decision")
Remark = Request | Reply | Decision


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
    def rows(self) -> tuple[dict[str, Plain], ...]:
        """The records as column -> text, number or None."""
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
        for key, records in _by_key(submission).items():
            before = blocks[key].records if key in blocks and key.kind != SOURCES else ()
            seen = set(before)
            blocks[key] = Block(key, (*before, *(record for record in records if record not in seen)))
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


def _by_key(submission: Submission) -> dict[BlockKey, list[Record]]:
    found: dict[BlockKey, list[Record]] = {}
    for source in submission.sources:
        found[BlockKey(SOURCES, "", source.source_id)] = [source]
    rows: list[Statement | Observation] = [*submission.statements, *submission.observations, *submission.left_out]
    for row in rows:
        key = BlockKey(_kind_of(row, submission.kind).value, row.country, row.source_id)
        found.setdefault(key, []).append(row)
    return found
