"""The doors of replies: given, taken back, published. Each leads back to its page and says what was done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote

from flask import request

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.i18n.codes import N_
from bukhara.model.round import ReplyKind
from bukhara.service.rounds.replies import Words
from pages._ui.doors.registry import door, led_back
from pages._ui.parts.actor import actor
from pages._ui.parts.reader import reader_of
from pages._ui.parts.rehearsal import REPLY_PATH

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkzeug.wrappers import Response

    from pages._ui.parts.reader import Reader

PUBLISHING_PATH = "/replies"
GIVEN = N_("Kept. It waits until the secretariat publishes it, word for word.")
TAKEN_BACK = N_("Taken back.")
NO_KIND = N_("Please choose what the state does: confirm, comment, correct or object.")
NO_DAY = N_("Please give the day of the letter, like 2027-03-01.")


@door("/reply/give", Action.REPLY)
def give() -> Response:
    """Keep a reply about one item."""
    item = request.form.get("item", "")

    def keep(reader: Reader) -> str:
        indicator = request.form.get("indicator", "")
        reader.service.replies.give(actor(), item, _words(request.form.get("kind", "")), indicator=indicator)
        return reader.words(GIVEN)

    return _done(REPLY_PATH, keep, item)


@door("/reply/confirm", Action.REPLY)
def confirm() -> Response:
    """Keep a confirmation of every item that is ticked."""

    def keep(reader: Reader) -> str:
        reader.service.replies.give_all(actor(), request.form.getlist("item"), _words(ReplyKind.CONFIRMATION))
        return reader.words(GIVEN)

    return _done(REPLY_PATH, keep)


@door("/reply/take-back", Action.REPLY)
def take_back() -> Response:
    """Take back a reply that waits."""

    def drop(reader: Reader) -> str:
        reader.service.replies.take_back(actor(), request.form.get("reply", ""))
        return reader.words(TAKEN_BACK)

    return _done(REPLY_PATH, drop, request.form.get("item", ""))


@door("/replies/publish", Action.PUBLISH)
def publish() -> Response:
    """Publish what waits of a state."""

    def release(reader: Reader) -> str:
        sent = request.form
        made = reader.service.replies.publish(actor(), sent.get("country", ""), sent.get("note", ""))
        return reader.words("Published as release {release}.", release=made.number)

    return _done(PUBLISHING_PATH, release)


def _done(path: str, do: Callable[[Reader], str], place: str = "") -> Response:
    reader = reader_of(path, request.args.to_dict())
    back = reader.href(path) + (f"#{quote(place)}" if place else "")
    return led_back(reader, back, lambda: do(reader))


def _words(kind: str) -> Words:
    sent = request.form
    if kind not in set(ReplyKind):
        raise Refused(NO_KIND)
    return Words(
        kind=ReplyKind(kind),
        words=sent.get("words", ""),
        lang=sent.get("lang", ""),
        translation=sent.get("translation", ""),
        body=sent.get("body", ""),
        document_number=sent.get("document_number", ""),
        given_on=_day(sent.get("given_on", "")),
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise Refused(NO_DAY) from error
