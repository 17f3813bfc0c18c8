"""Compares block hashes: which blocks workbooks change, and which were changed after the base of a workbook; pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bukhara.errors import ReleaseUnknown
from bukhara.store.blocks import Block, BlockKey, grouped, spoken_for
from bukhara.store.submission import Submission

Hashes = Mapping[BlockKey, str | None]


@dataclass(frozen=True, slots=True)
class BlockMerge:
    """The result of comparing workbooks with the stored blocks.

    `moved` maps each block that changes to its new version, None if it is emptied. `late` maps each block that was
    changed after the base of the workbook, or without one after it was received, to that release. `left` are blocks
    that the workbook did not change but somebody else did: they are not replaced.
    """

    moved: dict[BlockKey, Block | None]
    late: dict[BlockKey, int]
    left: frozenset[BlockKey]


def merge_blocks(
    submissions: Sequence[Submission], held: Hashes, *, newest: int, at_base: Callable[[int], Hashes]
) -> BlockMerge:
    """Compare workbooks with the stored blocks; raise ReleaseUnknown for a base newer than the newest release."""
    wanted: dict[BlockKey, Block | None] = {key: None for each in submissions for key in spoken_for(each)}
    wanted.update(grouped(submissions))
    hashes = {key: block.hash if block else None for key, block in wanted.items()}
    moved = {key for key, value in hashes.items() if value != held.get(key)}
    late: dict[BlockKey, int] = {}
    left: set[BlockKey] = set()
    for submission in submissions:
        base = submission.base or submission.received_after
        if base is None:
            continue
        if base > newest:
            raise ReleaseUnknown(base)
        then = at_base(base)
        mine = moved & (set(grouped([submission])) | spoken_for(submission))
        untouched = {key for key in mine if hashes[key] == then.get(key)}
        left |= untouched
        moved -= untouched
        late |= {key: base for key in mine - untouched if then.get(key) != held.get(key)}
    return BlockMerge({key: wanted[key] for key in sorted(moved)}, late, frozenset(left))
