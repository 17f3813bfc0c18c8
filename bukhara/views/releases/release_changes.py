"""Two releases side by side: rows, cells of the scorecard, remarks, framework and method."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, NamedTuple

from bukhara.comparability.editions import revisions_between
from bukhara.model.framework import Framework
from bukhara.model.release import Snapshot
from bukhara.model.revision import EditionRevisions
from bukhara.model.round import Decision, Reply, Request
from bukhara.situation.moves import Move
from bukhara.views.releases.effect import moved
from bukhara.views.releases.row_pairs import Record
from bukhara.views.releases.workbook_changes import RowChange, Sort, WorkbookChanges, changes

Remark = Request | Reply | Decision


class Held(NamedTuple):
    """All rows of a release that may be shown, of any day, and the snapshot that pages show of it."""

    rows: Snapshot
    shown: Snapshot


@dataclass(frozen=True, slots=True)
class RemarkChange:
    """A request, reply or decision that was added or removed."""

    sort: Sort
    remark: Remark


@dataclass(frozen=True, slots=True)
class FrameworkChange:
    """A version, parameter or item that differs; `name` is its code, `before` or `after` is empty if it was missing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseChanges(WorkbookChanges):
    """The differences between two releases, from `before` to `after`; rows that are equal are left out.

    Rows about states are in the fixed order, sources first. `editions` are the data sets of which `after` has another
    edition than `before`; their rows are not among `rows`.
    """

    before: int
    after: int
    moved: tuple[Move, ...]
    remarks: tuple[RemarkChange, ...]
    framework: tuple[FrameworkChange, ...]
    editions: tuple[EditionRevisions, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether the two releases have the same content."""
        return not (self.rows or self.moved or self.remarks or self.framework or self.editions)


def build(before: Held, after: Held) -> ReleaseChanges:
    """Return the differences between two releases, given in either order."""
    editions = tuple(_editions(before.rows, after.rows))
    revised = {source.source_id for each in editions for source in (each.older, each.newer) if source}
    found = changes(_rows(before.rows, revised), _rows(after.rows, revised))
    return ReleaseChanges(
        before=before.shown.release.number,
        after=after.shown.release.number,
        rows=tuple(_in_order(found.rows, after.shown.framework)),
        moved=moved(before.shown, after.shown),
        remarks=tuple(_remarks(before.rows, after.rows)),
        framework=tuple(_framework(before.shown.framework, after.shown.framework)),
        editions=editions,
    )


def _rows(snapshot: Snapshot, without: set[str]) -> tuple[Record, ...]:
    rows: tuple[Record, ...] = (*snapshot.sources, *snapshot.statements, *snapshot.observations)
    return tuple(row for row in rows if row.source_id not in without)


def _editions(before: Snapshot, after: Snapshot) -> Iterable[EditionRevisions]:
    """Yield the revisions of each data set of which the releases show different editions."""
    older = {source.dataset: source for source in before.sources if source.dataset}
    for newer in after.sources:
        was = older.get(newer.dataset)
        if newer.dataset and (was is None or was.source_id != newer.source_id):
            old = [o for o in before.observations if was is not None and o.source_id == was.source_id]
            new = [o for o in after.observations if o.source_id == newer.source_id]
            yield EditionRevisions(was, newer, revisions_between(old, new))


def _in_order(rows: Iterable[RowChange], framework: Framework) -> list[RowChange]:
    codes = ["", *(place.code for place in framework.countries + framework.regions)]
    differing = (row for row in rows if row.sort is not Sort.CONFIRMED)
    return sorted(differing, key=lambda row: codes.index(row.country) if row.country in codes else len(codes))


def _remarks(before: Snapshot, after: Snapshot) -> Iterable[RemarkChange]:
    was: tuple[Remark, ...] = (*before.requests, *before.replies, *before.decisions)
    now: tuple[Remark, ...] = (*after.requests, *after.replies, *after.decisions)
    yield from (RemarkChange(Sort.ADDED, remark) for remark in now if remark not in was)
    yield from (RemarkChange(Sort.REMOVED, remark) for remark in was if remark not in now)


def _framework(before: Framework, after: Framework) -> Iterable[FrameworkChange]:
    if before.version != after.version:
        yield FrameworkChange("framework", before.version, after.version)
    was = dict(_parameters(before.method))
    for name, now in _parameters(after.method):
        if was[name] != now:
            yield FrameworkChange("method" if name == "version" else f"method.{name}", was[name], now)
    items, later = ({item.id: item for item in f.items} for f in (before, after))
    for name in dict.fromkeys((*items, *later)):
        if items.get(name) != later.get(name):
            yield FrameworkChange(f"item.{name}", name if name in items else "", name if name in later else "")


def _parameters(of: Any, within: str = "") -> Iterable[tuple[str, str]]:
    for each in fields(of):
        value = getattr(of, each.name)
        if is_dataclass(value):
            yield from _parameters(value, f"{within}{each.name}.")
        else:
            yield within + each.name, str(value)
