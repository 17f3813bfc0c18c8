"""Change between two readings, and a reading under the codings that were not kept."""

from datetime import date
from typing import Any

from bukhara.model.codes import State, Status
from bukhara.progress.moves import Moves, moves
from bukhara.progress.status import ItemStatus
from tests.unit.progress.build import item, judged, statement


def on(item_id: str, status: Status | None, **changes: Any) -> ItemStatus:
    return judged(statement(status, f"{item_id}.1", **changes), of=item(item_id))


def test_with_one_reading_there_is_nothing_to_compare_with() -> None:
    assert moves([], [on("BD-1", Status.IN_PLACE)]) == Moves(first_reading=True)


def test_a_status_that_moved_is_shown_with_both() -> None:
    past, present = on("BD-1", Status.PLANNED), on("BD-1", Status.IN_PLACE)
    found = moves([past, on("BD-2", Status.PLANNED)], [present, on("BD-2", Status.PLANNED)])
    assert [(m.country, m.item, m.before, m.after) for m in found.moved] == [("KAZ", "BD-1", past, present)]
    assert not found.newly_covered


def test_a_first_answer_is_newly_covered_and_no_progress() -> None:
    found = moves([on("BD-1", None)], [on("BD-1", Status.IN_PLACE)])
    assert [m.item for m in found.newly_covered] == ["BD-1"]
    assert not found.moved


def test_what_is_known_no_more_is_shown() -> None:
    found = moves([on("BD-1", Status.IN_PLACE)], [on("BD-1", None)])
    assert [m.item for m in found.no_longer_covered] == ["BD-1"]
    assert not found.moved


def test_a_period_that_ended_is_a_move() -> None:
    over = judged(statement(Status.IN_PLACE, "BD-1.1", valid_until="2022"), of=item("BD-1"), levels=True)
    found = moves([on("BD-1", Status.IN_PLACE)], [over])
    assert [m.after.ended for m in found.moved] == [True]


def test_the_past_as_now_known_against_as_published_is_corrected() -> None:
    known = [on("BD-1", Status.UNDER_WAY), on("BD-2", Status.IN_PLACE, since="2016"), on("BD-3", Status.PLANNED)]
    printed = [on("BD-1", Status.IN_PLACE), on("BD-2", Status.IN_PLACE, since="2014"), on("BD-3", Status.PLANNED)]
    found = moves(known, known, published=printed)
    assert [m.item for m in found.corrected] == ["BD-1", "BD-2"]
    assert not found.moved


def test_items_that_begin_or_cease_to_apply_are_neither_moved_nor_covered() -> None:
    away = on("BD-1", None, state=State.NOT_APPLICABLE)
    later = judged(of=item("BD-2", applies_from=date(2024, 1, 1)))
    here = [on("BD-1", Status.IN_PLACE), on("BD-2", Status.IN_PLACE)]
    found = moves([away, later], here)
    assert [s.item for s in found.entered] == ["BD-1", "BD-2"]
    assert [s.item for s in moves(here, [away, later]).left] == ["BD-1", "BD-2"]
    assert not found.moved
    assert not found.newly_covered
