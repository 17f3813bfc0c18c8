"""Figures and periods in words: qualifiers, zero and gaps keep their meaning, no half-year passes for a year."""

from datetime import date
from typing import Any

import pytest

from bukhara.i18n.figures import value_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.units import unit_text
from bukhara.i18n.words import words_of
from bukhara.model.codes import Qualifier, State
from bukhara.model.period import Period
from tests.unit.views.observed import figure

EN = words_of("en")
MASKED = {"state": State.VALUE, "qualifier": Qualifier.RANGE, "value_low": 0, "value_high": 4}


@pytest.mark.parametrize(
    ("value", "changes", "expected"),
    [
        (110, {}, "110"),
        (9287, {}, "9,287"),
        (0, {}, "0 reported"),
        (200, {"qualifier": Qualifier.MORE_THAN}, "more than 200"),
        (6, {"note": "Total as printed, not added up. Preliminary, as printed."}, "6 (preliminary)"),
        (95, {"qualifier": Qualifier.ABOUT, "note": "Preliminary, as printed."}, "about 95 (preliminary)"),
        (None, {"state": State.NOT_AVAILABLE, "note": "Preliminary, as printed."}, "not available from the authority"),
        (105, {"qualifier": Qualifier.AT_LEAST}, "at least 105"),
        (30, {"qualifier": Qualifier.ABOUT, "unit": "percent"}, "about 30\u00a0%"),
        (12.5, {"unit": "percent"}, "12.5\u00a0%"),
        (2, {"qualifier": Qualifier.CHANGE_PERCENT, "unit": "percent"}, "+2 % (base not given)"),
        (-4, {"qualifier": Qualifier.CHANGE_PERCENT, "unit": "percent"}, "−4 % (base not given)"),
        (0, {"qualifier": Qualifier.CHANGE_PERCENT, "unit": "percent"}, "±0 % (base not given)"),
        (None, {"state": State.VALUE, "qualifier": Qualifier.RANGE, "value_low": 350, "value_high": 400}, "350–400"),
        (None, {**MASKED, "quote": "<5"}, "<5"),
        (None, {**MASKED, "quote": "up to four"}, "0–4"),
        (None, {"state": State.NOT_AVAILABLE, "quote": "-"}, "not available from the authority"),
        (None, {}, "not covered"),
        (None, {"unit": "mention", "quote": "trained officers"}, "no number given"),
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


@pytest.mark.parametrize(
    ("start", "end", "label", "expected"),
    [
        ("2022-01-01", "2022-12-31", "2022", "2022"),
        ("2023-01-01", "2023-06-30", "first six months of 2023", "first half of 2023"),
        ("2022-07-01", "2022-12-31", "", "second half of 2022"),
        ("2023-01-01", "2023-07-31", "January-July 2023", "January – July 2023"),
        ("2022-01-01", "2023-06-30", "", "January 2022 – June 2023 (18 months)"),
        ("2017-01-01", "2022-12-31", "2017-2022", "2017–2022 (6 years)"),
        ("2022-07-01", "2023-06-30", "", "July 2022 – June 2023 (12 months)"),
        ("2021-01-01", "2023-07-28", "since 2021", "since 2021"),
        ("2021-01-01", None, "", "since 2021"),
        ("2021-03-05", None, "", "since 5 March 2021"),
        (None, "2023-07-28", "", "until 28 July 2023"),
        ("2023-01-01", "2023-07-28", "2023 (to the conference)", "1 January – 28 July 2023"),
        ("2023-07-27", "2023-07-28", "", "27–28 July 2023"),
        ("2023-07-28", "2023-07-28", "", "28 July 2023"),
        ("2023-07-01", "2023-07-31", "", "July 2023"),
        ("2022-12-30", "2023-01-02", "", "30 December 2022 – 2 January 2023"),
        (None, None, "", "period not stated"),
        (None, None, "in recent years", "in recent years"),
    ],
)
def test_a_period_is_written_in_words(start: str | None, end: str | None, label: str, expected: str) -> None:
    period = Period(start and date.fromisoformat(start), end and date.fromisoformat(end))
    assert period_text(period, label, EN) == expected


def test_months_are_written_in_the_language_of_the_reader() -> None:
    period = Period(date(2023, 1, 1), date(2023, 7, 31))
    assert period_text(period, "", words_of("ru")) == "январь – июль 2023"
