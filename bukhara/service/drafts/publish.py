"""Publishes drafts, on request or at their time: each once, and completely or not at all."""

import logging
from dataclasses import replace

from sqlalchemy import Connection

from bukhara.access import Action
from bukhara.errors import BaseOutdated, DraftConflict, FrameworkInvalid, ReleaseUnknown, StoreUnavailable
from bukhara.exports.receipt import to_text
from bukhara.model.access import PROGRAM, Actor
from bukhara.model.audit import AuditAction
from bukhara.model.draft import Draft, DraftState
from bukhara.model.messages import N_
from bukhara.model.release import Release
from bukhara.model.round import RoundEventKind
from bukhara.service.core import Core
from bukhara.service.drafts import receipts, schedule
from bukhara.service.drafts.draft_reader import CheckedDraft, DraftReader, NotRead
from bukhara.service.drafts.preview import workbook_changes
from bukhara.service.drafts.transitions import CLEARED, Step, required_note, transition
from bukhara.service.drafts.warnings_ack import confirmed, refuse_unasked_removal, refuse_unseen
from bukhara.service.publish_result import as_submission
from bukhara.store import audit_log, draft_events, drafts, publishing, reading
from bukhara.store.row_merge import merge_rows

NOT_AT_THE_HOUR = N_("It could not be published at the set time. Please look at it again and approve it again.")
EXPIRED = N_("Nobody sent it for review in time, so it was withdrawn. Please send the file again if it is needed.")
EARLY = N_("The state was told a later first day of publication. Please write why it is published before that day.")
_LOG = logging.getLogger(__name__)


