"""What everybody reads of releases: what changed in the data and why, a feed, and an archive of each; no account."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from flask import Response, abort, request

from bukhara.access import Action
from bukhara.errors import ReleaseUnknown
from bukhara.exports.release_zip import release_zip
from bukhara.i18n.codes import N_
from bukhara.model.release import Release, RevertScope
from bukhara.settings import ROOT
from office.blocks import BlockNames, block_names
from office.blueprint import office
from office.names import DELIVERED, SHIPPED
from office.page import office_page
from web.downloads import attachment
from web.paging import Turn, paged
from web.permissions import requires
from web.request import Reader, request_reader
from web.templating import Context, render

PATH, FEED = "/releases", "/releases.atom"
ATOM = "application/atom+xml; charset=utf-8"
REMARKS = ("request", "reply", "decision")
ENTRIES = 50
"""So many releases are in the feed, newest first."""
WHY = {
    "tracker": N_("new or corrected answers"),
    "statistics": N_("new or revised figures"),
    "partners": N_("new or revised support by partners"),
    "request": N_("answers were requested"),
    "reply": N_("replies of states"),
    "decision": N_("decisions on differences"),
}


@dataclass(frozen=True, slots=True)
class PublicRelease:
    """One release as everybody may read it: its number and moment, what changed, and why."""

    release: Release
    what: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicReleases(Context):
    """A page of releases, newest first, and the day of the next update where it is known."""

    template: ClassVar[str] = "releases/public.html"
    releases: tuple[PublicRelease, ...]
    turn: Turn
    next_update: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed(Context):
    """The feed of releases; `host` begins each address."""

    template: ClassVar[str] = "releases/feed.xml"
    releases: tuple[PublicRelease, ...]
    host: str


def public_page(reader: Reader) -> str:
    """Return the page of all releases without accounts and notes."""
    words, names = reader.words, block_names(reader)
    shown, turn = paged(reader, reader.service.releases()[::-1])
    context = PublicReleases(
        releases=tuple(_public(reader, release, names) for release in shown),
        turn=turn,
        next_update=reader.service.settings.next_update,
    )
    lead = words("What changed in the data, when and why. A release is never changed afterwards.")
    return office_page(reader, render(reader, context), title=words("Releases"), lead=lead)


@office.get(FEED)
@requires(Action.READ, is_file=True)
def feed() -> Response:
    """Answer with the newest releases as an Atom feed."""
    reader = request_reader(PATH)
    names = block_names(reader)
    newest = reader.service.releases()[: -ENTRIES - 1 : -1]
    host = (reader.service.settings.base_url or request.host_url).rstrip("/")
    entries = tuple(_public(reader, release, names) for release in newest)
    return Response(render(reader, Feed(releases=entries, host=host)), content_type=ATOM)


@office.get(f"{PATH}/<int:number>.zip")
@requires(Action.READ, is_file=True)
def archive(number: int) -> Response:
    """Answer with the open data of a release, its codebook and the guide to the data."""
    service = request_reader(PATH).service
    try:
        snapshot = service.snapshot(release=number)
    except ReleaseUnknown:
        abort(404)
    guide = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    return attachment(release_zip(snapshot, guide), f"bukhara-release-{number}.zip", "application/zip")


def _public(reader: Reader, release: Release, names: BlockNames) -> PublicRelease:
    cited = {block.split("/", 2)[2] for block in release.blocks}
    if not cited <= {*names.sources, *names.rounds, ""}:
        # an edition that a newer one has replaced is named as its own release knows it
        names = block_names(reader, release)
    return PublicRelease(release, _what(reader, release, names), _why(reader, release))


def _what(reader: Reader, release: Release, names: BlockNames) -> tuple[str, ...]:
    """Return a line for each kind of rows and source, with the states that it is about, in fixed order.

    Public reports since the conference are one line, and none where the setting leaves them out everywhere.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for block in release.blocks:
        kind, country, source = block.split("/", 2)
        found.setdefault((kind, source), []).append(country)
    rows = {source for kind, source in found if kind != "source"}
    order, named = list(names.countries), {*names.sources, *names.rounds, ""}
    lines = [
        names.text("/".join((kind, ", ".join(names.countries[code] for code in order if code in countries), source)))
        for (kind, source), countries in found.items()
        if kind in REMARKS or (source in named and (kind != "source" or source not in rows))
    ]
    others = len({source for kind, source in found if kind not in REMARKS} - named)
    if others and reader.service.settings.public_reports:
        plural = reader.words.plural
        lines.append(
            plural(
                "Reports of {n} public source, not confirmed", "Reports of {n} public sources, not confirmed", others
            )
        )
    return tuple(lines)


def _why(reader: Reader, release: Release) -> str:
    """Return the reason that the content of a release tells; the note of its author is internal."""
    words = reader.words
    if release.reverts and release.revert_scope is RevertScope.ONLY:
        return words("takes back release {release}", release=release.reverts)
    if release.reverts:
        return words("returns to release {release}", release=release.reverts)
    if release.note == SHIPPED:
        return words(DELIVERED)
    kinds = dict.fromkeys(block.split("/", 1)[0] for block in release.blocks)
    reasons = [words(WHY[kind]) for kind in kinds if kind in WHY]
    return ", ".join(reasons) or words("framework or method")
