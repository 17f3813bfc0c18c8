"""Every page as a reader meets it: wide and narrow, light and dark, English and Russian."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.addresses import FIXED, crawl
from tests.browser.conftest import drawn, read

COUNTRY = "/countries/KAZ"
THEME = "/themes/BD-8b"
SHOWN = [*FIXED, COUNTRY, THEME]
FOUR_SCREENS = 4 * 900
CLIPPED = """() => [...document.querySelectorAll('main h1, main h2, main h3, main td, main th, main p, main a, main button')]
  .filter(e => e.offsetParent && !e.closest('.scroll, .visually-hidden, svg') && e.scrollWidth > e.clientWidth + 2
    && getComputedStyle(e).display !== 'inline' && !e.classList.contains('hidden'))
  .map(e => e.tagName + ': ' + e.textContent.trim().slice(0, 60))"""


def height(page) -> int:
    """Return the height of a page in its own letters; those that come too late for one visit are there at the next."""
    found = page.evaluate("document.documentElement.scrollHeight")
    if found > FOUR_SCREENS:
        page.reload()
        drawn(page)
        found = page.evaluate("document.documentElement.scrollHeight")
    return found


# a word is as wide in the dark: every two of the three are met, not every three
@pytest.mark.parametrize(
    ("width", "scheme", "language"),
    [
        (1440, "light", "ru"),
        (360, "light", "en"),
        (1440, "dark", "en"),
        (360, "dark", "ru"),
    ],
)
def test_pages_are_whole_at_every_width_mode_and_language(page, base, troubles, width, scheme, language) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    # Dash leaves each box where it is (test_takeover.py): it draws in two of the four, and by light in the next test
    by_dash = scheme == "dark"
    for path in SHOWN:
        page.goto(f"{base}{path}?lang={language}")
        (drawn if by_dash or path == "/panel" else read)(page)
        assert page.locator("html").get_attribute("lang") == language
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
        assert page.evaluate(CLIPPED) == [], path
    assert troubles == []


RUSSIAN = [path for path in crawl() if path.endswith("lang=ru")]
PARTS = 6


# in Russian, where words are longer; some of each kind are looked at in English above
@pytest.mark.parametrize("part", range(PARTS))
def test_each_address_draws_without_complaint_on_at_most_four_screens(page, base, troubles, part) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    for number, path in enumerate(RUSSIAN[part::PARTS]):
        page.goto(base + path)
        (drawn if number % 3 == 0 or path.startswith("/panel") else read)(page)
        assert page.locator("main h1").inner_text(), path
        assert height(page) <= FOUR_SCREENS, path
        assert troubles == [], path


@pytest.mark.parametrize("server", ["base", "exercise"])
def test_statistics_takes_four_screens_of_a_phone_too_and_shows_all_that_is_folded(page, server, request) -> None:
    base, folded = request.getfixturevalue(server), page.locator("#react-entry-point #other-measures")
    page.set_viewport_size({"width": 360, "height": 900})
    for language in ("en", "ru"):
        page.goto(f"{base}/statistics?lang={language}")
        drawn(page)
        assert height(page) <= FOUR_SCREENS
    expect(folded.locator("table")).to_be_hidden()
    folded.locator("summary").first.click()
    expect(folded.locator("table")).to_be_visible()
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(folded.locator("table")).to_be_visible()
    expect(folded.locator("summary").first).to_be_hidden()


def test_a_state_takes_four_screens_of_a_phone_where_its_marks_lead_to_what_was_said(page, base) -> None:
    said, challenges = page.locator("#react-entry-point .lines .brief-line").first, page.locator("#difficult h3").first
    page.set_viewport_size({"width": 360, "height": 900})
    for code in ("KAZ", "KGZ", "TJK", "TKM", "UZB"):
        page.goto(f"{base}/countries/{code}?lang=ru")
        (drawn if code == "UZB" else read)(page)
        assert height(page) <= FOUR_SCREENS, code
    expect(said).to_be_hidden()
    page.locator("#difficult summary").first.click()
    expect(challenges).to_be_visible()
    page.locator("#difficult summary").first.click()
    expect(challenges).to_be_hidden()
    page.emulate_media(media="print")
    expect(challenges).to_be_visible()
    page.emulate_media(media="screen")
    page.locator("#react-entry-point .lines .s-in_place").first.click()
    expect(page.locator(".drawer .quote").first).to_be_visible()
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(said).to_be_visible()
    expect(challenges).to_be_visible()


READ = (
    "/themes?",
    "/method?",
    "/declaration?",
    "/declaration?tab=conclusions&",
    "/contested?",
    "/needs?",
    "/needs?tab=support&",
)


def test_a_page_that_is_read_takes_four_screens_of_a_phone_and_opens_where_a_link_leads(page, base) -> None:
    page.set_viewport_size({"width": 360, "height": 900})
    for path in READ:
        page.goto(f"{base}{path}lang=ru")
        drawn(page)
        assert height(page) <= FOUR_SCREENS, path
        folded = page.locator("#react-entry-point .narrow-fold[id]")
        if folded.count():
            part = folded.last.get_attribute("id")
            page.goto("about:blank")
            page.goto(f"{base}{path}lang=ru#{part}")
            drawn(page)
            expect(page.locator(f"#react-entry-point #{part}")).to_have_attribute("open", "")


@pytest.mark.parametrize("width", [360, 1440])
def test_a_round_takes_four_screens_too(page, exercise, width) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path in ("/?", "/declaration?tab=conclusions&", *(f"/countries/XA{letter}?" for letter in "ABCDE")):
        page.goto(f"{exercise}{path}lang=ru")
        read(page)
        assert height(page) <= FOUR_SCREENS, path


SIDES = """parts => parts.map(part => part.getBoundingClientRect()).flatMap(box => [box.left, box.right])"""


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_phone_shows_every_word_and_mark_of_a_time_axis_at_once(page, base, language) -> None:
    page.set_viewport_size({"width": 360, "height": 900})
    for path in ("/timeline?", "/countries/TJK?tab=timeline&", "/themes/BD-12?"):
        page.goto(f"{base}{path}lang={language}")
        drawn(page)
        shown = page.locator("#react-entry-point .frame-graph").filter(has=page.locator(".narrow"))
        sides = shown.locator(":is(text, a > *):visible").evaluate_all(SIDES)
        assert len(sides) > 10, path
        assert (min(sides) >= 0, max(sides) <= 360) == (True, True), path
        assert height(page) <= FOUR_SCREENS or "BD-12" in path
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.locator("#react-entry-point .drawn.narrow").first).to_be_hidden()


@pytest.mark.parametrize("part", range(2))
def test_no_serious_accessibility_violation(page, base, part) -> None:
    for path in SHOWN[part::2]:
        page.goto(base + path)
        drawn(page)
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
        serious = [v for v in found.response["violations"] if v["impact"] in ("serious", "critical")]
        assert [(v["id"], [n["html"][:120] for n in v["nodes"]][:3]) for v in serious] == [], path


def test_no_violation_on_a_phone_in_the_dark_in_russian_and_beside_the_drawer(page, base) -> None:
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 360, "height": 740})
    found = []
    for path in (
        "/?evidence=KAZ/BD-12",
        "/evidence?countries=TJK",
        "/statistics?countries=KAZ",
        "/evidence/KAZ/BD-12?",
        "/chart/timeline/time-axis?",
    ):
        page.goto(f"{base}{path}&lang=ru")
        drawn(page)
        found += [(path, each["id"]) for each in Axe().run(page).response["violations"]]
    assert found == []


@pytest.mark.parametrize("width", [360, 1440])
def test_the_button_of_the_filters_lies_on_no_heading(page, base, width) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("/needs", "/needs?tab=support"):
        page.goto(base + path)
        drawn(page)
        button = page.locator("#react-entry-point .filters-folded").bounding_box()
        heading = page.locator("#react-entry-point .frame h2:visible").first.bounding_box()
        assert button["y"] + button["height"] <= heading["y"], path


@pytest.mark.parametrize("width", [360, 820, 1440])
def test_a_count_stays_with_its_mark(page, exercise, width) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{exercise}/?lang=ru")
    drawn(page)
    pairs = page.locator("#react-entry-point .scorecard thead [role=img]>span")
    assert pairs.count() > 10
    assert max(pairs.evaluate_all("pairs => pairs.map(pair => pair.getClientRects().length)")) <= 1


def test_a_reply_of_a_state_takes_no_width_from_its_theme_on_a_phone(page, exercise) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{exercise}/countries/XAC")
    drawn(page)
    line = page.locator("#react-entry-point .lines li:has(>.replies)")
    expect(line).to_have_count(1)
    assert line.locator(".what").bounding_box()["width"] > 250
