"""What waits for an account: each task with its day, from the drafts, rounds and replies that it may see."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bukhara.access import Action, decide
from bukhara.model.access import Actor
from bukhara.model.draft import Draft, DraftState
from bukhara.model.round import RoundStage
from bukhara.model.text import Text
from bukhara.service.core import Core
from bukhara.service.drafts.draft_reader import SENT
from bukhara.service.drafts.drafts import Drafts
from bukhara.service.drafts.questions import Questions
from bukhara.service.drafts.transitions import Step, open_steps
from bukhara.service.rounds.replies import Replies
from bukhara.service.rounds.rounds import Rounds
from bukhara.situation.replies import objections
from bukhara.wing import functions


class TaskKind(StrEnum):
    """What is to be done."""

    ANSWER = "answer"
    ANSWER_QUESTION = "answer_question"
    LOOK_AT_PAGE = "look_at_page"
    CONTINUE = "continue"
    RETURNED = "returned"
    APPROVE = "approve"
    PUBLISH = "publish"
    WILL_BE_PUBLIC = "will_be_public"
    PUBLISH_REPLIES = "publish_replies"
    ANSWER_OBJECTION = "answer_objection"
    SEND_REQUEST = "send_request"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One task, of a `TaskKind` or of a wing: the state, theme, file or round that it is about, or a `what` in words.

    `key` names its draft, round or letter in addresses; `given` of the questions `of` a round are answered.

    `since` is the day from which it waits, `until` the day by which it is to be done or will happen.
    """

    kind: str
    since: date
    until: date | None = None
    country: str = ""
    item: str = ""
    file_name: str = ""
    round_name: Text | None = None
    what: str = ""
    key: str = ""
    given: int = 0
    of: int = 0


class Tasks:
    """What waits for whom."""

    def __init__(self, core: Core, drafts: Drafts, rounds: Rounds, replies: Replies, questions: Questions) -> None:
        self._core, self._drafts, self._rounds, self._replies = core, drafts, rounds, replies
        self._questions = questions

    def of(self, actor: Actor) -> tuple[Task, ...]:
        """Return what waits for `actor`: first what has a day, the earliest first, then what waits longest.

        What comes by itself is last.
        """
        drafts = self._drafts.drafts(actor) if decide(actor, Action.PREVIEW).allowed else ()
        found = [
            *self._of_drafts(actor, drafts),
            *self._of_request(actor),
            *self._of_questions(actor, drafts),
            *self._of_rounds(actor),
            *self._of_replies(actor),
            *(task for waiting in functions("waiting") for task in waiting(self._core, actor)),
        ]
        found.sort(key=lambda task: (task.kind is TaskKind.WILL_BE_PUBLIC, task.until or date.max, task.since))
        return tuple(found)

    def _of_drafts(self, actor: Actor, drafts: Iterable[Draft]) -> Iterator[Task]:
        for draft in drafts:
            kind = _kind(draft, actor, open_steps(draft, actor, two_persons=self._core.settings.two_persons))
            if kind is None:
                continue
            until = draft.publish_at or self._drafts.expires_at(draft)
            yield Task(
                kind=kind,
                since=self._core.day_of(draft.moved_at or draft.created_at),
                until=self._core.day_of(until) if until else None,
                country=draft.subject,
                file_name=draft.file_name,
                key=str(draft.draft_id),
            )

    def _of_request(self, actor: Actor) -> Iterator[Task]:
        """Yield the open round until the state has answered all of it, or has said that this is all."""
        if not decide(actor, Action.REPLY, actor.country).allowed:
            return
        board = self._rounds.seen_by(actor)
        for line in board.lines if board else ():
            if line.course.is_open and line.asked.sent:
                yield Task(
                    kind=TaskKind.ANSWER,
                    since=line.asked.sent,
                    until=line.asked.due,
                    country=actor.country,
                    round_name=board.round.title if board else None,
                    given=line.course.given,
                    of=line.course.of,
                )

    def _of_questions(self, actor: Actor, drafts: Iterable[Draft]) -> Iterator[Task]:
        if not decide(actor, Action.REPLY, actor.country).allowed:
            return
        names = {draft.draft_id: draft.file_name for draft in drafts}
        for each in (each for each in self._questions.open(actor) if each.item):
            kind, since, name = TaskKind.ANSWER_QUESTION, self._core.day_of(each.asked_at), names[each.draft_id]
            yield Task(
                kind=kind, since=since, country=each.country, item=each.item, file_name=name, key=str(each.draft_id)
            )

    def _of_rounds(self, actor: Actor) -> Iterator[Task]:
        if not decide(actor, Action.EDIT_ROUNDS).allowed:
            return
        for board in self._rounds.rounds(actor):
            asking = board.round
            about = Task(
                kind=TaskKind.SEND_REQUEST,
                since=self._core.day_of(asking.created_at),
                round_name=asking.title,
                key=asking.round_id,
            )
            if asking.closed:
                continue
            if not any(line.asked.due for line in board.lines):
                yield about
            for line in board.lines:
                if line.stage is RoundStage.RECEIVED and not line.by_draft:  # a workbook that came in waits as a draft
                    since = line.asked.received or about.since
                    yield replace(about, kind=TaskKind.CLEAR, since=since, country=line.country.code)

    def _of_replies(self, actor: Actor) -> Iterator[Task]:
        if decide(actor, Action.PUBLISH).allowed:
            for country in self._core.framework().countries:
                if waiting := self._replies.pending(actor, country.code):
                    since = min(reply.given_on for reply in waiting)
                    yield Task(kind=TaskKind.PUBLISH_REPLIES, since=since, country=country.code)
        if decide(actor, Action.DECIDE).allowed:
            for reply in (each.reply for each in objections(self._core.snapshot()) if each.is_open):
                yield Task(kind=TaskKind.ANSWER_OBJECTION, since=reply.given_on, country=reply.country, item=reply.item)


def _kind(draft: Draft, actor: Actor, steps: frozenset[Step]) -> TaskKind | None:
    """Return what waits for `actor` in a draft; nothing in one that another person has to send or to approve."""
    if draft.is_returned and (draft.created_by == actor.name or decide(actor, Action.REPLY, draft.subject).allowed):
        return TaskKind.RETURNED
    if draft.state is DraftState.DRAFT:
        return TaskKind.CONTINUE if draft.created_by == actor.name else None
    if draft.state not in SENT:
        return None
    if steps & {Step.APPROVE, Step.PUBLISH}:
        return TaskKind.APPROVE if Step.APPROVE in steps else TaskKind.PUBLISH
    if decide(actor, Action.REPLY, draft.subject).allowed:
        return TaskKind.LOOK_AT_PAGE
    return TaskKind.WILL_BE_PUBLIC if draft.publish_at else None
