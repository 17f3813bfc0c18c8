"""A panel as an organiser prepares and shows it: by keyboard and mouse, without the network, with a second window."""

import re
from itertools import product

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import drawn
from tests.serving import run_command

SCREENS = ((1280, 720), (1920, 1080))
FITS = """() => [...document.querySelectorAll(".slide")].map(slide => {
  document.querySelectorAll(".slide.on").forEach(other => other.classList.remove("on"));
  slide.classList.add("on");
  const blocks = slide.querySelector(".blocks"), frame = blocks.getBoundingClientRect();
  const inside = [...blocks.querySelectorAll("*")].filter(part => !part.closest("svg svg"));
  const low = Math.max(...inside.map(part => part.getBoundingClientRect().bottom));
  const wide = inside.filter(part => !part.closest("svg") && part.clientWidth && part.scrollWidth > part.clientWidth + 2);
  const foot = slide.querySelector(".foot").getBoundingClientRect().bottom > slide.getBoundingClientRect().bottom + 1;
  const small = [...blocks.querySelectorAll(".points li > span:not(.source)")]
    .some(part => parseFloat(getComputedStyle(part).fontSize) < 21.3 * innerHeight / 720);
  return low > frame.bottom + 1 || wide.length || foot || small ? slide.dataset.id : "";
}).filter(Boolean)"""


def presenter_of(page):
    """Open the window of the presenter; it is there when it shows a slide."""
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Presenter window").press("Enter")
    expect(opened.value.locator(".slide.on")).to_have_count(1)
    return opened.value


def test_nothing_is_cut_off_on_any_slide_and_letters_are_large_enough(page, base, exercise) -> None:
    found = {}
    for address, language in product((base, exercise), ("en", "ru")):
        page.goto(f"{address}/panel/present?lang={language}")
        page.evaluate("Promise.all([...document.fonts].map(letters => letters.load()))")
        for width, height in SCREENS:
            page.set_viewport_size({"width": width, "height": height})
            found[address == exercise, language, width] = page.evaluate(FITS)
    assert {key: slides for key, slides in found.items() if slides} == {}


def test_a_pack_is_built_by_keyboard_and_by_mouse_found_again_by_its_address_and_shown(
    page, context, base, troubles
) -> None:
    page.goto(f"{base}/panel")
    drawn(page)
    number = page.locator("[name=place-title]")
    number.fill("2")
    page.keyboard.press("Enter")
    expect(page.locator("[data-row]").first).to_have_id("slide-matrix")
    expect(number).to_be_focused()
    expect(page.locator("[name=place-matrix]")).to_have_value("1")
    preview = page.frame_locator(".panel-preview")
    page.locator("#slide-statistics-CTX-unodc-victims-1 a").press("Enter")
    expect(preview.locator(".slide.on")).to_have_attribute("data-id", "statistics-CTX-unodc-victims-1")
    expect(page.locator("#slide-statistics-CTX-unodc-victims-1")).to_have_class(re.compile("shown"))
    page.locator('[name="keep"][value="statistics-CTX-unodc-convicted-1"]').press("Space")
    expect(page.locator(".out")).to_have_id("slide-statistics-CTX-unodc-convicted-1")
    expect(preview.locator(".slide.on")).to_have_attribute("data-id", "statistics-CTX-unodc-victims-1")
    page.locator('[name="keep"][value="challenges"]').press("Space")
    expect(page.locator("#slide-challenges")).to_have_class(re.compile("out"))
    page.locator("[name=place-questions]").fill("3")
    page.keyboard.press("Tab")
    page.wait_for_url("**title_questions*")
    expect(page.locator("#slide-title + li")).to_have_id("slide-questions")
    order = page.locator("[data-row]").evaluate_all("rows => rows.map(row => row.id)")
    page.goto(page.url)
    drawn(page)
    assert page.locator("[data-row]").evaluate_all("rows => rows.map(row => row.id)") == order
    page.locator(".menu summary").press("Enter")
    with page.expect_download() as taken:
        page.get_by_role("link", name="one HTML file").press("Enter")
    assert taken.value.suggested_filename == "bukhara-panel-2023-07-28-en.html"
    with context.expect_page() as opened:
        page.get_by_role("link", name="Present", exact=True).press("Enter")
    shown = opened.value
    shown.wait_for_load_state()
    context.set_offline(offline=True)
    shown.keyboard.press("ArrowRight")
    expect(shown.locator(".slide.on")).to_have_attribute("data-id", "title")
    context.set_offline(offline=False)
    assert troubles == []


