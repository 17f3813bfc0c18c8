"""What releases held before the present one: the earlier versions of a status and of a figure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bukhara.model.codes import WorkbookKind
from bukhara.model.observation import Observation
from bukhara.model.release import Release, Snapshot
from bukhara.model.revision import EditionRevisions, Revision
from bukhara.service.core import Core
from bukhara.service.reading.memo import Memo
from bukhara.situation.situation import Situation, situation_of


@dataclass(frozen=True, slots=True)
class CellVersion:
    """The status of an item in a state as a release held it, and the reasons given for revisions of its rows."""

    release: Release
    status: Situation
    reasons: tuple[str, ...]

    @property
    def shown(self) -> tuple[object, ...]:
        """All that a page shows of the version, to tell whether it differs from another."""
        return self.status.mark, self.status.since, self.status.valid_until, self.status.level, self.reasons


@dataclass(frozen=True, slots=True)
class FigureVersion:
    """A figure as a release showed it."""

    release: Release
    figure: Observation


SHOWN = 8
"""The most releases that a history goes back: each of them has to be read."""


class RecordHistory:
    """Reads the earlier versions of what a snapshot holds."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._figures: Memo[dict[str, Observation]] = Memo(SHOWN)

    def of_cell(self, snapshot: Snapshot, country: str, item_id: str) -> tuple[CellVersion, ...]:
        """Return the status of an item in a state as each release held it, newest first; equal neighbours once."""
        framework = snapshot.framework
        found: list[CellVersion] = []
        for release in self._releases(snapshot, f"{WorkbookKind.TRACKER}/{country}/"):
            held = self._core.shown_contents(release.number)
            rows = [row for row in held.statements if (row.country, row.item) == (country, item_id)]
            then = self._core.snapshot(release=release.number)
            if then.as_of > snapshot.as_of:
                then = self._core.snapshot(snapshot.as_of, release=release.number)
            then = replace(then, framework=framework, statements=tuple(rows), sources=held.sources)
            status = situation_of(then, country, item_id)
            known = [row for indicator in status.indicators for row in indicator.statements]
            reasons = dict.fromkeys(row.revision_reason for row in known if row.revision_reason)
            found.append(CellVersion(release, status, tuple(reasons)))
        return tuple(_changed(found))

    def of_figure(self, snapshot: Snapshot, figure: Observation) -> tuple[FigureVersion, ...]:
        """Return a figure as each release that replaced its rows showed it, newest first."""
        found: list[FigureVersion] = []
        kind = WorkbookKind.PARTNERS if figure.partner else WorkbookKind.STATISTICS
        for release in self._releases(snapshot, f"{kind}/{figure.country}/{figure.source_id}"):
            same = self._figures_of(release).get(figure.observation_id)
            if same is not None and (not found or found[-1].figure != same):
                found.append(FigureVersion(release, same))
        return tuple(reversed(found))

    def _figures_of(self, release: Release) -> dict[str, Observation]:
        """Return the figures of a release as it showed them, by their ids."""
        held = self._core.shown_contents(release.number)
        key = (release.number, len(held.withdrawn))
        return self._figures.get(key, lambda: {row.observation_id: row for row in reversed(held.observations)})

    def editions_of(self, snapshot: Snapshot, figure: Observation) -> tuple[tuple[EditionRevisions, Revision], ...]:
        """Return the editions of its data set that revised a figure, newest first, each with the revision."""
        found, current = [], figure.observation_id
        for edition in reversed(self._core.revisions(snapshot)):
            for revision in edition.changed:
                if revision.after and revision.before and revision.after.observation_id == current:
                    found.append((edition, revision))
                    current = revision.before.observation_id
                    break
        return tuple(found)

    def _releases(self, snapshot: Snapshot, block: str) -> tuple[Release, ...]:
        """Return the releases that replaced a block, the oldest first, and no more than can be read quickly."""
        known = (each for each in self._core.releases() if each.number <= snapshot.release.number)
        return tuple(each for each in known if any(key.startswith(block) for key in each.blocks))[-SHOWN:]


def _changed(versions: list[CellVersion]) -> Iterator[CellVersion]:
    """Yield the versions that differ from the one before them, newest first."""
    for before, after in reversed(list(zip([None, *versions], versions, strict=False))):
        if before is None or before.shown != after.shown:
            yield after
