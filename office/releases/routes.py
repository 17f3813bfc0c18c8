"""Releases: the history, any two compared, one release, and the page and form that take one back."""

from functools import partial

from werkzeug.wrappers import Response

from bukhara.access import Action
from bukhara.errors import Refused, ReleaseUnknown
from bukhara.model.messages import N_
from bukhara.model.release import RevertScope
from bukhara.service.releases.two_releases import compare_releases
from bukhara.views.releases.release_changes import ReleaseChanges
from office.blocks import block_names
from office.forms import read
from office.page import LOOK_AGAIN, missing_page, office, office_page
from office.releases.forms import CompareForm, RevertForm
from office.releases.public import PATH, public_page
from web.finished_pages import html_page
from web.forms import whole_number
from web.language import with_language
from web.paging import paged
from web.permissions import may, requires
from web.redirects import see_other
from web.request import PageRequest, actor, current_request, page_request_of
from web.templating import render

TITLES = {RevertScope.ONLY: N_("Take back release {release}"), RevertScope.RETURN: N_("Return to release {release}")}


@office.get(PATH)
@requires(Action.READ)
def releases_page() -> str | Response | tuple[str, dict[str, str]]:
    """Show what changed in each release; to those who may see the history, also who, the notes and comparisons."""
    page_request = current_request()
    if not may(Action.RELEASES):
        if actor().signed_in:
            return public_page(page_request)
        page_request = page_request_of(PATH, with_language(page_request.query))
        return html_page(page_request, lambda: (public_page(page_request), 200))
    words, chosen, drafts = page_request.words, _chosen(page_request), page_request.service.drafts
    every = page_request.service.releases()
    releases, turn = paged(page_request, every[::-1])
    newest = every[-1].number
    earlier, later = chosen or (max(newest - 1, 1), newest)
    changes, unknown = None, False
    if chosen:
        try:
            changes = _changes(page_request, *chosen)
        except ReleaseUnknown:
            unknown = True
    shown = render(
        page_request,
        "releases/history.html",
        releases=releases,
        turn=turn,
        newest=newest,
        form=CompareForm(data={"earlier": earlier, "later": later}),
        chosen=chosen,
        changes=changes,
        unknown=unknown,
        drafts=drafts.drafts(actor()) if may(Action.PREVIEW) else (),
        block_names=block_names(page_request),
        framework=page_request.service.framework(),
    )
    page = office_page(
        page_request,
        shown,
        title=words("Releases"),
        lead=words("Every publication with who, when, what and why. None is ever changed: a revert is a new release."),
    )
    return (page, LOOK_AGAIN) if chosen and not (changes or unknown) else page


@office.get(f"{PATH}/<number>")
@requires(Action.RELEASES)
def release_page(number: str) -> str | tuple[str, int] | tuple[str, dict[str, str]]:
    """Show one release, or that it does not exist."""
    page_request = current_request()
    words, service = page_request.words, page_request.service
    try:
        release = service.release(whole_number(number) or 0)
    except ReleaseUnknown:
        return missing_page(page_request)
    changes = _changes(page_request, release.number - 1, release.number) if release.number > 1 else None
    drafts = service.drafts.drafts(actor()) if may(Action.UPLOAD) else ()
    shown = render(
        page_request,
        "releases/release.html",
        release=release,
        newest=service.ready(),
        changes=changes,
        drafts=[each for each in drafts if each.release == release.number],
        block_names=block_names(page_request, release),
        framework=service.framework(),
    )
    title = words("Release {release}", release=release.number)
    page = office_page(page_request, shown, title=title, crumbs=((words("Releases"), PATH),))
    return page if changes or release.number == 1 else (page, LOOK_AGAIN)


@office.get(f"{PATH}/<int:number>/revert")
@requires(Action.REVERT)
def revert_page(number: int) -> str | tuple[str, int] | tuple[str, dict[str, str]]:
    """Show what taking a release back, or returning to it, would make disappear; nothing is changed."""
    page_request = current_request()
    words, scope, preview, reason = page_request.words, _scope(page_request.query.get("scope")), None, ""
    try:
        release = page_request.service.release(number)
        reverting = partial(page_request.service.reverts.preview, actor(), number, scope)
        if page_request.service.preparation.is_done(("revert", number, scope), reverting):
            preview = reverting()
    except ReleaseUnknown:
        return missing_page(page_request)
    except Refused as refused:
        reason = words(refused.reason)
    shown = render(
        page_request,
        "releases/revert.html",
        release=release,
        form=RevertForm(data={"scope": scope.value, "newest": preview.newest if preview else None}),
        preview=preview,
        asks=page_request.service.reverts.needs_asking(actor(), number, scope),
        reason=reason,
        block_names=block_names(page_request, release),
        framework=page_request.service.framework(),
    )
    page = office_page(
        page_request,
        shown,
        title=words(TITLES[scope], release=number),
        lead=words("It makes a new release. Every earlier one stays in the history."),
        crumbs=((words("Releases"), PATH), (words("Release {release}", release=number), f"{PATH}/{number}")),
    )
    return page if preview or reason else (page, LOOK_AGAIN)


@office.post(f"{PATH}/<int:number>/revert")
@requires(Action.REVERT)
def revert_release(number: int) -> Response:
    """Take back one release, or return to what it held; either makes a new release."""
    page_request, form = current_request(PATH), read(RevertForm)
    scope = _scope(form.scope.data)
    words, service = page_request.words, page_request.service
    preview = page_request.href(f"{PATH}/{number}/revert", scope="" if scope is RevertScope.ONLY else scope.value)
    try:
        if service.reverts.needs_asking(actor(), number, scope):
            service.reverts.ask(actor(), number, form.note.data, scope)
            return see_other(preview, words("Asked for. Another person of the secretariat does it on this page."))
        # after a second click, or another's release, something else is meant
        made = service.reverts.revert(actor(), number, form.note.data, scope=scope, seen=form.newest.data)
    except Refused as refused:
        return see_other(preview, words(refused.reason), "trouble")
    except ReleaseUnknown:
        return see_other(page_request.href(PATH), words("There is no release of that number."), "trouble")
    message = words("Done: release {release} was made.", release=made.number)
    return see_other(page_request.href(f"{PATH}/{made.number}"), message)


def _scope(text: str | None) -> RevertScope:
    """Return how much is to be taken back; one release unless the address or the form says otherwise."""
    return RevertScope.RETURN if text == RevertScope.RETURN else RevertScope.ONLY


def _chosen(page_request: PageRequest) -> tuple[int, int] | None:
    first, second = (whole_number(page_request.query.get(field.name)) for field in CompareForm())
    return None if first is None or second is None else (first, second)


def _changes(page_request: PageRequest, before: int, after: int) -> ReleaseChanges | None:
    """Return the changes between two releases, or None while they are still compared beside the page."""
    service = page_request.service
    compare = partial(compare_releases, service, before, after)
    return compare() if service.preparation.is_done((before, after), compare) else None
