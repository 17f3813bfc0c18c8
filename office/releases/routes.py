"""Releases: the history, any two compared, one release, and the page and form that take one back."""

from werkzeug.wrappers import Response

from bukhara.access import Action
from bukhara.errors import Refused, ReleaseUnknown
from bukhara.model.draft import Draft
from bukhara.model.messages import N_
from bukhara.model.release import RevertScope
from bukhara.service.two_releases import compare_releases
from bukhara.views.release_changes import ReleaseChanges
from office.blocks import block_names
from office.blueprint import office
from office.page import missing_page, office_page
from office.releases.context import History, ReleasePage, RevertPage
from office.releases.public import PATH, public_page
from web.forms import field, whole_number
from web.paging import paged
from web.permissions import may, requires
from web.redirects import see_other
from web.request import Reader, actor, request_reader
from web.templating import render

NO_RELEASE = N_("There is no release of that number.")
TITLES = {
    RevertScope.ONLY: N_("Take back release {release}"),
    RevertScope.RETURN: N_("Return to release {release}"),
}


@office.get(PATH)
@requires(Action.READ)
def releases_page() -> str:
    """Show what changed in each release; to those who may see the history, also who, the notes and comparisons."""
    reader = request_reader()
    if not may(Action.RELEASES):
        return public_page(reader)
    words, chosen, drafts = reader.words, _chosen(reader), reader.service.drafts
    every = reader.service.releases()
    releases, turn = paged(reader, every[::-1])
    context = History(
        releases=releases,
        turn=turn,
        newest=every[-1].number,
        chosen=chosen,
        changes=_changes(reader, chosen),
        scheduled=drafts.approved(actor()) if may(Action.PREVIEW) else (),
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
        changes=compare_releases(service, release.number - 1, release.number) if release.number > 1 else None,
        drafts=_drafts(reader, release.number),
        block_names=block_names(reader, release),
        framework=service.framework(),
    )
    title = words("Release {release}", release=release.number)
    return office_page(reader, render(reader, context), title=title, crumbs=((words("Releases"), PATH),))


@office.get(f"{PATH}/<int:number>/revert")
@requires(Action.REVERT)
def revert_page(number: int) -> str | tuple[str, int]:
    """Show what taking a release back, or returning to it, would make disappear; nothing is changed."""
    reader = request_reader()
    words, scope, preview, reason = reader.words, _scope(reader.query.get("scope")), None, ""
    try:
        release = reader.service.release(number)
        preview = reader.service.reverts.preview(actor(), number, scope)
    except ReleaseUnknown:
        return missing_page(reader)
    except Refused as refused:
        reason = words(refused.reason)
    context = RevertPage(
        release=release,
        scope=scope.value,
        preview=preview,
        reason=reason,
        block_names=block_names(reader, release),
        framework=reader.service.framework(),
    )
    return office_page(
        reader,
        render(reader, context),
        title=words(TITLES[scope], release=number),
        lead=words("It makes a new release. Every earlier one stays in the history."),
        crumbs=((words("Releases"), PATH), (words("Release {release}", release=number), f"{PATH}/{number}")),
    )


@office.post(f"{PATH}/<int:number>/revert")
@requires(Action.REVERT)
def revert_release(number: int) -> Response:
    """Take back one release, or return to what it held; either makes a new release."""
    reader, scope = request_reader(PATH), _scope(field("scope"))
    words, service = reader.words, reader.service
    preview = reader.href(f"{PATH}/{number}/revert", scope="" if scope is RevertScope.ONLY else scope.value)
    try:
        # the newest release that the page knew: after a second click, or another's release, something else is meant
        seen = whole_number(field("newest"))
        made = service.reverts.revert(actor(), number, field("note"), scope=scope, seen=seen)
    except Refused as refused:
        return see_other(preview, words(refused.reason), "trouble")
    except ReleaseUnknown:
        return see_other(reader.href(PATH), words(NO_RELEASE), "trouble")
    message = words("Done: release {release} was made.", release=made.number)
    return see_other(reader.href(f"{PATH}/{made.number}"), message)


def _scope(text: str | None) -> RevertScope:
    """Return how much is to be taken back; one release unless the address or the form says otherwise."""
    return RevertScope.RETURN if text == RevertScope.RETURN else RevertScope.ONLY


def _chosen(reader: Reader) -> tuple[int, int] | None:
    first, second = (whole_number(reader.query.get(name)) for name in ("from", "to"))
    return None if first is None or second is None else (first, second)


def _changes(reader: Reader, chosen: tuple[int, int] | None) -> ReleaseChanges | None:
    if chosen is None:
        return None
    try:
        return compare_releases(reader.service, *chosen)
    except ReleaseUnknown:
        return None


def _drafts(reader: Reader, number: int) -> tuple[Draft, ...]:
    if not may(Action.UPLOAD):
        return ()
    return tuple(draft for draft in reader.service.drafts.drafts(actor()) if draft.release == number)
