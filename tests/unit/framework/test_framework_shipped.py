"""The framework that is shipped is clean and complete."""

from pathlib import Path

import pytest

from bukhara.framework import check, parse
from bukhara.model.countries import COUNTRY_ORDER

FILE = Path(__file__).parents[3] / "indicators.yaml"


@pytest.fixture(scope="module")
def shipped() -> str:
    return FILE.read_text(encoding="utf-8")


def test_the_shipped_framework_is_clean(shipped: str) -> None:
    assert check(shipped) == ()


def test_the_countries_are_in_the_order_of_the_model(shipped: str) -> None:
    framework = parse(shipped)
    assert tuple(country.code for country in (*framework.countries, *framework.regions)) == COUNTRY_ORDER


def test_the_exercise_is_of_invented_states(shipped: str) -> None:
    codes = [country.code for country in parse(shipped, exercise=True).countries]
    assert codes == ["XAA", "XAB", "XAC", "XAD", "XAE"]


def test_only_the_first_three_items_are_attested(shipped: str) -> None:
    attested = [item.id for item in parse(shipped).items if item.basis == "attested"]
    assert attested == ["BD-1", "BD-2", "BD-3"]


def test_all_codings_that_were_not_kept_are_listed(shipped: str) -> None:
    (reading,) = parse(shipped).readings
    assert len(reading.second_coding) == (reading.compared or 0) - (reading.agreed or 0)
    assert [(c.country, c.indicator, c.status.value) for c in reading.second_coding] == [
        ("KGZ", "BD-7.1", "not_asked"),
        ("KGZ", "BD-17.2", "under_way"),
        ("UZB", "BD-9.0", "continuing"),
    ]
