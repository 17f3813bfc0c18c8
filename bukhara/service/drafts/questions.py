"""Questions of the secretariat about a theme of a submitted answer, and the answers of the state; none is published."""

from dataclasses import replace

from bukhara.access import Action, decide
from bukhara.errors import DraftConflict, refuse_longer
from bukhara.model.access import Actor
from bukhara.model.audit import AuditAction
from bukhara.model.messages import N_
from bukhara.service.core import Core
from bukhara.service.drafts.draft_reader import SENT
from bukhara.service.drafts.drafts import Drafts
from bukhara.store import questions
from bukhara.store.drafts import OPEN
from bukhara.store.questions import CellQuestion

LONGEST = 2000
"""Characters of a question, and of its answer."""
NO_WORDS = N_("Please write a text.")
NO_ITEM = N_("The framework has no such theme.")
NOT_SENT = N_("Questions are asked about what was sent for review and is not published yet.")
NO_QUESTION = N_("There is no such question, or it was answered.")


class Questions:
    """Asked and answered beside a draft, by those who may see it."""

    def __init__(self, core: Core, drafts: Drafts) -> None:
        self._core, self._drafts = core, drafts

    def of(self, actor: Actor) -> tuple[CellQuestion, ...]:
        """Return the questions about every draft that `actor` may see, oldest first; a state sees its own alone."""
        seen, reviews = {draft.draft_id for draft in self._drafts.drafts(actor)}, decide(actor, Action.APPROVE).allowed
        with self._core.opened().connect() as connection:
            found = (each for each in questions.listed(connection) if each.draft_id in seen)
            return tuple(each for each in found if each.country or reviews)

    def open(self, actor: Actor) -> tuple[CellQuestion, ...]:
        """Return the questions without an answer about drafts that are not closed, also those sent back."""
        waiting = {draft.draft_id for draft in self._drafts.drafts(actor) if draft.state in OPEN}
        return tuple(each for each in self.of(actor) if each.draft_id in waiting and each.answered_at is None)

    def ask(self, actor: Actor, draft_id: int, item: str, words: str) -> None:
        """Ask the state about a theme of a draft that was sent for review."""
        draft = self._drafts.draft(actor, draft_id)
        self._core.authorize(actor, Action.APPROVE, draft.subject)
        if draft.state not in SENT:
            raise DraftConflict(NOT_SENT)
        if item not in {each.id for each in self._core.framework().items}:
            raise DraftConflict(NO_ITEM)
        asked = CellQuestion(
            draft_id=draft_id,
            country=draft.subject,
            item=item,
            words=_text(words),
            asked_by=actor.name,
            asked_at=self._core.now(),
        )
        with self._core.opened().transaction() as connection:
            questions.add(connection, asked)
            detail = {"draft": draft_id, "country": draft.subject, "item": item}
            self._core.audit(connection, actor.name, AuditAction.QUESTION_ASKED, **detail)

    def answer(self, actor: Actor, question_id: int, words: str) -> None:
        """Answer a question for the state that was asked."""
        found = next((each for each in self.open(actor) if each.question_id == question_id), None)
        if found is None:
            raise DraftConflict(NO_QUESTION)
        self._core.authorize(actor, Action.REPLY, found.country)
        answered = replace(found, answer=_text(words), answered_by=actor.name, answered_at=self._core.now())
        with self._core.opened().transaction() as connection:
            if not questions.answer(connection, answered):
                raise DraftConflict(NO_QUESTION)
            detail = {"draft": found.draft_id, "country": found.country, "item": found.item}
            self._core.audit(connection, actor.name, AuditAction.QUESTION_ANSWERED, **detail)


def _text(words: str) -> str:
    text = words.replace("\r\n", "\n").strip()
    if not text:
        raise DraftConflict(NO_WORDS)
    refuse_longer(LONGEST, text)
    return text
