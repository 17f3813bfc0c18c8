"""Puts the rows of workbooks in place of the rows that they hold; rows that no workbook holds are untouched; pure.

A row replaces the row of the base release with its stable id, or the one of its source that it is most like. A row with
another source is a new answer beside the earlier one; only what a public source reports and the template offers to be
confirmed is replaced by it, and no act: it stays on file beside the answer. A row is taken out by a mark alone.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bukhara.errors import BaseOutdated, ReleaseUnknown
from bukhara.model.codes import UNCONFIRMED
from bukhara.model.groups import group_by
from bukhara.model.messages import N_
from bukhara.model.observation import Observation
from bukhara.model.round import Reply
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.store.blocks import SOURCES, Block, BlockKey, block_hashes, joined_blocks, key_of, split_into_blocks
from bukhara.store.submission import StoredContents, Submission
from bukhara.views.releases.row_pairs import Record, about, identity, paired
from bukhara.views.releases.workbook_changes import RowChange, Sort, differing

IN_BETWEEN = N_("Somebody published the same rows in between. Your data are not lost: see below what changed.")
Held = Callable[[int], StoredContents]
_Blocks = Mapping[BlockKey, Block]


@dataclass(frozen=True, slots=True)
class RowMerge:
    """The result of putting workbooks into a release.

    `rows` are the rows of the workbooks in their order, those that are taken out last. `blocks` maps each block that
    changes to its new version, None if it is emptied. `late` maps each block with a row that somebody else has changed
    since the base of the workbook to that release.
    """

    rows: tuple[RowChange, ...]
    blocks: Mapping[BlockKey, Block | None]
    late: Mapping[BlockKey, int]

    def refuse_outdated(self, newest: int) -> None:
        """Raise BaseOutdated if somebody else has changed the same rows."""
        if self.late:
            raise BaseOutdated(min(self.late.values()), newest, sorted(map(str, self.late)), IN_BETWEEN)

    def applied_to(self, newest: StoredContents) -> StoredContents:
        """Return the contents of the store after publishing, still as of `newest`; raise BaseOutdated as it does."""
        self.refuse_outdated(newest.release.number)
        return joined_blocks(self.blocks, newest)


def merge_rows(submissions: Sequence[Submission], newest: StoredContents | None, held: Held) -> RowMerge:
    """Put workbooks into the newest release, None before the first; `held` reads the release that one was made from.

    Raises ReleaseUnknown for a base newer than the newest release.
    """
    number, now = (newest.release.number, newest.once(split_into_blocks)) if newest else (0, {})
    rows: list[RowChange] = []
    late: dict[BlockKey, int] = {}
    for submission in submissions:
        base = submission.base or submission.received_after or number
        if base > number:
            raise ReleaseUnknown(base)
        then = now if base == number else held(base).once(split_into_blocks)
        since = _Since(then, now)
        for change in _changes(submission, then):
            if since.is_late(change):
                late[key_of(change.record)] = base
            rows.append(since.settled(change))
    rows.sort(key=lambda change: change.sort is Sort.REMOVED)
    hashes = newest.once(block_hashes) if newest else {}
    merged = _merged(rows, now) | _with_replies(submissions, now)
    blocks = {key: block for key, block in merged.items() if (block.hash if block else None) != hashes.get(key)}
    return RowMerge(tuple(rows), dict(sorted(blocks.items())), late)


class _Since:
    """What others changed since the base of a workbook: rows that are gone, and rows that are new, by stable id."""

    def __init__(self, then: _Blocks, now: _Blocks) -> None:
        keys = [key for key in {*then, *now} if then is not now and _records(then, key) != _records(now, key)]
        was, is_now = ({row for key in keys for row in _records(side, key)} for side in (then, now))
        self._gone = was - is_now
        self._theirs = {identity(row): row for row in is_now - was}

    def is_late(self, change: RowChange) -> bool:
        """Return whether somebody else has changed the row, or added another one with its stable id."""
        if change.sort is Sort.CONFIRMED or self._is_made(change):
            return False
        return change.before in self._gone or identity(change.record) in self._theirs

    def settled(self, change: RowChange) -> RowChange:
        """Return a change to the newest release: none if somebody else has made the same one."""
        if not self._is_made(change):
            return change
        return RowChange(Sort.CONFIRMED, change.record, change.before or change.record)

    def _is_made(self, change: RowChange) -> bool:
        theirs = self._theirs.get(identity(change.record))
        if change.sort is Sort.REMOVED:
            return theirs is None and change.before in self._gone
        return theirs is not None and not any(differing(theirs, change.record))


def _records(blocks: _Blocks, key: BlockKey) -> tuple[Record, ...]:
    return tuple(row for row in blocks[key].records if isinstance(row, Record)) if key in blocks else ()


def _changes(submission: Submission, then: _Blocks) -> Iterator[RowChange]:
    """Yield the change of each row of a workbook to the release that it was made from."""
    given: list[Record] = [*submission.sources, *submission.statements, *submission.observations]
    rows = [*given, *submission.taken_out]
    unconfirmed = _unconfirmed(then)
    before = _replaceable(submission, rows, then, unconfirmed)
    of_row = paired(before, rows)
    for n, row in enumerate(rows):
        held = before[of_row[n]] if n in of_row else None
        if n >= len(given):
            if held is not None and key_of(held) == key_of(row):
                yield RowChange(Sort.REMOVED, held, held)
        elif held is None or not _replaces(row, held, unconfirmed, is_template=submission.base is not None):
            yield RowChange(Sort.ADDED, row, None)
        else:
            yield RowChange(Sort.CHANGED if any(differing(held, row)) else Sort.CONFIRMED, row, held)


def _replaces(row: Record, held: Record, unconfirmed: set[str], *, is_template: bool) -> bool:
    """Return whether a row replaces the one that it is most like; one place prints the figures of many periods."""
    if key_of(held) != key_of(row):
        return held.source_id in unconfirmed and not (_is_about_act(held) or _is_about_act(row))
    return (
        is_template or not isinstance(row, Observation) or identity(row) == identity(held) or about(row) == about(held)
    )


def _is_about_act(row: Record) -> bool:
    return isinstance(row, Statement) and bool(row.act_kind or row.act_name)


def _replaceable(submission: Submission, rows: Sequence[Record], then: _Blocks, unconfirmed: set[str]) -> list[Record]:
    """Return the rows that a workbook may replace: of its sources, and of a template what it offers."""
    own = {key_of(row) for row in rows}
    kinds = {(key.kind, key.country) for key in own} if submission.base is not None else set()
    offering = {key for key in then if key[:2] in kinds and key.source_id in unconfirmed}
    held = [(key, row) for key in then if key in own | offering for row in _records(then, key)]
    return [row for key, row in held if key in own or not isinstance(row, Statement) or row.is_offered]


def _unconfirmed(blocks: _Blocks) -> set[str]:
    sources = (row for key, block in blocks.items() if key.kind == SOURCES for row in block.records)
    return {each.source_id for each in sources if isinstance(each, Source) and each.source_class in UNCONFIRMED}


def _with_replies(submissions: Sequence[Submission], now: _Blocks) -> dict[BlockKey, Block]:
    """Return the replies of the states with those of these workbooks, each once."""
    found = {}
    for key, given in group_by((reply for each in submissions for reply in each.replies), key_of).items():
        held = now[key].records if key in now else ()
        ids = {each.reply_id for each in held if isinstance(each, Reply)}
        found[key] = Block(key, (*held, *(each for each in given if each.reply_id not in ids)))
    return found


def _merged(rows: Sequence[RowChange], now: _Blocks) -> dict[BlockKey, Block | None]:
    """Return the blocks with a row that is replaced, added or taken out."""
    replaced: defaultdict[BlockKey, dict[Record, Record | None]] = defaultdict(dict)
    added: defaultdict[BlockKey, dict[Record, None]] = defaultdict(dict)
    for change in rows:
        new = None if change.sort is Sort.REMOVED else change.record
        if change.sort is Sort.CONFIRMED:
            continue
        if isinstance(new, Source):
            key = key_of(new)
            replaced[key], added[key] = dict.fromkeys(_records(now, key)), {new: None}
            continue
        if change.before is not None:
            key = key_of(change.before)
            own = new if new and key_of(new) == key else None
            # two workbooks that differ about one row both stay
            if replaced[key].setdefault(change.before, own) == new:
                continue
        if new is not None:
            added[key_of(new)][new] = None
    found: dict[BlockKey, Block | None] = {}
    for key in {*replaced, *added}:
        after = (replaced[key].get(row, row) for row in _records(now, key))
        kept = [row for row in after if row is not None]
        known = set(kept)
        records = (*kept, *(row for row in added[key] if row not in known))
        found[key] = Block(key, records) if records else None
    return found
