"""Sentences that state a fact about the record, held against the rows of the API at every stage.

Nothing of the code that writes a sentence is used: numbers and names are read from the text, and counted anew.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime

import pytest

from bukhara.exports.brief import brief
from bukhara.i18n.words import words_of
from bukhara.model.codes import ItemKind, ReadingKind, Scope
from bukhara.model.marks import ENDED
from bukhara.pack.slides import Points, SlideKind
from bukhara.progress.readings import reading_at
from bukhara.views.countries import country
from tests.stages import EXERCISE, names
from tests.stages.test_counts import counted_cells, word_of
from tests.web.site_client import Site

CONFERENCE = "2023-07-28"
NO_STATUS = {"not covered", "mentioned", "no answer yet", "not available", "withheld"}
DAYS = re.compile(r"Reported on (\d+ \w+ \d{4}), compared with (\d+ \w+ \d{4})\.")
ONGOING = "activity reported"
Cells = dict[tuple[str, str], str]


def words_of_cells(site: Site, **query: str) -> Cells:
    """Return the word of each cell of a state and a theme, from the API."""
    rows = site.rows("progress", **query)
    cells = [row for row in rows if row["country"] and row["item"] and row["state"] != "not_applicable"]
    return {(r["country"], r["item"]): ONGOING if r["status"] == "continuing" else word_of(r) for r in cells}


def names_of(site: Site) -> dict[str, str]:
    """Return the ids of states and themes by their names."""
    framework = site.service.snapshot().framework
    return {each.short.in_("en"): each.code for each in framework.countries} | {
        name.in_("en"): each.id for each in framework.items for name in (each.short, each.name)
    }


def plain(page: str) -> str:
    return html.unescape(" ".join(re.sub(r"<[^>]*>", " ", page).split()))


def questions(site: Site) -> Iterator[tuple[str, str]]:
    """Yield theme and sentence of each question of the suggested slides."""
    for slide in site.slides(languages=("en",)):
        if slide.kind is SlideKind.QUESTIONS:
            for block in slide.blocks:
                if isinstance(block, Points):
                    yield from ((point.about, point.text) for point in block.points)


@pytest.mark.parametrize("name", names())
def test_what_is_said_at_a_stage_follows_from_the_rows_of_the_api(stages, name: str) -> None:
    site = stages.read(name)
    check_at_least_one_country(site)
    check_no_other_state(site)
    check_questions_of_the_slides(site)
    check_no_source_reports_a_step(site)
    check_changes(site)
    check_outlined_cells(site)
    check_periods_of_differences(site)


def test_the_sentences_are_found(stages) -> None:
    """The checks read something: a sentence that was worded anew is to be read here too."""
    first = stages.read("first start")
    assert check_no_other_state(first)
    assert check_questions_of_the_slides(first)
    assert check_periods_of_differences(first)
    for name in ("first start", "one state answered", "all answered", "round closed"):
        assert check_changes(stages.read(f"{EXERCISE}{name}"))
        assert check_outlined_cells(stages.read(f"{EXERCISE}{name}"))


def check_at_least_one_country(site: Site) -> None:
    cells = counted_cells(site)
    k, n = map(
        int, re.search(r"(\d+) of the (\d+) measurable themes were reported in place", site.html("/?lang=en")).groups()
    )
    assert k == len({row["item"] for row in cells if row["status"] == "in_place"})
    assert n == len({row["item"] for row in cells})


def check_no_other_state(site: Site) -> int:
    """“No other state reports as in place” lists open themes that none of the others has in place or goes on with."""
    known, cells = names_of(site), words_of_cells(site)
    listed = 0
    for state in site.service.snapshot().framework.countries:
        page = plain(site.html(f"/countries/{state.code}?lang=en"))
        found = re.search(r"no other state reports as in place: (.*?)\. ", page)
        themes = [theme.strip() for theme in found[1].split(";")] if found else []
        listed += len(themes)
        for theme in themes:
            others = {word for (code, item), word in cells.items() if item == known[theme] and code != state.code}
            assert not others & {"in place", ONGOING}, (state.code, theme)
    return listed


def check_questions_of_the_slides(site: Site) -> int:
    """A question of a slide names every state that the API has with that word, and no other."""
    known, cells = names_of(site), words_of_cells(site)
    codes = [country.code for country in site.service.snapshot().framework.countries]
    found = 0
    for theme, sentence in questions(site):
        for pattern, words in (
            ("^Without a status: (.*?)\\.", NO_STATUS),
            ("^Reported in place: (.*?)\\.", {"in place"}),
        ):
            if named := re.search(pattern, sentence):
                states = {known[name] for name in named[1].split(", ")}
                assert states == {code for code in codes if cells.get((code, known[theme])) in words}, sentence
                found += 1
    return found


def check_no_source_reports_a_step(site: Site) -> None:
    """Where a conclusion reads “no public source reports a step since”, none does, and no state is under way."""
    days = {row["source_id"]: row["date"] for row in site.rows("sources", source_class="desk_research")}
    evidence = (row for row in site.rows("evidence", source_class="desk_research") if row["state"] == "value")
    public = {row["item"] for row in evidence if (row["since"] or days[row["source_id"]]) > CONFERENCE}
    steps = {item for (_, item), word in words_of_cells(site).items() if word in ("in place", "under way")}
    page = site.html("/declaration?tab=conclusions&lang=en")
    rows = dict(re.findall(r'<tr id="conclusion-([\d.]+)">(.*?)</tr>', page, re.DOTALL))
    without = {f"AC-{number}" for number, row in rows.items() if "No public source in the record" in row}
    of_states = {i.id for i in site.service.snapshot().framework.items if i.scope is Scope.COUNTRY}
    assert not without & public
    assert not without & steps & of_states


def compared_days(site: Site, code: str) -> tuple[str, str] | None:
    """Return the days of the later and the earlier answer that the page of a state compares, as the API takes them."""
    if found := DAYS.search(plain(site.html(f"/countries/{code}?lang=en"))):
        later, earlier = (datetime.strptime(f"{day} +0000", "%d %B %Y %z").date() for day in found.groups())
        snapshot = site.service.snapshot()
        reading = reading_at(snapshot.framework, snapshot.as_of, code)
        # a round is judged on its own day, whenever its state answered
        later = max(later, reading.date) if reading.kind is ReadingKind.ROUND else later
        return later.isoformat(), earlier.isoformat()
    return None


def in_a_cell(word: str) -> str:
    """Return the word of a sentence as a cell has it."""
    return word.replace(" reported", "").replace("no longer in force", "not in force")


def check_changes(site: Site) -> int:
    """Each “from, to” is of two different words of the API, each of the day that is printed, and known both times."""
    known = names_of(site)
    found = 0
    kinds = {item.id: item.kind for item in site.service.snapshot().framework.items}
    for state in site.service.snapshot().framework.countries:
        page = plain(site.html(f"/countries/{state.code}?lang=en"))
        steps = re.findall(r"([A-Z][^“”:]*?): from “([^”]+)” to “([^”]+)”", page.split("What changed", 1)[-1])
        if not steps:
            continue
        now, then = (words_of_cells(site, as_of=day) for day in compared_days(site, state.code))
        found += len(steps)
        for theme, before, after in steps:
            item = next(known[name] for name in sorted(known, key=len, reverse=True) if theme.endswith(name))
            assert before != after
            assert {before, after} & NO_STATUS == set(), (state.code, theme)
            if kinds[item] is not ItemKind.CONTINUING:
                said = then[state.code, item], now[state.code, item]
                assert said == (in_a_cell(before), in_a_cell(after)), (state.code, theme)
    return found


def check_outlined_cells(site: Site) -> int:
    """The cells that are counted as changed had an answer both times; newly covered ones are counted apart."""
    shown, expected = words_of_cells(site), Counter()
    for state in site.service.snapshot().framework.countries:
        if days := compared_days(site, state.code):
            now, then = (words_of_cells(site, as_of=day) for day in days)
            for cell in now.keys() & then.keys():
                if cell[0] == state.code and now[cell] != then[cell] and shown.get(cell) == now[cell]:
                    silent = then[cell] in NO_STATUS, now[cell] in NO_STATUS
                    kinds = {(False, False): "reported differently", (True, False): "newly covered"}
                    expected[kinds.get(silent, "no longer covered" if silent == (False, True) else "")] += 1
    page = plain(site.html("/?lang=en"))
    printed = re.search(r"Outlined cells: (.*?)\.", page)
    counts = dict(part.rsplit(": ", 1) for part in printed[1].split("; ")) if printed else {}
    del expected[""]
    assert {name: int(n) for name, n in counts.items()} == expected
    return len(counts)


def check_periods_of_differences(site: Site) -> int:
    """“Another period” explains two numbers whose rows have other periods, and none “for the same period” has them."""
    rows = site.rows("observations")
    periods = {row["observation_id"]: (row["period_start"], row["period_end"], row["period_code"]) for row in rows}
    listed = site.rows("differences")
    other = [each for each in listed if len({periods[figure] for figure in each["observation_ids"]}) > 1]
    page = plain(site.html("/contested?lang=en"))
    explained = re.findall(r"What may explain it: (.*?)\.", page)
    assert len(explained) == len(listed)
    simple = [each for each in other if each["kind"] == "two_values"]
    assert sum("another period" in causes for causes in explained) == len(simple)
    assert "same period" not in page
    return len(explained)


@pytest.mark.parametrize("name", ["first start", "one letter", "one state answered", "exercise: first start"])
def test_a_brief_names_the_source_of_all_that_it_prints(stages, name: str) -> None:
    site = stages.read(name)
    snapshot, words = site.service.snapshot(), words_of("en")
    rows = site.rows("evidence")
    titles = {source.source_id: source.title for source in snapshot.sources}
    for state in snapshot.framework.countries:
        page = brief(snapshot, site.service.view(country.build, snapshot, state.code), words)
        parts = (page.in_place, page.open, page.since, page.steps)
        entries = [entry for part in parts for entry in part.entries]
        assert [entry.text for entry in entries if entry.text and not entry.place] == []
        own = [row for row in rows if row["country"] == state.code]
        said = [entry.text for entry in entries if entry.text]
        sources = [{row["source_id"] for row in own if row["statement"] == text} for text in said]
        assert [each for each in sources if each and not any(titles[name] in page.foot[0] for name in each)] == []
        assert [e.status for e in entries if e.mark == ENDED and not re.search(r"\d{4}", e.status)] == []
        assert any(sources)
