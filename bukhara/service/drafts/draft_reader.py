"""Reads drafts: who may see which, the stored file, and the findings of the check."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bukhara import workbook
from bukhara.access import Action, decide
from bukhara.errors import DraftConflict
from bukhara.model.access import Actor
from bukhara.model.codes import Severity
from bukhara.model.draft import Draft, DraftState
from bukhara.model.finding import Finding
from bukhara.model.messages import N_
from bukhara.service.core import Core
from bukhara.service.drafts import uploads
from bukhara.service.drafts.transitions import Step, transition
from bukhara.service.reading.memo import Memo
from bukhara.service.workbooks.record_comparison import beside_record, check_context
from bukhara.store import FrameworkVersion, accounts, audit_log, draft_events, drafts, headings, originals, questions
from bukhara.store.questions import CellQuestion
from bukhara.workbook import WorkbookReading
from bukhara.workbook.reading.inspection import Watch
from bukhara.workbook.reading.sheet_grid import SheetGrid

PERSONS = N_(
    "“{place}” begins data about persons: names, telephones, days of birth or papers. The record names institutions "
    "only: please delete such data and send the numbers alone. Nothing was kept."
)
NOT_SENT = N_("This draft is with the commission that made it. The commission alone sends it on.")
FASTER = N_(
    "{who} was faster ({moment}); this page shows what was done. Your note, if you wrote one, is kept for the "
    "secretariat."
)
NO_FILE = N_("The file was deleted when the draft was closed. The receipt says what happened to it.")
OTHER_SUBJECT = N_(
    "The workbook is no longer recognised as one of the state for which it was sent. Please send it again."
)
NO_SUCH_BASE = N_("The workbook was made from a release that is not here. Please copy the changes to a new template.")
SENT = (DraftState.IN_REVIEW, DraftState.APPROVED)
"""What was sent for review and is still open: its round may be closed since then; the commission sees it."""
_OTHER_SHEETS = frozenset({"unknown-sheet", "hidden-sheet"})
KEPT = 32
"""How many readings are kept in memory."""


class NotRead(DraftConflict):
    """The file could not be read to its end; that does not mean that it has errors."""


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """The rows and findings of a draft's file, and the framework that its release would have.

    `key` names the rows: it is that of no other file, framework, headings, release or rounds.
    """

    reading: WorkbookReading
    framework_version: FrameworkVersion
    key: Hashable = None


class DraftReader:
    """Finds drafts for those who may see them. A draft that the reader may not see is reported as missing.

    What is not sent for review belongs to its author and the colleagues: those of the same commission, or the
    secretariat. Whoever approves sees also what was sent once, such as what was sent back; only its author's side moves
    it on.
    """

    def __init__(self, core: Core) -> None:
        self._core = core
        # one that was not read to its end is too large to be kept: the next one may be complete
        self._readings: Memo[WorkbookReading] = Memo(KEPT, lambda each: KEPT + 1 if uploads.is_unfinished(each) else 1)
        self._beside: Memo[WorkbookReading] = Memo(KEPT)
        self._grids: Memo[tuple[SheetGrid, ...]] = Memo(2)

    def listed(self, actor: Actor) -> tuple[Draft, ...]:
        """Return the drafts that `actor` may see, newest first."""
        self._core.authorize(actor, Action.PREVIEW)
        with self._core.opened().connect() as connection:
            found, commissions = drafts.listed(connection), accounts.commissions(connection)
        return tuple(draft for draft in found if _may_see(actor, draft, commissions))

    def draft(self, actor: Actor, draft_id: int) -> Draft:
        """Return a draft that `actor` may see."""
        self._core.authorize(actor, Action.PREVIEW)
        with self._core.opened().connect() as connection:
            return self.within(connection, actor, draft_id)

    def may_move(self, actor: Actor, draft: Draft) -> bool:
        """Return whether the next step is with the side of `actor`: of what is with its author, the author's alone."""
        with self._core.opened().connect() as connection:
            is_own = _is_own(actor, draft, accounts.commissions(connection))
        return is_own or draft.state not in (DraftState.DRAFT, DraftState.WITHDRAWN)

    def to_step(self, actor: Actor, draft_id: int, step: Step, note: str = "") -> Draft:
        """Return a draft with which `actor` may take a step, or has published it; else raise DraftConflict.

        Whoever comes second reads who did what, and when; the note is kept for the secretariat.
        """
        draft = self.draft(actor, draft_id)
        is_own = self.may_move(actor, draft)
        if is_own and transition(draft.state, step, two_persons=self._core.settings.two_persons):
            return draft
        with self._core.opened().transaction() as connection:
            last = audit_log.newest_step(connection, draft_id)
            is_early = (draft.state, step) == (DraftState.IN_REVIEW, Step.PUBLISH)  # two persons are needed
            is_second = last and last.actor != actor.name and not (is_early or last.action.endswith("receive"))
            if is_second and note.strip() not in ("", draft.note):
                told: dict[str, Any] = {"words": note, "asked_by": actor.name, "asked_at": self._core.now()}
                questions.add(connection, CellQuestion(draft_id=draft_id, country="", **told))
        if last and is_second:
            moment = datetime.fromisoformat(last.at).astimezone(ZoneInfo(self._core.settings.time_zone))
            raise DraftConflict(FASTER, who=last.actor, moment=f"{moment:%Y-%m-%d %H:%M}")
        if (draft.state, step) != (DraftState.PUBLISHED, Step.PUBLISH):
            raise DraftConflict(step.message if is_own else NOT_SENT)
        return draft

    def within(self, connection: Connection, actor: Actor, draft_id: int) -> Draft:
        """Return a draft, read in an open transaction."""
        draft = drafts.find(connection, draft_id)
        if draft is None or not _may_see(actor, draft, accounts.commissions(connection)):
            raise DraftConflict(N_("There is no such draft."))
        return draft

    def content(self, draft: Draft) -> bytes:
        """Return the file; raise DraftConflict after it was deleted."""
        with self._core.opened().connect() as connection:
            content = drafts.file(connection, draft.draft_id)
        if content is None:
            raise DraftConflict(NO_FILE)
        return content

    def read(
        self, content: bytes, file_name: str, file_hash: str, subject: str = "", watch: Watch | None = None
    ) -> CheckedDraft:
        """Return the reading of a file under the current framework, from a cache if it was read before.

        `subject` is the subject of the workbook, if known: its own headings are read too. Raises DraftConflict if the
        user stopped the check.
        """
        framework_version = self._core.framework_version()
        framework, known = self._core.framework_of(framework_version), self._headings(subject)
        reading = self._readings.get(
            (file_hash, framework_version.framework_text, known),
            lambda: uploads.read(content, file_name, framework, known, watch),
        )
        if uploads.is_unfinished(reading) and watch and watch.stopped():
            raise DraftConflict(uploads.STOPPED)
        return CheckedDraft(reading, framework_version)

    def _headings(self, subject: str) -> tuple[tuple[str, str], ...]:
        with self._core.opened().connect() as connection:
            remembered = headings.remembered(connection, subject)
        return tuple((heading.text, heading.column) for heading in remembered)

    def grids(self, content: bytes, file_hash: str) -> tuple[SheetGrid, ...]:
        """Return the cells of a workbook of another make, from a cache if they were read before."""
        return self._grids.get(file_hash, lambda: uploads.grids(content))

    def refuse_persons(self, content: bytes, file_hash: str, reading: WorkbookReading) -> None:
        """Raise DraftConflict for a file with data about persons on a sheet that is not ours: it is not kept."""
        is_foreign = uploads.is_of_another_make(reading)
        beside = {finding.sheet for finding in reading.findings if finding.code in _OTHER_SHEETS}
        for grid in self.grids(content, file_hash) if is_foreign or beside else ():
            if grid.persons and (is_foreign or grid.title in beside):
                raise DraftConflict(PERSONS, place=f"{grid.title}!{grid.persons}")

    def checked(self, draft: Draft, *, as_made: bool = False) -> CheckedDraft:
        """Return the reading of a draft's file under the current framework, checked against the current record.

        Findings stand where the file that was sent has them, or `as_made` at the cells of the workbook made of it.
        """
        checked = self.read(self.content(draft), draft.file_name, draft.file_hash, draft.subject)
        if uploads.is_unfinished(checked.reading):
            return checked
        now, in_time = check_context(self._core), draft.state in SENT
        framework_text, named = checked.framework_version.framework_text, self._headings(draft.subject)
        key = (draft.file_hash, framework_text, named, now, in_time, draft.base)
        beside = self._beside.get(
            key, lambda: beside_record(self._core, checked.reading, now, in_time=in_time, received_after=draft.base)
        )
        with self._core.opened().connect() as connection:
            made_of = originals.detail(connection, draft.draft_id)
        given = (Finding(**{**each, "severity": Severity(each["severity"])}) for each in made_of.get("form", ()))
        reading = workbook.with_findings(beside, given)
        return replace(checked, reading=reading if as_made or not made_of else workbook.at_own_cells(reading), key=key)

    def sound(self, draft: Draft) -> CheckedDraft:
        """Return the same for a file that can be published; raise DraftConflict if it has errors."""
        checked = self.checked(draft)
        if uploads.is_unfinished(checked.reading):
            raise NotRead(uploads.NOT_READ)
        if not checked.reading.acceptable:
            raise DraftConflict(N_("The workbook has errors. Please correct them in the file and send it again."))
        if uploads.subject_of(checked.reading, draft.subject) != draft.subject:
            raise DraftConflict(OTHER_SUBJECT)
        if (checked.reading.base_release or 0) > (self._core.opened().ready() or 0):
            raise DraftConflict(NO_SUCH_BASE)
        return checked

    def ask_author(self, connection: Connection, draft: Draft, why: str, by: str) -> None:
        """Store why a draft was sent back: for the commission that has it again, else for the secretariat alone."""
        told = accounts.commissions(connection).get(draft.created_by, "") if draft.is_returned else ""
        at = draft.moved_at or draft.created_at
        asked = CellQuestion(draft_id=draft.draft_id, country=told, words=why, asked_by=by, asked_at=at)
        questions.add(connection, asked)

    def note(
        self, connection: Connection, who: str, action: str, draft: Draft, /, answers: str = "", **detail: object
    ) -> None:
        """Write a row of the audit log about a draft, and the event of its round, in the transaction of the step."""
        draft_events.note(connection, draft, by=who, now=self._core.now(), answers=answers)
        named = {"draft": draft.draft_id, "subject": draft.subject, "file": draft.file_hash, **detail}
        self._core.audit(connection, who, action, **named)


def _may_see(actor: Actor, draft: Draft, commissions: Mapping[str, str]) -> bool:
    if not decide(actor, Action.PREVIEW, draft.subject).allowed:
        return False
    if draft.state in (*SENT, DraftState.PUBLISHED) or _is_own(actor, draft, commissions):
        return True
    return bool(draft.submitted_by) and decide(actor, Action.APPROVE, draft.subject).allowed


def _is_own(actor: Actor, draft: Draft, commissions: Mapping[str, str]) -> bool:
    """Return whether `actor` or a colleague made the draft; `commissions` has the state of each commission's account.

    What no commission made is the secretariat's.
    """
    if draft.created_by in (actor.name, *commissions):
        return draft.created_by == actor.name or commissions[draft.created_by] == actor.country
    return decide(actor, Action.PREVIEW, "").allowed
