"""What publishing a draft, or any workbook, would change: rows, what readers see, and what to check before approval."""

from dataclasses import dataclass

from bukhara.errors import BaseOutdated, ReleaseUnknown
from bukhara.model.access import Actor
from bukhara.model.draft import Draft
from bukhara.model.release import Release, Snapshot, with_blocks
from bukhara.service.core import Core
from bukhara.service.drafts import checklist
from bukhara.service.drafts.checklist import Check
from bukhara.service.drafts.draft_reader import DraftReader
from bukhara.service.drafts.preview import effect_of, preview_snapshot, workbook_changes
from bukhara.service.drafts.receipts import NOTHING, places_of
from bukhara.service.drafts.transitions import own_work
from bukhara.service.publish_result import as_submission
from bukhara.service.reading.memo import Memo
from bukhara.service.workbooks.series_joins import FigureFit, new_figures
from bukhara.store.row_merge import merge_rows
from bukhara.views.releases.effect import Effect
from bukhara.views.releases.workbook_changes import AsShown, WorkbookChanges, shown_otherwise
from bukhara.workbook import WorkbookReading

ROWS_KEPT = 300_000
"""How many changed rows of drafts are kept in memory."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A draft beside the record: the rows that it changes, and who changed the same since its base.

    The rows are compared with the newest release; where others changed the same, with the base, so that they are the
    draft's own. `figures` are those that the record does not have yet.
    """

    changes: WorkbookChanges = NOTHING
    between: tuple[Release, ...] = ()
    figures: tuple[FigureFit, ...] = ()


class DraftComparison:
    """Compares drafts with the newest release. It checks no permission and changes nothing."""

    def __init__(self, core: Core, drafts: DraftReader) -> None:
        self._core = core
        self._drafts = drafts
        self._effects: Memo[Effect] = Memo(16)
        self._as_shown: Memo[tuple[AsShown, ...]] = Memo(ROWS_KEPT, lambda each: 1 + len(each))
        self._beside: Memo[Beside] = Memo(ROWS_KEPT, lambda each: 1 + len(each.changes.rows))

    def beside(self, draft: Draft) -> Beside:
        """Return a draft beside the newest release; nothing if its file cannot be read."""
        checked = self._drafts.checked(draft)
        if checked.reading.kind is None:
            return Beside()
        key = (draft.draft_id, draft.base, checked.key)
        return self._beside.get(key, lambda: beside_of(self._core, checked.reading, draft.base))

    def prepare(self, draft: Draft) -> None:
        """Read and compare a draft, so that its page has only to look up what it shows."""
        self.beside(draft)
        if self._effect(draft, self._drafts.checked(draft).reading):
            self.as_shown(draft)

    def effect(self, draft: Draft) -> Effect:
        """Return the changes that readers would see after publication; kept for one day, for page and checklist."""
        core, reading = self._core, self._drafts.sound(draft).reading
        return self._effects.get(
            self._key(draft),
            lambda: effect_of(core, [as_submission(reading, received_after=draft.base)], str(draft.draft_id)),
        )

    def preview(self, draft: Draft) -> Snapshot:
        """Return the snapshot that readers would get if the draft were published now."""
        asked = as_submission(self._drafts.sound(draft).reading, received_after=draft.base)
        return preview_snapshot(self._core, [asked], str(draft.draft_id))

    def as_shown(self, draft: Draft) -> tuple[AsShown, ...]:
        """Return the figures that the disclosure rule protects, as given and as shown, for those who see the file.

        Kept for one day.
        """
        return self._as_shown.get(self._key(draft), lambda: self._shown_otherwise(draft))

    def _shown_otherwise(self, draft: Draft) -> tuple[AsShown, ...]:
        tomorrow = self.preview(draft)
        today = self._core.snapshot(release=tomorrow.release.number)
        return tuple(shown_otherwise(self.beside(draft).changes, today, tomorrow))

    def _key(self, draft: Draft) -> tuple[object, ...]:
        core = self._core
        text = core.framework_version().framework_text
        return (draft.draft_id, draft.file_hash, core.newest().release.number, text, core.today())

    def checklist(self, draft: Draft, actor: Actor) -> tuple[Check, ...]:
        """Return the checks before the draft is approved."""
        reading = self._drafts.checked(draft).reading
        return checklist.checks(
            reading,
            self.beside(draft).changes,
            effect=self._effect(draft, reading),
            own_work=self._core.settings.two_persons and own_work(draft, actor),
        )

    def _effect(self, draft: Draft, reading: WorkbookReading) -> Effect | None:
        if not reading.acceptable:
            return None
        try:
            return self.effect(draft)
        except (BaseOutdated, ReleaseUnknown):
            return None


def beside_of(core: Core, reading: WorkbookReading, received_after: int | None = None) -> Beside:
    """Return a readable workbook beside the newest release; without a base it is compared with `received_after`.

    Raises ReleaseUnknown for a base that the store never had.
    """
    newest, asked = core.newest(), as_submission(reading, received_after=received_after)
    found = merge_rows([asked], newest, core.stored_contents)
    return Beside(
        changes=workbook_changes(found, asked, places_of(reading)),
        between=with_blocks(
            core.releases()[asked.base or received_after or 0 :], set(map(str, found.late)).__contains__
        ),
        figures=tuple(new_figures(reading, newest, core.framework_of(newest))),
    )
