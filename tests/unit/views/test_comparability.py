"""The guard: no two figures of differing keys share a panel, in the shipped figures too."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from bukhara.model.codes import Qualifier
from bukhara.views.comparability import differences, drawable, found, length, panels
from tests.unit.views.observed import HALF, JANUARY_JULY, MONTHS_18, YEAR, change, figure

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"unit": "percent"}, "unit"),
        ({"counting_unit": "offence"}, "counting_unit"),
        ({"stage": "investigated"}, "stage"),
        ({"offence_class": "trafficking_and_related"}, "offence_class"),
        ({"identifying_body": "police"}, "identifying_body"),
        ({"territorial_scope": "abroad"}, "territorial_scope"),
        ({"legal_article": "128"}, "legal_article"),
        ({"sex": "female"}, "sex"),
        ({"age_group": "minor"}, "age_group"),
        ({"qualifier": Qualifier.CHANGE_PERCENT}, "change"),
    ],
)
def test_what_differs_is_named_and_kept_apart(changes: dict[str, Any], code: str) -> None:
    rows = [figure(), figure(**changes)]
    assert differences(rows) == (code,)
    assert len(panels(rows)) == 2


@pytest.mark.parametrize("period", [HALF, JANUARY_JULY, MONTHS_18])
def test_a_year_and_another_length_stand_apart(period: tuple[date, date]) -> None:
    rows = [figure(5, YEAR), figure(5, period)]
    assert differences(rows) == ("period_type", "period_length")
    assert len(panels(rows)) == 2


def test_two_odd_stretches_of_unlike_length_stand_apart() -> None:
    first, second = (date(2023, 1, 1), date(2023, 7, 28)), (date(2023, 1, 1), date(2023, 5, 9))
    assert differences([figure(5, first), figure(5, second)]) == ("period_length",)


def test_two_states_with_the_same_kind_of_figure_may_share_a_panel() -> None:
    rows = [figure(), figure(country="TJK")]
    assert differences(rows) == ()
    assert len(panels(rows)) == 1


def test_panels_keep_the_order_in_which_figures_stand() -> None:
    rows = [figure(1), figure(9, country="TJK")]
    assert panels(rows)[0].observations == tuple(rows)


def test_the_values_that_differ_are_named_once_each() -> None:
    rows = [figure(), figure(stage="convicted"), figure(country="TJK")]
    assert found("stage", rows) == ("registered", "convicted")


def test_since_a_day_is_open_and_has_no_length() -> None:
    since = figure(0, (date(2021, 1, 1), date(2023, 7, 28)), period_label="since 2021")
    assert length(since) == ""
    assert not drawable(since)


def test_a_change_in_per_cent_is_never_a_bar() -> None:
    assert not drawable(change(2))


def test_a_figure_without_period_is_never_a_bar() -> None:
    assert not drawable(figure(5, (None, None)))


def test_a_reported_zero_is_drawn() -> None:
    assert drawable(figure(0))


def test_no_two_shipped_figures_of_differing_keys_share_a_panel() -> None:
    from bukhara import framework, workbook

    frame = framework.parse((ROOT / "indicators.yaml").read_text(encoding="utf-8"))
    files = ("statistics/astana-2023.xlsx", "partners/astana-2023.xlsx")
    rows = [o for name in files for o in workbook.read(ROOT / "data" / name, frame).observations]
    assert len(rows) > 100
    for panel in panels(rows):
        for one, other in combinations(panel.observations, 2):
            assert one.comparability_key == other.comparability_key
            assert differences([one, other]) == ()
