"""The door of a release: what it did is taken back by a new release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, request

from bukhara.access import Action
from bukhara.errors import BaseOutdated, ReleaseUnknown
from bukhara.i18n.codes import N_
from pages._ui.doors.registry import door
from pages._ui.parts.actor import actor
from pages._ui.parts.reader import reader_of

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

PATH = "/releases"
NO_NOTE = N_("Please say in the note why: it stays with the release.")
NOTHING_BEFORE = N_("There is no such release, or nothing stood before it.")
IN_BETWEEN = N_("Release {release} was published in between. Please look at it first, then decide again.")


@door("/releases/<int:number>/revert", Action.REVERT)
def revert(number: int) -> Response:
    """Publish again what stood before the newest release, or what an older one held."""
    reader = reader_of(PATH, request.args.to_dict())
    words, note = reader.words, " ".join(request.form.get("note", "").split())
    here = reader.href(f"{PATH}/{number}")
    if not note:
        flash(words(NO_NOTE), "trouble")
        return redirect(here, 303)
    try:
        made = reader.service.desk.revert(actor(), number, note, seen=_seen())
    except BaseOutdated as late:
        flash(words(IN_BETWEEN, release=late.current), "trouble")
        return redirect(here, 303)
    except ReleaseUnknown:
        flash(words(NOTHING_BEFORE), "trouble")
        return redirect(reader.href(PATH), 303)
    flash(words("Done: release {release} was made.", release=made.number), "done")
    return redirect(reader.href(f"{PATH}/{made.number}"), 303)


def _seen() -> int | None:
    """Return the newest release that the page knew of: a second click, or another's release, changes what is meant."""
    told = request.form.get("newest", "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else None
