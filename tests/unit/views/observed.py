"""Invented figures for the tests of views and pictures; every number here is made up."""

from dataclasses import replace
from datetime import date
from typing import Any

from bukhara.comparability.differences import differences
from bukhara.model.codes import BodyKind, IndicatorType, PeriodBasis, Qualifier, State
from bukhara.model.difference import FoundDifferences
from bukhara.model.framework import Body, Indicator
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.text import Text
from tests.unit.progress.build import framework, source, text
from tests.unit.progress.build import snapshot as empty_snapshot

MEASURES = (
    "CTX-registered-strict",
    "CTX-registered-related",
    "CTX-proceedings",
    "CTX-prosecuted",
    "CTX-victims",
    "CTX-groups",
    "PRT-trained",
    "PRT-activity",
)
YEAR = (date(2022, 1, 1), date(2022, 12, 31))
HALF = (date(2023, 1, 1), date(2023, 6, 30))
MONTHS_18 = (date(2022, 1, 1), date(2023, 6, 30))
JANUARY_JULY = (date(2023, 1, 1), date(2023, 7, 31))


def figure(value: float | None = 5, period: tuple[date | None, date | None] = YEAR, **changes: Any) -> Observation:
    """Return a figure of strict cases registered by a ministry of KAZ in 2022."""
    values: dict[str, Any] = {
        "country": "KAZ",
        "indicator": "CTX-registered-strict",
        "state": State.VALUE if value is not None else State.NOT_ASKED,
        "qualifier": Qualifier.EXACT if value is not None else None,
        "unit": "count",
        "counting_unit": "case",
        "stage": "registered",
        "offence_class": "trafficking",
        "territorial_scope": "national",
        "period_basis": PeriodBasis.STATED,
        "reporter": "Ministry",
        "source_id": "report",
        "source_locator": "L1",
        "quote": "five cases" if value is not None else "",
    }
    start, end = period
    return Observation(value=value, period_start=start, period_end=end, **{**values, **changes})


def change(percent: float = 2, **changes: Any) -> Observation:
    """Return a change in per cent without base."""
    return figure(percent, qualifier=Qualifier.CHANGE_PERCENT, unit="percent", **changes)


def support(value: float | None = None, **changes: Any) -> Observation:
    """Return a row of partners: a passage without number unless a value is given."""
    values: dict[str, Any] = {
        "partner": "Partner",
        "reporter": "Partner",
        "indicator": "PRT-trained" if value is not None else "PRT-activity",
        "kind_of_support": "training",
        "counting_unit": "person" if value is not None else "activity",
        "stage": "",
        "offence_class": "",
        "quote": "trained",
    }
    return figure(value, (None, None), **{**values, **changes})


def snapshot(*figures: Observation) -> Snapshot:
    """Return a snapshot with these figures, five states and two bodies."""
    bodies = (
        Body(name=Text.of("Ministry"), country="KAZ", kind=BodyKind.STATE),
        Body(name=Text.of("Society"), country="KGZ", kind=BodyKind.CIVIL_SOCIETY),
    )
    measures = tuple(Indicator(id=name, item="", type=IndicatorType.MEASURE, name=text(name)) for name in MEASURES)
    frame = framework(measures=measures, bodies=bodies)
    found = differences(figures)
    return replace(
        empty_snapshot(frame),
        observations=figures,
        sources=(source(),),
        differences=found,
        found=FoundDifferences(found, found, figures),
    )