def test_an_organiser_keeps_a_choice_as_presented_by_keyboard(page, base, base_var, troubles) -> None:
    password = "an evening in Bishkek"
    run_command(base_var, "user", "add", "olga", "--role", "organiser", "--password-stdin", typed=password)
    page.goto(f"{base}/panel?lang=en")
    drawn(page)
    page.locator("[name=place-title]").fill("2")
    page.keyboard.press("Enter")
    expect(page.locator("[data-row]").first).to_have_id("slide-matrix")
    page.get_by_role("link", name="Keep as presented (organisers)").press("Enter")
    page.locator("main input[name=name]").press_sequentially("olga")
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    page.keyboard.press("Enter")
    page.locator("input[name=agreed]").press("Space")
    page.locator("input[name=occasion]").press_sequentially("Bishkek, a rehearsal")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("As presented: Bishkek, a rehearsal")
    assert troubles == []


def test_presenting_goes_on_without_the_network_with_a_second_window(page, context, base, troubles) -> None:
    page.goto(f"{base}/panel/present?pack=1~~en~~~~title_matrix_country-KAZ_country-KGZ_contested")
    context.set_offline(offline=True)
    for key in ("ArrowRight", "PageDown", "Space", "ArrowLeft"):
        page.keyboard.press(key)
    expect(page.locator(".slide.on")).to_have_attribute("data-id", "country-KAZ")
    expect(page).to_have_url(re.compile("#3$"))
    presenter = presenter_of(page)
    expect(presenter.locator(".slide.on")).to_have_attribute("data-id", "country-KAZ")
    expect(presenter.locator(".slide.next")).to_have_attribute("data-id", "country-KGZ")
    expect(presenter.locator(".notes.on")).to_contain_text("Kazakhstan. 14 themes")
    expect(presenter.locator("#time-left")).not_to_be_empty()
    presenter.keyboard.press("ArrowRight")
    expect(page.locator(".slide.on")).to_have_attribute("data-id", "country-KGZ")
    page.keyboard.press("End")
    expect(presenter.locator(".slide.on")).to_have_attribute(
        "data-id", page.locator(".slide").last.get_attribute("data-id")
    )
    page.keyboard.press("Home")
    page.mouse.move(20, 20)
    page.keyboard.press("ArrowRight")
    expect(presenter.locator(".slide.on")).to_have_attribute("data-id", "matrix")
    assert [each for each in troubles if "ERR_INTERNET" not in each] == []


def test_a_speaker_finds_a_slide_by_its_number_or_among_all_and_covers_the_screen(page, base, troubles) -> None:
    page.goto(f"{base}/panel/present?lang=en")
    page.context.set_offline(offline=True)
    talk = page.locator(".slide:not([data-annex])").count()
    on, blank = page.locator(".slide.on"), page.locator(".blank")
    page.keyboard.type(str(talk))
    page.keyboard.press("Enter")
    expect(on).to_have_attribute("data-id", "contested")
    page.keyboard.press("ArrowRight")
    expect(on).to_have_attribute("data-id", "contested")
    expect(page.locator("#counter")).to_have_text(f"{talk} / {talk}")
    page.keyboard.type(str(talk + 1))
    page.keyboard.press("Enter")
    expect(on).to_have_attribute("data-id", "questions")
    expect(page.locator("#counter")).to_contain_text("Annex 1 / ")
    page.keyboard.press("o")
    shown = page.evaluate("[...document.querySelectorAll('.slide')].filter(each => each.checkVisibility()).length")
    assert shown == page.locator(".slide").count()
    page.locator('.slide[data-id="country-KGZ"]').click()
    expect(on).to_have_attribute("data-id", "country-KGZ")
    expect(page.locator(".slide:visible")).to_have_count(1)
    for key, colour in (("b", "rgb(0, 0, 0)"), ("w", "rgb(255, 255, 255)")):
        page.keyboard.press(key)
        expect(blank).to_be_visible()
        expect(blank).to_have_css("background-color", colour)
        page.keyboard.press("ArrowRight")
        expect(blank).to_be_hidden()
    expect(on).to_have_attribute("data-id", "country-KGZ")
    page.keyboard.press("?")
    expect(page.locator(".help")).to_contain_text("black, white")
    page.keyboard.press("Escape")
    expect(page.locator(".help")).to_be_hidden()
    assert [each for each in troubles if "ERR_INTERNET" not in each] == []


def test_a_presenter_finds_the_slides_again_after_a_reload_and_says_when_they_are_gone(page, context, base) -> None:
    page.goto(f"{base}/panel/present?lang=en")
    presenter = presenter_of(page)
    presenter.keyboard.press("ArrowRight")
    expect(page.locator(".slide.on")).to_have_attribute("data-id", "matrix")
    page.reload()
    presenter.keyboard.press("ArrowRight")
    expect(page.locator(".slide.on")).to_have_attribute("data-id", "country-KAZ")
    page.keyboard.press("ArrowRight")
    expect(presenter.locator(".slide.on")).to_have_attribute("data-id", "country-KGZ")
    presenter.keyboard.press("b")
    expect(page.locator(".blank")).to_be_visible()
    expect(presenter.locator(".blank")).to_be_hidden()
    expect(presenter.locator("#time-slot")).to_contain_text(" / 3")
    expect(presenter.locator(".lost")).to_be_hidden()
    page.close()
    expect(presenter.locator(".lost")).to_be_visible()


