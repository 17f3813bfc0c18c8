"""A chart in a frame of another page: readable in a narrow column."""

import pytest

from tests.browser.conftest import lettered

MEASURED = """() => {
  const box = selector => document.querySelector(selector).getBoundingClientRect();
  const plots = [...document.querySelectorAll(".drawn svg.plot")].map(plot => plot.getBoundingClientRect());
  const lowest = Math.max(...plots.map(plot => plot.bottom));
  return { plots: plots.map(plot => plot.height), above: box(".sub").bottom <= plots[0].top, below: lowest <= box(".source").top };
}"""


@pytest.mark.parametrize("width", [390, 600, 760, 900])
@pytest.mark.parametrize("chart", ["statistics/rows-ctx-unodc-offences", "statistics/victim-shares"])
def test_the_chart_is_between_its_title_and_its_source(page, base, chart, width) -> None:
    column = f'<iframe src="{base}/embed/{chart}" width="{width}" height="900"></iframe>'
    page.route(f"{base}/news", lambda route: route.fulfill(body=column, content_type="text/html"))
    page.goto(f"{base}/news")
    lettered(page.frames[1])
    found = page.frames[1].evaluate(MEASURED)
    assert min(found["plots"]) > 80
    assert found["above"]
    assert found["below"]


@pytest.mark.parametrize("width", [340, 390, 600, 760, 900])
@pytest.mark.parametrize("chart", ["statistics/rows-ctx-unodc-offences", "statistics/victim-shares"])
def test_the_snippet_is_as_high_as_its_column_needs(page, base, chart, width) -> None:
    page.goto(f"{base}/chart/{chart}")
    snippet = page.locator("#embed").input_value().replace("https://", "http://")
    page.route(
        f"{base}/news",
        lambda route: route.fulfill(body=f'<div style="width:{width}px">{snippet}</div>', content_type="text/html"),
    )
    page.goto(f"{base}/news")
    page.frames[1].wait_for_load_state()
    lettered(page.frames[1])
    inner, outer = page.frames[1].evaluate("[document.documentElement.scrollHeight, innerHeight]")
    needed = page.frames[1].evaluate("document.querySelector('main').getBoundingClientRect().bottom + scrollY")
    assert inner <= outer
    assert outer <= needed * 1.6
