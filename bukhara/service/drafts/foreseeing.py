"""What one workbook would do if it were published now, and what stands in its way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bukhara.service.core import submission
from bukhara.service.drafts.preview import effect_of, late, newest, rows_between, workbook_changes
from bukhara.service.drafts.receipts import places_of

if TYPE_CHECKING:
    from bukhara.model.release import Release
    from bukhara.service.core import Core
    from bukhara.views.effect import Effect
    from bukhara.views.workbook_changes import WorkbookChanges
    from bukhara.workbook import WorkbookReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """What a workbook changes and what a reader would see of it; `effect` is None where publishing is refused.

    `between` are the releases after its base that changed the same rows (with those blocks alone), `theirs` what they
    did to these rows.
    """

    base: int | None
    newest: int
    changes: WorkbookChanges
    effect: Effect | None
    between: tuple[Release, ...]
    theirs: WorkbookChanges | None


def foreseen(core: Core, reading: WorkbookReading, name: str) -> Foreseen:
    """Return what publishing a readable workbook would do; `name` names the rehearsal.

    Raises ReleaseUnknown for a base that the store never had.
    """
    now, asked = newest(core), submission(reading)
    theirs = late(now, [asked], core.held)
    changed = workbook_changes(now, asked, held=core.held, places=places_of(reading))
    return Foreseen(
        base=asked.base,
        newest=now.release.number,
        changes=changed,
        effect=None if theirs else effect_of(core, [asked], name),
        between=came_between(core.releases(), asked.base or 0, theirs),
        theirs=rows_between(core.held(asked.base), now, theirs) if theirs and asked.base else None,
    )


def came_between(releases: tuple[Release, ...], base: int, blocks: tuple[str, ...]) -> tuple[Release, ...]:
    """Return the releases after a base that changed any of these blocks, each with those of them that it changed."""
    after = (release for release in releases if release.number > base)
    theirs = (replace(each, blocks=tuple(block for block in each.blocks if block in blocks)) for each in after)
    return tuple(each for each in theirs if each.blocks)
