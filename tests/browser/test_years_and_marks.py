"""Years of a chart by the pointer and by the keyboard, and its marks in a wide and a narrow window."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import drawn

RANGE = "plot => plot.layout.xaxis.range.map(day => Number(day.slice(0, 4)))"
NEWEST = """plot => {
  const { x, y } = plot.data.findLast(trace => trace.mode === 'lines+markers' && trace.xaxis === 'x');
  const part = (value, [low, high]) => (value - low) / (high - low);
  const { xaxis, yaxis } = plot.layout;
  return [part(Date.parse(x.at(-1)), xaxis.range.map(Date.parse)), 1 - part(y.at(-1), yaxis.range)];
}"""
"""The place of the newest mark in the first plot, as parts of its width and height."""


def test_years_are_enlarged_by_drawing_over_them_and_a_double_click_shows_all_again(page, base, troubles) -> None:
    page.goto(base + "/statistics?measure=CTX-unodc-offences")
    drawn(page)
    page.locator("#react-entry-point .frame-graph").first.hover()
    plot = page.locator(".js-plotly-plot").first
    years = plot.locator(".nsewdrag").first
    years.wait_for(state="attached")
    whole, box = plot.evaluate(RANGE), years.bounding_box()
    middle, top = box["x"] + box["width"] / 2, box["y"] + 4

    def draw_over_the_later_half() -> None:
        page.mouse.move(middle, top)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] - 4, top, steps=8)
        page.mouse.up()

    def enlarge() -> None:
        until(page, draw_over_the_later_half, lambda: plot.evaluate(RANGE)[0] > whole[0])

    enlarge()
    undo = page.get_by_role("button", name="Show all years")
    undo.click()
    expect(undo).to_have_count(0)
    assert plot.evaluate(RANGE) == whole
    expect(page.locator("#react-entry-point .frame-graph").first).to_be_focused()
    enlarge()
    named = plot.locator(".xtick text")
    expect(named.first).to_have_text(str(plot.evaluate(RANGE)[0] + 1))
    assert plot.evaluate("plot => plot.data.filter(trace => trace.type === 'scatter' && !trace.cliponaxis).length") == 0
    across, down = plot.evaluate(NEWEST)
    x, y = box["x"] + across * box["width"], box["y"] + down * box["height"]
    page.mouse.move(x, y, steps=4)
    expect(plot.locator(".hovertext").first).to_be_attached()
    until(page, lambda: page.mouse.dblclick(x, y), lambda: plot.evaluate(RANGE) == whole)
    expect(named.first).to_have_text(str(whole[0]))
    expect(page.locator("#react-entry-point .drawer")).to_be_hidden()
    expect(undo).to_have_count(0)
    assert troubles == []


def until(page, act: Callable[[], None], is_done: Callable[[], bool]) -> None:
    """Repeat a gesture that a busy browser may take as several: two slow clicks on a mark open its evidence."""
    for _ in range(30):
        act()
        if is_done():
            return
        page.keyboard.press("Escape")
    raise AssertionError("the gesture has no effect")


@pytest.mark.parametrize("width", [1440, 360])
def test_years_are_chosen_and_a_mark_is_opened_by_the_keyboard(page, base, troubles, width) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(base + "/statistics?measure=CTX-unodc-offences&lang=en")
    drawn(page)
    years = page.locator('#react-entry-point select[name="from"]')
    page.locator("#react-entry-point .filters-folded summary").click()
    years.focus()
    steps = page.evaluate("history.length")
    for key in (*["ArrowDown"] * 4, "Enter"):
        years.press(key)
    expect(page.locator("#react-entry-point .toggle").first).to_have_attribute("href", re.compile(r"from=\d{4}"))
    expect(years).to_be_focused()
    # a busy browser tells of the last key after Enter
    assert page.evaluate("history.length") in (steps + 1, steps + 2)
    chart = page.locator("#react-entry-point .frame-graph").first
    first, mark = (chart.locator(".plot a").nth(n) for n in (0, 1))
    chart.focus()
    for key, wanted in (("ArrowRight", first), ("ArrowDown", mark), ("ArrowLeft", first), ("Escape", chart)):
        page.keyboard.press(key)
        expect(wanted).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    mark.press("Enter")
    expect(page.locator("#react-entry-point #evidence-title")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#react-entry-point .drawer")).to_be_hidden()
    expect(mark).to_be_focused()
    mark.click()
    expect(page.locator("#react-entry-point #evidence-title")).to_be_focused()
    assert troubles == []


@pytest.mark.parametrize(("width", "most"), [(1440, 300), (390, 420)])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_statistics_begin_with_a_chart_that_is_one_stop_of_the_keyboard(page, base, width, most, language) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{base}/statistics?lang={language}")
    drawn(page)
    assert page.locator("#react-entry-point .frame").first.bounding_box()["y"] <= most
    stops = 0
    while not stops or page.evaluate("document.activeElement !== document.body"):
        page.keyboard.press("Tab")
        stops += 1
    assert 30 < stops <= 60
