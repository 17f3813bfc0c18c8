"""The outbox: which letters are to be sent, to whom, since when, and who marked them as sent."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import urlsplit

from bukhara.access import Action
from bukhara.errors import LetterRefused, Refused
from bukhara.i18n.words import PSEUDO, words_of
from bukhara.model.access import Actor
from bukhara.model.audit import AuditAction
from bukhara.model.letter import Letter, LetterEvent, LetterKind, LetterMark, LetterState
from bukhara.model.messages import N_
from bukhara.service.authorize import authorize
from bukhara.service.core import Core
from bukhara.service.drafts.drafts import Drafts
from bukhara.service.letters.events import LetterEvents
from bukhara.service.letters.texts import letter_of
from bukhara.service.questions import Questions
from bukhara.service.reverts import Reverts
from bukhara.service.rounds.rounds import Rounds
from bukhara.store import letters

XLSX = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Contacts = dict[str, tuple[str, str]]
"""Mail address and language by state."""
NO_LETTER = N_("There is no such letter, or what it tells of is over.")
BEING_SENT = N_("This letter is being sent now. Please look again in some minutes.")
TO_BE_SENT = (LetterState.TO_SEND, LetterState.FAILED)
TAKES = timedelta(minutes=5)
"""After so long a letter that is being sent was cut off: nobody knows whether it has arrived."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxLine:
    """A letter in the outbox; without an `event` it tells of something that is over, and is only known as sent.

    `to` is the address of an office, empty where none is known; `perhaps_sent` one that was cut off in sending.
    """

    mark: LetterMark
    event: LetterEvent | None
    to: str
    language: str
    perhaps_sent: bool

    @property
    def goes_by_mail(self) -> bool:
        """Whether the mail server, if there is one, is asked to take it."""
        return bool(self.event and self.to) and self.mark.state in TO_BE_SENT

    @property
    def is_open(self) -> bool:
        """Whether it was not sent for certain."""
        return self.mark.state is not LetterState.SENT


