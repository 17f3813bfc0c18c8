"""Codes, columns and changed values in courteous words, in both languages."""

import re

import pytest

from bukhara.exports.seen_rows import seen_rows
from bukhara.i18n.changes import column_text, field_text
from bukhara.i18n.codes import PLAIN, label, word_of
from bukhara.i18n.words import words_of
from bukhara.model import codes
from bukhara.model.codes import State, Status
from bukhara.model.period import PeriodType
from bukhara.situation.counts import Counts
from bukhara.views.releases.effect import ChangedOfState, Effect
from tests.addresses import framework

SHOWN = (
    State,
    Status,
    codes.Qualifier,
    codes.Kind,
    codes.SourceClass,
    codes.EvidenceGrade,
    codes.CodingStatus,
    codes.Position,
    codes.PeriodBasis,
    codes.Basis,
    codes.BodyKind,
    codes.IndicatorType,
    PeriodType,
)
EN, RU = words_of("en"), words_of("ru")
DISCOURTEOUS = re.compile(
    r"\b(not reported|silent|claim|gap|not started|conflict|disputed|withdrawn|rank|score|overdue)", re.I
)


def test_every_code_has_a_word() -> None:
    members = [member for kind in SHOWN for member in kind]
    assert [member for member in members if label(EN, member) != word_of(member)] == []


def test_every_word_is_courteous_and_translated() -> None:
    messages = {*PLAIN.values(), *(word_of(member) for kind in SHOWN for member in kind)}
    assert [each for each in messages if not re.search("[а-яё]", RU(each), re.IGNORECASE)] == []
    assert [each for each in messages if DISCOURTEOUS.search(each)] == []


@pytest.mark.parametrize("words", [EN, RU], ids=["en", "ru"])
@pytest.mark.parametrize("kind", [State, Status, codes.Qualifier, codes.Kind, codes.CodingStatus, PeriodType])
def test_two_codes_of_a_kind_never_share_a_word(kind, words) -> None:
    texts = [label(words, member) for member in kind]
    assert len(set(texts)) == len(texts)


def test_strict_trafficking_and_related_offences_have_different_words() -> None:
    assert label(EN, "trafficking") != label(EN, "trafficking_and_related")


@pytest.mark.parametrize("words", [EN, RU], ids=["en", "ru"])
def test_an_unlisted_code_stays_readable(words) -> None:
    assert label(words, "mobile_teams") == "mobile teams"


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("status", "in_place", "in place"),
        ("state", "not_asked", "not covered"),
        ("status", "not_asked", "not covered"),
        ("counting_unit", "victim", "victims"),
        ("sex", "female", "female"),
        ("period_start", "2022-01-31", "31 January 2022"),
        ("since", "2023-07", "July 2023"),
        ("value", "12345", "12,345"),
        ("value", "0.1234", "0.1234"),
        ("value", "0", "0"),
        ("value", "", "(empty)"),
        ("note", "as printed", "as printed"),
        ("kind", "unheard_of", "unheard_of"),
        ("state", "value", "answer given"),
        ("lang", "ru", "Russian"),
    ],
)
def test_a_value_is_written_in_words(column: str, value: str, expected: str) -> None:
    assert field_text(column, value, EN) == expected


def test_russian_has_its_own_words() -> None:
    assert column_text("status", RU) == "Статус"
    assert field_text("status", "planned", RU) != "planned"
    assert field_text("access", "internal", RU) == "внутренний"


def test_a_changed_count_names_every_part() -> None:
    counted = ChangedOfState("XAA", Counts(n=9, in_place=2, not_covered=3), Counts(n=9, in_place=3, planned=6))
    (row,) = seen_rows(Effect(counts=(counted,)), framework(exercise=True), EN)
    assert (row.about, row.before, row.after) == ("Alfa: themes", "in place 2, not covered 3", "in place 3, planned 6")
