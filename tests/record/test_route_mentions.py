"""The mentions of routes: the passages of the report and no others, each country named as printed."""

import pytest

from bukhara.model.codes import State
from bukhara.views.statistics.routes import ROUTES, roles_of
from tests.quoting import fixture, run_hashes
from tests.record.conftest import lines

NAMED = {
    ("UNODC", 191): {"REG", "KAZ", "TUR", "ARE", "IND", "RUS", "THA", "SAU"},
    ("Border Service of the National Security Committee of Kazakhstan", 430): {
        *("KAZ", "UZB", "KGZ"),
        *("QAT", "IDN", "BHR", "ARE", "TUR", "KOR"),
    },
    ("Ministry of Internal Affairs of Kazakhstan", 205): {"BHR"},
    ("Rodnik", 276): {"UZB"},
    ("Ministry of Internal Affairs of Tajikistan", 342): {"TJK", "RUS", "ARE", "TUR", "SAU", "IND", "KAZ"},
    ("Prosecutor General's Office of Tajikistan", 229): {"ARE", "TUR", "LKA"},
}


@pytest.fixture(scope="module")
def mentions(figures):
    return [o for o in figures if o.indicator == ROUTES]


def test_each_body_names_the_countries_of_its_passage_and_no_other(mentions) -> None:
    named: dict[tuple[str, int], set[str]] = {}
    for o in mentions:
        (line,) = lines(o.source_locator)
        named.setdefault((o.reporter, line), set()).update(code for code, _ in roles_of(o))
    assert named == NAMED


def test_a_mention_is_one_passage_and_no_volume(mentions) -> None:
    assert {(o.value, o.state, o.unit, o.counting_unit) for o in mentions} == {(1, State.VALUE, "mention", "mention")}


def test_every_mention_has_body_line_and_words_of_the_report(mentions) -> None:
    runs = fixture("report_five_word_runs.txt")
    assert all(
        o.reporter and o.source_locator and run_hashes(o.quote) <= runs and run_hashes(o.quote) for o in mentions
    )


def test_of_the_single_cases_only_names_of_countries_are_taken(mentions) -> None:
    single = {*range(229, 234), *range(266, 271)}
    taken = [o for o in mentions if set(lines(o.source_locator)) & single]
    assert {o.quote for o in taken} == {"in the United Arab Emirates", "Republic of Türkiye and Sri Lanka"}
    assert {(o.citizenship, o.sex, o.age_group, o.stage) for o in taken} == {("", "", "", "place_of_offence")}


def test_every_country_named_has_a_name_in_both_languages(mentions, framework) -> None:
    codes = {code for o in mentions for code, _ in roles_of(o)}
    assert all(framework.place(code).name.in_(language) for code in codes for language in ("en", "ru"))