STATISTICS = "/panel/present?pack=1~~en~~~~statistics-CTX-unodc-victims-1_title"
UNSEEN_BARS = """() => {
  const bars = [...document.querySelectorAll("svg rect.bar")];
  return [bars.length, bars.filter(bar => !bar.checkVisibility({ opacityProperty: true })).length];
}"""


def test_bars_are_seen_while_keys_turn_the_slides_in_print_and_without_scripts(page, browser, base) -> None:
    page.goto(base + STATISTICS)
    for key in ("ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
    expect(page.locator(".slide.on")).to_have_attribute("data-id", "statistics-CTX-unodc-victims-1")
    bars, unseen = page.evaluate(UNSEEN_BARS)
    assert (bars > 0, unseen) == (True, 0)
    expect(page.locator(".toolbar")).to_have_css("opacity", "0")
    page.emulate_media(media="print")
    assert page.evaluate(UNSEEN_BARS) == [bars, 0]
    expect(page.locator(".toolbar")).to_be_hidden()
    with browser.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto(base + STATISTICS)
        assert plain.evaluate(UNSEEN_BARS) == [bars, 0]
        expect(plain.locator(".toolbar")).to_be_hidden()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_mode_of_the_reader_is_taken(page, base, mode) -> None:
    page.emulate_media(color_scheme=mode)
    page.goto(f"{base}/panel/present?pack=1~~en~~~~title")
    assert page.evaluate("document.documentElement.classList.contains('dark')") == (mode == "dark")


def test_the_room_reads_quote_and_source_in_large_letters_and_hears_the_title(page, context, base) -> None:
    page.goto(f"{base}/panel/present?lang=en")
    context.set_offline(offline=True)
    said, slide = page.locator(".said"), page.locator(".slide.on")
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text(slide.locator("h2").inner_text())
    page.keyboard.press("s")
    expect(said).to_be_focused()
    expect(said.locator("li").first).to_contain_text("“")
    expect(said.locator(".cited")).to_contain_text("Report of the Third International Conference")
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.said li')).fontSize)") >= 24
    first = said.inner_text()
    page.keyboard.press("ArrowRight")
    expect(said).not_to_have_text(first)
    page.keyboard.press("Escape")
    expect(said).to_be_hidden()
    presenter = presenter_of(page)
    presenter.keyboard.press("s")
    expect(said).to_be_visible()
    expect(presenter.locator(".said")).to_be_hidden()


SWIPED = """([start, end]) => {
  for (const [name, x] of [["touchstart", start], ["touchend", end]]) {
    const touch = new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 300 });
    document.body.dispatchEvent(new TouchEvent(name, { touches: [touch], changedTouches: [touch], bubbles: true }));
  }
}"""


def test_a_deck_of_two_languages_is_shown_in_one_by_key_and_by_touch(browser, base) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 1024, "height": 768})
    page = context.new_page()
    page.goto(f"{base}/panel/present?pack=1~~en_ru~~~~title_matrix_country-KAZ")
    context.set_offline(offline=True)
    on, seen = page.locator(".slide.on"), []
    page.keyboard.press("l")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
        seen.append(on.get_attribute("lang"))
    assert seen == ["en", "en"]
    expect(on).to_have_attribute("data-id", "country-KAZ")
    # beside the slide a touch brings back the bar, which goes away while keys turn slides
    page.touchscreen.tap(5, 5)
    page.get_by_role("button", name="Language").tap()
    expect(on).to_have_attribute("lang", "ru")
    expect(on).to_have_attribute("data-id", "country-KAZ")
    page.keyboard.press("l")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    assert (on.get_attribute("data-id"), on.get_attribute("lang")) == ("title", "ru")
    for swipe, slide in (((700, 300), "matrix"), ((400, 380), "matrix"), ((300, 700), "title")):
        page.evaluate(SWIPED, swipe)
        expect(on).to_have_attribute("data-id", slide)
    page.get_by_role("button", name="Source").tap()
    expect(page.locator(".said")).to_be_visible()
    page.touchscreen.tap(900, 20)
    expect(page.locator(".said")).to_be_hidden()
    context.close()


def test_the_presenter_sees_the_minutes_used_until_the_clock_begins_again(page, base) -> None:
    page.goto(f"{base}/panel/present?lang=en")
    presenter = presenter_of(page)
    presenter.keyboard.press("ArrowRight")
    # as if the minutes had passed: the clock of this window goes before
    presenter.evaluate("(now => Date.now = () => now() + 5.5 * 60000)(Date.now)")
    expect(presenter.locator("#time-used")).to_have_text("5")
    presenter.keyboard.press("r")
    expect(presenter.locator("#time-used")).to_have_text("0")
