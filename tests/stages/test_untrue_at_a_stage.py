"""Sentences that were true at the first start and untrue later: each is true at every stage, or not there."""

import re

import pytest

from bukhara.model.codes import ItemKind, Status
from bukhara.pack import PackChoice
from bukhara.situation.situation import situations
from bukhara.views.status import narrative
from tests.stages import EXERCISE, names
from tests.stages.sentences import pack_sentences
from tests.web.site_client import Site

PAGES = ("/", "/themes", "/themes/AC-3", "/contested", "/evidence/{state}/AC-3", "/evidence/{state}/BD-7")


def read(site: Site, path: str, language: str = "en") -> str:
    state = site.service.framework().countries[1].code
    address = path.format(state=state)
    return site.read(f"{address}{'&' if '?' in address else '?'}lang={language}", language)


@pytest.mark.parametrize("name", names())
def test_no_page_puts_off_to_a_next_round_what_was_asked_in_this_one(stages, name: str) -> None:
    site = stages.read(name)
    pages = {path: read(site, path) for path in PAGES}
    assert [path for path, text in pages.items() if re.search("next round|no source asked all", text)] == []


@pytest.mark.parametrize("name", ["request to one state", "round sent", "one state answered"])
def test_a_coding_of_two_coders_is_never_a_request(stages, name: str) -> None:
    site = stages.read(name)
    for language, wrong in (("en", "Coded twice: “requested”"), ("ru", "Две оценки: принята «запрошено»")):
        assert wrong not in read(site, "/contested", language)
        assert wrong not in read(site, "/evidence/{state}/BD-7", language)


@pytest.mark.parametrize("name", [name for name in names() if name.startswith(EXERCISE) or "answer" in name])
def test_what_did_not_change_is_not_listed_as_a_change(stages, name: str) -> None:
    text = read(stages.read(name), "/")
    steps = re.findall(r": from “([^”]+)” to “([^”]+)”", text)
    assert [step for step in steps if step[0] == step[1]] == []
    # whoever compares averages names no theme that is in none
    service = stages.read(name).service
    snapshot = service.snapshot()
    averages = (s for each in narrative.build(snapshot, service.past(snapshot)) for s in each.progress if s.by)
    named = {snapshot.framework.item(each.item).kind for sentence in averages for each in sentence.evidence}
    assert named <= {ItemKind.MILESTONE}


def test_no_page_misses_the_text_of_the_declaration_once_its_articles_are_loaded(stages) -> None:
    missing = "pending the text|not among the sources|is a working list"
    for name, is_missing in (("first start", True), ("articles loaded", False)):
        site = stages.read(name)
        found = [path for path in ("/", "/themes", "/method", "/declaration") if re.search(missing, read(site, path))]
        assert bool(found) is is_missing
        (measurable,) = re.findall(r"of the (\d+) measurable themes", read(site, "/"))
        assert f": {measurable} can be completed" in read(site, "/method")


@pytest.mark.parametrize("name", ["one state answered", "plan ended", "exercise: round closed"])
def test_a_history_says_of_a_release_what_its_pages_said(stages, name: str) -> None:
    service = stages.read(name).service
    snapshot, code = service.snapshot(), service.framework().countries[0].code
    versions = [
        (v, item.id) for item in snapshot.framework.items for v in service.history.of_cell(snapshot, code, item.id)
    ]
    known = [(v.release.number, item, v.status) for v, item in versions if v.status.status is not Status.NOT_ASKED]
    known += [(v.release.number, item, v.status) for v, item in versions if v.status.ended]
    then = {
        (number, each.item): each
        for number in {number for number, _, _ in known}
        for each in situations(service.snapshot(release=number))
        if each.country == code
    }
    shown = {key: (each.mark, each.since, each.valid_until, each.level) for key, each in then.items()}
    assert [
        (number, item)
        for number, item, status in known
        if shown[number, item] != (status.mark, status.since, status.valid_until, status.level)
    ] == []
    assert len({number for number, _, _ in known}) > 1


def test_what_a_report_did_not_cover_is_not_said_beside_the_answer_of_a_round(stages) -> None:
    site = stages.read("round closed")
    assert "not available from the authority" in read(site, "/statistics")
    wrong = r"not covered, not available|not available[^;.]*; not covered\."
    assert re.findall(wrong, read(site, "/statistics")) == []
    slides = " ".join(text for _, text in pack_sentences(site.service.pack(PackChoice(languages=("en",))), "panel"))
    assert re.findall(wrong, slides) == []
