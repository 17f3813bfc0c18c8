"""A step has the day of its source and the acts on its theme since then, a cell a mark; acts come before events."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from itertools import product

import pytest

from bukhara.charts.act_words import act_text
from bukhara.charts.shapes import Label
from bukhara.exports.brief import brief
from bukhara.i18n.record_texts import translated
from bukhara.i18n.words import words_of
from bukhara.model.codes import UNCONFIRMED, ActKind
from bukhara.model.statement import Statement
from bukhara.pack.slides import Points
from bukhara.situation import on_file
from bukhara.situation.rows import progress_rows
from bukhara.views.countries import country
from tests.stages import EXERCISE, names
from tests.web.site_client import ORGANISER, Site

CONFERENCE = date(2023, 7, 28)
LANGUAGES = ("en", "ru")
LAW = {"en": "Law 110-VIII of 5 July 2024, text: Adilet", "ru": "Закон № 110-VIII от 5 июля 2024 года, текст"}
NEAR = 700
"""Characters after a step in which its day and later acts are."""


@pytest.fixture(scope="module")
def site(stages) -> Site:
    return stages.read("first start")


def steps(site: Site) -> list[Statement]:
    return [each for each in site.service.snapshot().statements if each.next_step]


def printed(step: Statement, language: str) -> str:
    return translated(step.next_step, words_of(language)) or step.next_step


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def lacks(site: Site, text: str, language: str) -> list[str]:
    """Return what a text that prints steps leaves out: the day of the source of each, or an act since then."""
    words, snapshot, missing = words_of(language), site.service.snapshot(), []
    for step in steps(site):
        acts = [act_text(act, words) for act in on_file.later_acts(snapshot, step)]
        said = (words.date(snapshot.source(step.source_id).date), *acts)
        for after in text.split(printed(step, language))[1:]:
            missing += [each for each in said if each not in after[:NEAR]]
    return missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_brief_prints_a_step_without_its_day_and_what_came_later(site, language: str) -> None:
    snapshot, words = site.service.snapshot(), words_of(language)
    for state in snapshot.framework.countries:
        page = brief(snapshot, country.build(snapshot, state.code), words)
        assert [each for entry in page.steps.entries for each in lacks(site, entry.text, language)] == []
    kaz = brief(snapshot, country.build(snapshot, "KAZ"), words)
    assert any(LAW[language] in entry.text for entry in kaz.steps.entries)
    assert any(LAW[language] in entry.acts for entry in kaz.open.entries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_slide_of_kazakhstan_has_its_law_and_no_step_that_the_law_overtook(site, language: str) -> None:
    [slide] = [s for s in site.slides(languages=(language,)) if s.subject == "country-KAZ"]
    said = [part.text for part in slide.blocks[0].parts if isinstance(part, Label)]
    assert any(text.startswith(LAW[language]) for text in said)
    later = [step for step in steps(site) if on_file.later_acts(site.service.snapshot(), step)]
    assert len(later) > 3
    assert [step for step in later if any(printed(step, language) in text for text in said)] == []


@pytest.mark.parametrize("name", [name for name in names() if not name.startswith(EXERCISE)])
def test_statuses_and_counts_are_the_same_without_the_law_and_without_any_act(stages, name: str) -> None:
    snapshot, words = stages.read(name).service.snapshot(), words_of("en")
    others = tuple(r for r in snapshot.public_reports if "110-VIII" not in str(getattr(r.record, "act_name", "")))
    assert 0 < len(snapshot.public_reports) - len(others) < 20
    for left in (others, ()):
        without = replace(snapshot, public_reports=left)
        assert progress_rows(without) == progress_rows(snapshot)
        for state in snapshot.framework.countries:
            said = [brief(each, country.build(each, state.code), words).counts for each in (without, snapshot)]
            assert said[0].partition(".")[0] == said[1].partition(".")[0]


@pytest.mark.parametrize(
    ("language", "state", "name"),
    [*product(LANGUAGES, ("KAZ", "TKM"), ["first start"]), *product(LANGUAGES, [""], names())],
)
def test_no_slide_prints_a_step_without_its_day_and_what_came_later(
    stages, language: str, state: str, name: str
) -> None:
    site = stages.read(name)
    slides = site.slides(country=state, languages=(language,))
    points = [p for s in slides for b in s.blocks if isinstance(b, Points) for p in b.points]
    labels = [p.text for s in slides for b in s.blocks for p in getattr(b, "parts", ()) if isinstance(p, Label)]
    words, snapshot = words_of(language), site.service.snapshot()
    for text in labels:
        told = [step for step in steps(site) if printed(step, language) in text]
        ahead = [step for step in told if not on_file.later_acts(snapshot, step)]
        assert not told or any(words.date(snapshot.source(each.source_id).date) in text for each in ahead), text
    for point in points:
        assert lacks(site, f"{point.text} {point.about}", language) == [], point


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_prints_a_step_without_its_day_and_what_came_later(site, language: str) -> None:
    codes = [state.code for state in site.service.snapshot().framework.countries]
    pages = [f"/countries/{code}" for code in codes] + [
        "/declaration?tab=conclusions",
        "/themes/BD-12",
        "/themes/BD-13",
    ]
    pages += sorted({f"/evidence/{step.country}/{step.item}" for step in steps(site)})
    shown = 0
    for address in pages:
        page = plain(site.html(f"{address}{'&' if '?' in address else '?'}lang={language}"))
        shown += any(printed(step, language) in page for step in steps(site))
        assert lacks(site, page, language) == [], address
    assert shown > len(codes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_questions_to_a_state_name_what_came_later(stages, language: str) -> None:
    site = stages.open("first start")
    site.act(ORGANISER)
    page = plain(site.html(f"/countries/KAZ?lang={language}"))
    questions = page.partition(words_of(language)("Questions that follow"))[2]
    assert LAW[language] in questions
    assert lacks(site, page, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_law_comes_first_on_the_overview_and_on_the_slides(site, language: str) -> None:
    card = plain(site.html(f"/?lang={language}").partition('id="since"')[2])
    assert LAW[language] in card[:400]
    [slide] = [s for s in site.slides(languages=(language,)) if s.subject == "country-KAZ"]
    assert LAW[language] in slide.blocks[0].description


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cell_has_a_mark_where_an_act_is_on_file_and_names_it(site, language: str) -> None:
    page, marking = site.html(f"/?lang={language}"), on_file.marking(site.service.snapshot())
    cells = dict(re.findall(r'<a (?=[^>]*class="c )[^>]*href="/evidence/(\w+/[\w-]+)\?[^>]*>(.*?)</a>', page))
    for name, cell in ((name, unescape(cell)) for name, cell in cells.items()):
        acts = marking.get(tuple(name.split("/")), ())
        assert [act for act in acts if act_text(act, words_of(language)) not in cell] == []
        assert bool(acts) == ({"en": "On file: ", "ru": "Имеется: "}[language] in cell)
    assert {"KAZ/BD-12", "TKM/BD-13"} <= cells.keys()


def test_acts_come_before_events_by_kind(site) -> None:
    reports = on_file.weightiest(on_file.build(site.service.snapshot()).later)
    marking = [on_file.marks_cell(each) for each in reports]
    assert marking == sorted(marking, reverse=True)
    kinds = [list(ActKind).index(each.record.act_kind) for each in reports if on_file.marks_cell(each)]
    assert kinds == sorted(kinds)


@pytest.mark.parametrize("name", ["first start", "plan ended", "round sent"])
def test_a_step_with_a_later_act_comes_first_and_an_act_whose_period_is_over_is_an_earlier_one(
    stages, name: str
) -> None:
    held = stages.read(name)
    snapshot = held.service.snapshot()
    for state in snapshot.framework.countries:
        page = brief(snapshot, held.service.view(country.build, snapshot, state.code), words_of("en"))
        has_act = ["On file:" in entry.text for entry in page.steps.entries]
        assert has_act == sorted(has_act, reverse=True)
        if state.code == "KAZ":
            assert LAW["en"] in page.steps.entries[0].text
    for code, plan in (("KAZ", "Plan 2015-2017"), ("UZB", "Plan 2008-2010")):
        assert f"Earlier on file: {plan}" in plain(held.html(f"/countries/{code}"))


@pytest.mark.parametrize("name", ["one state answered", "all answered", "plan in force"])
def test_an_answer_takes_the_place_of_nothing_that_its_form_did_not_show(stages, name: str) -> None:
    first, later = (stages.read(each).service.newest() for each in ("first start", name))
    open_ones = {source.source_id for source in first.sources if source.source_class in UNCONFIRMED}
    hidden = {row for row in first.statements if row.source_id in open_ones and not row.is_offered}
    assert len(hidden) > 50
    assert hidden <= set(later.statements)
