"""The counts of every page are those of the rows of the API, and their parts add up, at every stage."""

import re
from collections import Counter

import pytest

from bukhara.exports.brief import brief
from bukhara.i18n.words import words_of
from bukhara.model.codes import ItemKind, Scope
from bukhara.model.partial_date import first_day, last_day
from bukhara.views.countries import country as country_view
from tests.stages import names
from tests.web.site_client import Site

WORDS = {
    "in_place": "in place",
    "under_way": "under way",
    "planned": "planned",
    "challenge": "challenge named",
    "not_available": "not available",
    "not_reported": "no answer yet",
    "suppressed": "withheld",
    "not_asked": "not covered",
}


def counted_cells(site: Site) -> list[dict]:
    """Return the rows of the API for cells that are counted: one state, one theme that can be completed."""
    items = site.service.snapshot().framework.items
    once = {item.id for item in items if item.kind is ItemKind.MILESTONE and item.scope is Scope.COUNTRY}
    rows = site.rows("progress")
    return [row for row in rows if row["country"] and row["item"] in once and row["state"] != "not_applicable"]


def word_of(row: dict) -> str:
    """Return the word of a cell, from its row alone."""
    if row["status"] not in (None, "not_asked"):
        return WORDS[row["status"]]
    if row["ended"]:
        return "not in force"
    if row["state"] == "value":
        return "no step"
    return "mentioned" if row["mentioned"] else WORDS["not_asked" if is_awaited(row) else row["state"]]


def is_awaited(row: dict) -> bool:
    return row["state"] == "not_reported" and bool(row["answer_due"]) and not row["overdue"]


def side_of(row: dict, cut_off) -> str:
    """Return on which side of the Declaration a cell is in place, from its row alone."""
    since = row["since"]
    if not since:
        return "undated"
    if last_day(since) < cut_off:
        return "before"
    return "since" if first_day(since) >= cut_off else "undated"


@pytest.mark.parametrize("name", names())
def test_the_parts_of_every_count_are_the_cells_of_the_api(stages, name: str) -> None:
    site = stages.read(name)
    rows, overview, snapshot = counted_cells(site), site.html("/?lang=en"), site.service.snapshot()
    for country in snapshot.framework.countries:
        expected = Counter(word_of(row) for row in rows if row["country"] == country.code)
        head = overview[overview.index(f'href="/countries/{country.code}') :].split("</th>")[0]
        read_out = re.search(r'aria-label="([^"]* \d+)"', head)[1]
        numbers = map(int, re.findall(r"(\d+)(?:,|$)", read_out))
        assert sorted(numbers) == sorted(expected.values())
        page = site.html(f"/countries/{country.code}?lang=en")
        printed = brief(snapshot, country_view.build(snapshot, country.code), words_of("en")).counts
        row = next(row for row in site.rows("progress") if (row["country"], row["item"]) == (country.code, ""))
        assert [row["n"], row["in_place"], row["under_way"]] == [
            expected.total(), expected["in place"], expected["under way"],
        ]  # fmt: skip
        total, parts = re.search(r"<strong>(\d+) themes?: (.*?)\.</strong>", page).groups()
        assert {word: int(n) for word, n in (part.rsplit(" ", 1) for part in parts.split(", "))} == expected
        assert int(total) == expected.total()
        assert re.search(r"^\d+ themes?: (.*?)\.", printed)[0] == f"{total} themes: {parts}."
    # a theme has the count of its row
    titles = re.findall(
        r'href="/themes/([^"?]+)[^"]*"[^>]*>(?:(?!</tr>).)*?<td class="end" title="([^"]*)"', overview, re.S
    )
    assert titles
    for item, title in titles[:2]:
        assert f'title="{title}"' in site.html(f"/themes/{item}?lang=en") or "reported activity" in site.read(
            f"/themes/{item}"
        )
    # the headline divides what is in place by its date
    cut_off = site.service.snapshot().framework.method.bukhara_date
    in_place = [row for row in rows if row["status"] == "in_place"]
    sides = Counter(side_of(row, cut_off) for row in in_place)
    printed = re.search(
        r"(\d+) status(?:es were| was) reported “in place”: before the Declaration (\d+), since then (\d+), "
        r"without a date that shows it (\d+)",
        overview,
    )
    assert list(map(int, printed.groups())) == [len(in_place), sides["before"], sides["since"], sides["undated"]]
