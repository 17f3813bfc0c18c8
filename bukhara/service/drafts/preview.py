"""The preview of workbooks: the rows that would change, and the snapshot that readers would get."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from bukhara.errors import BaseOutdated
from bukhara.model.observation import Observation
from bukhara.model.record_positions import RecordPositions
from bukhara.model.release import Snapshot
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.service.core import Core
from bukhara.store import StoredContents, Submission
from bukhara.store.block_merge import BlockMerge, Hashes, merge_blocks
from bukhara.store.blocks import SOURCES, block_hashes, grouped, joined_blocks, split_into_blocks, spoken_for
from bukhara.store.publishing import IN_BETWEEN
from bukhara.views.effect import Effect, effect
from bukhara.views.row_pairs import Record
from bukhara.views.workbook_changes import WorkbookChanges, changes

Held = Callable[[int], StoredContents]
Places = Mapping[str, RecordPositions]


def contents_after(contents: StoredContents, submissions: Sequence[Submission], *, held: Held) -> StoredContents:
    """Return the contents of the store after publishing; `held` reads the base release of a workbook.

    The release stays that of `contents`. Raises BaseOutdated and ReleaseUnknown as publishing does.
    """
    found = _merged(contents, submissions, held)
    if found.late:
        blocks = sorted(str(key) for key in found.late)
        raise BaseOutdated(min(found.late.values()), contents.release.number, blocks, IN_BETWEEN)
    return joined_blocks(found.moved, contents)


def outdated_blocks(contents: StoredContents, submissions: Sequence[Submission], held: Held) -> tuple[str, ...]:
    """Return the blocks that workbooks would change, but that others have changed since their base release."""
    found = _merged(contents, submissions, held)
    return tuple(sorted(str(key) for key in found.late))


def rows_between(base: StoredContents, now: StoredContents, blocks: Sequence[str]) -> WorkbookChanges:
    """Return the changes to the rows of these blocks since a release."""
    then, held = base.once(split_into_blocks), now.once(split_into_blocks)
    was, is_now = (
        [row for key, block in side.items() if str(key) in blocks for row in block.records] for side in (then, held)
    )
    return changes(_rows(was), _rows(is_now))


def workbook_changes(
    contents: StoredContents, submission: Submission, *, held: Held, places: Places | None = None
) -> WorkbookChanges:
    """Return the rows that a workbook changes; rows of blocks that it may not replace are left out.

    If somebody else changed a block after the base and the workbook did not, its rows count as confirmed. `places` has
    the sheet rows of sources (`source`) and of other records (`record`).
    """
    now = contents.once(split_into_blocks)
    left = _merged(contents, [submission], held).left
    given = grouped([submission])
    keys = [key for key in (*given, *sorted(spoken_for(submission) - set(given))) if key not in left]
    before = [row for key in keys if key in now for row in now[key].records]
    before += [row for key in left if key in given for row in given[key].records]
    after: list[Record] = [*submission.sources, *submission.statements, *submission.observations]
    after += submission.left_out
    return changes(_rows(before), after, _spots(submission, places or {}))


def preview_snapshot(core: Core, submissions: Sequence[Submission], name: str) -> Snapshot:
    """Return the snapshot that readers would get if these workbooks were published now, disclosure guard included.

    `name` identifies the preview among those that are kept. Raises BaseOutdated if publishing would raise it.
    """
    after = replace(
        contents_after(core.newest(), submissions, held=core.stored_contents),
        framework_text=core.framework_version().framework_text,
    )
    mark = hashlib.sha256("\n".join(sorted(block.hash for block in grouped(submissions).values())).encode())
    return core.preview_of(after, f"{name}:{mark.hexdigest()[:16]}")


def effect_of(core: Core, submissions: Sequence[Submission], name: str) -> Effect:
    """Return the changes that readers would see: the public pages as they are now beside those after publication."""
    tomorrow = preview_snapshot(core, submissions, name)
    today = core.snapshot(release=tomorrow.release.number)
    return effect(today, tomorrow)


def _merged(contents: StoredContents, submissions: Sequence[Submission], held: Held) -> BlockMerge:
    newest, now = contents.release.number, contents.once(block_hashes)

    def at_base(number: int) -> Hashes:
        if number == newest:
            return now
        return held(number).once(block_hashes) if number > 0 else {}

    return merge_blocks(submissions, now, newest=newest, at_base=at_base)


def _rows(found: Iterable[object]) -> list[Record]:
    return [row for row in found if isinstance(row, (Source, Statement, Observation))]


def _spots(submission: Submission, places: Places) -> list[str]:
    spots: list[str] = []
    figures = "figure" if "figure" in places else "record"
    sheets = ((SOURCES, submission.sources), ("record", submission.statements), (figures, submission.observations))
    for name, rows in sheets:
        place = places.get(name)
        known = place is not None and len(place.rows) == len(rows)
        spots += [f"{place.sheet}!{row}" for row in place.rows] if place and known else [""] * len(rows)
    return spots + [""] * len(submission.left_out)
