"""Releases: who published what, when and why; any two compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import register_page

from bukhara.access import Action
from bukhara.errors import ReleaseUnknown
from bukhara.model.draft import DraftState
from bukhara.service.two_releases import compared
from pages._ui.doors import release_doors
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
    from bukhara.views.release_changes import ReleaseChanges

PATH = release_doors.PATH


def content(reader: Reader) -> Page:
    """Show the history, newest first, and the difference of two releases where the address names them."""
    words = reader.words
    releases = tuple(reversed(reader.service.releases()))
    chosen = _chosen(reader)
    return Page(
        title=words("Releases"),
        lead=words("Every publication with who, when, what and why. None is ever changed: a revert is a new release."),
        blocks=(
            render(
                reader,
                "releases.html",
                releases=releases,
                chosen=chosen,
                changes=_changes(reader, chosen),
                scheduled=_scheduled(reader),
                **change_voices(reader.service.framework(), words),
                **block_voices(reader, None),
                **desk_voices(reader),
            ),
        ),
        private=True,
    )


def _chosen(reader: Reader) -> tuple[int, int] | None:
    asked = [reader.query.get(name, "") for name in ("from", "to")]
    if not all(text.isascii() and text.isdigit() and len(text) < 9 for text in asked):
        return None
    first, second = (int(text) for text in asked)
    return first, second


def _changes(reader: Reader, chosen: tuple[int, int] | None) -> ReleaseChanges | None:
    if chosen is None:
        return None
    try:
        return compared(reader.service, *chosen)
    except ReleaseUnknown:
        return None


def _scheduled(reader: Reader) -> list[Draft]:
    if not may(Action.PREVIEW):
        return []
    drafts = [draft for draft in reader.service.desk.drafts(actor()) if draft.state is DraftState.APPROVED]
    return sorted(drafts, key=lambda draft: (draft.publish_at is None, draft.publish_at or draft.created_at))


register_page(__name__, path=PATH, name="Releases", content=content, permission=Action.RELEASES)
layout = layout_of(PATH)
