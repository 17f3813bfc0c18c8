"""What the templates of the desk say: states of a draft, moments in the desk's zone, whose a workbook is."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bukhara.access import Action, decide
from bukhara.i18n.codes import N_
from bukhara.i18n.moments import moment_text
from bukhara.model.draft import DraftState
from pages._ui.parts.actor import actor

if TYPE_CHECKING:
    from datetime import datetime

    from bukhara.model.framework import Country, Framework
    from pages._ui.parts.reader import Reader

STATES = {
    "draft": N_("draft"),
    "in_review": N_("in review"),
    "approved": N_("approved"),
    "scheduled": N_("approved for a set hour"),
    "published": N_("published"),
    "withdrawn": N_("withdrawn"),
}
NEXTS = {
    DraftState.DRAFT: N_("See what was found"),
    DraftState.IN_REVIEW: N_("Look through and approve"),
    DraftState.APPROVED: N_("Look at it"),
    DraftState.PUBLISHED: N_("Receipt"),
    DraftState.WITHDRAWN: N_("Look at it"),
}
NOWHERE = "INT"
# what the program does without anybody, as its releases and the trail call it
PROGRAM, SHIPPED, DELIVERED = "system", "as shipped", N_("as delivered with the program")
WORKBOOKS = {"statistics": N_("Statistics of all states"), "partners": N_("Partners")}


def desk_voices(reader: Reader) -> dict[str, object]:
    """Return what every template of the desk needs."""
    words, settings = reader.words, reader.service.settings
    names = subject_names(reader)

    def moment(at: datetime, zone: str = "") -> str:
        return moment_text(at, zone or settings.time_zone, words)

    return {
        "moment": moment,
        "day_there": lambda at: words.date(at.astimezone(ZoneInfo(settings.time_zone)).date()),
        "who": lambda name: words("the program") if name == PROGRAM else name,
        "note_of": lambda release: words(DELIVERED) if release.note == SHIPPED else release.note,
        "states": {kind: words(said) for kind, said in STATES.items()},
        "nexts": {state.value: words(said) for state, said in NEXTS.items()},
        "subject": lambda code: names.get(code, code or words("not recognised")),
    }


def drop_voices(reader: Reader, from_draft: int | None = None) -> dict[str, object]:
    """Return what the form needs that takes a workbook in; its key is new with every look."""
    return {
        "key": secrets.token_hex(16),
        "limit_mb": reader.service.settings.max_upload_mb,
        "from_draft": from_draft or "",
    }


def trackers(framework: Framework) -> list[Country]:
    """Return the states and the region; bodies with no country have no workbook of their own."""
    return [place for place in (*framework.countries, *framework.regions) if place.code != NOWHERE]


def subject_names(reader: Reader) -> dict[str, str]:
    """Return the name of every workbook: of each state, the region, the statistics and the partners."""
    words = reader.words
    places = {place.code: words.text(place.short) for place in trackers(reader.service.framework())}
    return {**places, **{kind: words(name) for kind, name in WORKBOOKS.items()}}


def may(action: Action, country: str | None = None) -> bool:
    """Return whether whoever looks may do that."""
    return decide(actor(), action, country).allowed
