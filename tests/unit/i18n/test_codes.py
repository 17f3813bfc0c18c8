"""Every code has a courteous word in both languages, and different states have different words."""

import re

import pytest

from bukhara.i18n.codes import CODES, PLAIN, label
from bukhara.i18n.words import words_of
from bukhara.model import codes
from bukhara.model.codes import State, Status
from bukhara.model.period import PeriodType

SHOWN = (
    State,
    Status,
    codes.Qualifier,
    codes.Kind,
    codes.SourceClass,
    codes.EvidenceGrade,
    codes.CodingStatus,
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


@pytest.mark.parametrize("member", [member for kind in SHOWN for member in kind], ids=repr)
def test_every_code_has_a_word(member) -> None:
    assert label(EN, member) == CODES[type(member), member.value]


@pytest.mark.parametrize("message", sorted({*CODES.values(), *PLAIN.values()}))
def test_every_word_is_translated(message) -> None:
    assert re.search("[а-яё]", RU(message), re.IGNORECASE)


@pytest.mark.parametrize("message", sorted({*CODES.values(), *PLAIN.values()}))
def test_every_word_is_courteous(message) -> None:
    assert not DISCOURTEOUS.search(message)


@pytest.mark.parametrize("words", [EN, RU], ids=["en", "ru"])
@pytest.mark.parametrize("kind", [State, Status, codes.Qualifier, codes.Kind, codes.CodingStatus, PeriodType])
def test_two_codes_of_a_kind_never_share_a_word(kind, words) -> None:
    texts = [label(words, member) for member in kind]
    assert len(set(texts)) == len(texts)


def test_strict_trafficking_and_related_offences_have_different_words() -> None:
    assert label(EN, "trafficking") != label(EN, "trafficking_and_related")


@pytest.mark.parametrize(
    ("code", "text"), [("ended", "expired"), ("no_step", "no step reported"), ("in_place", "in place")]
)
def test_a_plain_code_has_a_word_too(code, text) -> None:
    assert label(EN, code) == text


@pytest.mark.parametrize("words", [EN, RU], ids=["en", "ru"])
def test_an_unlisted_code_stays_readable(words) -> None:
    assert label(words, "mobile_teams") == "mobile teams"
