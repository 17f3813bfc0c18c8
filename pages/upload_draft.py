"""One workbook on its way: findings, difference, rehearsal, confirmation, release and receipt."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dash import register_page

from bukhara.access import Action
from bukhara.errors import DraftConflict
from bukhara.model.codes import Severity
from bukhara.model.draft import DraftState
from bukhara.service import sentence
from bukhara.service.drafts import checklist
from pages._ui.doors import draft_doors
from pages._ui.doors.draft_look import Look, look
from pages._ui.doors.own_headings import heading_voices
from pages._ui.parts.actor import actor
from pages._ui.parts.address import page_of
from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render
from pages._ui.voices.block_voices import block_voices
from pages._ui.voices.change_voices import change_voices
from pages._ui.voices.desk_voices import desk_voices, drop_voices, subject_names
from pages._ui.voices.difference_voices import difference_voices
from pages._ui.voices.effect_voices import effect_voices
from pages._ui.voices.figure_voices import voices

if TYPE_CHECKING:
    from markupsafe import Markup

PATH = "/upload/<draft>"
ANSWER = "pages.upload_answer"


def content(reader: Reader) -> Page:
    """Show the draft named in the address, or say that there is none."""
    tail = reader.path.removeprefix("/upload/")
    if tail == "answer":
        return page_of(ANSWER)(reader)
    words = reader.words
    number = int(tail) if tail.isascii() and tail.isdigit() and len(tail) < 10 else 0
    try:
        seen = look(reader.service, actor(), number)
    except DraftConflict:
        return Page(title=words("Nothing stands at this address"), found=False)
    return Page(
        title=seen.draft.file_name,
        lead=_lead(reader, seen),
        crumbs=((words("Upload"), "/upload"),),
        blocks=tuple(_blocks(reader, seen)),
        private=True,
    )


def _lead(reader: Reader, seen: Look) -> str:
    draft = seen.draft
    whose = subject_names(reader).get(draft.subject, draft.subject)
    return f"{whose}." if whose else ""


def _blocks(reader: Reader, seen: Look) -> list[Markup]:
    framework = reader.service.framework()
    values = {
        "seen": seen,
        "draft": seen.draft,
        "errors": seen.findings(Severity.ERROR),
        "warnings": seen.findings(Severity.WARNING),
        "said": lambda finding: sentence(finding, reader.words),
        "check_text": lambda check: checklist.sentence(check, framework, reader.words),
        "kinds": _kinds(seen),
        "zones": draft_doors.zones(reader.service.settings.time_zone, reader.service.now()),
        "newest": reader.service.ready(),
        "taken_back": _taken_back(reader, seen),
        "told": difference_voices(reader),
        **change_voices(framework, reader.words),
        **block_voices(reader, seen.released),
        **effect_voices(reader, seen.effect),
        **desk_voices(reader),
        **heading_voices(reader, seen),
        **drop_voices(reader, seen.draft.draft_id),
        **voices(reader),
    }
    return [render(reader, f"upload_{part}.html", **values) for part in _parts(seen)]


def _parts(seen: Look) -> tuple[str, ...]:
    if seen.draft.state in (DraftState.PUBLISHED, DraftState.WITHDRAWN):
        return ("way", "closed")
    if not seen.sound:
        return ("way", "next", "findings", "headings", "understood", "withdraw")
    return ("way", "next", "findings", "headings", "understood", "changes", "effect", "confirm")


def _taken_back(reader: Reader, seen: Look) -> int | None:
    """Return the release that took back what this workbook did, if one did."""
    made = seen.released.number if seen.released else 0
    return next((each.number for each in reader.service.releases() if each.reverts == made == each.number - 1), None)


def _kinds(seen: Look) -> list[tuple[str, int]]:
    if seen.reading is None:
        return []
    return Counter(row.kind.value for row in seen.reading.statements).most_common()


register_page(__name__, path_template=PATH, name="A workbook on its way", content=content, permission=Action.UPLOAD)
layout = layout_of(PATH)
