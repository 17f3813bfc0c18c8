"""Which blocks workbooks change, and which somebody changed after their base: the one rule, over hashes; pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bukhara.errors import ReleaseUnknown
from bukhara.store.blocks import Block, BlockKey, grouped, spoken_for
from bukhara.store.submission import Submission

Hashes = Mapping[BlockKey, str | None]


@dataclass(frozen=True, slots=True)
class Merged:
    """`moved`: the new version of each block that changes, None where it is emptied; `late`: block -> outdated base.

    `left` are blocks that the workbook holds as its base did while somebody changed them since: they stay as they are.
    """

    moved: dict[BlockKey, Block | None]
    late: dict[BlockKey, int]
    left: frozenset[BlockKey]


def merged(submissions: Sequence[Submission], held: Hashes, *, newest: int, at_base: Callable[[int], Hashes]) -> Merged:
    """Return what workbooks do to what is held; ReleaseUnknown for a base newer than the newest release."""
    wanted: dict[BlockKey, Block | None] = {key: None for each in submissions for key in spoken_for(each)}
    wanted.update(grouped(submissions))
    hashes = {key: block.hash if block else None for key, block in wanted.items()}
    moved = {key for key, value in hashes.items() if value != held.get(key)}
    late: dict[BlockKey, int] = {}
    left: set[BlockKey] = set()
    for submission in submissions:
        base = submission.base
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
    return Merged({key: wanted[key] for key in sorted(moved)}, late, frozenset(left))
