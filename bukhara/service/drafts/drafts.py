"""Drafts: receive, check, compare, preview, approve, publish."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from bukhara.access import Action, decide
from bukhara.errors import DraftConflict, FrameworkInvalid, Refused, ReleaseUnknown
from bukhara.exports.receipt import from_text
from bukhara.i18n.words import words_of
from bukhara.model.access import Actor
from bukhara.model.answer import LetterAnswer
from bukhara.model.audit import AuditAction
from bukhara.model.draft import Draft, DraftState, Origin
from bukhara.model.messages import N_
from bukhara.model.release import Snapshot
from bukhara.service.core import Core
from bukhara.service.drafts import letter_answers, receipts, schedule, uploads, warnings_ack
from bukhara.service.drafts.checklist import Check
from bukhara.service.drafts.draft_reader import NO_SUCH_BASE, SENT, DraftReader
from bukhara.service.drafts.impact import Beside, DraftComparison
from bukhara.service.drafts.publish import EARLY, Publisher
from bukhara.service.drafts.transitions import (
    CLEARED,
    NO_REASON,
    NOBODY_LEFT,
    OWN_WORK,
    Step,
    open_steps,
    own_work,
    required_note,
    transition,
)
from bukhara.service.publish_result import as_submission
from bukhara.service.reading.pending_requests import questions_of
from bukhara.service.workbooks.statement_languages import shown_in
from bukhara.service.workbooks.template_contents import contents_to_answer
from bukhara.store import accounts, draft_events, drafts, originals
from bukhara.store.originals import Original
from bukhara.store.row_merge import merge_rows
from bukhara.views.releases.effect import Effect
from bukhara.views.releases.workbook_changes import AsShown
from bukhara.views.rounds.board import asked_last
from bukhara.wing import functions
from bukhara.workbook import WorkbookReading
from bukhara.workbook.reading.inspection import Watch
from bukhara.workbook.writing.marks import marked
from bukhara.workbook.writing.template import write

__all__ = ["Check", "Drafts"]
MEGABYTE = 1024 * 1024
NO_RECEIPT = N_("This draft is not published yet, so it has no receipt.")
REPLACED = N_("A corrected workbook came in its place.")


class Drafts:
    """Everything that can be done with drafts; each method checks the permissions of the actor."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self.reader = DraftReader(core)
        self.drafts, self.draft = self.reader.listed, self.reader.draft
        self._comparison = DraftComparison(core, self.reader)
        self.publisher = Publisher(core, self.reader)
        self.publish = self.publisher.publish

    def receive(
        self,
        actor: Actor,
        file_name: str,
        content: bytes,
        *,
        subject: str = "",
        origin: Origin = Origin.WORKBOOK,
        watch: Watch | None = None,
    ) -> Draft:
        """Store a file as a draft, outside the record. The same file again gives the same open draft.

        Raises DraftConflict, with what to do, for a file that cannot be read as a workbook: it is not kept.
        """
        self._core.authorize(actor, Action.UPLOAD, subject or None)
        if len(content) > self._core.settings.max_upload_mb * MEGABYTE:
            raise DraftConflict(uploads.TOO_LARGE)
        name, file_hash = uploads.plain_name(file_name), uploads.hash_of(content)
        with self._core.opened().connect() as connection:
            kept = drafts.open_draft_of(connection, file_hash, actor.name)
            if kept is None:
                self._refuse_too_much(connection, actor, len(content))
        if kept is not None:
            self._core.authorize(actor, Action.UPLOAD, kept.subject)
            return kept
        reading = self.reader.read(content, name, file_hash, subject or actor.country, watch).reading
        of_wings = (make(self._core, actor, content, reading) for make in functions("makes"))
        made, detail = next(filter(None, of_wings), (content, {}))
        if detail:
            reading = self.reader.read(made, name, uploads.hash_of(made), actor.country, watch).reading
        uploads.refuse_unreadable(reading)
        self.reader.refuse_persons(made, uploads.hash_of(made), reading)
        if (reading.base_release or 0) > (self._core.opened().ready() or 0):
            raise DraftConflict(NO_SUCH_BASE)
        owner = uploads.owner_of(reading, subject or actor.country)
        self._core.authorize(actor, Action.UPLOAD, owner)
        draft = Draft(
            draft_id=0,
            subject=owner,
            origin=origin,
            state=DraftState.DRAFT,
            file_name=name,
            file_hash=uploads.hash_of(made),
            created_by=actor.name,
            created_at=self._core.now(),
            base=reading.base_release or self._core.opened().ready(),
            size=len(content),
        )
        with self._core.opened().transaction() as connection:
            kept = drafts.open_draft_of(connection, file_hash, actor.name)
            if kept is None:
                self._refuse_too_much(connection, actor, len(content))
                kept = drafts.add(connection, draft, content)
                self.reader.note(connection, actor.name, AuditAction.DRAFT_RECEIVE, kept)
            if detail and kept.file_hash == draft.file_hash:
                sent = Original(
                    draft_id=kept.draft_id, file_name=name, file_hash=file_hash, content=content, detail=detail
                )
                originals.keep(connection, sent, made)
            return kept

    def file(self, actor: Actor, draft_id: int) -> bytes:
        """Return the file as it was sent, also if a workbook was made of it."""
        draft = self.reader.draft(actor, draft_id)
        with self._core.opened().connect() as connection:
            original = originals.find(connection, draft_id)
        return original.content if original else self.reader.content(draft)

    def reading(self, actor: Actor, draft_id: int) -> WorkbookReading:
        """Return the rows and findings of the file, under the current framework."""
        return self.reader.checked(self.reader.draft(actor, draft_id)).reading

    def marked(self, actor: Actor, draft_id: int, language: str = "en") -> bytes:
        """Return the file as it was sent, with its findings marked and commented."""
        draft = self.reader.draft(actor, draft_id)
        with self._core.opened().connect() as connection:
            is_of_tables = "tables" in originals.detail(connection, draft_id)
        found = self.reader.checked(draft, as_made=not is_of_tables).reading.findings
        content = self.file(actor, draft_id) if is_of_tables else self.reader.content(draft)
        return marked(content, found, words_of(language))

    def is_prepared(self, actor: Actor, draft_id: int) -> bool:
        """Return whether a draft is read and compared while a page waits; it goes on where it is not."""
        draft = self.reader.draft(actor, draft_id)
        return self._core.preparation.is_done(draft.draft_id, lambda: self._comparison.prepare(draft))

    def beside(self, actor: Actor, draft_id: int) -> Beside:
        """Return the rows that the file changes, its new figures, and the releases that changed the same meanwhile."""
        return self._comparison.beside(self.reader.draft(actor, draft_id))

    def expires_at(self, draft: Draft) -> datetime | None:
        """Return when a draft that nobody sends for review is withdrawn, and the file of a withdrawn one deleted."""
        hour = schedule.expires_at(draft, self._core.settings.draft_days)
        return hour if hour and hour > self._core.now() else None

    def steps(self, actor: Actor, draft_id: int) -> frozenset[Step]:
        """Return the steps that `actor` may take with the draft now."""
        draft = self.reader.draft(actor, draft_id)
        steps = open_steps(draft, actor, two_persons=self._core.settings.two_persons)
        is_gone = draft.state is DraftState.WITHDRAWN and not self.expires_at(draft)
        return steps if self.reader.may_move(actor, draft) and not is_gone else frozenset()

    def newest_sent(self, actor: Actor) -> Draft | None:
        """Return the newest draft of the state of `actor` that is in review or approved, and can be previewed."""
        for draft in self.reader.listed(actor):
            if draft.state in SENT and draft.subject == actor.country and self._can_be_shown(draft):
                return draft
        return None

    def _can_be_shown(self, draft: Draft) -> bool:
        try:
            self._comparison.preview(draft)
        except (Refused, ReleaseUnknown, FrameworkInvalid):
            return False
        return True

    def preview(self, actor: Actor, draft_id: int) -> Snapshot:
        """Return the snapshot that readers would get if the draft were published now, disclosure guard included.

        Raises BaseOutdated if somebody changed the same rows after the release that the draft was made from.
        """
        return self._comparison.preview(self.reader.draft(actor, draft_id))

    def effect(self, actor: Actor, draft_id: int) -> Effect:
        """Return the changes that readers would see after publication; raise BaseOutdated as the preview does."""
        return self._comparison.effect(self.reader.draft(actor, draft_id))

    def as_shown(self, actor: Actor, draft_id: int) -> tuple[AsShown, ...]:
        """Return the figures that readers would see rounded or not at all; raise BaseOutdated as the preview does."""
        return self._comparison.as_shown(self.reader.draft(actor, draft_id))

    def checklist(self, actor: Actor, draft_id: int) -> tuple[Check, ...]:
        """Return the checks before this draft is approved, computed now."""
        return self._comparison.checklist(self.reader.draft(actor, draft_id), actor)

    def submit(self, actor: Actor, draft_id: int, note: str, *, seen: str = "", removal: str = "") -> Draft:
        """Send a draft for review; it must be free of errors. `seen` and `removal` are as in `publish`."""
        draft = self.reader.to_step(actor, draft_id, Step.SUBMIT, note)
        reading = self.reader.sound(draft).reading
        warnings_ack.refuse_unasked_removal(reading, seen, removal)
        if self._core.settings.two_persons and not self._can_be_approved(draft, actor):
            raise DraftConflict(NOBODY_LEFT)
        why, answers = required_note(note), self._answers(draft)
        return self._step(actor, draft_id, Step.SUBMIT, note=why, submitted_by=actor.name, answers=answers)

    def send_back(self, actor: Actor, draft_id: int, why: str = "") -> Draft:
        """Send a draft one step back; `why` is asked of its author, whose note stays. Its approval is deleted."""
        if not why.strip() and self.reader.to_step(actor, draft_id, Step.SEND_BACK).state is DraftState.IN_REVIEW:
            raise DraftConflict(NO_REASON)
        return self._step(actor, draft_id, Step.SEND_BACK, why=why.strip(), **CLEARED)

    def approve(
        self,
        actor: Actor,
        draft_id: int,
        publish_at: datetime | None = None,
        zone: str = "",
        *,
        seen: str = "",
        removal: str = "",
        early: str = "",
    ) -> Draft:
        """Approve a draft, to be published by hand or at a time; a time without an offset is in `zone`.

        `seen` is the fingerprint of the warnings that the user saw, `removal` and `early` as in `publish`. Raises
        DraftConflict if the warnings have changed, BaseOutdated if the same rows were changed after the draft's base.
        """
        draft = self.reader.to_step(actor, draft_id, Step.APPROVE)
        self._core.authorize(actor, Action.APPROVE, draft.subject)
        zone, now = zone or self._core.settings.time_zone, self._core.now()
        at = schedule.publication_time(publish_at, zone, now=now) if publish_at else None
        reading, why = self.reader.sound(draft).reading, early.strip()
        if at and not why and self.promised(draft, on=self._core.day_of(at)):
            raise DraftConflict(EARLY)
        warnings_ack.refuse_unseen(reading, seen)
        warnings_ack.refuse_unasked_removal(reading, seen, removal)
        asked, newest = as_submission(reading, received_after=draft.base), self._core.newest()
        merge_rows([asked], newest, self._core.stored_contents).refuse_outdated(newest.release.number)
        detail = {**warnings_ack.confirmed(reading), **({"early": why} if why else {})}
        given = {"approved_by": actor.name, "approved_at": now, "publish_at": at, "zone": zone if at else ""}
        return self._step(actor, draft_id, Step.APPROVE, detail=detail, **given)

    def withdraw(self, actor: Actor, draft_id: int) -> Draft:
        """Close a draft that is not going to be published; its file is deleted after a day."""
        return self._step(actor, draft_id, Step.WITHDRAW)

    def restore(self, actor: Actor, draft_id: int) -> Draft:
        """Take a withdrawn draft up again while its file is there; nobody has sent it for review then."""
        self.reader.content(self.reader.draft(actor, draft_id))
        return self._step(actor, draft_id, Step.RESTORE, note="", submitted_by="", **CLEARED)

    def promised(self, draft: Draft, *, on: date | None = None) -> dict[str, date]:
        """Return the first day of publication that the state of a draft was told, if it is still to come `on` a day."""
        with self._core.opened().connect() as connection:
            return draft_events.promised(connection, draft, on=on or self._core.today())

    def replace(self, actor: Actor, draft_id: int, by: Draft) -> Draft | None:
        """Withdraw a draft that nobody sent for review, for a corrected one of the same subject; None for any other."""
        draft = next((each for each in self.drafts(actor) if each.draft_id == draft_id), None)
        if draft is None or draft == by or draft.subject != by.subject or draft.submitted_by:
            return None
        is_open = Step.WITHDRAW in self.steps(actor, draft_id)
        return self._step(actor, draft_id, Step.WITHDRAW, note=REPLACED) if is_open else None

    def template(
        self, actor: Actor, subject: str, language: str = "en", *, round_id: str = "", body: str = ""
    ) -> bytes:
        """Return the workbook of a state, the region, statistics or partners, with the last accepted answers.

        It has the questions of round `round_id`, or of the newest open one; with `body`, the rows of that body alone.
        Raises KeyError for an unknown round.
        """
        self._core.authorize(actor, Action.TEMPLATE, subject)
        contents = shown_in(contents_to_answer(self._core, subject, language, round_id=round_id), language)
        for rows_of in functions("shows", "rows of a body") if body else ():
            contents = rows_of(contents, body)
        return write(contents, words_of(language))

    def receipt(self, actor: Actor, draft_id: int, language: str = "en") -> bytes:
        """Return the workbook of the receipt of a published draft; raise DraftConflict for any other."""
        draft = self.reader.draft(actor, draft_id)
        with self._core.opened().connect() as connection:
            text = drafts.receipt(connection, draft.draft_id)
        if not text:
            raise DraftConflict(NO_RECEIPT)
        kept = from_text(text)
        return receipts.file(self._core, kept, receipts.published_rows(self._core, kept), language)

    def answer(self, actor: Actor, answer: LetterAnswer) -> Draft:
        """Make a draft of one answer by letter or e-mail, or at a panel; the next steps are those of a workbook."""
        subject = letter_answers.subject_of(answer.row)
        self._core.authorize(actor, Action.UPLOAD, subject)
        if answer.at_panel:
            self._core.authorize(actor, Action.EDIT_ROUNDS)
        try:
            contents = contents_to_answer(self._core, subject, "en")
        except KeyError as error:
            raise Refused(letter_answers.NO_PLACE) from error
        letter_answers.check_act(contents, answer)
        request = asked_last(self._core.snapshot().requests, subject)
        if request and answer.date < request.sent and not answer.at_panel:
            contents, answer = letter_answers.for_round(contents, answer, request.sent)
        made = letter_answers.with_answer(contents, answer, exercise=self._core.settings.exercise)
        name = f"{subject}-{answer.date.isoformat()}.xlsx"
        content = write(made, words_of("en"))
        return self.receive(actor, name, content, subject=subject, origin=answer.origin)

    def _answers(self, draft: Draft) -> str:
        """Return the questions of the newest request that a draft answers beside what is public."""
        public = self._core.snapshot()
        request = asked_last(public.requests, draft.subject)
        if request is None or not self._can_be_shown(draft):
            return ""
        shown = (
            questions_of(each, request.round_id, draft.subject)[1] for each in (self._comparison.preview(draft), public)
        )
        after, before = shown
        return " ".join(sorted(after - before))

    def _can_be_approved(self, draft: Draft, sender: Actor) -> bool:
        """Return whether somebody may approve a draft that `sender` sends for review: not its maker, not `sender`."""
        if sender.name == draft.created_by:
            return True  # whoever else may approve
        with self._core.opened().connect() as connection:
            others = [each.actor for each in accounts.every(connection) if not each.disabled]
        sent = replace(draft, submitted_by=sender.name)
        return any(decide(each, Action.APPROVE, draft.subject).allowed and not own_work(sent, each) for each in others)

    def _step(
        self, actor: Actor, draft_id: int, step: Step, *, detail: Mapping[str, object] | None = None, **changes: Any
    ) -> Draft:
        two_persons, why, answers = self._core.settings.two_persons, changes.pop("why", ""), changes.pop("answers", "")
        draft = self.reader.to_step(actor, draft_id, step, changes.get("note", why))
        found = transition(draft.state, step, two_persons=two_persons)
        assert found is not None, "the reader has looked"
        self._core.authorize(actor, found.action, draft.subject)
        if step is Step.APPROVE and two_persons and own_work(draft, actor):
            raise DraftConflict(OWN_WORK)
        with self._core.opened().transaction() as connection:
            # refused where somebody changed the draft since it was read
            after = drafts.move(connection, draft, state=found.to, moved_at=self._core.now(), **changes)
            if why:
                self.reader.ask_author(connection, after, why, actor.name)
            hour = after.publish_at.isoformat() if after.publish_at else ""
            told = {
                "state": found.to.value,
                "note": after.note,
                "made_by": after.created_by,
                "publish_at": hour,
                **(detail or {}),
            }
            self.reader.note(connection, actor.name, AuditAction[f"DRAFT_{step.name}"], after, answers, **told)
        return after

    def _refuse_too_much(self, connection: Connection, actor: Actor, size: int) -> None:
        """Raise DraftConflict if a file of `size` bytes is more than the account may send in a day."""
        settings, yesterday = self._core.settings, self._core.now() - timedelta(days=1)
        files, sent = drafts.received_since(connection, actor.name, yesterday)
        if files >= settings.uploads_a_day:
            raise DraftConflict(uploads.TOO_MANY)
        if sent + size > settings.upload_mb_a_day * MEGABYTE:
            raise DraftConflict(uploads.TOO_MUCH)
