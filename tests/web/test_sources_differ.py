"""Whoever sees a figure about which sources differ is told so under the picture, and led to the difference."""

import re

import pytest

from tests.web.reading import get

SAID = {
    "en": "Sources differ about figures in this chart. All of them are kept as published:",
}
LINK = re.compile(r'<a href="(/data-quality[^"#]*)#(d-[0-9a-f]{10})">([^<]+)</a>')


def under(html: str) -> list[tuple[str, str]]:
    """The (group, numbers) named under the charts of a page."""
    told = [part.split("</p>")[0] for part in html.split(SAID["en"])[1:]]
    return [(group, text) for each in told for _, group, text in LINK.findall(each)]


@pytest.mark.parametrize(
    ("path", "numbers"),
    [
        ("/statistics?country=KAZ", "more than 100 / 77"),
        ("/countries/KAZ?tab=figures", "more than 100 / 77"),
        ("/compare?tab=figures&measure=CTX-registered-strict", "0 reported / 6"),
    ],
)
def test_the_picture_names_the_difference_and_leads_to_it(base, path: str, numbers: str) -> None:
    found = under(get(base + path)[1])
    assert numbers in [text for _, text in found]
    page = get(base + "/data-quality")[1]
    assert [group for group, _ in found if f'id="{group}"' not in page] == []


def test_a_picture_without_such_figures_says_nothing(base) -> None:
    assert under(get(base + "/themes")[1]) == []


def test_the_file_of_the_picture_says_it_too(base) -> None:
    rows = get(base + "/download/registered-kaz.csv?page=/statistics")[1]
    (line,) = [row for row in rows.splitlines() if SAID["en"] in row]
    assert "more than 100 / 77" in line
