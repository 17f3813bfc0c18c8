"""Overview, Contested, pages of states, Statistics and slides list the same differences and print one number."""

import html
import re
from collections import Counter

import pytest

from bukhara.charts.shapes import Drawing, Label
from bukhara.i18n.source_differences import describe_difference
from bukhara.i18n.words import words_of
from bukhara.pack import PackChoice, build
from bukhara.pack.slides import SlideKind

COUNT = {"en": r"Differences between sources: (\d+)", "ru": r"Расхождения между источниками: (\d+)"}
LANGUAGES = ("en", "ru")


def open_ones(site):
    """The differences that the API lists as open, by state."""
    rows = site.rows("differences", status="open")
    return [(row["difference_group"], row["country"]) for row in rows]


def plain(page: str) -> str:
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", page)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", ["/", "/statistics", "/statistics?measure=CTX-unodc-prosecuted"])
def test_each_page_prints_the_number_of_the_api(record_site, address, language) -> None:
    page = record_site.html(f"{address}{'&' if '?' in address else '?'}lang={language}")
    assert re.findall(COUNT[language], plain(page)) == [str(len(open_ones(record_site)))]


def test_contested_lists_each_once(record_site) -> None:
    page = record_site.html("/contested?lang=en")
    listed = page[page.index('id="open"') : page.index('id="codings"')]
    assert sorted(re.findall(r'id="(d-\w+)"', listed)) == sorted(group for group, _ in open_ones(record_site))
    assert f"Sources differ {len(open_ones(record_site))}" in plain(listed)


def test_the_pages_of_the_states_list_their_own(record_site) -> None:
    found = open_ones(record_site)
    for country in record_site.service.snapshot().framework.countries:
        page = record_site.html(f"/countries/{country.code}?lang=en")
        listed = page[page.index('id="differences"') : page.index('id="open"')]
        own = [group for group, code in found if code == country.code]
        assert re.findall(r'id="(d-\w+)"', listed) == own


@pytest.mark.parametrize("language", LANGUAGES)
def test_slides_draw_both_figures_of_the_same(record_site, language) -> None:
    service, words = record_site.service, words_of(language)
    snapshot = service.snapshot()
    pack = build(snapshot, service.past(snapshot), PackChoice(languages=(language,)))
    drawings = [
        block for slide in pack.slides if slide.kind is SlideKind.ALL_CONTESTED
        for block in slide.blocks if isinstance(block, Drawing)
    ]  # fmt: skip
    facts = [fact for slide in pack.slides if slide.kind is SlideKind.ALL_CONTESTED for fact in slide.facts]
    labels = Counter(part.text for drawing in drawings for part in drawing.parts if isinstance(part, Label))
    by_group = {each.group: each for each in snapshot.differences}
    found = [by_group[group] for group, _ in open_ones(record_site)]
    for each in found:
        assert {figure.observation_id for figure in each.observations} <= set(facts)
        described = describe_difference(each, snapshot.framework, words)
        labels.subtract({described.first, described.second})
    assert sum(labels[words.text(country.short)] for country in snapshot.framework.countries) == len(found)
    assert min(labels.values()) >= 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_names_unit_period_and_body_of_its_numbers(record_site, language) -> None:
    snapshot, words = record_site.service.snapshot(), words_of(language)
    page = record_site.html(f"/contested?lang={language}")
    for each in snapshot.differences:
        line = plain(page[page.index(f'id="{each.group}"') :].split('id="d-', 2)[1])
        for figure in (each.observations[0], each.observations[each.sides]):
            assert words.text(snapshot.framework.body(figure.reporter).name) in line
        years = {str(o.period_start.year) for o in each.observations if o.period_start}
        assert all(year in line for year in years)
