"""What a reader does: choose, follow a mark to its evidence, go back, take the table away."""

import re
from collections import Counter

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import drawn, held


def test_a_choice_is_carried_in_the_address_and_survives_going_back(page, base, troubles) -> None:
    page.goto(base + "/")
    drawn(page)
    page.get_by_text("Filters", exact=True).click()
    page.get_by_label("Pillar").select_option("protection")
    expect(page).to_have_url(base + "/?lang=en&pillar=protection")
    expect(page.locator(".scorecard .pillar")).to_have_count(1)
    page.go_back()
    expect(page.locator(".scorecard .pillar")).to_have_count(4)
    assert troubles == []


def test_focus_and_scroll_stay_on_the_filter_that_was_used(page, base) -> None:
    page.goto(base + "/statistics")
    drawn(page)
    measure = page.locator('#react-entry-point select[name="measure"]')
    measure.focus()
    page.evaluate("scrollTo(0, 60)")
    measure.select_option("CTX-victims")
    expect(page).to_have_url(re.compile("measure=CTX-victims"))
    expect(measure).to_have_value("CTX-victims")
    expect(measure).to_be_focused()
    assert page.evaluate("scrollY") == 60


def test_filters_work_without_scripts(browser, base) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(base + "/?lang=ru")
    plain.locator(".filters-folded summary").click()
    plain.locator(".filters select[name=pillar]").select_option("protection")
    plain.locator(".filters button").click()
    expect(plain.locator(".scorecard .pillar")).to_have_count(1)
    expect(plain.locator("html")).to_have_attribute("lang", "ru")
    expect(plain.locator(".filters select[name=pillar]")).to_have_value("protection")
    plain.set_viewport_size({"width": 1440, "height": 900})
    plain.goto(base + "/statistics?lang=en")
    assert plain.evaluate("document.documentElement.scrollWidth") <= 1440
    context.close()


def test_one_click_from_a_mark_to_its_evidence_and_back(page, base, troubles) -> None:
    page.goto(base + "/")
    drawn(page)
    cell, side = page.locator('.scorecard a.c[href*="/evidence/TJK/BD-12"]'), page.locator("#react-entry-point .drawer")
    cell.click()
    expect(page).to_have_url(base + "/?lang=en&evidence=TJK%2FBD-12")
    expect(side.locator("#evidence-title")).to_be_focused()
    expect(side.locator("blockquote").first).to_be_in_viewport()
    page.reload()
    drawn(page)
    expect(side.locator("#evidence-title")).to_be_focused()
    assert side.locator("[data-copy]").get_attribute("data-copy") == "/evidence/TJK/BD-12?lang=en"
    page.go_back()
    expect(side).to_be_hidden()
    page.locator('.scorecard a.c[href*="/evidence/KAZ/BD-12"]').click()
    page.locator('.scorecard a.c[href*="/evidence/UZB/BD-12"]').evaluate("link => link.click()")
    expect(side.locator("#evidence-title")).to_contain_text("Uzbekistan")
    page.keyboard.press("Escape")
    expect(side).to_be_hidden()
    expect(page).to_have_url(base + "/?lang=en")
    expect(page.locator('.scorecard a.c[href*="/evidence/UZB/BD-12"]')).to_be_focused()
    assert troubles == []


def test_the_language_is_kept_while_walking(page, base) -> None:
    page.goto(base + "/?lang=ru")
    drawn(page)
    page.locator(".top nav a").nth(1).click()
    expect(page).to_have_url(base + "/themes?lang=ru")
    expect(page.get_by_role("heading", level=1)).to_have_text("Темы")
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(base + "/themes?lang=en")
    page.goto(base + "/countries?lang=ru")
    drawn(page)
    with page.expect_navigation():
        page.locator(".lang").get_by_text("Русский").click()
    page.goto(base + "/")
    expect(page).to_have_url(base + "/?lang=ru")


