"""Planted differences are found, and figures that agree raise nothing: planted_differences.yaml, issue 3, point 2."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from bukhara.comparability.differences import differences
from bukhara.model.codes import PeriodBasis, Qualifier, State
from bukhara.model.observation import Observation

PERIODS = {
    "2020": (date(2020, 1, 1), date(2020, 12, 31)),
    "2021": (date(2021, 1, 1), date(2021, 12, 31)),
    "2022": (date(2022, 1, 1), date(2022, 12, 31)),
    "2022 first half": (date(2022, 1, 1), date(2022, 6, 30)),
    "2022 second half": (date(2022, 7, 1), date(2022, 12, 31)),
    "January-July 2022": (date(2022, 1, 1), date(2022, 7, 31)),
    "2023 first half": (date(2023, 1, 1), date(2023, 6, 30)),
    "2021-2022": (date(2021, 1, 1), date(2022, 12, 31)),
    "2020-2022": (date(2020, 1, 1), date(2022, 12, 31)),
    "18 months": (date(2022, 1, 1), date(2023, 6, 30)),
    "since 2021": (date(2021, 1, 1), None),
    "annually": (None, None),
}
SHAPES = {
    "related": ("CTX-registered-related", "case", "registered", "trafficking_and_related"),
    "strict": ("CTX-registered-strict", "case", "registered", "trafficking"),
    "victims": ("CTX-victims", "victim", "identified", "trafficking"),
    "prosecuted": ("CTX-prosecuted", "person", "prosecuted", "trafficking"),
    "convicted": ("CTX-prosecuted", "person", "convicted", "trafficking"),
    "groups": ("CTX-groups", "group", "", ""),
    "shares": ("CTX-regional-shares", "victim", "detected", "trafficking"),
    "support": ("PRT-supported", "beneficiary", "", ""),
}


def figure(
    of: str, value: float | None = None, when: str = "2022", by: str = "Ministry of Internal Affairs",
    sentence: str = "", qualifier: str = "exact", state: str = "value", **more: object,
) -> Observation:  # fmt: skip
    """Return one figure as a workbook row would hold it."""
    indicator, counted, stage, offence = SHAPES[of]
    start, end = PERIODS[when]
    place = sentence or f"{by}, {when}"
    row = {
        "country": "KAZ",
        "indicator": indicator,
        "value": value,
        "state": State(state),
        "qualifier": Qualifier(qualifier) if state == "value" else None,
        "unit": "count",
        "counting_unit": counted,
        "stage": stage,
        "offence_class": offence,
        "territorial_scope": "national",
        "period_start": start,
        "period_end": end,
        "period_label": when,
        "period_basis": PeriodBasis.STATED if start or end else PeriodBasis.NOT_STATED,
        "reporter": by,
        "source_id": "planted-report",
        "source_locator": place,
        "quote": f"a sentence of the report: {place}",
    }
    return Observation(**(row | more))


CASES = yaml.safe_load(Path(__file__).with_name("planted_differences.yaml").read_text(encoding="utf-8"))
PLANTED, AGREEING = (
    {name: tuple(figure(**each) for each in figures) for name, figures in CASES[kind].items()}
    for kind in ("planted", "agreeing")
)


def found(rows: tuple[Observation, ...]) -> list[str]:
    """The kinds of the differences found among these rows, each of which names rows of the case only."""
    hits = differences(rows)
    assert all(set(hit.observations) <= set(rows) for hit in hits)
    return [hit.kind.value for hit in hits]


def test_there_are_thirty_of_each() -> None:
    assert (len(PLANTED), len(AGREEING)) == (31, 32)


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_difference_is_found_and_named_alike_in_any_order_of_rows(name: str) -> None:
    rows = PLANTED[name]
    assert found(rows)
    assert {hit.group for hit in differences(rows[::-1])} == {hit.group for hit in differences(rows)}
    noted = [replace(row, note="This differs from page 9.") for row in rows]
    assert [hit.group for hit in differences(noted)] == [hit.group for hit in differences(rows)]


@pytest.mark.parametrize("name", AGREEING)
def test_agreeing_figures_raise_nothing(name: str) -> None:
    assert found(AGREEING[name]) == []
