"""Rounds: who was asked what and when, and what was received."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from bukhara.access import Action, decide
from bukhara.errors import Refused, refuse_longer
from bukhara.model.access import Actor, Role
from bukhara.model.audit import AuditAction
from bukhara.model.messages import N_
from bukhara.model.release import Release
from bukhara.model.round import NO_LENGTHS, Request, Round, RoundEvent, RoundEventKind, RoundProgress, StageDays
from bukhara.model.text import Text
from bukhara.service.core import Core
from bukhara.service.reading.pending_requests import questions_of
from bukhara.store import draft_events, publishing, reading
from bukhara.store import rounds as stored_rounds
from bukhara.views.rounds import board
from bukhara.views.rounds.board import Board, RoundLine

LONGEST = 500
"""Characters of a name, a contact or a note."""
NO_ROUND = N_("There is no such round.")
NO_NAME = N_("Please give the round a name.")
NOBODY = N_("Please choose the states to which the request was sent.")
NO_DUE = N_("Please give the day by which you ask for an answer.")
SENT_ALREADY = N_("The request was already sent to one of these states on another day. Please change it there.")
CHANGED = N_("Somebody changed these dates since this page was opened. Please look at them, then change yours again.")
NO_STATE = N_("This round is sent to the states of the framework, and to no others.")
NO_ITEM = N_("The framework has no such theme.")
CLOSED = N_("This round is closed. Open it again to note something.")
TO_COME = N_("A request can be marked as sent on the day it was sent or later, not before.")
NOT_SENT = N_("Please note the day of sending first.")
SENT = N_(
    "The record already says that this request was sent. To undo this, take back its release on the page Releases."
)

Noted = Mapping[str, Any]
"""What is noted about a round in one state: values for fields of `RoundProgress`."""
DAYS = ("sent", "due", "reminded", "received", "cleared")
"""The days of a round in one state."""
NO_ADDRESS = N_("“{contact}” is no single mail address; please write one, such as office@ministry.example.")
_MAIL_ADDRESS = re.compile(r"[^\s<>,;:\"]+@[^\s<>,;:\"]+\.\w+")


class Rounds:
    """Rounds: who was asked what and when, and what was received."""

    def __init__(self, core: Core) -> None:
        self._core, self._audit = core, core.audit

    def rounds(self, actor: Actor) -> tuple[Board, ...]:
        """Return every round with its board, newest first."""
        self._core.authorize(actor, Action.ROUNDS)
        with self._core.opened().connect() as connection:
            return tuple(self._board(connection, each) for each in stored_rounds.listed(connection))

    def round(self, actor: Actor, round_id: str) -> Board:
        """Return the board of a round; raise Refused if it does not exist."""
        self._core.authorize(actor, Action.ROUNDS)
        with self._core.opened().connect() as connection:
            return self._board(connection, _found(connection, round_id))

    def contacts(self, actor: Actor) -> dict[str, tuple[str, str]]:
        """Return the mail address and the language of the contact that was noted in the newest round, by state."""
        self._core.authorize(actor, Action.EDIT_ROUNDS)
        with self._core.opened().connect() as connection:
            order = [each.round_id for each in stored_rounds.listed(connection)]
            noted = stored_rounds.progress(connection)
        oldest_first = sorted(noted, key=lambda each: -order.index(each.round_id))
        found = ((line, _MAIL_ADDRESS.search(line.contact)) for line in oldest_first)
        return {line.country: (match[0], line.language) for line, match in found if match}

    def find(self, round_id: str) -> Round | None:
        """Return a round; None for one of another store. It needs no permission: what was sent is in the record."""
        with self._core.opened().connect() as connection:
            return stored_rounds.find(connection, round_id)

    def seen_by(self, actor: Actor, round_id: str = "") -> Board | None:
        """Return a round, or the newest open one, with the states that were asked and whose days `actor` may see."""
        self._core.authorize(actor, Action.CALENDAR)
        with self._core.opened().connect() as connection:
            for asking in stored_rounds.listed(connection):
                board = self._board(connection, asking)
                lines = [each for each in board.lines if decide(actor, Action.CALENDAR, each.country.code).allowed]
                asked = tuple(line for line in lines if line.asked.sent)
                if asked and (asking.round_id == round_id if round_id else not asking.closed):
                    return replace(board, lines=asked)
        return None

    def open(
        self,
        actor: Actor,
        title: Text,
        items: Sequence[str] = (),
        *,
        chosen: bool = False,
        days: StageDays = NO_LENGTHS,
    ) -> str:
        """Open a round under a name, with the lengths of its stages; return its identifier. Nothing is sent yet.

        It asks for all items or for those of `items`; with `chosen` it is refused if that names none.
        """
        self._core.authorize(actor, Action.EDIT_ROUNDS)
        if chosen and not items:
            raise Refused(N_("Please choose the themes, or ask for all."))
        known = [item.id for item in self._core.current_framework().items]
        if not set(items) <= set(known):
            raise Refused(NO_ITEM)
        if not title.in_("en").strip():
            raise Refused(NO_NAME)
        name = Text(tuple((language, _text(text)) for language, text in title.by_language))
        wanted = tuple(item for item in known if item in items)
        with self._core.opened().transaction() as connection:
            made = stored_rounds.add(connection, name, wanted, by=actor.name, now=self._core.now(), days=days)
            self._audit(connection, actor.name, AuditAction.ROUND_OPENED, round=made.round_id)
        return made.round_id

    def send(
        self,
        actor: Actor,
        round_id: str,
        countries: Sequence[str],
        *,
        sent: date | None = None,
        due: date | None = None,
        seen: str = "",
    ) -> Release | None:
        """Prepare the request to several states, or mark it as sent on a day, in one release; None if none is made.

        Before it is sent nothing of it is public; of a request that was sent the day of answer is changed. `seen` is
        the fingerprint of the board that the user saw. Raises Refused without a day of answer, if it was sent to one of
        them on another day, or if somebody has changed the days since.
        """
        self._core.authorize(actor, Action.EDIT_ROUNDS)
        with self._core.opened().transaction() as connection:
            self._refuse_unseen(connection, round_id, seen)
            if not countries:
                raise Refused(NOBODY)
            if due is None:
                raise Refused(NO_DUE)
            before = [_line(connection, round_id, country) for country in countries]
            if any(line.sent and sent not in (None, line.sent) for line in before):
                raise Refused(SENT_ALREADY)
            changes: dict[str, Noted] = {line.country: {"sent": line.sent or sent, "due": due} for line in before}
            number = self._store(connection, actor, round_id, changes)
        return self._core.release(number) if number else None

    def mark(self, actor: Actor, round_id: str, country: str, *, seen: str = "", **changes: Any) -> Release | None:
        """Store the progress of a round in a state; fields that are not given stay. `seen` is as in `send`.

        The days of sending and of answer are public: if they change, a release is made and returned, else None.
        """
        self._core.authorize(actor, Action.EDIT_ROUNDS)
        with self._core.opened().transaction() as connection:
            self._refuse_unseen(connection, round_id, seen)
            number = self._store(connection, actor, round_id, {country: changes})
        return self._core.release(number) if number else None

    def say_complete(self, actor: Actor, round_id: str, *, complete: bool = True) -> None:
        """Store that the state of a commission says that this is all, or that more will come after all."""
        self._core.authorize(actor, Action.REPLY, actor.country)
        now, today = self._core.now(), self._core.today()
        with self._core.opened().transaction() as connection:
            self._open_round(connection, round_id, [actor.country])
            if not _line(connection, round_id, actor.country).sent:
                raise Refused(NO_ROUND)
            role, kind, day = Role.COMMISSION.value, RoundEventKind.COMPLETE, today if complete else None
            said: dict[str, Any] = {"round_id": round_id, "country": actor.country, "role": role, "by": actor.name}
            stored_rounds.add_event(connection, RoundEvent(kind=kind, at=now, day=day, **said))
            detail = {"round": round_id, "country": actor.country, "fields": ["complete"]}
            self._audit(connection, actor.name, AuditAction.ROUND_NOTED, **detail)

    def close(self, actor: Actor, round_id: str, *, closed: bool = True) -> Release | None:
        """Close a round, or open it again.

        Where the last day of answer is still to come, it becomes the day of closing, in a release: from it on pages
        show the round.
        """
        self._core.authorize(actor, Action.EDIT_ROUNDS)
        with self._core.opened().transaction() as connection:
            is_closed, number = _found(connection, round_id).closed, None
            today, asked = self._core.today(), [e for e in stored_rounds.progress(connection, round_id) if e.sent]
            ending = {each.country: {"due": today} for each in asked if not each.due or each.due > today}
            if closed and not is_closed and ending:
                number = self._store(connection, actor, round_id, ending)
            stored_rounds.set_closed(connection, round_id, closed=closed)
            said: dict[str, Any] = {"round_id": round_id, "role": Role.SECRETARIAT.value, "by": actor.name}
            said |= {"kind": RoundEventKind.CLOSED, "at": self._core.now(), "day": today if closed else None}
            for each in asked if closed != is_closed else ():
                stored_rounds.add_event(connection, RoundEvent(country=each.country, **said))
            self._audit(
                connection,
                actor.name,
                AuditAction.ROUND_CLOSED if closed else AuditAction.ROUND_REOPENED,
                round=round_id,
            )
        return self._core.release(number) if number else None

    def _open_round(self, connection: Connection, round_id: str, countries: Iterable[str]) -> Round:
        """Return the round if something may be noted in it about these states."""
        asking = _found(connection, round_id)
        if not set(countries) <= {country.code for country in self._core.framework().countries}:
            raise Refused(NO_STATE)
        if asking.closed:
            raise Refused(CLOSED)
        return asking

    def _store(self, connection: Connection, actor: Actor, round_id: str, changes: Mapping[str, Noted]) -> int | None:
        """Store the changes of each state; return the new release if any of them is public."""
        asking = self._open_round(connection, round_id, changes)
        made = (self._noted(connection, actor.name, asking, country, each) for country, each in changes.items())
        requests = [request for request in made if request]
        for country, each in changes.items():
            self._audit(
                connection, actor.name, AuditAction.ROUND_NOTED, round=round_id, country=country, fields=sorted(each)
            )
        newest = reading.latest(connection)
        held = set(reading.contents(connection, newest).requests) if newest else set()
        if set(requests) <= held:
            return None
        return publishing.publish(connection, (), self._core.stamp(actor.name, asking.title.in_("en")), requests)

    def _noted(self, connection: Connection, by: str, asking: Round, country: str, changes: Noted) -> Request | None:
        """Store the progress; return the request for the record if the round was sent."""
        before = _line(connection, asking.round_id, country)
        noted: dict[str, Any] = {name: _text(v) if isinstance(v, str) else v for name, v in changes.items()}
        if "@" in _MAIL_ADDRESS.sub("", contact := noted.get("contact", ""), 1):
            raise Refused(NO_ADDRESS, contact=contact)
        after = replace(before, **noted)
        self._refuse(before, after)
        stored_rounds.keep(connection, after, by=by, at=self._core.now())
        if after.sent is None:
            return None
        draft_events.catch_up(connection, after, now=self._core.now())
        return Request(
            round_id=asking.round_id,
            country=country,
            title=asking.title,
            items=" ".join(asking.items),
            sent=after.sent,
            due=after.due,
        )

    def _refuse_unseen(self, connection: Connection, round_id: str, seen: str) -> None:
        if seen and seen != fingerprint(self._board(connection, _found(connection, round_id))):
            raise Refused(CHANGED)

    def _refuse(self, before: RoundProgress, after: RoundProgress) -> None:
        if before.sent and before.due and not after.due:
            raise Refused(NO_DUE)
        later = [day for day in (after.due, after.reminded, after.received, after.cleared) if day]
        if after.sent is None:
            if before.sent is not None:
                raise Refused(SENT)
            if after.reminded or after.received or after.cleared:
                raise Refused(NOT_SENT)
        elif after.sent > self._core.now().date():
            raise Refused(TO_COME)
        elif later and min(later) < after.sent:
            raise Refused(N_("This day is before the day on which the request was sent."))

    def _board(self, connection: Connection, asking: Round) -> Board:
        snapshot, framework, round_id = self._core.snapshot(), self._core.framework(), asking.round_id
        return board.build(
            asking,
            stored_rounds.progress(connection, round_id),
            (each for each in stored_rounds.events(connection) if each.round_id == round_id),
            framework,
            on=self._core.now().date(),
            answers={each.code: questions_of(snapshot, round_id, each.code) for each in framework.countries},
        )


def fingerprint(board: Board) -> str:
    """Return a fingerprint of the days that the user saw on a board. A change of the days is refused if it differs."""
    days = [(line.country.code, noted_days(line)) for line in board.lines]
    return hashlib.sha256(repr(days).encode()).hexdigest()[:16]


def noted_days(line: RoundLine) -> dict[str, date | None]:
    """Return the days that were noted by hand; not a day of receipt that comes from an upload."""
    days = {name: getattr(line.asked, name) for name in DAYS}
    return days | {"received": None} if line.by_draft else days


def _line(connection: Connection, round_id: str, country: str) -> RoundProgress:
    found = (line for line in stored_rounds.progress(connection, round_id) if line.country == country)
    return next(found, RoundProgress(round_id=round_id, country=country))


def _found(connection: Connection, round_id: str) -> Round:
    found = stored_rounds.find(connection, round_id)
    if found is None:
        raise Refused(NO_ROUND)
    return found


def _text(text: str) -> str:
    joined = " ".join(text.split())
    refuse_longer(LONGEST, joined)
    return joined