def test_a_chart_can_be_read_as_a_table_and_taken_away(page, base, troubles) -> None:
    page.goto(base + "/timeline")
    drawn(page)
    frame = page.locator("#react-entry-point .frame").first
    expect(frame.locator("table.data")).to_have_count(0)
    frame.get_by_text("Table", exact=True).click()
    expect(frame.locator("table.data")).to_be_visible()
    frame.get_by_text("Source, notes and files").click()
    with page.expect_download() as taken:
        frame.get_by_role("link", name="CSV").click()
    assert taken.value.suggested_filename.endswith(".csv")
    assert troubles == []


PLOTLY = re.compile(r".*/(plotly\.min|async-graph)")


def test_plotly_comes_once_when_a_chart_is_touched_and_its_pictures_can_be_taken_away(page, base) -> None:
    asked = Counter()
    page.on("request", lambda request: asked.update([request.url.removeprefix(base).split("?")[0]]))
    page.goto(base + "/timeline")
    drawn(page)
    page.wait_for_load_state("networkidle")
    early = [url for url in asked if re.match(r"/_dash-(layout|dependencies|update)", url)]
    assert [asked[url] for url in early] == [1] * 3
    assert not [url for url in asked if PLOTLY.match(url)]
    page.locator("#react-entry-point .frame-graph").first.hover()
    page.locator(".js-plotly-plot .main-svg").first.wait_for(state="attached")
    page.mouse.move(0, 0)
    page.locator("#react-entry-point .frame-graph").first.hover()
    assert [asked[url] for url in asked if PLOTLY.match(url)] == [1, 1]
    page.locator(".frame").first.get_by_text("Source, notes and files").click()
    for kind in ("PNG", "SVG", "PDF"):
        with page.expect_download() as taken:
            page.locator(".frame").first.get_by_role("link", name=kind).click()
        assert taken.value.suggested_filename == f"bukhara-time-axis.{kind.lower()}"


def test_plotly_covers_the_picture_without_a_shift_and_gives_way_to_the_keyboard(page, base, troubles) -> None:
    let_go = held(page, "**/plotly.min.js*")
    page.goto(base + "/timeline")
    drawn(page)
    mark = page.locator("#react-entry-point .drawn a").first
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    assert [each["id"] for each in found.response["violations"]] == []
    below = page.locator(".frame .source").first.bounding_box()
    with page.expect_request("**/plotly.min.js*"):
        page.locator("#react-entry-point .frame-graph").first.evaluate("graph => graph.focus({preventScroll: true})")
    expect(mark).to_be_visible()
    let_go()
    plot = page.locator(".js-plotly-plot").first
    expect(plot).to_be_visible()
    assert page.locator(".frame .source").first.bounding_box() == below
    page.keyboard.press("ArrowRight")
    expect(mark).to_be_focused()
    expect(plot).to_be_hidden()
    assert troubles == []


def test_a_mark_of_plotly_leads_to_its_evidence_each_time(page, base, troubles) -> None:
    page.goto(base + "/statistics?measure=CTX-unodc-offences")
    drawn(page)
    page.locator("#react-entry-point .frame-graph").first.hover()
    mark = page.locator(".js-plotly-plot .scatterlayer .point").first
    mark.wait_for(state="attached")
    for _ in range(2):
        box = mark.bounding_box()
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        expect(page.locator("#react-entry-point #evidence-title")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator("#react-entry-point .drawer")).to_be_hidden()
    assert troubles == []


def test_a_chart_fills_the_screen_by_its_button(page, base, troubles) -> None:
    page.goto(base + "/timeline")
    drawn(page)
    page.locator(".frame").first.get_by_text("Source, notes and files").click()
    page.locator(".frame").first.get_by_role("link", name="Enlarge").click()
    expect(page).to_have_url(f"{base}/chart/timeline/time-axis?lang=en")
    full = page.locator(".frame:fullscreen")
    with page.expect_response("**/time-axis.svg*") as picture:
        page.get_by_role("button", name="Full screen").press("Enter")
    assert picture.value.ok
    expect(full).to_have_count(1)
    assert troubles == []


