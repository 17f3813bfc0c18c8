"""The events of which states are told by letter, as rounds, drafts and the record have them now."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from bukhara.model.access import Actor
from bukhara.model.draft import Draft, DraftState, Origin
from bukhara.model.round import RoundStage
from bukhara.progress.seen_content import replied_figure
from bukhara.service import Service
from bukhara.situation.replies import objections
from bukhara.store.drafts import OPEN
from bukhara.views.rounds.board import Board, RoundLine
from wings.letters.letter_events import LetterEvent, LetterKind

WAITING = (
    RoundStage.NOT_SENT,
    RoundStage.SENT,
    RoundStage.DUE,
    RoundStage.REMINDED,
    RoundStage.PARTLY,
    RoundStage.SENT_BACK,
)
"""To be asked, or asked while an answer is awaited."""
OF_DRAFT = {
    DraftState.IN_REVIEW: LetterKind.RECEIVED,
    DraftState.APPROVED: LetterKind.APPROVED,
    DraftState.PUBLISHED: LetterKind.PUBLISHED,
    DraftState.WITHDRAWN: LetterKind.WITHDRAWN,
}


class LetterEvents:
    """Finds the events; what is over, such as the approval of a draft that is published, is none any more."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def of(self, actor: Actor, sent: Collection[str]) -> tuple[LetterEvent, ...]:
        """Return the events, the oldest first; `sent` has the ids of the letters that were sent."""
        found = [
            *self._of_rounds(actor, sent),
            *self._of_drafts(actor, sent),
            *self._of_questions(actor),
            *self._of_objections(),
        ]
        return tuple(sorted(found, key=lambda each: (each.since, each.letter_id)))

    def _of_rounds(self, actor: Actor, sent: Collection[str]) -> Iterator[LetterEvent]:
        for board in self._service.rounds.rounds(actor):
            for line in board.lines if not board.round.closed else ():
                request = _request(board, line) if line.stage in WAITING else None
                if request is None:
                    continue
                if line.stage is RoundStage.NOT_SENT or request.letter_id in sent:
                    yield request
                reminder = replace(request, kind=LetterKind.REMINDER, since=request.due or request.since)
                is_late = reminder.since < self._service.today() and line.stage in (RoundStage.DUE, RoundStage.PARTLY)
                is_told = reminder.letter_id in sent and line.stage in (RoundStage.REMINDED, RoundStage.PARTLY)
                if is_told or (is_late and not line.asked.reminded):
                    yield reminder

    def _of_drafts(self, actor: Actor, sent: Collection[str]) -> Iterator[LetterEvent]:
        """Yield what became of each draft; that it is withdrawn, or not approved any more, where its state was told."""
        states = {country.code for country in self._service.framework().countries}
        for draft in self._service.drafts.drafts(actor):
            kind, told = OF_DRAFT.get(draft.state), (f"received-{draft.draft_id}-", f"approved-{draft.draft_id}-")
            if kind is LetterKind.RECEIVED and f"{told[1]}{draft.version - 1}" in sent:
                kind = LetterKind.NOT_APPROVED
            if kind is LetterKind.WITHDRAWN and not any(each.startswith(told) for each in sent):
                continue
            if kind and draft.subject in states and (event := self._of_draft(draft, kind)):
                yield event

    def _of_draft(self, draft: Draft, kind: LetterKind) -> LetterEvent | None:
        about: dict[str, Any] = {
            "country": draft.subject,
            "since": self._service.day_of(draft.moved_at or draft.created_at),
        }
        if draft.origin is Origin.PANEL:
            about["since"] = self._service.day_of(draft.created_at)
            return LetterEvent(kind=LetterKind.SAID, key=str(draft.draft_id), **about)
        event = LetterEvent(
            kind=kind,
            key=f"{draft.draft_id}-{draft.version}",
            draft_id=draft.draft_id,
            file_name=draft.file_name,
            moment=draft.publish_at,
            zone=draft.zone or self._service.settings.time_zone,
            release=draft.release,
            **about,
        )
        if kind is not LetterKind.PUBLISHED:
            return event
        if draft.release is None:
            return None
        gone = self._service.reverts.taken_back_by(draft.release)
        moment = self._service.release(gone or draft.release).created_at
        if not gone:
            return replace(event, moment=moment)
        key, since = f"{draft.draft_id}-{gone}", self._service.day_of(moment)
        return replace(event, kind=LetterKind.TAKEN_BACK, key=key, since=since, moment=moment)

    def _of_questions(self, actor: Actor) -> Iterator[LetterEvent]:
        """Yield the questions that wait for a state, and why its answers were sent back."""
        drafts = {draft.draft_id: draft for draft in self._service.drafts.drafts(actor) if draft.state in OPEN}
        for each in self._service.questions.of(actor):
            draft, kind = drafts.get(each.draft_id), LetterKind.QUESTION if each.item else LetterKind.SENT_BACK
            if draft and each.country and not each.answered_at and (each.item or draft.is_returned):
                yield LetterEvent(
                    kind=kind,
                    key=str(each.question_id),
                    country=each.country,
                    since=self._service.day_of(each.asked_at),
                    draft_id=each.draft_id,
                    file_name=draft.file_name,
                    item=each.item,
                    quote=each.words,
                )

    def _of_objections(self) -> Iterator[LetterEvent]:
        snapshot = self._service.snapshot()
        for each in objections(snapshot):
            if each.kept:
                reply, figure = each.reply, replied_figure(snapshot, each.reply.item)
                yield LetterEvent(
                    kind=LetterKind.OBJECTION,
                    key=reply.reply_id,
                    country=reply.country,
                    since=each.kept.decided_on,
                    asked=reply.given_on,
                    item=reply.item,
                    measure=figure.indicator if figure else "",
                    quote=each.kept.reason,
                )


def _request(board: Board, line: RoundLine) -> LetterEvent | None:
    if line.asked.due is None:
        return None
    return LetterEvent(
        kind=LetterKind.REQUEST,
        key=f"{board.round.round_id}-{line.country.code}",
        country=line.country.code,
        since=board.round.created_at.date(),
        round_id=board.round.round_id,
        round_name=board.round.title,
        asked=line.asked.sent,
        due=line.asked.due,
        given=line.course.given,
        of=line.course.of,
    )
