"""What readers get once a release is published: its pages at once, and no wait for what is prepared of it."""

import re
from threading import Event

import pytest

from bukhara.service import core
from tests.web.site_client import SECOND, SECRETARIAT, VIEWER, Site, commission, in_place, new_site
from web import finished_pages

OWN, PATH, SEARCH = commission("XAA"), "/themes", "?lang=en"


@pytest.fixture
def site(tmp_path) -> Site:
    """A site whose pages are kept."""
    made = new_site(tmp_path, actor=VIEWER)
    made.html(PATH + SEARCH)
    made.drawn(PATH, SEARCH)
    return made


def publish(site: Site) -> int:
    drafts = site.service.drafts
    draft = drafts.answer(OWN, in_place(site.service, "BD-6b", "A law.")).draft_id
    drafts.submit(SECRETARIAT, draft, "for the conference")
    drafts.effect(SECRETARIAT, draft)
    drafts.approve(SECOND, draft)
    return drafts.publish(SECRETARIAT, draft, "as reviewed").number


def test_readers_get_each_release_at_once(site) -> None:
    def shown() -> tuple[int, str]:
        answer = site.client.get(PATH + SEARCH)
        return int(re.search(r"Release (\d+) of", answer.text)[1]), answer.headers["Cache-Control"]

    components, kept = site.drawn(PATH, SEARCH).data, site.service.snapshot()
    newest = publish(site)
    assert shown() == (newest, finished_pages.SHARED)
    assert site.drawn(PATH, SEARCH).data != components
    # a worker does not grow with what it kept of superseded releases
    assert site.service.snapshot(release=kept.release.number) is not kept
    site.service.reverts.revert(SECRETARIAT, newest, "A mistake.")
    assert shown() == (newest + 1, finished_pages.SHARED)


def test_who_asks_for_the_newest_release_does_not_wait_until_it_is_prepared(site, monkeypatch) -> None:
    site.client.get("/readyz")
    held = Event()
    monkeypatch.setattr(core, "disagreeing_in", lambda _: held.wait(60))
    newest = publish(site)
    assert site.client.get("/readyz").json == {"ready": True, "release": newest}
    assert site.service.preparation._under_way
    held.set()
