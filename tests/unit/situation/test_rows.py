"""Rows of the progress export."""

from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from bukhara.model.codes import CodingStatus, ItemKind, Position, ReadingKind, Scope, State, Status
from bukhara.progress.coverage import NoLevel
from bukhara.situation.rows import ProgressRow, progress_rows
from tests.unit.progress.build import STATES, framework, item, snapshot, statement

PROMISED = [
    "country",
    "item",
    "indicator",
    "n",
    "in_place",
    "under_way",
    "planned",
    "challenge",
    "not_covered",
    "in_place_before",
    "continuing",
    "low",
    "high",
    "level",
    "level_capped",
    "coverage",
    "bound_low",
    "bound_high",
    "status",
    "since",
    "coding_status",
    "reading",
    "method_version",
    "release",
]


def one(rows: tuple[ProgressRow, ...], country: str, item_id: str) -> ProgressRow:
    (found,) = [row for row in rows if (row.country, row.item) == (country, item_id)]
    return found


def test_the_promised_columns_come_first_in_their_order() -> None:
    assert [f.name for f in fields(ProgressRow)][: len(PROMISED)] == PROMISED


def test_states_then_items_in_fixed_order() -> None:
    frame = framework(item("BD-1", scope=Scope.REGION), item("BD-5"))
    found = [(row.country, row.item) for row in progress_rows(snapshot(frame))]
    states = [(c, "") for c in STATES]
    assert found == [*states, ("REG", "BD-1"), ("", "BD-5"), *((c, "BD-5") for c in STATES)]


def test_a_state_has_counts_between_bounds() -> None:
    frame = framework(item("BD-1"), item("BD-2"), item("BD-3", kind=ItemKind.CONTINUING))
    stated = (statement(Status.IN_PLACE, since="2014"), statement(Status.CONTINUING, "BD-3.1"))
    row = one(progress_rows(snapshot(frame, *stated)), "KAZ", "")
    assert (row.n, row.in_place, row.not_covered, row.low, row.high) == (2, 1, 1, 1, 2)
    assert (row.in_place_before, row.continuing) == (1, 1)


def test_a_status_row_says_since_when_and_how_settled() -> None:
    stated = statement(Status.IN_PLACE, since="2014")
    row = one(progress_rows(snapshot(framework(item()), stated)), "KAZ", "BD-1")
    assert (row.status, row.since, row.indicator) == (Status.IN_PLACE, "2014", "BD-1.1")
    assert (row.position, row.coding_status, row.n) == (Position.REPORT, CodingStatus.PROVISIONAL, None)
    assert (row.reading, row.method_version, row.release) == ("first", "1", 3)


def test_of_several_milestones_none_is_named() -> None:
    assert one(progress_rows(snapshot(framework(item(milestones=2)))), "KAZ", "BD-1").indicator == ""


@pytest.mark.parametrize(
    ("changes", "status", "state"),
    [
        ({"state": State.NOT_ASKED}, Status.NOT_ASKED, State.NOT_ASKED),
        ({"state": State.NOT_APPLICABLE}, None, State.NOT_APPLICABLE),
        ({"state": State.NOT_REPORTED}, None, State.NOT_REPORTED),
    ],
)
def test_six_different_things_stay_different(changes: dict[str, Any], status: Status | None, state: State) -> None:
    row = one(progress_rows(snapshot(framework(item()), statement(**changes))), "KAZ", "BD-1")
    assert (row.status, row.state, row.ended) == (status, state, False)


@pytest.mark.parametrize("kind", ReadingKind)
def test_only_a_round_says_that_what_it_was_told_is_no_longer_in_force(kind: ReadingKind) -> None:
    plan = statement(Status.IN_PLACE, valid_until="2022")
    row = one(progress_rows(snapshot(framework(item(), kind=kind), plan)), "KAZ", "BD-1")
    read = (Status.IN_PLACE, State.VALUE, False, True)
    asked = (None, State.VALUE, True, False)
    assert (row.status, row.state, row.ended, row.period_ended) == (asked if kind is ReadingKind.ROUND else read)


def test_a_round_carries_levels() -> None:
    frame = framework(*(item(f"BD-{n}") for n in range(5)), kind=ReadingKind.ROUND)
    said = [statement(Status.IN_PLACE, f"BD-{n}.1", level=1.0) for n in range(4)]
    row = one(progress_rows(snapshot(frame, *said)), "KAZ", "")
    assert (row.level, row.level_capped, row.coverage, row.no_level) == (1.0, 0.75, 0.8, None)
    assert (row.bound_low, row.bound_high) == (0.8, 1.0)
    few = progress_rows(snapshot(frame, *said[:2]))
    row = one(few, "KAZ", "")
    assert (row.level, row.level_capped, row.bound_low, row.bound_high) == (None,) * 4
    assert (row.coverage, row.no_level, one(few, "KAZ", "BD-1").level) == (0.4, NoLevel.FEW_ANSWERS, 1.0)


def test_items_that_do_not_apply_are_left_out() -> None:
    frame = framework(item(applies_from=date(2023, 7, 29)))
    assert {row.item for row in progress_rows(snapshot(frame))} == {""}


def test_before_the_first_reading_the_reading_is_empty() -> None:
    rows = progress_rows(snapshot(framework(item()), as_of=date(2022, 1, 1)))
    assert {row.reading for row in rows} == {""}
