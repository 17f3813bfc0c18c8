"""On a phone of 390 px: a finger finds every target of the office, and the answer and the brief of a state are in sight."""

import pytest

from tests.web.site_client import VIEWER, commission, new_site, served

PHONE = {"width": 390, "height": 844}
TARGETS = "main :is(a, button, summary, select, textarea, input:not([type=hidden]))"
SMALL = """found => found.map(each => [each.getBoundingClientRect(), each.outerHTML.slice(0, 90)])
  .filter(([box]) => box.width && box.height && Math.min(box.width, box.height) < 24).map(([, html]) => html)"""


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """The record for the commission of Tajikistan."""
    with served(new_site(tmp_path_factory.mktemp("phone"), actor=commission("TJK"), real=True)) as address:
        yield address


@pytest.fixture(scope="module")
def everybody(tmp_path_factory):
    """The record for whoever reads."""
    with served(new_site(tmp_path_factory.mktemp("everybody"), actor=VIEWER, real=True)) as address:
        yield address


@pytest.mark.parametrize("path", ["/reply", "/upload", "/bodies/TJK", "/releases", "/sign-in"])
def test_a_target_of_the_office_is_24_pixels_wide_and_high(page, base, path) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{base}{path}")
    assert page.locator(TARGETS).evaluate_all(SMALL) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_brief_and_the_answer_of_a_state_are_in_sight(page, everybody, language) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{everybody}/countries/KAZ?lang={language}")
    for address in ("brief.pdf", "upload%2Fanswer"):
        box = page.locator(f"main a[href*='{address}']").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
        assert box["y"] + box["height"] <= PHONE["height"]
