"""What the page of a draft shows, asked of the service once; a closed or faulty draft has less of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bukhara.model.access import Actor
from bukhara.model.codes import Severity
from bukhara.model.draft import Draft, DraftState
from bukhara.model.groups import group_by
from bukhara.model.release import Release
from bukhara.service import FindingGroup, Service, WorkbookReading, grouped
from bukhara.service.drafts.checklist import Check
from bukhara.service.drafts.transitions import Step
from bukhara.service.drafts.uploads import is_of_another_make
from bukhara.service.drafts.warnings_ack import fingerprint
from bukhara.service.workbooks.series_joins import FigureFit
from bukhara.views.releases.effect import Effect
from bukhara.views.releases.workbook_changes import AsShown, WorkbookChanges
from office.names import CLOSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One draft with what is known of it; `between` are the releases that changed the same rows meanwhile.

    `waiting` says that it is still being read and compared.
    `promised` are the later days of publication that states were told.
    `seen` is a fingerprint of the warnings that the page shows; approval is refused if it no longer matches.
    """

    draft: Draft
    steps: frozenset[Step]
    reading: WorkbookReading | None = None
    changes: WorkbookChanges | None = None
    effect: Effect | None = None
    as_shown: tuple[AsShown, ...] = ()
    checks: tuple[Check, ...] = ()
    between: tuple[Release, ...] = ()
    released: Release | None = None
    seen: str = ""
    waiting: bool = False
    promised: Mapping[str, date] = field(default_factory=dict)
    figures: tuple[FigureFit, ...] = ()

    @property
    def foreign(self) -> bool:
        """Whether the file has none of our sheets."""
        return self.reading is not None and not self.sound and is_of_another_make(self.reading)

    @property
    def readable(self) -> bool:
        """Whether the file could be read as one of our workbooks."""
        return self.reading is not None and self.reading.readable

    @property
    def sound(self) -> bool:
        """Whether it may be published."""
        return self.reading is not None and self.reading.acceptable

    @property
    def at(self) -> int:
        """The present one of the six steps: 2 to be corrected, 3 to be copied to a new workbook, 6 once published."""
        if self.draft.state is DraftState.PUBLISHED:
            return 6
        if self.between:
            return 3
        return 5 if self.sound else 2

    def findings(self, severity: Severity) -> tuple[tuple[str, tuple[FindingGroup, ...]], ...]:
        """Return the findings of a severity by sheet, in the order of their cells, those of one cause together."""
        found = grouped(each for each in (self.reading.findings if self.reading else ()) if each.severity is severity)
        return tuple((sheet, tuple(each)) for sheet, each in group_by(found, lambda each: each.first.sheet).items())


def review(service: Service, actor: Actor, draft_id: int) -> Review:
    """Return the draft; raise Refused if it does not exist or `actor` may not see it."""
    drafts = service.drafts
    draft = drafts.draft(actor, draft_id)
    steps = drafts.steps(actor, draft_id)
    if draft.state in CLOSED:
        return Review(draft=draft, steps=steps, released=service.release(draft.release) if draft.release else None)
    if not drafts.is_prepared(actor, draft_id):
        return Review(draft=draft, steps=steps & {Step.WITHDRAW}, waiting=True)
    reading, beside = drafts.reading(actor, draft_id), drafts.beside(actor, draft_id)
    is_sound, is_shown = reading.acceptable, reading.acceptable and not beside.between
    return Review(
        draft=draft,
        steps=steps if is_sound else steps & {Step.WITHDRAW},
        reading=reading,
        changes=beside.changes,
        effect=drafts.effect(actor, draft_id) if is_shown else None,
        as_shown=drafts.as_shown(actor, draft_id) if is_shown else (),
        checks=drafts.checklist(actor, draft_id) if is_sound else (),
        between=beside.between,
        seen=fingerprint(reading) if is_sound else "",
        figures=beside.figures,
        promised=drafts.promised(draft),
    )
