"""A step has the day of its source and the acts on its theme since then; acts are chosen before events."""

import re
from itertools import product

import pytest

from bukhara.exports.brief import brief
from bukhara.i18n.record_texts import translated
from bukhara.i18n.words import words_of
from bukhara.model.release import PublicReport
from bukhara.model.statement import Statement
from bukhara.pack.slides import Points, SlideKind
from bukhara.views.countries import country
from bukhara.views.statements import since
from tests.unit.progress.build import source, statement
from tests.web.site_client import ORGANISER, Site

LANGUAGES = ("en", "ru")
LAW = {"en": "Law No. 110-VIII", "ru": "Закон № 110-VIII"}
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
        acts = [act.text_in(language)[0] for act in since.later_acts(snapshot, step)]
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
    assert LAW[language] in kaz.since.entries[0].text


@pytest.mark.parametrize(("language", "state"), list(product(LANGUAGES, ("", "KAZ", "TKM"))))
def test_no_slide_prints_a_step_without_its_day_and_what_came_later(site, language: str, state: str) -> None:
    slides = site.slides(country=state, languages=(language,))
    points = [p for s in slides for b in s.blocks if isinstance(b, Points) for p in b.points]
    shown = [step for step in steps(site) for point in points if printed(step, language) in point.text]
    assert shown or not state
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
    words = words_of(language)
    card = plain(site.html(f"/?lang={language}").partition('id="since"')[2])
    assert LAW[language] in card[:400]
    slides = site.slides(languages=(language,))
    points = [p for s in slides if s.kind is SlideKind.SINCE for b in s.blocks for p in b.points]
    law = words.text(site.service.snapshot().framework.item("BD-12").short)
    assert points[0].text.startswith(law)


@pytest.mark.parametrize(
    ("kind", "said", "fields"),
    [
        (since.LAW, "The law was adopted.", {"indicator": "BD-12.1", "since": "2024"}),
        (since.EVENT, "The draft law was discussed.", {"indicator": "BD-12.1", "since": "2024"}),
        (since.PLAN, "The national action plan was presented.", {"indicator": "BD-13.1"}),
        (since.ANNOUNCEMENT, "The next plan was a draft.", {"indicator": "BD-13.2"}),
        (since.PROCEDURE, "An order approved the rules.", {"indicator": "BD-8b.1", "since": "2024-10-22"}),
        (since.EVENT, "Five courses on referral were held.", {"indicator": "BD-8b.1", "since": "2024-09-11"}),
        (since.ANNOUNCEMENT, "The commission discussed its chair.", {"indicator": "BD-6a.1"}),
        (since.AGREEMENT, "A memorandum was signed.", {"indicator": "BD-10.1", "since": "2024"}),
    ],
)
def test_the_kind_of_a_report_is_by_its_indicator_and_by_the_act_that_it_names(kind, said, fields) -> None:
    row = statement(None, fields["indicator"], statement=said, since=fields.get("since", ""))
    assert since.kind_of(PublicReport(row, source())) == kind


def test_acts_come_before_events_and_the_newest_of_a_kind_first(site) -> None:
    reports = since.build(site.service.snapshot()).weightiest
    kinds = [since.kind_of(each) for each in reports]
    assert kinds == sorted(kinds)
    first = {}
    for each in reports:
        first.setdefault(each.record.country, each.record.statement)
    assert {code: text for code, text in first.items() if code != "REG"} == {
        "KAZ": "Law No. 110-VIII on countering trafficking in persons was adopted on 5 July 2024.",
        "TJK": "An information meeting was held as part of carrying out the national plan for 2025-2027.",
        "TKM": "The National Action Plan for 2025-2029, in five sections, was approved on 3 January 2025; IOM and UNODC "
        "supported it.",
        "UZB": "By Decree UP-210 of 21 December 2023 the commission became the commission on trafficking in persons and "
        "decent work.",
        "KGZ": "The Ministry of Labour, Social Security and Migration opened regional simulation exercises with the OSCE, "
        "announced for 9 to 14 June 2025, with more than 100 representatives of Central Asian states and Türkiye.",
    }
