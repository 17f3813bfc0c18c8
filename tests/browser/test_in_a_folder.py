"""A site in a folder of another one, in a real browser: signing in, going on, a callback, a chart, a file."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.browser.conftest import drawn
from tests.serving import serving

FOLDER, WORDS = "/bukhara", "an hour before the conference"


def test_in_a_folder_nothing_is_asked_for_outside_of_it(page, tmp_path, troubles) -> None:
    paths: list[str] = []
    page.on("request", lambda r: paths.append(urlsplit(r.url).path) if r.url.startswith("http") else None)
    with serving(tmp_path, exercise=True, BUKHARA_BASE_URL=f"http://127.0.0.1{FOLDER}") as server:
        site = server + FOLDER
        first = re.search(rf"within 24 hours: http://127.0.0.1{FOLDER}(\S+)", (tmp_path / "server.log").read_text())[1]
        page.goto(f"{site}{first}")
        page.fill("[name=new]", WORDS)
        page.fill("[name=again]", WORDS)
        page.click("button.btn-primary")
        expect(page.locator(".alert-success")).to_be_visible()
        page.goto(f"{site}/?lang=en")
        drawn(page)
        page.locator("header a", has_text="Themes").first.click()
        page.wait_for_url(f"**{FOLDER}/themes?lang=en")
        drawn(page)
        page.locator(f"main a[href^='{FOLDER}/evidence/']").first.click()
        expect(page.locator(".drawer #evidence-title")).to_be_visible()
        page.goto(f"{site}/countries/XAA?lang=en&tab=figures")
        drawn(page)
        page.locator(".frame-graph").first.hover()
        expect(page.locator(".frame-graph .main-svg").first).to_be_attached()
        with page.expect_download() as begun:
            page.locator(".tools a[href*='.csv?']").first.evaluate("link => link.click()")
        assert begun.value.suggested_filename.endswith(".csv")
        page.locator(".lang a[hreflang=ru]").click()
        page.wait_for_url(f"**{FOLDER}/countries/XAA?*lang=ru*")
        expect(page.locator(".who")).to_have_text("admin")
    assert [path for path in paths if not path.startswith(f"{FOLDER}/")] == []
    assert troubles == []