@pytest.mark.parametrize("server", ["base", "exercise"])
def test_every_row_of_the_overview_is_above_the_fold(page, server, request) -> None:
    base = request.getfixturevalue(server)
    page.set_viewport_size({"width": 1440, "height": 780})
    for language in ("en", "ru"):
        page.goto(f"{base}/?lang={language}")
        drawn(page)
        assert page.locator(".scorecard tbody tr").last.bounding_box()["y"] + 26 <= 780
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.set_viewport_size({"width": 1440, "height": 780})
    page.set_viewport_size({"width": 360, "height": 740})
    row = page.locator(".scorecard tr:not(.pillar)").last.locator("td:not(.end)")
    places = [cell.bounding_box() for cell in row.all()]
    assert len({place["y"] for place in places}) == 1
    assert len({place["x"] for place in places}) == 5


def test_two_readers_never_see_each_others_choice(browser, base) -> None:
    first, second = browser.new_context().new_page(), browser.new_context().new_page()
    choices = [("prosecution", "protection"), ("prevention", "partnership")]
    for page in (first, second):
        page.goto(base + "/")
        drawn(page)
        page.locator(".filters-folded summary").click()
    for turn in range(10):
        mine, other = choices[turn % 2]
        first.get_by_label("Pillar").select_option(mine)
        second.get_by_label("Pillar").select_option(other)
        expect(first).to_have_url(f"{base}/?lang=en&pillar={mine}")
        expect(second).to_have_url(f"{base}/?lang=en&pillar={other}")
        for page in (first, second):
            expect(page.locator(".scorecard .pillar")).to_have_count(1)
        for page, chosen in ((first, mine), (second, other)):
            expect(page.locator(".scorecard .pillar")).to_have_text(chosen.capitalize())


def test_without_scripts_a_chart_is_drawn_with_its_table(browser, base) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(base + "/timeline")
    table = plain.locator(".frame-table").first
    table.locator("summary").click()
    table.get_by_role("link").click()
    expect(plain).to_have_url(re.compile("/chart/timeline/time-axis"))
    plain.locator(".frame-table summary").first.click()
    expect(plain.locator("table.data").first).to_be_visible()
    first = plain.locator(".drawn a:visible").first
    first.click()
    expect(plain).to_have_url(re.compile(r"/evidence/[A-Z]{3}/"))
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_to_a_line_opens_the_passage_around_it(browser, base, scripts) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    reader = context.new_page()
    reader.goto(base + "/needs?lang=en")
    if scripts:
        drawn(reader)
    link = reader.locator('main:visible a[href$="#L330"]').first
    reader.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
    link.click()
    expect(reader).to_have_url(re.compile("#L330$"))
    expect(reader.locator("main:visible #L330")).to_be_in_viewport()
    expect(reader.locator("main:visible details[open]")).to_have_count(1)
    context.close()


def test_a_long_page_leads_to_its_parts(page, base, troubles) -> None:
    page.goto(base + "/method")
    drawn(page)
    page.locator(".on-page").get_by_role("link", name="Counts").click()
    expect(page.locator("#counts:visible")).to_be_in_viewport()
    assert troubles == []


def test_a_phone_has_the_title_in_its_upper_fifth_and_each_chart_within_its_width(page, base) -> None:
    page.set_viewport_size({"width": 360, "height": 900})
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for language in ("en", "ru"):
        page.goto(f"{base}/statistics?lang={language}")
        drawn(page)
        assert page.locator("h1").bounding_box()["y"] < 180
        graphs = page.locator("#react-entry-point .frame-graph")
        rights = graphs.locator("text").evaluate_all("all => all.map(each => each.getBoundingClientRect().right)")
        assert max(rights) < 342
        rows = graphs.first.locator(".subplots > svg").evaluate_all(
            "all => all.map(each => each.getBoundingClientRect().y)"
        )
        assert len(set(rows)) == 5
    assert not [url for url in asked if "plotly" in url]


