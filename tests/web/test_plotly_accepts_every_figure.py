"""Every chart of every public page, with every measure as printed and a month, in both languages, is one that plotly knows.

Pages write figures as dictionaries; `go.Figure` refuses a property that does not exist or a value that it may not have.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import orjson
import plotly.graph_objects as go
import pytest

from tests.addresses import LANGUAGES, pages
from tests.web.desk_client import VIEWER, desk_site
from web.public_pages import page_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from web.page import Page

TOGETHER = ("measure", "rate")


def choices(page: Page) -> Iterator[dict[str, str]]:
    """Yield the page as it opens, then every measure at every rate."""
    values = {each.name: [value for value, _ in each.options] for each in page.filters}
    yield {}
    if all(name in values for name in TOGETHER):
        for measure, rate in product(*(values[name] for name in TOGETHER)):
            yield {"measure": measure, "rate": rate}


def charts(site, *, exercise: bool) -> dict[bytes, tuple[str, dict[str, object]]]:
    """Return every distinct figure with the first address where it is drawn."""
    found: dict[bytes, tuple[str, dict[str, object]]] = {}
    for path, language in product(pages(exercise=exercise), LANGUAGES):
        with site.app.server.test_request_context(path):
            _, opened = page_at(path, {"lang": language})
            for choice in [*choices(opened), *({"tab": tab} for tab in opened.tabs)]:
                _, page = page_at(path, {"lang": language, **choice})
                drawn = [chart for chart in page.charts if chart.figure is not None]
                for chart in drawn:
                    address = f"{path} {language} {choice} #{chart.id}"
                    found.setdefault(orjson.dumps(chart.figure), (address, chart.figure))
    return found


@pytest.mark.parametrize("exercise", [False, True], ids=["record", "exercise"])
def test_every_figure_is_built(tmp_path, exercise: bool) -> None:
    site = desk_site(tmp_path, actor=VIEWER, real=not exercise)
    found = charts(site, exercise=exercise)
    refused = []
    for address, figure in found.values():
        try:
            go.Figure(figure)
        except ValueError as error:
            refused.append((address, str(error)[:200]))
    assert refused == []
    drawn = {address.split(" ")[0] for address, _ in found.values()}
    assert {"/themes", "/countries", "/statistics", "/compare"} <= drawn
    measures = {
        address.split("'measure': '")[1].split("'")[0] for address, _ in found.values() if "'measure'" in address
    }
    assert len(measures) > 3


def test_a_property_that_plotly_does_not_have_is_noticed() -> None:
    with pytest.raises(ValueError, match="barcolour"):
        go.Figure({"data": [{"type": "bar", "barcolour": "red"}], "layout": {}})
