"""A chart as plotly's manual writes it is on its page, drawn by the server or by plotly, and its table is a file."""

import re
from typing import Any

import pytest
from dash import page_registry

from bukhara.charts import theme
from bukhara.charts.chart import Cell, Chart, Table
from web.page import Page

NAMES, NUMBERS = ["Alfa", "Bravo", "Charlie"], [12, 0, 3]
BAR: dict[str, Any] = {"type": "bar", "x": NUMBERS, "y": NAMES, "orientation": "h", "marker": {"color": "#123456"}}
AXES = {"xaxis": theme.count_axis(), "yaxis": theme.axis(autorange="reversed")}
UPRIGHT = {"xaxis": theme.axis(), "yaxis": theme.axis(autorange="reversed")}
POINTS: dict[str, Any] = {"type": "scatter", "x": [1, 2.5, None], "y": [-3, 40, 5], "mode": "markers", "marker": {}}
DRAWN = {
    "bars with the axes of the project": {"data": [BAR], "layout": theme.layout(**AXES)},
    "bars with words": {
        "data": [BAR | {"text": NUMBERS, "hovertemplate": "%{y}: %{x:.1f}"}],
        "layout": theme.layout(**AXES),
    },
    "stacks": {"data": [BAR, BAR], "layout": theme.layout(barmode="stack", **AXES)},
    "points": {"data": [POINTS], "layout": theme.layout(**UPRIGHT)},
    "one value": {"data": [POINTS | {"x": [2], "y": [2]}], "layout": theme.layout(**UPRIGHT)},
    "bars alone": {"data": [{"type": "bar", "x": NAMES, "y": NUMBERS, "text": NUMBERS, "marker": {}}]},
    "points alone": {
        "data": [{"x": NAMES, "y": NUMBERS}],
        "layout": {"yaxis": {"title": "Number"}, "margin": {"l": 9}},
    },
    "nothing but zeros": {"data": [BAR | {"x": [0, 0, 0]}], "layout": theme.layout(**AXES)},
}
LEFT = {
    "bars beside one another": {"data": [BAR, BAR]},
    "a legend of plotly": {"data": [BAR], "layout": theme.layout(showlegend=True, **AXES)},
    "a pie": {"data": [{"type": "pie", "labels": NAMES, "values": NUMBERS}], "layout": {}},
    "a heat map": {"data": [{"type": "heatmap", "z": [[1, 2], [3, 4]]}], "layout": theme.layout()},
    "another symbol": {"data": [POINTS | {"marker": {"symbol": "star"}}], "layout": theme.layout(**UPRIGHT)},
    "days without a range": {
        "data": [POINTS | {"x": ["2023-07-28", "2024-01-01", "2025-01-01"]}],
        "layout": theme.layout(xaxis=theme.axis(type="date"), yaxis=theme.axis()),
    },
}


def with_chart(monkeypatch: pytest.MonkeyPatch, figure: dict[str, Any]) -> None:
    """Let the page of themes show one chart with this figure."""
    rows = tuple((Cell(name), Cell(str(number), number)) for name, number in zip(NAMES, NUMBERS, strict=True))
    chart = Chart(
        id="plain", title="A title", subtitle="Unit", table=Table(("State", "Number"), rows), source="S", figure=figure
    )
    page = Page(title="Plain", sections=(chart,))
    [entry] = [each for each in page_registry.values() if each["path"] == "/themes"]
    monkeypatch.setitem(entry, "content", lambda **_: page)


@pytest.mark.parametrize("name", [*DRAWN, *LEFT])
def test_page_picture_and_table_of_a_plain_chart_are_no_error(site, monkeypatch, name) -> None:
    is_drawn = name in DRAWN
    with_chart(monkeypatch, {**DRAWN, **LEFT}[name])
    for address in ("/themes", "/chart/themes/plain"):
        page = site.client.get(address)
        assert page.status_code == 200
        assert ('<svg class="plot"' in page.text) is is_drawn
        assert ("data-at-once" in page.text) is not is_drawn
        assert ("plain.png" in page.text) is is_drawn
        assert "plain.csv" in page.text
    table = site.client.get("/download/plain.csv?page=/themes")
    assert (table.status_code, "Alfa,12" in table.text) == (200, True)
    for kind in ("svg", "png", "pdf"):
        picture = site.client.get(f"/download/plain.{kind}?page=/themes")
        assert picture.status_code == (200 if is_drawn else 404)
        if not is_drawn:
            assert "This chart has no picture file." in picture.text


def test_a_mark_has_the_name_that_its_template_gives_it_and_words_that_can_be_read(site, monkeypatch) -> None:
    with_chart(monkeypatch, DRAWN["bars with words"])
    html = site.html("/themes")
    assert "Alfa: 12.0" in html
    assert re.search(r"<text[^>]*#ffffff[^>]*>12<", html)


def test_bars_begin_at_zero_and_end_within_the_plot(site, monkeypatch) -> None:
    with_chart(monkeypatch, DRAWN["stacks"])
    html = site.html("/themes")
    drawing = html[html.index('<svg class="plot"') : html.index("</svg>", html.index('<svg class="plot"'))]
    assert [label for label in ("0", "5", "10", "15", "20", "25") if f">{label}<" in drawing] == ["0", "10", "20"]
