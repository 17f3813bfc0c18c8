"""The preview of workbooks: the rows that would change, and the snapshot that readers would get."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from bukhara.model.observation import Observation
from bukhara.model.record_positions import RecordPositions
from bukhara.model.release import Snapshot
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.service.core import Core
from bukhara.store import StoredContents, Submission
from bukhara.store.blocks import SOURCES, split_into_blocks
from bukhara.store.row_merge import RowMerge, merge_rows
from bukhara.views.releases.effect import Effect, effect
from bukhara.views.releases.row_pairs import Record
from bukhara.views.releases.workbook_changes import WorkbookChanges, changes

Places = Mapping[str, RecordPositions]


def rows_between(base: StoredContents, now: StoredContents, blocks: Collection[str]) -> WorkbookChanges:
    """Return the changes to the rows of these blocks since a release."""
    then, held = base.once(split_into_blocks), now.once(split_into_blocks)
    was, is_now = (
        [row for key, block in side.items() if str(key) in blocks for row in block.records] for side in (then, held)
    )
    return changes(_rows(was), _rows(is_now))


def workbook_changes(merge: RowMerge, submission: Submission, places: Places | None = None) -> WorkbookChanges:
    """Return the rows that a workbook changes.

    A row that somebody else changed after the base, and the workbook did not, counts as confirmed. `places` has the
    sheet rows of sources (`source`) and of other records (`record`).
    """
    spots = _spots(submission, places or {})
    rows = tuple(replace(row, spot=spot) for row, spot in zip(merge.rows, spots, strict=False))
    return WorkbookChanges((*rows, *merge.rows[len(rows) :]))


def preview_snapshot(core: Core, submissions: Sequence[Submission], name: str) -> Snapshot:
    """Return the snapshot that readers would get if these workbooks were published now, disclosure guard included.

    `name` identifies the preview among those that are kept. Raises BaseOutdated if publishing would raise it.
    """
    now = core.newest()
    found = merge_rows(submissions, now, core.stored_contents)
    after = replace(found.applied_to(now), framework_text=core.framework_version().framework_text)
    mark = hashlib.sha256("\n".join(f"{key} {block and block.hash}" for key, block in found.blocks.items()).encode())
    return core.preview_of(after, f"{name}:{mark.hexdigest()[:16]}")


def effect_of(core: Core, submissions: Sequence[Submission], name: str) -> Effect:
    """Return the changes that readers would see: the public pages as they are now beside those after publication."""
    tomorrow = preview_snapshot(core, submissions, name)
    today = core.snapshot(release=tomorrow.release.number)
    return effect(today, tomorrow)


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
    return spots
