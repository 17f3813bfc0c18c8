"""What changed between two readings or rounds; a first one has nothing to compare with."""

from __future__ import annotations

from datetime import date

from bukhara.model.codes import ReadingKind, Status
from bukhara.model.framework import Reading
from bukhara.views import changes
from tests.unit.progress.build import ON, framework, item, snapshot, source, statement, text

LATER = date(2025, 6, 30)
BOTH = tuple(
    Reading(id=name, kind=ReadingKind.READING, date=day, title=text(name)) for name, day in (("a", ON), ("b", LATER))
)
SECOND = source("second", date=LATER)


def seen(*statements, as_of=LATER) -> changes.Changes:
    frame = framework(item("BD-1"), item("BD-2"), readings=BOTH)
    return changes.build(snapshot(frame, *statements, as_of=as_of, sources=(SECOND,)))


def test_a_first_reading_has_nothing_to_compare_with() -> None:
    view = seen(statement(Status.PLANNED), as_of=ON)
    assert (view.previous, view.moves.first_reading, view.moves.moved) == (None, True, ())


def test_a_move_is_from_the_reading_before_to_that_of_the_day() -> None:
    view = seen(statement(Status.PLANNED), statement(Status.IN_PLACE, source_id="second"))
    (move,) = view.moves.moved
    assert view.previous is BOTH[0]
    assert (move.country, move.item) == ("KAZ", "BD-1")
    assert (move.before.status, move.after.status) == (Status.PLANNED, Status.IN_PLACE)


def test_what_was_not_known_before_is_newly_covered_and_no_move() -> None:
    view = seen(statement(Status.IN_PLACE, "BD-2.1", source_id="second"))
    assert [m.item for m in view.moves.newly_covered] == ["BD-2"]
    assert view.moves.moved == ()


def test_what_stays_the_same_is_no_change() -> None:
    view = seen(statement(Status.IN_PLACE), statement(Status.IN_PLACE, source_id="second"))
    assert (view.moves.moved, view.moves.newly_covered, view.moves.no_longer_covered) == ((), (), ())


def test_a_day_between_two_readings_belongs_to_the_earlier_one() -> None:
    assert seen(as_of=date(2024, 1, 1)).previous is None


def test_of_three_readings_the_last_two_are_compared() -> None:
    third = Reading(id="c", kind=ReadingKind.READING, date=date(2026, 6, 30), title=text("c"))
    frame = framework(item(), readings=(*BOTH, third))
    assert changes.build(snapshot(frame, as_of=third.date)).previous is BOTH[1]
