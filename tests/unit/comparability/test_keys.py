"""The key that open data publishes is the one by which pages draw figures apart."""

import pytest

from bukhara.comparability.keys import comparability_key
from bukhara.model.codes import Qualifier
from bukhara.model.observation import BREAKDOWNS
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
        *(figure(**{name: "other"}) for name in BREAKDOWNS),
        figure(period=HALF),
        figure(period=JANUARY_JULY),
        figure(period=MONTHS_18),
        figure(qualifier=Qualifier.CHANGE_PERCENT),
    ],
)
def test_a_figure_that_counts_something_else_has_another_key(other) -> None:
    assert comparability_key(other) != comparability_key(figure())


@pytest.mark.parametrize(
    "other", [figure(9), figure(country="UZB"), figure(reporter="Society"), figure(source_id="s2"), figure(note="n")]
)
def test_reporter_and_value_are_not_part_of_the_key(other) -> None:
    assert comparability_key(other) == comparability_key(figure())
