"""Changes as plain JSON values: one list of changes, and releases."""

from collections.abc import Iterable, Iterator

from bukhara.exports.change_table import ChangeLine
from bukhara.model.release import Release
from bukhara.progress.moves import Move
from bukhara.progress.status import ItemStatus
from bukhara.views.marks import mark
from bukhara.views.release_changes import ReleaseChanges
from bukhara.views.workbook_changes import RowChange, Sort

Change = dict[str, object]


def _named(record: object, *names: str) -> dict[str, object]:
    return {name: getattr(record, name) for name in names}


def row_changes(rows: Iterable[RowChange]) -> Iterator[Change]:
    """Yield each column of each row that differs, as the record keeps it."""
    for row in rows:
        if row.sort is not Sort.CONFIRMED:
            about = {"sort": row.sort.value, **_named(row, "country", "item", "indicator"), "place": row.spot}
            for each in row.fields:
                yield _change(row.identity, each.column, each.before, each.after, seen=False) | about


def seen_changes(moved: Iterable[Move], lines: Iterable[ChangeLine]) -> Iterator[Change]:
    """Yield what readers see otherwise: each status in codes, everything else in the words of the pages."""
    for each in moved:
        before, after = _cell(each.before), _cell(each.after)
        for name in before:
            if before[name] != after[name]:
                yield _change(f"{each.country}/{each.item}", name, before[name], after[name], seen=True)
    for line in lines:
        if not any(line.marks):
            yield _change(line.about, line.column, line.before, line.after, seen=True)


def release_json(release: Release) -> dict[str, object]:
    """Return a release: account, time, note, framework version and blocks."""
    return {
        "release": release.number,
        "created_at": release.created_at.isoformat(),
        **_named(release, "actor", "note", "framework_version", "method_version"),
        "blocks": list(release.blocks),
        **_named(release, "reverts", "revert_scope"),
    }


def compared_json(found: ReleaseChanges, lines: Iterable[ChangeLine]) -> dict[str, object]:
    """Return the differences between two releases; `lines` are those that are no rows of the record."""
    return {
        **_named(found, "before", "after", "nothing"),
        "changes": [*row_changes(found.rows), *seen_changes(found.moved, lines)],
    }


def _change(row: str, field: str, before: object, after: object, *, seen: bool) -> Change:
    return {"row": row, "field": field, "before": before, "after": after, "seen": seen}


def _cell(cell: ItemStatus) -> dict[str, object]:
    return {"status": mark(cell), "since": cell.since, "level": cell.level, "position": cell.position}
