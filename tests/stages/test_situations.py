"""At every stage of both records: who spoke is mentioned, acts on file are shown, and no ended period is an example."""

import re
from html import unescape

import pytest

from bukhara.charts.act_words import act_text
from bukhara.exports.brief import brief
from bukhara.i18n.words import words_of
from bukhara.model.codes import Scope, SourceClass
from bukhara.situation import on_file
from bukhara.situation.situation import situations
from bukhara.situation.statements import by_state, is_beside
from bukhara.views.countries import country
from tests.stages import names

NO_STATUS = {SourceClass.DESK_RESEARCH, SourceClass.PANEL}
"""Sources whose statements are shown by themselves and set no status."""
IN_LANGUAGES = [(name, ("en", "ru")[n % 2]) for n, name in enumerate(names())]
"""Every stage in one language."""


@pytest.mark.parametrize("name", names())
def test_a_theme_on_which_a_state_body_spoke_is_at_least_mentioned(stages, name: str) -> None:
    snapshot = stages.read(name).service.snapshot()
    setting = {source.source_id for source in snapshot.sources if source.source_class not in NO_STATUS}
    spoken = {
        (each.country, each.item)
        for each in snapshot.statements
        if each.statement and each.source_id in setting and by_state(snapshot, each) and not is_beside(snapshot, each)
    }
    cells = {(c.country, c.item): c for c in situations(snapshot) if c.scope is Scope.COUNTRY and c.applies}
    assert len(spoken & cells.keys()) > len(snapshot.framework.countries)
    assert [key for key in spoken & cells.keys() if cells[key].mark == "not_asked"] == []


@pytest.mark.parametrize(("name", "language"), IN_LANGUAGES)
def test_no_state_is_an_example_for_what_is_over_or_not_in_force(stages, name: str, language: str) -> None:
    site, words = stages.read(name), words_of(language)
    snapshot = site.service.snapshot()
    short = {each.code: words.text(each.short) for each in snapshot.framework.countries}
    rows = re.findall(r"<tr>(.*?)</tr>", unescape(site.html(f"/needs?lang={language}")))
    named = {
        item: row.rpartition("<td")[2] for row in rows for item in re.findall(r'href="/themes/(BD-[\w.]+)[?"]', row)
    }
    assert named
    over = [cell for cell in situations(snapshot) if cell.country in short and (cell.ended or cell.period_ended)]
    assert [cell for cell in over if short[cell.country] in named.get(cell.item, "")] == []
    there = words("Reported in place or continuing in")
    for state in short:
        page = unescape(site.html(f"/countries/{state}?lang={language}"))
        lines = [line for line in re.findall(r'<div class="what">.*?</div>', page) if there in line]
        offered = [(line, cell) for line in lines for cell in over if f'title="{cell.item}"' in line]
        assert [cell for line, cell in offered if short[cell.country] in line.partition(there)[2]] == []


@pytest.mark.parametrize(("name", "language"), IN_LANGUAGES)
def test_an_act_that_marks_a_cell_is_in_it_on_the_page_and_in_the_brief_of_its_state(stages, name, language) -> None:
    site, words = stages.read(name), words_of(language)
    snapshot = site.service.snapshot()
    marking = on_file.marking(snapshot)
    assert bool(marking) != name.startswith("exercise")
    matrix = unescape(site.html(f"/?lang={language}"))
    cells = dict(re.findall(r'<a (?=[^>]*class="c )[^>]*href="/evidence/(\w+/[\w-]+)\?[^>]*>(.*?)</a>', matrix))
    for state in snapshot.framework.countries if marking else ():
        own = {item: acts for (code, item), acts in marking.items() if code == state.code}
        page = " ".join(
            re.sub(r"<[^>]*>", " ", unescape(site.html(f"/countries/{state.code}?lang={language}"))).split()
        )
        shown = brief(snapshot, country.build(snapshot, state.code), words)
        told = {entry.name: entry.acts for each in (shown.in_place, shown.open) for entry in each.entries}
        for item, acts in own.items():
            said = [act_text(act, words) for act in acts]
            assert [act for act in said if act not in page] == []
            assert [act for act in said if act not in cells.get(f"{state.code}/{item}", act)] == []
            entry = told[words.text(snapshot.framework.item(item).short)]
            assert number_of(entry) == len({*map(on_file.act_of, acts)})


def number_of(said: str) -> int:
    """Return how many acts a text names and counts."""
    more = re.search(r"(\d+) more|ещё (\d+)", said)
    return said.count("; ") + 1 + (int(more[1] or more[2]) if more else 0)
