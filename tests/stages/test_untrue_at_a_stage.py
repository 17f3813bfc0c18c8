"""Sentences that were true at the first start and untrue later: each is true at every stage, or not there."""

import re

import pytest

from tests.stages import EXERCISE, names
from tests.web.site_client import Site

PAGES = ("/", "/themes", "/themes/AC-3", "/contested", "/evidence/{state}/AC-3", "/evidence/{state}/BD-7")


def read(site: Site, path: str, language: str = "en") -> str:
    state = site.service.framework().countries[1].code
    address = path.format(state=state)
    return site.read(f"{address}{'&' if '?' in address else '?'}lang={language}", language)


@pytest.mark.parametrize("name", names())
def test_no_page_puts_off_to_a_next_round_what_was_asked_in_this_one(stages, name: str) -> None:
    site = stages.open(name)
    pages = {path: read(site, path) for path in PAGES}
    assert [path for path, text in pages.items() if re.search("next round|no source asked all", text)] == []


@pytest.mark.parametrize("name", ["request to one state", "round sent", "one state answered"])
def test_a_coding_of_two_coders_is_never_a_request(stages, name: str) -> None:
    site = stages.open(name)
    for language, wrong in (("en", "First coding: requested"), ("ru", "Первая оценка: запрошено")):
        assert wrong not in read(site, "/contested", language)
        assert wrong not in read(site, "/evidence/{state}/BD-7", language)


@pytest.mark.parametrize("name", [name for name in names() if name.startswith(EXERCISE) or "answer" in name])
def test_what_did_not_change_is_not_listed_as_a_change(stages, name: str) -> None:
    text = read(stages.open(name), "/")
    steps = re.findall(r": from “([^”]+)” to “([^”]+)”", text)
    assert [step for step in steps if step[0] == step[1]] == []


def test_no_page_misses_the_text_of_the_declaration_once_its_articles_are_loaded(stages) -> None:
    missing = "pending the text|not among the sources|is a working list"
    for name, is_missing in (("first start", True), ("articles loaded", False)):
        site = stages.open(name)
        found = [path for path in ("/", "/themes", "/method", "/declaration") if re.search(missing, read(site, path))]
        assert bool(found) is is_missing