def test_a_printed_chart_is_the_picture_of_the_server(page, base) -> None:
    page.goto(base + "/timeline")
    drawn(page)
    page.locator("#react-entry-point .frame-graph").first.hover()
    plot = page.locator(".js-plotly-plot").first
    expect(plot).to_be_visible()
    page.emulate_media(media="print")
    expect(plot).to_be_hidden()
    expect(page.locator("#react-entry-point .drawn .plot").first).to_be_visible()


def test_without_the_chart_library_the_picture_of_the_server_stays(page, base) -> None:
    page.route("**/plotly.min.js*", lambda route: route.abort())
    page.goto(f"{base}/chart/timeline/time-axis")
    drawn(page)
    with page.expect_event("requestfailed"):
        page.locator("#react-entry-point .frame-graph").first.hover()
    page.locator("#react-entry-point .drawn a:visible").first.click()
    expect(page).to_have_url(re.compile("evidence="))


def test_the_keyboard_alone_leads_from_the_overview_to_a_chart_as_a_file(page, base, troubles) -> None:
    """Overview, evidence at the side, country, Statistics with one country taken away, a picture of a chart."""
    page.goto(base + "/?lang=en")
    drawn(page)
    tab_to(page, '.scorecard a.c[href*="/evidence/TJK/BD-12"]')
    page.keyboard.press("Enter")
    expect(page.locator("#react-entry-point #evidence-title")).to_be_focused()
    back(page)
    expect(page.locator('.scorecard a.c[href*="/evidence/TJK/BD-12"]')).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#react-entry-point #evidence-title")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator('.scorecard a.c[href*="/evidence/TJK/BD-12"]')).to_be_focused()
    tab_to(page, '.scorecard thead a[href*="/countries/TJK"]', "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Tajikistan")
    back(page)
    expect(page.locator("h1")).not_to_contain_text("Tajikistan")
    page.go_forward()
    tab_to(page, '.top .nav a[href*="/statistics"]')
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Statistics")
    drawn(page)
    tab_to(page, '.toggle[data-state="4"]')
    expect(page.locator('#react-entry-point .plot[data-state="4"] .marks').first).to_have_css("opacity", "1")
    expect(page.locator('#react-entry-point .plot[data-state="0"] .marks').first).to_have_css("opacity", "0.4")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("countries=KAZ%2CKGZ%2CTJK%2CTKM"))
    expect(page.locator('.toggle[data-state="4"]')).to_have_attribute("aria-label", "Add Uzbekistan")
    tab_to(page, ".frame .more summary")
    page.keyboard.press("Enter")
    tab_to(page, '.frame .tools a[href*=".png"]')
    with page.expect_download() as taken:
        page.keyboard.press("Enter")
    assert taken.value.suggested_filename.endswith(".png")
    assert troubles == []


def back(page) -> None:
    """Go back as Alt+Left does: the page leaves the keys to the browser, whose window a test does not have."""
    page.evaluate("addEventListener('keydown', event => { window.swallowed = event.defaultPrevented; }, {once: true})")
    page.keyboard.press("Alt+ArrowLeft")
    assert page.evaluate("window.swallowed") is False
    page.go_back()


def tab_to(page, wanted: str, key: str = "Tab") -> None:
    """Press the key until the focus is on an element of that selector."""
    for _ in range(250):
        page.keyboard.press(key)
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"the keyboard does not reach {wanted}")


def test_a_page_that_the_server_cannot_draw_says_so_instead_of_the_page_before(page, base) -> None:
    page.goto(base + "/?lang=en")
    drawn(page)
    page.route("**/_dash-update-component*", lambda asked: asked.fulfill(status=500))
    page.route("**/?lang=en&pillar=*", lambda asked: asked.fulfill(status=500, body="Something went wrong here."))
    page.locator(".filters-folded summary").click()
    page.get_by_label("Pillar").select_option("protection")
    expect(page.get_by_role("status")).to_contain_text("This could not be loaded.")
    page.get_by_role("link", name="Open it again").click()
    expect(page.locator("body")).to_have_text("Something went wrong here.")
