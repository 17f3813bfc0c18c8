"""The ids and comparability keys of figures."""

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
def test_a_figure_that_counts_something_else_has_another_key(other) -> None:
    assert other.comparability_key != figure().comparability_key


@pytest.mark.parametrize(
    "other", [figure(9), figure(country="UZB"), figure(reporter="Society"), figure(source_id="s2"), figure(note="n")]
)
def test_reporter_and_value_are_not_part_of_the_key(other) -> None:
    assert other.comparability_key == figure().comparability_key


@pytest.mark.parametrize(
    "name", ["country", "sex", "age_group", "citizenship", "reporter", "source_id", "quote", "partner"]
)
def test_a_figure_of_another_source_has_another_id(name) -> None:
    assert figure(**{name: "other"}).observation_id != figure().observation_id


def test_a_figure_with_a_corrected_value_keeps_its_id() -> None:
    assert figure(6).observation_id == figure(5).observation_id


def test_zero_is_a_value_and_a_gap_is_not_zero() -> None:
    assert (figure(0).value, figure(0).state) == (0, State.VALUE)
    assert figure(None).value is None
