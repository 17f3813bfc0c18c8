"""Changes and effects as plain JSON values: codes, ids and numbers."""

from collections.abc import Iterable

from bukhara.exports.seen_rows import SeenRow
from bukhara.model.release import Release
from bukhara.model.revision import EditionRevisions, RevisionKind
from bukhara.progress.moves import Move
from bukhara.progress.status import ItemStatus
from bukhara.views.effect import Effect
from bukhara.views.marks import mark
from bukhara.views.release_changes import ReleaseChanges
from bukhara.views.workbook_changes import RowChange


def _named(record: object, *names: str) -> dict[str, object]:
    return {name: getattr(record, name) for name in names}


def row_json(row: RowChange) -> dict[str, object]:
    """Return a changed row."""
    return {
        "sort": row.sort.value,
        **_named(row, "kind", "country", "item", "indicator", "partner", "identity", "source_id"),
        "sheet": row.spot.sheet,
        "row": row.spot.row,
        "reason": row.reason,
        "fields": [_named(field, "column", "before", "after") for field in row.fields],
    }


def moved_json(moved: Move) -> dict[str, object]:
    """Return a cell of the scorecard, before and after."""
    return {"country": moved.country, "item": moved.item, "before": _cell(moved.before), "after": _cell(moved.after)}


def effect_json(effect: Effect, rows: Iterable[SeenRow]) -> dict[str, object]:
    """Return all that a reader would see change: cells and figures by their codes, and everything in words."""
    return {
        "nothing": effect.nothing,
        "moved": [moved_json(each) for each in effect.moved],
        "withheld": [figure.observation_id for figure in effect.withheld],
        "disclosed": [figure.observation_id for figure in effect.disclosed],
        "seen": [_named(row, "about", "before", "after", "remark") for row in rows],
    }


def release_json(release: Release) -> dict[str, object]:
    """Return a release: account, time, note, framework version and blocks."""
    return {
        "release": release.number,
        "created_at": release.created_at.isoformat(),
        **_named(release, "actor", "note", "framework_version", "method_version"),
        "blocks": list(release.blocks),
        **_named(release, "reverts", "revert_scope"),
    }


def compared_json(found: ReleaseChanges) -> dict[str, object]:
    """Return the differences between two releases."""
    return {
        **_named(found, "before", "after", "nothing"),
        "blocks": [
            {**_named(block, "kind", "country", "source_id"), "rows": [row_json(row) for row in block.rows]}
            for block in found.blocks
        ],
        "moved": [moved_json(each) for each in found.moved],
        "remarks": [
            {"sort": each.sort.value, "kind": type(each.remark).__name__.lower(), "country": each.remark.country}
            for each in found.remarks
        ],
        "editions": [_edition(each) for each in found.editions],
        "framework": [_named(change, "name", "before", "after") for change in found.framework],
    }


def _edition(each: EditionRevisions) -> dict[str, object]:
    return {
        "dataset": each.newer.dataset,
        "before": each.older.edition if each.older else None,
        "after": each.newer.edition,
        "counts": {kind.value: len(each.of(kind)) for kind in RevisionKind},
    }


def _cell(cell: ItemStatus) -> dict[str, object]:
    return {"status": mark(cell), "since": cell.since, "level": cell.level, "position": cell.position}
