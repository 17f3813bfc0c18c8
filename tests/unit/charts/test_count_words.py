"""Counts in words: every part is named and they add up; dates of what is in place are counted, never guessed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bukhara.charts.count_words import in_place_text, marked_parts, themes_text
from bukhara.i18n.words import words_of
from bukhara.model.codes import Status
from bukhara.situation.counts import Counts
from tests.unit.progress.build import judged, statement

EN, RU = words_of("en"), words_of("ru")
KNOWN = ("in_place", "under_way", "planned", "challenge", "ended", "no_step")
OPEN = ("not_available", "not_reported", "suppressed", "mentioned")


@st.composite
def counted(draw) -> Counts:
    parts = {field: draw(st.integers(0, 20)) for field in (*KNOWN, *OPEN)}
    not_covered = draw(st.integers(0, 20)) + sum(parts[field] for field in OPEN)
    return Counts(**parts, not_covered=not_covered, n=not_covered + sum(parts[field] for field in KNOWN))


@pytest.mark.parametrize("words", [EN, RU])
@given(counts=counted())
def test_the_parts_add_up_to_the_whole(counts, words) -> None:
    numbers = list(map(int, re.findall(r"\d+", themes_text(counts, words))))
    assert numbers[0] == counts.n == sum(numbers[1:])


@given(counts=counted())
def test_each_part_has_its_own_mark_and_none_is_zero(counts) -> None:
    parts = dict(marked_parts(counts))
    assert all(parts.values())
    assert [parts.get(field, 0) for field in (*KNOWN, *OPEN)] == [getattr(counts, field) for field in (*KNOWN, *OPEN)]
    assert parts.get("not_asked", 0) == counts.silent


def test_the_whole_is_named_before_its_parts() -> None:
    counts = Counts(n=5, in_place=2, planned=1, not_covered=2, mentioned=1)
    assert themes_text(counts, EN) == "5 themes: in place 2, planned 1, mentioned 1, not covered 1"
    assert themes_text(Counts(), EN) == "0 themes: 0"


def test_what_is_in_place_is_counted_by_its_date_and_by_whose_period_is_over() -> None:
    dates = ({"since": "2014"}, {"since": "2022"}, {}, {"valid_until": "2022"})
    cells = [judged(statement(Status.IN_PLACE, **each)) for each in dates]
    text = in_place_text((*cells, *cells), EN)
    assert list(map(int, re.findall(r"\d+", text))) == [8, 2, 2, 4, 2]
    assert text.endswith("For 2 of them the reported period is over.")
    assert in_place_text([judged(statement(Status.PLANNED))], EN) == ""
