"""Rounds: who was asked what and when, and what was received."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from bukhara.access import Action
from bukhara.errors import RoundRefused
from bukhara.i18n.codes import N_
from bukhara.model.asking import Asked
from bukhara.model.audit import AuditAction
from bukhara.model.round import Request
from bukhara.service.authorize import authorize
from bukhara.store import audit_log, drafts, publishing, reading
from bukhara.store import rounds as kept
from bukhara.views import board

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import Connection

    from bukhara.model.access import Actor
    from bukhara.model.asking import Round
    from bukhara.model.release import Release
    from bukhara.service.core import Core
    from bukhara.views.board import Board

LONGEST = 500
"""Characters of a name, a contact or a note."""
NO_ROUND = N_("There is no such round.")
NO_NAME = N_("Please give the round a name.")
TOO_LONG = N_("This text is too long; please shorten it to 500 characters.")
NOBODY = N_("Please choose the states to which the request was sent.")
NO_STATE = N_("This round is sent to the states of the framework, and to no others.")
NO_ITEM = N_("The framework has no such theme.")
CLOSED = N_("This round is closed. Open it again to note something.")
TO_COME = N_("A request can be marked as sent on the day it was sent or later, not before.")
NOT_SENT = N_("Please note the day of sending first.")
TOO_EARLY = N_("This day lies before the day on which the request was sent.")
SENT = N_("That this request was sent is in the record. To take it back, take back its release on the page Releases.")


class Noted(TypedDict, total=False):
    """What can be noted about a round in one state; contact, clearance and note are not published."""

    sent: date | None
    due: date | None
    reminded: date | None
    received: date | None
    cleared: date | None
    cleared_by: str
    contact: str
    note: str


class Rounds:
    """Rounds: who was asked what and when, and what was received."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def rounds(self, actor: Actor) -> tuple[Board, ...]:
        """Return every round with its board, newest first."""
        authorize(self._core, actor, Action.ROUNDS)
        with self._core.opened().reading() as connection:
            return tuple(self._board(connection, each) for each in kept.listed(connection))

    def round(self, actor: Actor, round_id: str) -> Board:
        """Return the board of a round; raise RoundRefused if it does not exist."""
        authorize(self._core, actor, Action.ROUNDS)
        with self._core.opened().reading() as connection:
            return self._board(connection, _found(connection, round_id))

    def known(self, round_id: str) -> bool:
        """Return whether a round exists. This needs no permission: rounds that were sent are in the public record."""
        with self._core.opened().reading() as connection:
            return kept.find(connection, round_id) is not None

    def open(self, actor: Actor, title: str, title_ru: str = "", items: Sequence[str] = ()) -> str:
        """Open a round under a name, for all items or for chosen ones; return its identifier. Nothing is sent yet."""
        authorize(self._core, actor, Action.EDIT_ROUNDS)
        known = [item.id for item in self._core.framework().items]
        if not set(items) <= set(known):
            raise RoundRefused(NO_ITEM)
        if not title.strip():
            raise RoundRefused(NO_NAME)
        names = _text(title), _text(title_ru)
        chosen = tuple(item for item in known if item in items)
        with self._core.opened().writing() as connection:
            made = kept.add(connection, *names, chosen, by=actor.name, now=self._core.now())
            self._note(connection, actor, AuditAction.ROUND_OPENED, made.round_id)
        return made.round_id

    def send(
        self, actor: Actor, round_id: str, countries: Sequence[str], *, sent: date, due: date | None = None
    ) -> Release | None:
        """Mark the request as sent to several states, in one release."""
        changes: Noted = {"sent": sent} if due is None else {"sent": sent, "due": due}
        return self._mark(actor, round_id, countries, changes)

    def mark(self, actor: Actor, round_id: str, country: str, **changes: Unpack[Noted]) -> Release | None:
        """Store the progress of a round in a state; fields that are not given stay.

        The days of sending and of answer are public: if they change, a release is made and returned, else None.
        """
        return self._mark(actor, round_id, (country,), changes)

    def close(self, actor: Actor, round_id: str, *, closed: bool = True) -> None:
        """Close a round, or open it again."""
        authorize(self._core, actor, Action.EDIT_ROUNDS)
        with self._core.opened().writing() as connection:
            _found(connection, round_id)
            kept.set_closed(connection, round_id, closed=closed)
            self._note(connection, actor, AuditAction.ROUND_CLOSED if closed else AuditAction.ROUND_REOPENED, round_id)

    def _mark(self, actor: Actor, round_id: str, countries: Sequence[str], changes: Noted) -> Release | None:
        authorize(self._core, actor, Action.EDIT_ROUNDS)
        if not countries:
            raise RoundRefused(NOBODY)
        if not set(countries) <= {country.code for country in self._core.framework().countries}:
            raise RoundRefused(NO_STATE)
        with self._core.opened().writing() as connection:
            asking = _found(connection, round_id)
            if asking.closed:
                raise RoundRefused(CLOSED)
            requests = [r for c in countries if (r := self._noted(connection, asking, c, changes))]
            for country in countries:
                self._note(
                    connection, actor, AuditAction.ROUND_NOTED, round_id, country=country, fields=sorted(changes)
                )
            number = self._ask(connection, actor, asking, requests) if requests else None
        return self._core.release(number) if number else None

    def _noted(self, connection: Connection, asking: Round, country: str, changes: Noted) -> Request | None:
        """Store the progress; return the request for the record if the round was sent."""
        before = next((line for line in kept.asked(connection, asking.round_id) if line.country == country), None)
        before = before or Asked(round_id=asking.round_id, country=country)
        noted: dict[str, Any] = {name: _text(v) if isinstance(v, str) else v for name, v in changes.items()}
        after = replace(before, **noted)
        self._refuse(before, after)
        kept.keep(connection, after)
        if after.sent is None:
            return None
        return Request(
            round_id=asking.round_id,
            country=country,
            title=asking.title,
            title_ru=asking.title_ru,
            items=" ".join(asking.items),
            sent=after.sent,
            due=after.due,
        )

    def _refuse(self, before: Asked, after: Asked) -> None:
        later = [day for day in (after.due, after.reminded, after.received, after.cleared) if day]
        if after.sent is None:
            if before.sent is not None:
                raise RoundRefused(SENT)
            if after.reminded or after.received or after.cleared:
                raise RoundRefused(NOT_SENT)
        elif after.sent > self._core.now().date():
            raise RoundRefused(TO_COME)
        elif later and min(later) < after.sent:
            raise RoundRefused(TOO_EARLY)

    def _ask(self, connection: Connection, actor: Actor, asking: Round, requests: Sequence[Request]) -> int | None:
        newest = reading.latest(connection)
        held = set(reading.contents(connection, newest).requests) if newest else set()
        if set(requests) <= held:
            return None
        stamp = publishing.Stamp(
            actor=actor.name,
            note=asking.title,
            now=self._core.now(),
            edition=self._core.edition(),
        )
        return publishing.publish(connection, (), stamp, requests)

    def _board(self, connection: Connection, asking: Round) -> Board:
        return board.build(
            asking,
            kept.asked(connection),
            drafts.listed(connection),
            self._core.framework(),
            on=self._core.now().date(),
        )

    def _note(self, connection: Connection, actor: Actor, action: AuditAction, round_id: str, **detail: object) -> None:
        full = {"round": round_id, **detail}
        audit_log.note(connection, actor.name, action, now=self._core.now(), detail=full)


def _found(connection: Connection, round_id: str) -> Round:
    found = kept.find(connection, round_id)
    if found is None:
        raise RoundRefused(NO_ROUND)
    return found


def _text(text: str) -> str:
    joined = " ".join(text.split())
    if len(joined) > LONGEST:
        raise RoundRefused(TOO_LONG)
    return joined