class Publisher:
    """Publishes drafts."""

    def __init__(self, core: Core, reader: DraftReader) -> None:
        self._core, self._reader = core, reader

    def publish(
        self, actor: Actor, draft_id: int, note: str = "", *, seen: str = "", removal: str = "", early: str = ""
    ) -> Release:
        """Publish a draft completely or not at all; one that `actor` published gives the same release again.

        A draft that changes nothing makes no release: it is closed, and the newest release is returned. `seen` is the
        fingerprint as in `approve`, `removal` the number of rows that the user agreed to take out of the record,
        `early` why it is published before the day that its state was told. Raises BaseOutdated if the same rows were
        changed after its base.
        """
        draft = self._reader.to_step(actor, draft_id, Step.PUBLISH, note)
        self._core.authorize(actor, Action.PUBLISH, draft.subject)
        if draft.state is not DraftState.PUBLISHED:
            self._refuse_closed_or_held(draft)
            why, checked = required_note(note or draft.note), self._reader.sound(draft)
            refuse_unseen(checked.reading, seen)
            refuse_unasked_removal(checked.reading, seen, removal)
            with self._core.opened().transaction() as connection:
                draft = self._reader.within(connection, actor, draft_id)
                if draft.state is not DraftState.PUBLISHED:
                    self._refuse_closed_or_held(draft)
                    self._release(connection, draft, checked, actor=actor.name, note=why, early=early)
            draft = self._reader.to_step(actor, draft_id, Step.PUBLISH, note)
        return self._core.release(draft.release) if draft.release else self._core.opened().releases()[-1]

    def publish_due(self) -> None:
        """Publish the drafts that are due, withdraw those that expired, and delete the files of those withdrawn.

        A draft that is due and cannot be published goes back to review.

        If the store cannot be written, this is only logged: readers get the record as it is, and the next call tries
        again.
        """
        now, days = self._core.now(), self._core.settings.draft_days
        with self._core.opened().connect() as connection:
            waiting = drafts.waiting(connection)
        try:
            for draft in waiting:
                hour = draft.publish_at if draft.state is DraftState.APPROVED else schedule.expires_at(draft, days)
                if hour is None or hour > now:
                    continue
                if draft.state is DraftState.APPROVED:
                    self._publish_or_put_back(draft)
                else:
                    self._expire(draft)
        except StoreUnavailable as trouble:
            _LOG.warning("what is due is published at the next request: %s", trouble)

    def _expire(self, draft: Draft) -> None:
        with self._core.opened().transaction() as connection:
            state, is_same = DraftState.WITHDRAWN, drafts.find(connection, draft.draft_id) == draft
            if is_same and draft.state is state:
                drafts.drop_file(connection, draft.draft_id)
            elif is_same:
                after = drafts.move(connection, draft, state=state, note=EXPIRED, moved_at=self._core.now())
                self._reader.note(connection, PROGRAM, AuditAction.DRAFT_EXPIRE, after)

    def _publish_or_put_back(self, draft: Draft) -> None:
        try:
            checked, who = self._reader.sound(draft), draft.approved_by
            with self._core.opened().transaction() as connection:
                # Of several workers that found it due, the first has changed it.
                if drafts.find(connection, draft.draft_id) == draft:
                    self._release(connection, draft, checked, actor=who, note=draft.note)
        except NotRead:
            _LOG.warning("draft %d is due and could not be read now; it is tried again", draft.draft_id)
        except (BaseOutdated, DraftConflict, FrameworkInvalid, ReleaseUnknown) as trouble:
            with self._core.opened().transaction() as connection:
                if drafts.find(connection, draft.draft_id) == draft:
                    now = self._core.now()
                    after = drafts.move(connection, draft, state=DraftState.IN_REVIEW, moved_at=now, **CLEARED)
                    self._reader.ask_author(connection, after, NOT_AT_THE_HOUR, PROGRAM)
                    self._reader.note(
                        connection, draft.approved_by, AuditAction.DRAFT_PUT_BACK, after, reason=str(trouble)
                    )

    def _release(
        self, connection: Connection, draft: Draft, checked: CheckedDraft, *, actor: str, note: str, early: str = ""
    ) -> Draft:
        """Publish what the draft changes and close it, in the open transaction: rows, receipt, state and audit row.

        A draft that changes nothing gets no release. Raises BaseOutdated if the same rows were changed after its base,
        DraftConflict without a reason before the day that the state was told.
        """
        core, promised = self._core, draft_events.promised(connection, draft, on=self._core.today())
        given = audit_log.details_of(connection, AuditAction.DRAFT_APPROVE) if promised else []
        reasons = [early.strip(), *(it.get("early", "") for _, it in given[::-1] if it["draft"] == draft.draft_id)]
        if promised and not (early := next(filter(None, reasons[:2]), "")):
            raise DraftConflict(EARLY)
        asked, before = as_submission(checked.reading, received_after=draft.base), reading.latest(connection)
        assert before is not None, "a store with drafts has a release"
        places = receipts.places_of(checked.reading)
        found = merge_rows([asked], core.stored_contents(before), core.stored_contents)
        changes = workbook_changes(found, asked, places)
        detail = {
            "draft": draft.draft_id,
            "file": draft.file_hash,
            "made_by": draft.created_by,
            "submitted_by": draft.submitted_by,
            "approved_by": draft.approved_by,
            **confirmed(checked.reading),
        }
        stamp = replace(core.stamp(actor, note, checked.framework_version), detail=detail)
        number = publishing.publish(connection, [asked], stamp)
        is_new = number != before
        receipt = receipts.receipt_of(
            draft,
            checked.reading,
            changes,
            release=number,
            changed=is_new,
            who=actor,
            at=stamp.now,
            note=note,
            promised=promised,
            early=early,
        )
        drafts.keep_receipt(connection, draft.draft_id, number, to_text(receipt))
        drafts.drop_file(connection, draft.draft_id)
        state, made = DraftState.PUBLISHED, number if is_new else None
        after = drafts.move(connection, draft, state=state, release=made, note=note)
        draft_events.note(connection, after, by=actor, now=core.now())
        if checked.reading.confirmations:
            kind = RoundEventKind.CONFIRMED
            draft_events.note_words(connection, draft.subject, kind, by=actor, now=core.now())
        return after

    def _refuse_closed_or_held(self, draft: Draft) -> None:
        if transition(draft.state, Step.PUBLISH, two_persons=self._core.settings.two_persons) is None:
            raise DraftConflict(Step.PUBLISH.message)
        if draft.publish_at is not None and draft.publish_at > self._core.now():
            raise DraftConflict(schedule.HELD)