class Outbox:
    """The letters to states; each method checks the permissions of the actor."""

    def __init__(self, core: Core, drafts: Drafts, rounds: Rounds, reverts: Reverts, questions: Questions) -> None:
        self._core, self._drafts, self._rounds = core, drafts, rounds
        self._events = LetterEvents(core, drafts, rounds, reverts, questions)

    def lines(self, actor: Actor) -> tuple[OutboxLine, ...]:
        """Return the letters: those to be sent, the oldest event first, then those sent, the newest first."""
        authorize(self._core, actor, Action.EDIT_ROUNDS)
        with self._core.opened().connect() as connection:
            marks = letters.marks(connection)
        sent = {each.letter_id for each in marks.values() if each.state is LetterState.SENT}
        events = {event.letter_id: event for event in self._events.of(actor, sent)}
        contacts = self._rounds.contacts(actor)
        found = [
            self._line(contacts, event, marks.get(event.letter_id) or _unmarked(event, self._core.now()))
            for event in events.values()
        ]
        # what was perhaps sent waits for a person, also if something newer is told by now
        over = (each for each in marks.values() if each.letter_id not in events)
        known = (LetterState.SENT, LetterState.SENDING)
        found += [self._line(contacts, None, mark) for mark in over if mark.state in known]
        done = sorted((each for each in found if not each.is_open), key=lambda each: each.mark.at, reverse=True)
        return (*(each for each in found if each.is_open), *done)

    def line(self, actor: Actor, letter_id: str) -> tuple[OutboxLine, LetterEvent]:
        """Return one letter with its event; raise LetterRefused if there is none, or if what it tells of is over."""
        for line in self.lines(actor):
            if line.mark.letter_id == letter_id and line.event:
                return line, line.event
        raise LetterRefused(NO_LETTER)

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
        if event.kind in (LetterKind.REQUEST, LetterKind.REMINDER):
            content = self._drafts.template(actor, event.country, letter.lang, round_id=event.round_id)
            name = f"{event.country}-{event.round_id}.xlsx"
            message.add_attachment(content, maintype="application", subtype=XLSX, filename=name)
        if event.kind is LetterKind.PUBLISHED:
            content = self._drafts.receipt(actor, event.draft_id, "pdf", letter.lang)
            name = f"receipt-{event.draft_id}.pdf"
            message.add_attachment(content, maintype="application", subtype="pdf", filename=name)
        return message

    def claim(self, actor: Actor, letter_id: str) -> bool:
        """Take a letter for sending; return whether nobody else has taken or sent it."""
        line, _ = self.line(actor, letter_id)
        with self._core.opened().transaction() as connection:
            now = letters.marks(connection).get(letter_id, line.mark)
            if now.state not in TO_BE_SENT:
                return False
            mark = replace(now, state=LetterState.SENDING, at=self._core.now(), by=actor.name, reason="")
            letters.keep(connection, mark)
        return True

    def settle(self, actor: Actor, letter_id: str, state: LetterState, reason: str) -> None:
        """Store what became of a letter that was claimed."""
        line, event = self.line(actor, letter_id)
        with self._core.opened().transaction() as connection:
            mark = replace(line.mark, state=state, at=self._core.now(), by=actor.name, reason=reason)
            letters.keep(connection, mark)
            if state is LetterState.SENT:
                detail = {"letter": letter_id, "country": mark.country}
                self._core.audit(connection, actor.name, AuditAction.LETTER_SENT, **detail)
        if state is LetterState.SENT and event.kind is LetterKind.REMINDER:
            self._note_reminder(actor, event)

    def mark_sent(self, actor: Actor, letter_id: str) -> None:
        """Mark a letter as sent by `actor`; a reminder is noted on the board of its round, too."""
        self._mark(actor, letter_id, LetterState.SENT)

    def send_again(self, actor: Actor, letter_id: str) -> None:
        """Put a letter that was sent, perhaps sent or refused among those to be sent."""
        self._mark(actor, letter_id, LetterState.TO_SEND)

    def _mark(self, actor: Actor, letter_id: str, state: LetterState) -> None:
        line = next((each for each in self.lines(actor) if each.mark.letter_id == letter_id), None)
        if line is None:
            raise LetterRefused(NO_LETTER)
        with self._core.opened().transaction() as connection:
            now = letters.marks(connection).get(letter_id, line.mark)
            if now.state is LetterState.SENDING and not self._is_cut_off(now):
                raise LetterRefused(BEING_SENT)
            if state is LetterState.TO_SEND:
                letters.drop(connection, letter_id)
            else:
                letters.keep(connection, replace(now, state=state, at=self._core.now(), by=actor.name, reason=""))
            action = AuditAction.LETTER_SENT if state is LetterState.SENT else AuditAction.LETTER_AGAIN
            self._core.audit(connection, actor.name, action, letter=letter_id, country=now.country)
        if line.event and line.event.kind is LetterKind.REMINDER and state is LetterState.SENT:
            self._note_reminder(actor, line.event)

    def _note_reminder(self, actor: Actor, event: LetterEvent) -> None:
        with suppress(Refused):  # the round may be closed since
            self._rounds.mark(actor, event.round_id, event.country, reminded=self._core.now().date())

    def _line(self, contacts: Contacts, event: LetterEvent | None, mark: LetterMark) -> OutboxLine:
        to, language = contacts.get(mark.country, ("", ""))
        if mark.kind is LetterKind.ANSWERED:
            to, language = self._core.settings.mail_sender, ""
        return OutboxLine(
            mark=mark,
            event=event,
            to=to,
            language=language or self._core.languages[0],
            perhaps_sent=self._is_cut_off(mark),
        )

    def _is_cut_off(self, mark: LetterMark) -> bool:
        return mark.state is LetterState.SENDING and mark.at < self._core.now() - TAKES

    def _letter(self, event: LetterEvent, language: str, to: str) -> Letter:
        return letter_of(event, words_of(language), self._core.framework(), self._core.settings.address, to)


def _unmarked(event: LetterEvent, now: datetime) -> LetterMark:
    state = LetterState.TO_SEND
    return LetterMark(letter_id=event.letter_id, kind=event.kind, country=event.country, state=state, at=now, by="")
