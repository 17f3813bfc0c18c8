"""Releases: the history, any two compared, one release, and the form that takes one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.access import Action
from bukhara.errors import BaseOutdated, ReleaseUnknown
from bukhara.i18n.codes import N_
from bukhara.model.draft import DraftState
from bukhara.service.two_releases import compared
from office.blocks import block_names
from office.blueprint import office
from office.page import missing_page, office_page
from office.releases.context import History, ReleasePage
from web.forms import field, whole_number
from web.permissions import may, requires
from web.redirects import see_other
from web.request import actor, request_reader
from web.templating import render

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

    from bukhara.model.draft import Draft
    from bukhara.views.release_changes import ReleaseChanges
    from web.request import Reader

PATH = "/releases"
NO_NOTE = N_("Please say in the note why: it stays with the release.")
NOTHING_BEFORE = N_("There is no such release, or nothing stood before it.")
IN_BETWEEN = N_("Release {release} was published in between. Please look at it first, then decide again.")


@office.get(PATH)
@requires(Action.RELEASES)
def releases_page() -> str:
    """Show the history, newest first, and the difference of two releases where the address names them."""
    reader = request_reader()
    words, chosen = reader.words, _chosen(reader)
    context = History(
        releases=tuple(reversed(reader.service.releases())),
        chosen=chosen,
        changes=_changes(reader, chosen),
        scheduled=_scheduled(reader),
        block_names=block_names(reader),
        framework=reader.service.framework(),
    )
    return office_page(
        reader,
        render(reader, context),
        title=words("Releases"),
        lead=words("Every publication with who, when, what and why. None is ever changed: a revert is a new release."),
    )


@office.get(f"{PATH}/<number>")
@requires(Action.RELEASES)
def release_page(number: str) -> str | tuple[str, int]:
    """Show one release, or that it does not exist."""
    reader = request_reader()
    words, service = reader.words, reader.service
    try:
        release = service.release(whole_number(number) or 0)
    except ReleaseUnknown:
        return missing_page(reader)
    context = ReleasePage(
        release=release,
        newest=service.ready(),
        changes=compared(service, release.number - 1, release.number) if release.number > 1 else None,
        drafts=_drafts(reader, release.number),
        block_names=block_names(reader, release),
        framework=service.framework(),
    )
    title = words("Release {release}", release=release.number)
    return office_page(reader, render(reader, context), title=title, crumbs=((words("Releases"), PATH),))


@office.post(f"{PATH}/<int:number>/revert")
@requires(Action.REVERT)
def revert_release(number: int) -> Response:
    """Undo the newest release, or return to what an older one held; either makes a new release."""
    reader, note = request_reader(PATH), " ".join(field("note").split())
    words, here = reader.words, reader.href(f"{PATH}/{number}")
    if not note:
        return see_other(here, words(NO_NOTE), "trouble")
    try:
        # the newest release that the page knew: after a second click, or another's release, something else is meant
        made = reader.service.drafts.revert(actor(), number, note, seen=whole_number(field("newest")))
    except BaseOutdated as late:
        return see_other(here, words(IN_BETWEEN, release=late.current), "trouble")
    except ReleaseUnknown:
        return see_other(reader.href(PATH), words(NOTHING_BEFORE), "trouble")
    message = words("Done: release {release} was made.", release=made.number)
    return see_other(reader.href(f"{PATH}/{made.number}"), message)


def _chosen(reader: Reader) -> tuple[int, int] | None:
    first, second = (whole_number(reader.query.get(name)) for name in ("from", "to"))
    return None if first is None or second is None else (first, second)


def _changes(reader: Reader, chosen: tuple[int, int] | None) -> ReleaseChanges | None:
    if chosen is None:
        return None
    try:
        return compared(reader.service, *chosen)
    except ReleaseUnknown:
        return None


def _scheduled(reader: Reader) -> tuple[Draft, ...]:
    if not may(Action.PREVIEW):
        return ()
    approved = [draft for draft in reader.service.drafts.drafts(actor()) if draft.state is DraftState.APPROVED]
    return tuple(sorted(approved, key=lambda each: (each.publish_at is None, each.publish_at or each.created_at)))


def _drafts(reader: Reader, number: int) -> tuple[Draft, ...]:
    if not may(Action.UPLOAD):
        return ()
    return tuple(draft for draft in reader.service.drafts.drafts(actor()) if draft.release == number)
