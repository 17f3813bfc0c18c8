"""What everybody reads of releases: what changed in the data and why, a feed, and an archive of each; no account."""

from flask import Response, abort, request

from bukhara.access import Action
from bukhara.errors import ReleaseUnknown
from bukhara.exports.data_package import release_zip
from bukhara.root import ROOT
from bukhara.service.releases import open_data
from bukhara.service.releases.release_words import public_releases, releases_about
from office.page import office, office_page
from web.addresses import base_path, url_of
from web.downloads import attachment
from web.finished_pages import html_page
from web.paging import paged
from web.permissions import requires
from web.request import PageRequest, current_request, page_request_of
from web.templating import render

PATH, FEED = "/releases", "/releases.atom"
ATOM = "application/atom+xml; charset=utf-8"
ENTRIES = 50
"""So many releases are in the feed, newest first."""


def public_page(page_request: PageRequest) -> str:
    """Return the page of all releases without accounts and notes."""
    words, service = page_request.words, page_request.service
    shown, turn = paged(page_request, service.releases()[::-1])
    block = render(
        page_request,
        "releases/public.html",
        releases=public_releases(service, words, shown),
        turn=turn,
        next_update=service.settings.next_update,
    )
    lead = words("What changed in the data, when and why. A release is never changed afterwards.")
    return office_page(page_request, block, title=words("Releases"), lead=lead)


@office.get(FEED)
@requires(Action.READ, is_file=True)
def feed() -> Response:
    """Answer with the newest releases as an Atom feed: all, or what they changed about a `country`."""
    page_request = page_request_of(PATH, request.args.to_dict())
    country, service, host = request.args.get("country", ""), page_request.service, url_of(base_path())
    if country and country not in {each.code for each in page_request.snapshot.framework.countries}:
        abort(404)

    def made() -> tuple[str, int]:
        newest = service.releases()[::-1]
        shown = releases_about(newest, country) if country else newest
        text = render(
            page_request,
            "releases/feed.xml",
            releases=public_releases(service, page_request.words, shown[:ENTRIES]),
            host=host,
            about=f"?country={country}" if country else "",
        )
        return text, 200

    return html_page(page_request, made, f"feed {country} {host}", ATOM)


@office.get(f"{PATH}/<int:number>.zip")
@requires(Action.READ, is_file=True)
def archive(number: int) -> Response:
    """Answer with the open data of a release, its codebook and the guide to the data."""
    service = current_request(PATH).service
    try:
        snapshot = service.snapshot(release=number)
    except ReleaseUnknown:
        abort(404)
    guide = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    return attachment(
        release_zip(snapshot, open_data.packaged(service, snapshot), guide),
        f"bukhara-release-{number}.zip",
        "application/zip",
    )
