"""Figures in words: qualifiers, percentages, zero and gaps keep their meaning."""

from typing import Any

import pytest

from bukhara.i18n.figures import value_text
from bukhara.i18n.units import unit_text
from bukhara.i18n.words import words_of
from bukhara.model.codes import Qualifier, State
from tests.unit.views.observed import figure

EN = words_of("en")


@pytest.mark.parametrize(
    ("value", "changes", "expected"),
    [
        (110, {}, "110"),
        (9287, {}, "9,287"),
        (0, {}, "0 reported"),
        (200, {"qualifier": Qualifier.AT_LEAST}, "more than 200"),
        (30, {"qualifier": Qualifier.ABOUT, "unit": "percent"}, "about 30\u00a0%"),
        (12.5, {"unit": "percent"}, "12.5\u00a0%"),
        (2, {"qualifier": Qualifier.CHANGE_PERCENT, "unit": "percent"}, "+2 % (base not given)"),
        (-4, {"qualifier": Qualifier.CHANGE_PERCENT, "unit": "percent"}, "−4 % (base not given)"),
        (None, {"state": State.VALUE, "qualifier": Qualifier.RANGE, "value_low": 350, "value_high": 400}, "350–400"),
        (None, {"state": State.NOT_AVAILABLE, "quote": "-"}, "not available from the authority"),
        (None, {}, "not covered by the report"),
        (None, {"quote": "trained officers"}, "no number given"),
        (None, {"state": State.NOT_REPORTED}, "requested, no answer yet"),
    ],
)
def test_a_figure_is_written_with_its_qualifier(value: float | None, changes: dict[str, Any], expected: str) -> None:
    assert value_text(figure(value, **changes), EN) == expected


@pytest.mark.parametrize(
    ("value", "changes", "expected"),
    [
        (1, {}, "case"),
        (14, {}, "cases"),
        (2, {"qualifier": Qualifier.CHANGE_PERCENT, "unit": "percent"}, "change: cases"),
        (30, {"unit": "percent", "counting_unit": "victim"}, "share: victims"),
        (3, {"counting_unit": "new_unit"}, "new unit"),
    ],
)
def test_the_unit_follows_the_number(value: float, changes: dict[str, Any], expected: str) -> None:
    assert unit_text(figure(value, **changes), EN) == expected
