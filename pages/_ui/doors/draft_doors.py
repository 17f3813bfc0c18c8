"""The doors of a draft: sent for review, sent back, approved, published, withdrawn. Each leads back to the draft."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from flask import request

from bukhara.access import Action
from bukhara.errors import BaseOutdated, Refused
from bukhara.i18n.codes import N_
from bukhara.i18n.moments import zone_text
from pages._ui.doors.registry import door, led_back
from pages._ui.parts.actor import actor
from pages._ui.parts.reader import reader_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkzeug.wrappers import Response

    from bukhara.service.drafts.drafts import Drafts

# where the five states, the conferences and their partners are; every zone has its own name
ZONES = (
    "Asia/Samarkand",
    "Asia/Tashkent",
    "Asia/Almaty",
    "Asia/Ashgabat",
    "Asia/Bishkek",
    "Asia/Dushanbe",
    "Europe/Vienna",
    "Europe/Warsaw",
    "UTC",
)
NO_NOTE = N_("Please say in the note what this is about: it stays with the release.")
NO_HOUR = N_("Please give the day and the hour, like 2026-11-24 and 14:30.")
BETWEEN = N_("Somebody published the same rows in between. Nothing of yours was lost: see below what came in between.")
SENT_ON = N_("Sent for review.")
SENT_BACK = N_("Sent back.")
APPROVED = N_("Approved.")
APPROVED_FOR = N_("Approved: it will be published at its hour by itself.")
WITHDRAWN = N_("Withdrawn. Nothing of it is in the record.")


@door("/upload/<int:draft>/submit", Action.UPLOAD)
def submit(draft: int) -> Response:
    """Send a draft for review."""
    return _done(draft, lambda desk: desk.submit(actor(), draft, _note()), SENT_ON)


@door("/upload/<int:draft>/send-back", Action.APPROVE)
def send_back(draft: int) -> Response:
    """Send a draft one step back."""
    return _done(draft, lambda desk: desk.send_back(actor(), draft, request.form.get("note", "")), SENT_BACK)


@door("/upload/<int:draft>/approve", Action.APPROVE)
def approve(draft: int) -> Response:
    """Approve a draft, for an hour if one is given."""
    if request.form.get("at") != "hour":
        return _done(draft, lambda desk: desk.approve(actor(), draft, seen=_seen()), APPROVED)
    zone, seen = request.form.get("zone", ""), _seen()
    return _done(draft, lambda desk: desk.approve(actor(), draft, _hour(), zone, seen=seen), APPROVED_FOR)


@door("/upload/<int:draft>/publish", Action.PUBLISH)
def publish(draft: int) -> Response:
    """Publish a draft."""
    return _done(draft, lambda desk: desk.publish(actor(), draft, _note(), seen=_seen()), "")


@door("/upload/<int:draft>/withdraw", Action.UPLOAD)
def withdraw(draft: int) -> Response:
    """Withdraw a draft."""
    return _done(draft, lambda desk: desk.withdraw(actor(), draft), WITHDRAWN)


def zones(first: str, moment: datetime) -> list[tuple[str, str]]:
    """Return the zones to choose from, the desk's own first, each with its distance from UTC at that moment."""
    return [(zone, zone_text(zone, moment)) for zone in dict.fromkeys((first, *ZONES))]


def _done(draft: int, step: Callable[[Drafts], object], said: str) -> Response:
    reader = reader_of("/upload", request.args.to_dict())

    def done() -> str:
        try:
            step(reader.service.desk)
        except BaseOutdated as outdated:
            raise Refused(BETWEEN) from outdated
        return reader.words(said) if said else ""

    return led_back(reader, reader.href(f"/upload/{draft}"), done)


def _seen() -> str:
    return request.form.get("seen", "")


def _note() -> str:
    note = " ".join(request.form.get("note", "").split())
    if not note:
        raise Refused(NO_NOTE)
    return note


def _hour() -> datetime:
    try:
        return datetime.fromisoformat(f"{request.form.get('date', '')}T{request.form.get('time', '')}")
    except ValueError as error:
        raise Refused(NO_HOUR) from error
