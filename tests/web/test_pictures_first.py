"""Pages about all states open with their picture: a mark for each state, named, in fixed order, with its evidence."""

from __future__ import annotations

import re

import pytest

from tests.web.reading import get

ORDER = ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
MARK = re.compile(r'href="/evidence/([A-Z]{3})/([\w.-]+)[^"]*"\s+title="([^"]+)"')


def marks(html: str) -> list[tuple[str, str, str]]:
    """Return country, item and title of every mark of a picture."""
    return MARK.findall(html)


@pytest.fixture(scope="module")
def statuses(base) -> dict[tuple[str, str], str]:
    """The word for the status of each state and theme in the matrix of the Overview."""
    matrix = re.search(r'<table class="scorecard">.*?</table>', get(base)[1], re.DOTALL)[0]
    return {(country, item): title.split(": ", 1)[1].split(",")[0] for country, item, title in marks(matrix)}


def test_every_theme_names_the_five_states_in_fixed_order_with_their_statuses(base, statuses) -> None:
    rows = re.findall(r'<ul class="units">.*?</ul>', get(base + "/themes")[1], re.DOTALL)
    assert len(rows) == len(statuses) / 5
    for row in rows:
        assert [country for country, *_ in marks(row)] == ORDER
        for country, item, title in marks(row):
            assert title.split(": ", 1)[1] == statuses[country, item]


def test_each_state_has_a_square_for_each_theme_that_it_can_complete(base, statuses) -> None:
    html = get(base + "/countries")[1]
    strips = re.findall(r'<ul class="tiles-row".*?</ul>', html, re.DOTALL)
    numbers = [int(n) for n in re.findall(r"of (\d+) themes in place", html)]
    assert [len(marks(strip)) for strip in strips] == numbers
    for code, strip in zip(ORDER, strips, strict=True):
        assert {title.rsplit(": ", 1)[1] for *_, title in marks(strip)} <= set(statuses.values())
        assert {country for country, *_ in marks(strip)} == {code}
