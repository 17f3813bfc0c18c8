"""A draft beside the record of now: what it changes, what a reader would see of it, what is to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.errors import BaseOutdated, DraftConflict, ReleaseUnknown
from bukhara.service.core import submission
from bukhara.service.drafts import checklist
from bukhara.service.drafts.foreseeing import came_between
from bukhara.service.drafts.preview import effect_of, late, newest, rehearsal, workbook_changes
from bukhara.service.drafts.receipts import places_of
from bukhara.service.drafts.transitions import own_work
from bukhara.service.memo import Memo
from bukhara.store import drafts, publishing
from bukhara.views.workbook_changes import WorkbookChanges

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bukhara.model.access import Actor
    from bukhara.model.draft import Draft
    from bukhara.model.release import Release, Snapshot
    from bukhara.service.core import Core
    from bukhara.service.drafts.checklist import Check
    from bukhara.service.drafts.draft_reader import Filed
    from bukhara.views.effect import Effect
    from bukhara.workbook import WorkbookReading

NEIGHBOURS = 16


class Comparing:
    """Compares what lies at the desk with the record; it allows nothing and changes nothing."""

    def __init__(self, core: Core, filed: Filed) -> None:
        """Stand on the core and on the drafts; effects are kept by file, record and framework."""
        self._core = core
        self._filed = filed
        self._effects: Memo[Effect] = Memo(16)

    def changes(self, reading: WorkbookReading) -> WorkbookChanges:
        """Return what a file changes, row by row, against the record of now; nothing where it cannot be read."""
        if reading.kind is None:
            return WorkbookChanges(())
        return workbook_changes(
            newest(self._core), submission(reading), held=self._core.held, places=places_of(reading)
        )

    def rehearsal(self, draft: Draft) -> Snapshot:
        """Return what would be shown if the draft were published now."""
        return rehearsal(self._core, [submission(self._filed.sound(draft).reading)], str(draft.draft_id))

    def effect(self, draft: Draft) -> Effect:
        """Return what publishing the draft would move for a reader; the page and its checklist ask for it alike."""
        core, reading = self._core, self._filed.sound(draft).reading
        key = (draft.draft_id, draft.file_hash, newest(core).release.number, core.edition().framework_text)
        return self._effects.get(key, lambda: effect_of(core, [submission(reading)], str(draft.draft_id)))

    def between(self, draft: Draft) -> tuple[Release, ...]:
        """Return the releases after the draft's base that changed the rows it changes, with those blocks alone."""
        reading = self._filed.judged(draft).reading
        if reading.kind is None:
            return ()
        asked = submission(reading)
        blocks = late(newest(self._core), [asked], self._core.held)
        return came_between(self._core.releases(), asked.base or 0, blocks)

    def checklist(self, draft: Draft, actor: Actor) -> tuple[Check, ...]:
        """Return what is to be looked at before the draft is approved."""
        reading = self._filed.judged(draft).reading
        facts = checklist.Facts(
            reading=reading,
            changes=self.changes(reading),
            note=draft.note,
            between=self.between(draft),
            others=self._others(draft, reading),
            effect=self._effect(draft, reading),
            own_work=self._core.settings.two_persons and own_work(draft, actor),
        )
        return checklist.checks(facts)

    def _effect(self, draft: Draft, reading: WorkbookReading) -> Effect | None:
        if not reading.acceptable:
            return None
        try:
            return self.effect(draft)
        except (BaseOutdated, ReleaseUnknown):
            return None

    def _others(self, draft: Draft, reading: WorkbookReading) -> tuple[int, ...]:
        """Return the newest open drafts of the same subject that change the same blocks.

        Each of them is read for it, and somebody may leave hundreds lying: as many are asked as readings are kept.
        """
        with self._core.opened().reading() as connection:
            found = [each for each in drafts.listed(connection) if each.state in drafts.OPEN]
        same = [each for each in found if each.subject == draft.subject and each.draft_id != draft.draft_id]
        readings = [(each.draft_id, self._readable(each)) for each in same[:NEIGHBOURS]]
        with self._core.opened().reading() as connection:
            mine = self._touched(connection, reading)
            theirs = [(draft_id, self._touched(connection, each)) for draft_id, each in readings if each]
        return tuple(draft_id for draft_id, blocks in theirs if mine & blocks)

    def _readable(self, draft: Draft) -> WorkbookReading | None:
        try:
            return self._filed.sound(draft).reading
        except DraftConflict:  # with errors, or closed by somebody at this moment
            return None

    def _touched(self, connection: Connection, reading: WorkbookReading) -> set[str]:
        return set() if reading.kind is None else set(publishing.touched(connection, [submission(reading)]))
