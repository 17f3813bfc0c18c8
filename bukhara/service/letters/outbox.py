"""The outbox: which letters are to be sent, to whom, since when, and who marked them as sent."""

from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import urlsplit

from sqlalchemy import Connection

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.i18n.words import PSEUDO, words_of
from bukhara.model.access import Actor
from bukhara.model.audit import AuditAction
from bukhara.model.letter import Letter, LetterEvent, LetterKind, LetterMark
from bukhara.model.messages import N_
from bukhara.service.core import Core
from bukhara.service.drafts.drafts import Drafts
from bukhara.service.letters.events import LetterEvents
from bukhara.service.letters.texts import letter_of
from bukhara.service.questions import Questions
from bukhara.service.reverts import Reverts
from bukhara.service.rounds.rounds import Rounds
from bukhara.store import letters

XLSX = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NO_LETTER = N_("There is no such letter, or what it tells of is over.")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxLine:
    """A letter in the outbox; without an `event` it tells of something that is over, and is only known as sent.

    `mark` says who marked it as sent; `to` is the address of an office, empty where none is known.
    """

    letter_id: str
    kind: LetterKind
    country: str
    mark: LetterMark | None
    event: LetterEvent | None
    to: str
    language: str

    @property
    def is_open(self) -> bool:
        """Whether nobody has marked it as sent."""
        return self.mark is None


class Outbox:
    """The letters to states; each method checks the permissions of the actor."""

    def __init__(self, core: Core, drafts: Drafts, rounds: Rounds, reverts: Reverts, questions: Questions) -> None:
        self._core, self._drafts, self._rounds = core, drafts, rounds
        self._events = LetterEvents(core, drafts, rounds, reverts, questions)

    def lines(self, actor: Actor) -> tuple[OutboxLine, ...]:
        """Return the letters: those to be sent, the oldest event first, then those sent, the newest first."""
        self._core.authorize(actor, Action.EDIT_ROUNDS)
        with self._core.opened().connect() as connection:
            marks = letters.marks(connection)
        events = {event.letter_id: event for event in self._events.of(actor, marks)}
        waiting = (event for event in events.values() if event.letter_id not in marks)
        sent = sorted(marks.values(), key=lambda mark: mark.at, reverse=True)
        every: tuple[LetterEvent | LetterMark, ...] = (*waiting, *sent)
        contacts = self._rounds.contacts(actor)
        found = []
        for each in every:
            to, language = contacts.get(each.country, ("", ""))
            line = OutboxLine(
                letter_id=each.letter_id,
                kind=each.kind,
                country=each.country,
                mark=marks.get(each.letter_id),
                event=events.get(each.letter_id),
                to=to,
                language=language or self._core.languages[0],
            )
            found.append(line)
        return tuple(found)

    def line(self, actor: Actor, letter_id: str) -> tuple[OutboxLine, LetterEvent]:
        """Return one letter with its event; raise Refused if there is none, or if what it tells of is over."""
        for line in self.lines(actor):
            if line.letter_id == letter_id and line.event:
                return line, line.event
        raise Refused(NO_LETTER)

    def letters(self, actor: Actor, letter_id: str) -> tuple[Letter, ...]:
        """Return a letter in each language, that of its receiver first."""
        line, event = self.line(actor, letter_id)
        others = (each for each in self._core.languages if each not in (line.language, PSEUDO))
        return tuple(self._letter(event, language, line.to) for language in (line.language, *others))

    def message(self, actor: Actor, letter_id: str, language: str = "") -> EmailMessage:
        """Return a letter with its attachment, in the language of its receiver or another one.

        Its Message-ID is always the same, so that a second copy can be told by programs for mail.
        """
        line, event = self.line(actor, letter_id)
        letter = self._letter(event, language or line.language, line.to)
        message = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
        site = urlsplit(self._core.settings.address).hostname
        message["Subject"] = letter.subject
        message["Message-ID"] = f"<{letter_id}.{event.since}@{site}>"
        if letter.to:
            message["To"] = letter.to
        message.set_content(letter.body)
        content, name = b"", ""
        if event.kind in (LetterKind.REQUEST, LetterKind.REMINDER):
            content = self._drafts.template(actor, event.country, letter.lang, round_id=event.round_id)
            name = f"{event.country}-{event.round_id}.xlsx"
        elif event.kind is LetterKind.PUBLISHED:
            content, name = self._drafts.receipt(actor, event.draft_id, letter.lang), f"receipt-{event.draft_id}.xlsx"
        if name:
            message.add_attachment(content, maintype="application", subtype=XLSX, filename=name)
        return message

    def mark_sent(self, actor: Actor, letter_id: str) -> None:
        """Mark a letter as sent by `actor`; a reminder is noted on the board of its round, too."""
        line = self._known(actor, letter_id)
        mark = LetterMark(letter_id=letter_id, kind=line.kind, country=line.country, at=self._core.now(), by=actor.name)
        with self._core.opened().transaction() as connection:
            letters.keep(connection, mark)
            self._audit(connection, actor, AuditAction.LETTER_SENT, line)
        if line.event and line.kind is LetterKind.REMINDER:
            self._note_reminder(actor, line.event)

    def send_again(self, actor: Actor, letter_id: str) -> None:
        """Put a letter that was marked as sent among those to be sent."""
        line = self._known(actor, letter_id)
        with self._core.opened().transaction() as connection:
            letters.drop(connection, letter_id)
            self._audit(connection, actor, AuditAction.LETTER_AGAIN, line)

    def _known(self, actor: Actor, letter_id: str) -> OutboxLine:
        for line in self.lines(actor):
            if line.letter_id == letter_id:
                return line
        raise Refused(NO_LETTER)

    def _audit(self, connection: Connection, actor: Actor, action: AuditAction, line: OutboxLine) -> None:
        self._core.audit(connection, actor.name, action, letter=line.letter_id, country=line.country)

    def _note_reminder(self, actor: Actor, event: LetterEvent) -> None:
        with suppress(Refused):  # the round may be closed since
            self._rounds.mark(actor, event.round_id, event.country, reminded=self._core.now().date())

    def _letter(self, event: LetterEvent, language: str, to: str) -> Letter:
        return letter_of(event, words_of(language), self._core.framework(), self._core.settings.address, to)
