"""The copy of the site opened from a folder: no server, no console message, nothing from elsewhere."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import given_up, held
from tests.web.site_client import VIEWER, new_site
from wings.site_copy.build import Copy

SOME = ("/", "/search", "/countries/XAA", "/evidence/XAA/BD-8b", "/panel", "/panel/present")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A small copy of the exercise in both languages."""
    site, place = new_site(tmp_path_factory.mktemp("site"), actor=VIEWER), tmp_path_factory.mktemp("copy") / "site"
    follows = Copy._follows
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Copy, "_follows", lambda self, made: (e for e in follows(self, made) if e.path in SOME))
        release = site.service.ready()
        Copy(site.app.server, release, ("en", "ru"), place, lambda _: None, processes=1).make()
    return place


def test_a_reader_goes_from_the_overview_to_evidence_search_and_slides(page, folder) -> None:
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on(
        "request", lambda request: None if request.url.startswith(("file:", "data:")) else found.append(request.url)
    )
    page.on("requestfailed", lambda request: None if given_up(request) else found.append(request.url))
    held(page, "**/assets/icon.svg")  # on a busy machine the next page is opened before it has come
    page.goto(f"file://{folder}/index.html")
    page.get_by_role("link", name="English").click()
    page.locator("details.filters-folded summary").click()
    page.locator("select[name=pillar]").select_option("protection")
    page.wait_for_url("**/en/index.pillar-protection.html")
    page.locator("a[href='countries/XAA.html']").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Alfa")
    page.locator("a[href='../evidence/XAA/BD-8b.html']").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("referral")
    page.locator(".lang a[lang=ru]").click()
    page.wait_for_url("**/ru/evidence/XAA/BD-8b.html")
    page.locator(".site-search input[name=q]").fill("механизмов")
    page.locator(".site-search input[name=q]").press("Enter")
    page.wait_for_url("**/ru/search.html?q=*")
    expect(page.locator("#found a[href='evidence/XAA/BD-8b.html']")).to_be_visible()
    page.goto(f"file://{folder}/en/panel.html")
    expect(page.frame_locator("iframe").locator("h1, h2").first).to_be_visible()
    expect(page.locator("form:not([data-search])")).to_have_count(0)
    assert found == []
