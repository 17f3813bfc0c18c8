"""A look at a draft as it would be published (`?draft=12`), for those who may; for others there is no parameter.

`?draft=0` is the record of now, with the replies that wait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import g, has_request_context

from bukhara.access import Action, decide
from bukhara.errors import BaseOutdated, FrameworkInvalid, NotAllowed, Refused, ReleaseUnknown
from pages._ui.parts.actor import actor

if TYPE_CHECKING:
    from bukhara.model.access import Actor
    from bukhara.model.release import Snapshot
    from bukhara.service import Service

NAME = "draft"
REPLY_PATH = "/reply"


def rehearsed(service: Service, path: str, asked: str) -> Snapshot | None:
    """Return the rehearsal that was asked for, with the replies that wait; None where there is none for this reader."""
    if not asked or not has_request_context() or not (asked.isascii() and asked.isdigit() and len(asked) < 9):
        return None
    who = actor()
    if not may_look(who, path):
        return None
    made: dict[tuple[Actor, str], Snapshot | None] = g.setdefault("rehearsals", {})
    key = who, asked
    if key not in made:
        try:
            snapshot = service.desk.preview(who, int(asked)) if int(asked) else service.snapshot()
            made[key] = service.replies.previewed(who, snapshot)
        except (NotAllowed, Refused, BaseOutdated, ReleaseUnknown, FrameworkInvalid):
            made[key] = None
    return made[key]


def may_look(who: Actor, path: str) -> bool:
    """Return whether `who` may see rehearsals at an address: a commission only its own state's page."""
    if decide(who, Action.PREVIEW, "").allowed:
        return True
    return decide(who, Action.PREVIEW, who.country).allowed and path in (f"/countries/{who.country}", REPLY_PATH)
