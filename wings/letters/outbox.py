"""The outbox: which letters are to be sent, to whom, since when, and who marked them as sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection

from bukhara.access import Action, decide
from bukhara.errors import Refused
from bukhara.i18n.words import words_of
from bukhara.model.access import Actor
from bukhara.model.languages import PSEUDO
from bukhara.model.letter import Letter
from bukhara.model.messages import N_
from bukhara.service import Service
from bukhara.service.rounds.rounds import SENT
from bukhara.service.tasks import Task
from wings.letters import sent
from wings.letters.events import LetterEvents
from wings.letters.letter_events import LetterEvent, LetterKind, LetterMark
from wings.letters.texts import letter_of

XLSX = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LETTER_SENT, LETTER_AGAIN = "letter_sent", "letter_again"
NOTED = {LetterKind.REQUEST: "sent", LetterKind.REMINDER: "reminded"}
"""The day of a round that a letter notes."""
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

    def __init__(self, service: Service) -> None:
        self._service, self._events = service, LetterEvents(service)

    def lines(self, actor: Actor) -> tuple[OutboxLine, ...]:
        """Return the letters: those to be sent, the oldest event first, then those sent, the newest first."""
        self._service.authorize(actor, Action.EDIT_ROUNDS)
        with self._service.opened().connect() as connection:
            marks = sent.marks(connection)
        events = {event.letter_id: event for event in self._events.of(actor, marks)}
        waiting = (event for event in events.values() if event.letter_id not in marks)
        done = sorted(marks.values(), key=lambda mark: mark.at, reverse=True)
        every: tuple[LetterEvent | LetterMark, ...] = (*waiting, *done)
        contacts, own = self._service.rounds.contacts(actor), self._service.languages[0]
        addressed = ((each, *contacts.get(each.country, ("", ""))) for each in every)
        return tuple(
            OutboxLine(
                letter_id=each.letter_id,
                kind=each.kind,
                country=each.country,
                mark=marks.get(each.letter_id),
                event=events.get(each.letter_id),
                to=to,
                language=language or own,
            )
            for each, to, language in addressed
        )

    def line(self, actor: Actor, letter_id: str) -> tuple[OutboxLine, LetterEvent]:
        """Return one letter with its event; raise Refused if there is none, or if what it tells of is over."""
        line = self._known(actor, letter_id)
        if line.event is None:
            raise Refused(NO_LETTER)
        return line, line.event

    def letters(self, actor: Actor, letter_id: str) -> tuple[Letter, ...]:
        """Return a letter in each language, that of its receiver first."""
        line, event = self.line(actor, letter_id)
        others = (each for each in self._service.languages if each not in (line.language, PSEUDO))
        return tuple(self._letter(event, language, line.to) for language in (line.language, *others))

    def message(self, actor: Actor, letter_id: str, language: str = "") -> EmailMessage:
        """Return a letter with its attachment, in the language of its receiver or another one.

        Its Message-ID is always the same, so that a second copy can be told by programs for mail.
        """
        line, event = self.line(actor, letter_id)
        letter = self._letter(event, language or line.language, line.to)
        message = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
        site = urlsplit(self._service.settings.address).hostname
        message["Subject"] = letter.subject
        message["Message-ID"] = f"<{letter_id}.{event.since}@{site}>"
        if letter.to:
            message["To"] = letter.to
        message.set_content(letter.body)
        content, name, drafts = b"", "", self._service.drafts
        if event.kind in (LetterKind.REQUEST, LetterKind.REMINDER):
            content = drafts.template(actor, event.country, letter.lang, round_id=event.round_id)
            name = f"{event.country}-{event.round_id}.xlsx"
        elif event.kind is LetterKind.PUBLISHED:
            content = drafts.receipt(actor, event.draft_id, letter.lang)
            name = f"receipt-{event.draft_id}.xlsx"
        if name:
            message.add_attachment(content, maintype="application", subtype=XLSX, filename=name)
        return message

    def mark_sent(self, actor: Actor, letter_id: str) -> None:
        """Mark a letter as sent by `actor`, if nobody did; with its letter a state is asked, or reminded."""
        line, now = self._known(actor, letter_id), self._service.now()
        if line.mark:
            return
        if line.event and (noted := NOTED.get(line.kind)):
            self._service.rounds.mark(actor, line.event.round_id, line.country, **dict[str, Any]({noted: now.date()}))
        mark = LetterMark(letter_id=letter_id, kind=line.kind, country=line.country, at=now, by=actor.name)
        with self._service.opened().transaction() as connection:
            sent.keep(connection, mark)
            self._audit(connection, actor, LETTER_SENT, line)

    def send_again(self, actor: Actor, letter_id: str) -> None:
        """Put a letter that was marked as sent among those to be sent; Refused while the record has its request."""
        line = self._known(actor, letter_id)
        if line.kind is LetterKind.REQUEST and line.event and line.event.asked:
            raise Refused(SENT)
        with self._service.opened().transaction() as connection:
            sent.drop(connection, letter_id)
            self._audit(connection, actor, LETTER_AGAIN, line)

    def _known(self, actor: Actor, letter_id: str) -> OutboxLine:
        for line in self.lines(actor):
            if line.letter_id == letter_id:
                return line
        raise Refused(NO_LETTER)

    def _audit(self, connection: Connection, actor: Actor, action: str, line: OutboxLine) -> None:
        self._service.audit(connection, actor.name, action, letter=line.letter_id, country=line.country)

    def _letter(self, event: LetterEvent, language: str, to: str) -> Letter:
        return letter_of(event, words_of(language), self._service.framework(), self._service.settings.address, to)


def waiting(service: Service, actor: Actor) -> Iterator[Task]:
    """Yield the task to send each letter that waits, for those who may."""
    if not decide(actor, Action.EDIT_ROUNDS).allowed:
        return
    for line in service.part(Outbox).lines(actor):
        if line.event and line.is_open:
            what = line.kind.message
            yield Task(kind="send_letter", since=line.event.since, country=line.country, what=what, key=line.letter_id)
