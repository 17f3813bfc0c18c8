"""States chosen once stay chosen, and what is pointed at is brought out; nothing is asked of the server for either."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import becomes, drawn

GREY = "rgb(86, 96, 112)"
FADED = f"""() => [...new Set([...document.querySelectorAll("#react-entry-point main [data-state]")]
  .filter(part => getComputedStyle(part).color === "{GREY}").map(part => part.dataset.state))].sort().join("")"""


def expect_faded(page, numbers: str) -> None:
    """Wait until just these states, by their numbers, have a part that has faded."""
    assert becomes(page, FADED, numbers) == numbers


@pytest.mark.parametrize("width", [1440, 360])
def test_chosen_states_stay_chosen_and_every_count_stays_a_count_of_five(page, base, troubles, width) -> None:
    page.set_viewport_size({"width": width, "height": 780})
    page.goto(base + "/?lang=en")
    drawn(page)
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "icon.svg" not in request.url else None)
    expect_faded(page, "")
    page.locator('.choose[data-choose="KAZ"]').click()
    page.locator('.choose[data-choose="TJK"]').press("Enter")
    expect(page).to_have_url(base + "/?lang=en&countries=KAZ%2CTJK")
    expect_faded(page, "134")
    expect(page.locator(".chip:visible")).to_have_text(["Kazakhstan ×", "Tajikistan ×"])
    file = page.locator('.under a[href*="/download/"]').first
    file.focus()
    assert "countries=KAZ%2CTJK" in file.get_attribute("href")
    assert page.locator('.scorecard tbody tr:not(.pillar) td.end:not(:text(" of 5"))').count() == 0
    page.go_back()
    expect(page).to_have_url(base + "/?lang=en&countries=KAZ")
    expect(page.locator("#react-entry-point main")).to_have_attribute("data-faded", "1 2 3 4")
    assert asked == []
    page.reload()
    drawn(page)
    expect_faded(page, "1234")
    page.locator(".top nav").get_by_role("link", name="Countries", exact=True).first.click()
    expect(page).to_have_url(base + "/countries?lang=en&countries=KAZ")
    drawn(page)
    expect(page.locator(".chip:visible:not(.idle)")).to_have_text("Kazakhstan ×")
    page.locator(".top nav").get_by_role("link", name="Method", exact=True).click()
    drawn(page)
    expect(page.locator(".chip.idle:visible")).to_have_text("Kazakhstan (no effect here) ×")
    page.locator(".chip:visible").click()
    expect(page).to_have_url(base + "/method?lang=en")
    expect(page.locator(".chip:visible")).to_have_count(0)
    page.go_back()
    page.go_back()
    page.go_back()
    drawn(page)
    expect_faded(page, "1234")
    page.locator(".lang").get_by_text("Русский").click()
    expect(page).to_have_url(re.compile(r"/\?countries=KAZ&lang=ru|/\?lang=ru&countries=KAZ"))
    drawn(page)
    page.get_by_role("link", name="Все государства").click()
    expect(page).to_have_url(base + "/?lang=ru")
    expect_faded(page, "")
    assert troubles == []


def test_the_search_suggests_names_and_keeps_the_states_that_are_chosen(page, base, troubles) -> None:
    page.goto(base + "/?lang=en")
    drawn(page)
    page.locator('.choose[data-choose="KAZ"]').click()
    field = page.locator("#react-entry-point .site-search input[type=search]")
    field.fill("visa")
    page.locator("#search-names option").first.wait_for(state="attached")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?(?=.*q=visa)(?=.*countries=KAZ)"))
    assert troubles == []


@pytest.mark.parametrize("width", [1440, 360])
def test_what_the_pointer_or_the_focus_is_on_is_brought_out_everywhere(page, base, width) -> None:
    page.set_viewport_size({"width": width, "height": 780})
    page.goto(base + "/?lang=en")
    drawn(page)
    line = page.locator(".since a[data-state]").first
    state = line.get_attribute("data-state")
    line.hover()
    expect_faded(page, "01234".replace(state, ""))
    page.locator("h1").hover()
    expect_faded(page, "")
    page.locator(".scorecard thead a[data-pointed]").nth(2).focus()
    expect_faded(page, "0134")
    page.locator(".scorecard th.item a").nth(3).focus()
    rows = page.locator(".scorecard tr[data-theme]").evaluate_all("all => all.map(row => getComputedStyle(row).color)")
    assert [n for n, colour in enumerate(rows) if colour != GREY] == [3]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 360])
def test_the_words_of_what_has_faded_stay_readable(page, base, width, scheme) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 780})
    for path in ("/", "/countries", "/themes?tab=picture"):
        page.goto(f"{base}{path}{'&' if '?' in path else '?'}lang=en&countries=KAZ")
        drawn(page)
        found = Axe().run(page, options={"runOnly": ["color-contrast"]})
        assert [node["html"][:120] for each in found.response["violations"] for node in each["nodes"]] == []


def test_a_state_is_chosen_without_scripts(browser, base) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(base + "/?lang=en")
    expect(plain.get_by_text("All states")).to_be_hidden()
    plain.locator('.choose[data-choose="TKM"]').click()
    expect(plain).to_have_url(base + "/?lang=en&countries=TKM")
    expect(plain.locator("main")).to_have_attribute("data-faded", "0 1 2 4")
    plain.locator('.choose[data-choose="UZB"]').click()
    plain.locator(".top nav").get_by_role("link", name="Themes").first.click()
    expect(plain).to_have_url(base + "/themes?lang=en&countries=TKM%2CUZB")
    plain.locator(".chip:visible").first.click()
    expect(plain).to_have_url(base + "/themes?countries=UZB&lang=en")
    plain.go_back()
    plain.go_back()
    plain.get_by_text("All states").click()
    expect(plain).to_have_url(re.compile(r"/\?lang=en$"))
    context.close()
