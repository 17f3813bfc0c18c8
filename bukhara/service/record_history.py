"""What came after a status, and what releases held before it: public reports since then, and earlier versions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bukhara.model.codes import SourceClass, WorkbookKind
from bukhara.model.partial_date import first_day
from bukhara.progress.records import gather, in_round
from bukhara.progress.status import item_status, statuses
from bukhara.views.history import CellVersion, FigureVersion, LaterReport

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bukhara.model.observation import Observation
    from bukhara.model.release import Release, Snapshot
    from bukhara.model.statement import Statement
    from bukhara.service.core import Core

SHOWN = 8
"""The most releases that a history goes back: each of them has to be read."""


class RecordHistory:
    """Reads public reports and earlier versions beside a snapshot."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def since(self, snapshot: Snapshot, until: date | None = None) -> tuple[LaterReport, ...]:
        """Return desk research newer than the status it is about; states in fixed order, the oldest report first.

        It sets no status. Nothing dated after `until` is returned.
        """
        contents = self._core.shown(snapshot.release.number)
        sources = {s.source_id: s for s in contents.sources if s.source_class is SourceClass.DESK_RESEARCH}
        known = {(each.country, each.item): each.source_date for each in statuses(snapshot)}
        first = min((reading.date for reading in snapshot.framework.readings), default=date.min)

        def is_later(row: Statement) -> bool:
            source = sources.get(row.source_id)
            return source is not None and (known.get((row.country, row.item)) or first) < source.date <= (
                until or date.max
            )

        places = [each.code for each in snapshot.framework.countries + snapshot.framework.regions]
        found = [LaterReport(row, sources[row.source_id]) for row in contents.statements if is_later(row)]
        return tuple(sorted(found, key=lambda each: (places.index(each.statement.country), _happened(each))))

    def of_cell(self, snapshot: Snapshot, country: str, item_id: str) -> tuple[CellVersion, ...]:
        """Return the status of an item in a state as each release held it, newest first; equal neighbours once."""
        framework, item = snapshot.framework, snapshot.framework.item(item_id)
        found: list[CellVersion] = []
        for release in self._releases(snapshot, f"{WorkbookKind.TRACKER}/{country}/"):
            held = self._core.held(release.number)
            rows = [row for row in held.statements if (row.country, row.item) == (country, item_id)]
            records = gather(rows, held.sources, levels=in_round(framework, snapshot.as_of))
            status = item_status(item, country, records, on=snapshot.as_of, method=framework.method)
            known = [row for indicator in status.indicators for row in indicator.statements]
            reasons = dict.fromkeys(row.revision_reason for row in known if row.revision_reason)
            found.append(CellVersion(release, status, tuple(reasons)))
        return tuple(_changed(found))

    def of_figure(self, snapshot: Snapshot, figure: Observation) -> tuple[FigureVersion, ...]:
        """Return a figure as each release that replaced its rows showed it, newest first."""
        found: list[FigureVersion] = []
        kind = WorkbookKind.PARTNERS if figure.partner else WorkbookKind.STATISTICS
        for release in self._releases(snapshot, f"{kind}/{figure.country}/{figure.source_id}"):
            rows = self._core.shown(release.number).observations
            same = next((row for row in rows if row.observation_id == figure.observation_id), None)
            if same is not None and (not found or found[-1].figure != same):
                found.append(FigureVersion(release, same))
        return tuple(reversed(found))

    def _releases(self, snapshot: Snapshot, block: str) -> tuple[Release, ...]:
        """Return the releases that replaced a block, the oldest first, and no more than can be read quickly."""
        known = (each for each in self._core.releases() if each.number <= snapshot.release.number)
        return tuple(each for each in known if any(key.startswith(block) for key in each.blocks))[-SHOWN:]


def _happened(report: LaterReport) -> tuple[date, date]:
    since = report.statement.since
    return (first_day(since) if since else report.source.date), report.source.date


def _changed(versions: list[CellVersion]) -> Iterator[CellVersion]:
    """Yield the versions that differ from the one before them, newest first."""
    for before, after in reversed(list(zip([None, *versions], versions, strict=False))):
        if before is None or before.shown != after.shown:
            yield after
