"""Upload: the workbook to take, next to where it is sent back, and what is on its way."""

from __future__ import annotations

from dash import register_page

from bukhara.access import Action
from bukhara.model.draft import DraftState
from bukhara.views.board import asked_last
from pages._ui.doors import handing_out, uploading
from pages._ui.parts.actor import actor
from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render
from pages._ui.voices.desk_voices import desk_voices, drop_voices, may, subject_names

PATH = uploading.PATH
CLOSED = (DraftState.PUBLISHED, DraftState.WITHDRAWN)


def content(reader: Reader) -> Page:
    """Show template and drop zone side by side, and the drafts that this account may see."""
    words = reader.words
    drafts = reader.service.desk.drafts(actor())
    subjects = [(code, name) for code, name in subject_names(reader).items() if may(Action.TEMPLATE, code)]
    return Page(
        title=words("Upload"),
        lead=words("Take the workbook, fill it in, send it back, see what would change, confirm."),
        blocks=(
            render(
                reader,
                "upload.html",
                subjects=subjects,
                asked=asked_last(reader.service.snapshot().requests, country) if (country := actor().country) else None,
                forms=handing_out.forms(reader.service.framework()),
                open=[draft for draft in drafts if draft.state not in CLOSED],
                closed=[draft for draft in drafts if draft.state in CLOSED],
                **desk_voices(reader),
                **drop_voices(reader),
            ),
        ),
        private=True,
    )


register_page(__name__, path=PATH, name="Upload", content=content, permission=Action.UPLOAD)
layout = layout_of(PATH)
