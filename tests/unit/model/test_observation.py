"""The names of figures: the same figure keeps its name, and nothing that differs shares an axis."""

from __future__ import annotations

import pytest

from bukhara.model.codes import Qualifier, State
from tests.unit.views.observed import HALF, JANUARY_JULY, MONTHS_18, figure


@pytest.mark.parametrize(
    "other",
    [
        figure(offence_class="trafficking_and_related"),
        figure(stage="convicted"),
        figure(counting_unit="person"),
        figure(unit="percent"),
        figure(legal_article="128"),
        figure(identifying_body="civil_society"),
        figure(territorial_scope="regional"),
        figure(period=HALF),
        figure(period=JANUARY_JULY),
        figure(period=MONTHS_18),
        figure(qualifier=Qualifier.CHANGE_PERCENT),
    ],
)
def test_what_counts_something_else_is_not_comparable(other) -> None:
    assert other.comparability_key != figure().comparability_key


@pytest.mark.parametrize(
    "other", [figure(9), figure(country="UZB"), figure(reporter="Society"), figure(source_id="s2"), figure(note="n")]
)
def test_who_said_it_and_how_much_does_not_change_what_is_counted(other) -> None:
    assert other.comparability_key == figure().comparability_key


@pytest.mark.parametrize(
    "name", ["country", "sex", "age_group", "citizenship", "reporter", "source_id", "quote", "partner"]
)
def test_a_figure_told_otherwise_has_another_name(name) -> None:
    assert figure(**{name: "other"}).observation_id != figure().observation_id


def test_a_corrected_value_keeps_its_name() -> None:
    assert figure(6).observation_id == figure(5).observation_id


def test_zero_is_a_value_and_a_gap_is_not_zero() -> None:
    assert (figure(0).value, figure(0).state) == (0, State.VALUE)
    assert figure(None).value is None
