"""One release: who, when, why; what it changed row by row; and how to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import register_page

from bukhara.access import Action
from bukhara.errors import ReleaseUnknown
from bukhara.service.two_releases import compared
from pages._ui.parts.actor import actor
from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render
from pages._ui.voices.block_voices import block_voices
from pages._ui.voices.change_voices import change_voices
from pages._ui.voices.desk_voices import desk_voices, may

if TYPE_CHECKING:
    from bukhara.model.draft import Draft

PATH = "/releases/<number>"


def content(reader: Reader) -> Page:
    """Show the release named in the address, or say that there is none."""
    words, service = reader.words, reader.service
    tail = reader.path.removeprefix("/releases/")
    number = int(tail) if tail.isascii() and tail.isdigit() and len(tail) < 9 else 0
    try:
        release = service.release(number)
    except ReleaseUnknown:
        return Page(title=words("Nothing stands at this address"), found=False)
    return Page(
        title=words("Release {release}", release=release.number),
        crumbs=((words("Releases"), "/releases"),),
        blocks=(
            render(
                reader,
                "releases_one.html",
                release=release,
                newest=service.ready(),
                changes=compared(service, number - 1, number) if number > 1 else None,
                drafts=_drafts(reader, number),
                **change_voices(service.framework(), words),
                **block_voices(reader, release),
                **desk_voices(reader),
            ),
        ),
        private=True,
    )


def _drafts(reader: Reader, number: int) -> list[Draft]:
    if not may(Action.UPLOAD):
        return []
    return [draft for draft in reader.service.desk.drafts(actor()) if draft.release == number]


register_page(__name__, path_template=PATH, name="Release", content=content, permission=Action.RELEASES)
layout = layout_of(PATH)
