"""What a country's own form calls our columns: said once beside the findings of a draft, remembered for the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, request

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.i18n.codes import N_
from pages._ui.doors.registry import door
from pages._ui.parts.actor import actor
from pages._ui.parts.reader import reader_of

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

    from pages._ui.doors.draft_look import Look
    from pages._ui.parts.reader import Reader

UNKNOWN = "unknown-column"
REMEMBERED = N_("Remembered. The workbook was read once more with it.")
FORGOTTEN = N_("Forgotten. The workbook was read once more without it.")


@door("/upload/<int:draft>/heading", Action.UPLOAD)
def remember(draft: int) -> Response:
    """Remember which column a heading of a draft means, or forget it, and lead back to the draft."""
    reader = reader_of("/upload", request.args.to_dict())
    service, sent = reader.service, request.form
    try:
        found, kind = service.desk.draft(actor(), draft), service.desk.reading(actor(), draft).kind
        column = sent.get("column", "")
        service.headings.remember_heading(actor(), found.subject, kind or "", sent.get("text", ""), column)
    except Refused as error:
        flash(reader.words(error.reason), "trouble")
    else:
        flash(reader.words(REMEMBERED if column else FORGOTTEN), "done")
    return redirect(reader.href(f"/upload/{draft}"), 303)


def heading_voices(reader: Reader, seen: Look) -> dict[str, object]:
    """Return the headings that were not understood, those remembered, and what a heading can mean."""
    kind = seen.reading.kind if seen.reading else None
    if kind is None or not seen.draft.subject:
        return {"strangers": (), "own_headings": (), "meanings": {}}
    told = [each.value for each in seen.reading.findings if each.code == UNKNOWN] if seen.reading else []
    return {
        "strangers": tuple(dict.fromkeys(told)),
        "own_headings": reader.service.headings.headings(actor(), seen.draft.subject),
        "meanings": {key: reader.words(label) for key, label in reader.service.headings.columns(kind).items()},
    }
