"""Revisions of data sets as rows of open data: each cell with what the older and the newer edition print."""

from collections.abc import Iterable

from bukhara.exports.columns import REVISIONS
from bukhara.exports.dataset import Cell, Dataset, Row, cell
from bukhara.model.release import Snapshot
from bukhara.model.revision import EditionRevisions, Revision, RevisionKind

HIDDEN = "number"
"""In place of the old number of a cell that the newer edition masks."""


def revisions(snapshot: Snapshot, found: Iterable[EditionRevisions]) -> Dataset:
    """Return the given revisions; states in fixed order within an edition."""
    return Dataset(
        name="revisions",
        title="Revisions of data sets",
        release=snapshot.release.number,
        as_of=snapshot.newest_source,
        columns=REVISIONS,
        rows=tuple(_row(each, edition, snapshot.release.number) for edition in found for each in edition.revisions),
    )


def _row(each: Revision, edition: EditionRevisions, release: int) -> Row:
    is_hidden = each.kind is RevisionKind.NOW_MASKED
    cells: dict[str, Cell] = {
        "dataset": edition.newer.dataset,
        "kind": each.kind.value,
        "period_code": each.figure.period.code,
        "old_edition": edition.older.edition if edition.older else "",
        "old": HIDDEN if is_hidden else each.before.quote if each.before else "",
        "new_edition": edition.newer.edition,
        "new": each.after.quote if each.after else "",
        "release": release,
    }
    return tuple(cells[name] if name in cells else cell(getattr(each.figure, name)) for name in REVISIONS)
