"""While a page of a new release is made, readers get it as the release before showed it; what is taken back goes at once."""

import re
from collections.abc import Iterator
from threading import Event

import pytest

from bukhara.service import core, replaced_release
from tests.web.site_client import SECOND, SECRETARIAT, VIEWER, Site, commission, in_place, new_site
from web import finished, finished_pages

OWN, PATH, SEARCH = commission("XAA"), "/themes", "?lang=en"


@pytest.fixture
def site(tmp_path, monkeypatch) -> Site:
    """A site that many read, none of whom waits for a page."""
    made = new_site(tmp_path, actor=VIEWER)
    made.service.replaced.seconds = replaced_release.SECONDS
    made.html(PATH + SEARCH)
    made.drawn(PATH, SEARCH)
    monkeypatch.setattr(finished, "PATIENCE", 0)
    return made


@pytest.fixture
def gate(monkeypatch) -> Iterator[Event]:
    """Pages that are kept are made as soon as this is set."""
    held, make = Event(), finished_pages.asked_by_nobody
    monkeypatch.setattr(finished_pages, "asked_by_nobody", lambda *a, **k: held.wait(300) and make(*a, **k))
    yield held
    held.set()


def publish(site: Site) -> int:
    drafts = site.service.drafts
    draft = drafts.answer(OWN, in_place(site.service, "BD-6b", "A law.")).draft_id
    drafts.submit(SECRETARIAT, draft, "for the conference")
    drafts.effect(SECRETARIAT, draft)
    drafts.approve(SECOND, draft)
    return drafts.publish(SECRETARIAT, draft, "as reviewed").number


def shown(site: Site) -> tuple[int, str]:
    """Return the release that a page shows, and what a proxy is told about keeping it."""
    answer = site.client.get(PATH + SEARCH)
    return int(re.search(r"Release (\d+) of", answer.text)[1]), answer.headers["Cache-Control"]


def test_readers_get_the_release_before_until_a_page_is_made_and_no_proxy_keeps_it(site, gate) -> None:
    components = site.drawn(PATH, SEARCH).data
    newest = publish(site)
    assert {shown(site) for _ in range(3)} == {(newest - 1, "no-cache")}
    assert site.drawn(PATH, SEARCH).data == components
    site.act(SECRETARIAT)
    assert shown(site) == (newest, "no-store")
    site.act(VIEWER)
    gate.set()
    site.service.replaced.seconds = 0
    assert shown(site) == (newest, finished_pages.SHARED)
    assert site.drawn(PATH, SEARCH).data != components
    site.service.replaced.seconds = replaced_release.SECONDS
    assert shown(site) == (newest, finished_pages.SHARED)


def test_what_a_release_takes_back_is_not_shown_for_a_moment(site) -> None:
    newest = publish(site)
    site.service.replaced.seconds = 0
    assert shown(site)[0] == newest
    site.service.replaced.seconds = replaced_release.SECONDS
    site.service.reverts.revert(SECRETARIAT, newest, "A mistake.")
    assert shown(site) == (newest + 1, finished_pages.SHARED)


def test_who_asks_for_the_newest_release_does_not_wait_until_it_is_prepared(site, monkeypatch) -> None:
    site.client.get("/readyz")
    held = Event()
    monkeypatch.setattr(core, "disagreeing_in", lambda _: held.wait(60))
    newest = publish(site)
    assert site.client.get("/readyz").json == {"ready": True, "release": newest}
    assert site.service.preparation.is_at_work
    held.set()
