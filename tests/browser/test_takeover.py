"""The page of the first response gives way to the one that Dash drew when it is touched, and its reader notices nothing."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import CLIENT, becomes, drawn, held, lettered, touched
from tests.browser.test_dash_manual import NODES, compared

BOXES = """root => [...root.querySelectorAll("h1,h2,th,td,a,p,li,select,summary,button")]
  .filter(part => part.checkVisibility() && !part.closest(".drawn"))
  .map(part => {
    const box = part.getBoundingClientRect();
    return [part.localName, part.textContent.trim(), ...[box.x, box.y, box.width, box.height].map(Math.round)];
  })"""
SHIFTS = """window.shifts = [];
new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(each => each.value)))
  .observe({type: "layout-shift", buffered: true});"""
PAGES = (
    "/?lang=en",
    "/?lang=ru",
    "/themes?lang=en",
    "/countries/KAZ?lang=ru",
    "/contested?lang=en",
    "/evidence?lang=en&q=plan",
)


OF_COMPONENTS = (
    "/?lang=ru",
    "/countries?lang=en",
    "/countries/KAZ?lang=en",
    "/themes/BD-12?lang=ru",
    "/needs?lang=en",
    "/contested?lang=ru",
    "/declaration?lang=en",
    "/declaration?lang=ru&tab=conclusions",
    "/evidence?lang=ru&topic=online&q=%D0%BF%D0%BB%D0%B0%D0%BD",
    "/evidence/KAZ/BD-12?lang=ru",
    "/evidence/REG/BD-3?lang=en",
    "/evidence/astana-2023-report?lang=ru",
    "/evidence/desk-kaz-law-2024?lang=en",
    "/search?lang=ru&q=UNODC",
    "/method?lang=ru",
    "/chart/timeline/time-axis?lang=ru",
    "/panel?lang=ru",
    "/nowhere?lang=en",
)
"""Pages whose drawing by React is compared with the first response, node by node."""
LETTERS = (
    """[...new Set([...document.fonts].filter(each => !each.family.includes("stand-in")).map(each => each.status))]"""
)
WITHOUT_PLOTS = f"""root => {{
  root.querySelectorAll(".frame-graph").forEach(plot => plot.replaceChildren());
  root.querySelectorAll(".filters-folded").forEach(filters => filters.remove());
  root.querySelectorAll(".order-row").forEach(row => row.classList.remove("shown"));
  return ({NODES})(root);
}}"""


@pytest.fixture
def opened(page, base):
    """Open a page whose Dash comes only when the function that this returns is called."""

    def open_page(address: str):
        # nor the whole style sheet: what the first view needs of it came with the page
        let_go = held(page, "**/dash_renderer*", "**/all-*.css")

        def let_dash_come(*, is_drawn: bool = True) -> None:
            touched(page)
            let_go()
            if is_drawn:
                drawn(page)
            page.unroute_all()

        page.goto(address if address.startswith("http") else base + address, wait_until="commit")
        page.locator("#first-paint footer").wait_for()
        lettered(page)
        return let_dash_come

    return open_page


LISTENS = "() => Boolean(window.bukhara)"
"""Returns whether our own script has run."""
OF_DASH = ("/_dash-", "/_dash-component-suites/", "plotly")
MOST_KB = 120
"""Kilobytes on the wire before a page is touched, letters and styles with them."""


def pointed(page) -> None:
    page.mouse.move(300, 300)


def tabbed(page) -> None:
    page.keyboard.press("Tab")


def tapped(page) -> None:
    page.locator("#first-paint h1").tap()


@pytest.mark.parametrize("path", ["/", "/statistics", "/countries/KAZ"])
@pytest.mark.parametrize(("language", "touch"), [("en", pointed), ("ru", tabbed), ("en", tapped)])
def test_dash_comes_with_the_first_touch_and_is_not_asked_for_by_reading(browser, base, path, language, touch) -> None:
    page = browser.new_context(has_touch=True, viewport={"width": 1440, "height": 780}).new_page()
    wire, asked, sizes = page.context.new_cdp_session(page), [], []
    wire.send("Network.enable")
    wire.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"].removeprefix(base)))
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(f"{base}{path}?lang={language}")
    page.locator(CLIENT).wait_for(state="attached")
    page.evaluate("scrollTo(0, 100)")
    page.wait_for_load_state("networkidle")
    assert [each for each in asked if each.startswith(OF_DASH)] == []
    assert sum(sizes) < 1000 * MOST_KB
    assert len([each for each in asked if not each.startswith("data:")]) <= 6
    assert page.evaluate(LETTERS) == ["loaded"]  # each file that was asked for is drawn
    touch(page)
    page.locator("#first-paint").wait_for(state="detached")
    page.context.close()


@pytest.mark.parametrize("path", ["/?evidence=KAZ/BD-12", "/panel"])
def test_a_page_that_is_of_no_use_without_dash_does_not_wait_for_a_touch(page, base, path) -> None:
    page.goto(base + path)
    page.locator("#first-paint").wait_for(state="detached")


@pytest.mark.parametrize("width", [1440, 360])
def test_every_box_stays_where_it_was(page, opened, width) -> None:
    page.set_viewport_size({"width": width, "height": 780})
    page.add_init_script(SHIFTS)
    processor, compared = page.context.new_cdp_session(page), 0
    for address in PAGES:
        processor.send("Emulation.setCPUThrottlingRate", {"rate": 6})  # a slow one draws what has come of a page so far
        let_dash_come = opened(address)
        processor.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        before = page.locator("#first-paint").evaluate(BOXES)
        let_dash_come()
        after = page.locator("#react-entry-point").evaluate(BOXES)
        assert after == before, address
        assert page.evaluate("shifts") == [], address
        compared += len(before)
    assert compared > 1000


def test_the_server_draws_each_page_as_react_draws_it(page, base) -> None:
    for address in OF_COMPONENTS:
        page.goto(base + address)
        drawn(page)
        later = page.locator("#react-entry-point main").evaluate(WITHOUT_PLOTS)
        first = page.request.get(base + address).text()
        first = first.split('<div id="first-paint">')[1].split('<div id="react-entry-point"')[0]
        earlier = page.evaluate(
            f"html => ({WITHOUT_PLOTS})(new DOMParser().parseFromString(html, 'text/html').getElementById('main'))",
            first,
        )
        assert compared(earlier) == compared(later), address


def test_what_is_typed_stays_with_its_caret_and_what_is_open_stays_open(page, opened, troubles) -> None:
    let_dash_come = opened("/?lang=en")
    page.locator(".filters-folded summary").click()
    search = page.locator("#first-paint .site-search input[type=search]")
    search.fill("visa")
    search.evaluate("field => field.setSelectionRange(1, 3)")
    page.evaluate("scrollTo(0, 40)")
    let_dash_come()
    field = page.locator("#react-entry-point .site-search input[type=search]")
    expect(field).to_be_focused()
    expect(field).to_have_value("visa")
    assert field.evaluate("field => [field.selectionStart, field.selectionEnd]") == [1, 3]
    expect(page.locator("#react-entry-point .filters-folded")).to_have_attribute("open", "")
    assert page.evaluate("scrollY") == 40
    assert troubles == []


def test_a_choice_made_before_dash_came_is_the_choice_of_the_page(page, base, opened) -> None:
    let_dash_come = opened("/?lang=en")
    page.locator(".filters-folded summary").click()
    pillar = page.locator("#first-paint").get_by_label("Pillar")
    pillar.focus()
    pillar.select_option("protection")
    let_dash_come()
    expect(page).to_have_url(base + "/?lang=en&pillar=protection")
    expect(page.locator(".scorecard .pillar")).to_have_count(1)
    expect(page.get_by_label("Pillar")).to_be_focused()


def test_what_was_pressed_opened_and_pointed_at_before_dash_came_is_answered_then(page, exercise, opened) -> None:
    let_dash_come = opened(exercise + "/?lang=en&evidence=XAA/BD-12")
    becomes(page, LISTENS, True)
    page.locator("#first-paint [data-close]").click()
    let_dash_come()
    expect(page).not_to_have_url(re.compile("evidence="))
    let_dash_come = opened(exercise + "/countries/XAA?lang=en&tab=figures")
    page.locator("#first-paint .frame-table summary").first.click()
    page.locator("#first-paint .frame-graph").first.hover()
    let_dash_come()
    expect(page.locator("#react-entry-point .frame-table table.data").first).to_be_visible()
    expect(page.locator("#react-entry-point .frame-graph .main-svg").first).to_be_visible()


def test_the_first_page_stays_while_it_is_clicked_or_its_words_are_selected(page, base, opened) -> None:
    let_dash_come = opened("/?lang=en")
    heading, first = page.locator("#first-paint h1"), page.locator("#first-paint")
    heading.click(click_count=3)
    let_dash_come(is_drawn=False)
    expect(page.locator("#react-entry-point main")).to_be_attached()
    assert page.evaluate("getSelection().toString()").strip() == heading.inner_text()
    expect(first).to_be_attached()
    page.evaluate("getSelection().removeAllRanges()")
    drawn(page)

    let_dash_come = opened("/?lang=en")
    page.locator('#first-paint .scorecard a.c[href*="/evidence/TJK/BD-12"]').hover()
    page.mouse.down()
    let_dash_come(is_drawn=False)
    expect(page.locator("#react-entry-point main")).to_be_attached()
    expect(first).to_be_attached()
    page.mouse.up()
    expect(page).to_have_url(base + "/evidence/TJK/BD-12?lang=en")


def test_a_part_that_the_address_names_is_shown_at_once_and_stays_where_it_was_scrolled_to(page, base, opened) -> None:
    let_dash_come = opened("/evidence/astana-2023-report?lang=en#L330")
    expect(page.locator("#first-paint #L330")).to_be_in_viewport()
    # until all has loaded a browser goes to the place again, unless a reader has scrolled, not only a script
    page.keyboard.press("Control+Home")
    assert becomes(page, "() => scrollY", 0) == 0
    page.evaluate("scrollTo(0, 40)")
    let_dash_come()
    assert page.evaluate("scrollY") == 40
    expect(page.locator("#react-entry-point details:has(#L330)").first).to_have_attribute("open", "")


def test_a_link_of_the_first_page_leads_on_before_dash_has_come(page, base, opened) -> None:
    opened("/?lang=en")
    page.locator('#first-paint .scorecard a.c[href*="/evidence/TJK/BD-12"]').click()
    expect(page).to_have_url(base + "/evidence/TJK/BD-12?lang=en")


def test_a_chart_on_the_whole_screen_stays_there_while_dash_comes(page, opened) -> None:
    let_dash_come = opened("/chart/timeline/time-axis?lang=en")
    becomes(page, LISTENS, True)
    page.locator("#first-paint [data-full]").click()
    full = page.locator("#first-paint .frame:fullscreen")
    expect(full).to_have_count(1)
    let_dash_come(is_drawn=False)
    expect(page.locator("#react-entry-point main")).to_be_attached()
    expect(full).to_have_count(1)
    page.evaluate("document.exitFullscreen()")
    drawn(page)
    expect(page.locator(":fullscreen")).to_have_count(0)


def test_a_page_is_printed_with_its_charts_and_without_its_buttons_before_dash_has_come(page, opened) -> None:
    opened("/chart/timeline/time-axis?lang=en")
    first = page.locator("#first-paint")
    buttons, printed = ("[data-full]", ".top"), ("h1", ".drawn .plot")
    for part in (*buttons, *printed):
        expect(first.locator(part).first).to_be_visible()
    page.emulate_media(media="print")
    for part in printed:
        expect(first.locator(part).first).to_be_visible()
    for part in buttons:
        expect(first.locator(part).first).to_be_hidden()


def test_back_leads_to_the_page_before_where_dash_has_come_to_neither(page, base, opened) -> None:
    let_dash_come = opened("/?lang=en")
    title = page.locator("#first-paint h1").inner_text()
    page.locator('#first-paint .scorecard a.c[href*="/evidence/TJK/BD-12"]').click()
    expect(page).to_have_url(base + "/evidence/TJK/BD-12?lang=en")
    page.go_back(wait_until="commit")
    expect(page).to_have_url(base + "/?lang=en")
    expect(page.locator("#first-paint h1")).to_have_text(title)
    let_dash_come()
    expect(page.locator("#react-entry-point h1")).to_have_text(title)


def test_a_page_without_a_language_is_in_that_of_the_browser_from_the_first_answer_on(browser, base) -> None:
    context = browser.new_context(locale="ru-RU")
    page = context.new_page()
    answers = []
    page.on(
        "response", lambda answer: answers.append(answer.status) if answer.request.is_navigation_request() else None
    )
    page.goto(base + "/#themes")
    drawn(page)
    expect(page).to_have_url(base + "/?lang=ru#themes")
    expect(page.locator("#react-entry-point main")).to_have_attribute("lang", "ru")
    assert answers == [200]
    context.close()
