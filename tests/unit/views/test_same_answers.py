"""Old answers are dated, the newest first, and the same answer of two rounds is shown once with both days."""

from dataclasses import replace

from bukhara.model.codes import Kind, Status
from bukhara.views import challenges, country, theme, timeline
from bukhara.views.same_answers import answer_days, newest_first
from tests.unit.progress.build import statement
from tests.unit.views.rounds import FIRST, SECOND, held

ITEM = "BD-1"


def test_the_newest_answer_is_first_and_the_same_one_of_two_rounds_is_once() -> None:
    drafted = statement(Status.PLANNED, "BD-1.1", source_id="r1", statement="A law is drafted.")
    again = replace(drafted, source_id="r2", statement="A  law is drafted. ")
    named = statement(Status.CHALLENGE, "BD-2.1", source_id="r1", statement="No staff.", kind=Kind.CHALLENGE)
    old = statement(Status.PLANNED, "BD-2.1", source_id="r1", statement="Staff is sought.")
    new = statement(Status.IN_PLACE, "BD-2.1", source_id="r2", statement="Staff was found.")
    found = held(drafted, named, old, again, new)
    assert newest_first(found, found.statements) == (again, new, named, old)
    assert answer_days(found, again) == (SECOND, FIRST)
    assert answer_days(found, old) == (FIRST,)
    view = country.build(found, "KAZ")
    assert view.own == () or view.own[0].source_id == "r2"
    assert view.challenges == (named,)
    side = theme.build(found, "BD-2").sides[0]
    assert [s.statement for s in (*side.own, *side.others)] == ["Staff was found.", "No staff.", "Staff is sought."]
    assert challenges.build(found).count == 1
    assert [s.statement for s in timeline.build(found, "KAZ").undated if s.indicator == "BD-2.1"] == [
        "Staff was found."
    ]


def test_two_places_of_one_source_are_both_kept() -> None:
    one, other = (statement(Status.PLANNED, "BD-1.1", source_id="r1", quote=quote) for quote in ("a", "b"))
    assert newest_first(held(one, other), (one, other)) == (one, other)
