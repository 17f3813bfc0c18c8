"""The first page: what is counted, what is named, what has changed, and the line of conferences."""

from dataclasses import replace
from datetime import date

import pytest

from bukhara.model.codes import BodyKind, ItemKind, Kind, ReadingKind, State, Status
from bukhara.model.framework import Body, Reading
from bukhara.model.text import Text
from bukhara.situation.compared import StateChange
from bukhara.situation.moves import Move, Moves
from bukhara.situation.situation import situations
from bukhara.views.countries import overview
from bukhara.views.status.narrative import CountryChanges
from tests.unit.progress.build import ON, STATES, framework, item, snapshot, statement, text

NGO = Body(name=Text.of("Rodnik"), country="KAZ", kind=BodyKind.CIVIL_SOCIETY)
THEMES = (item("BD-1"), item("BD-2"))


def seen(*statements, themes=THEMES, **known) -> overview.Overview:
    return overview.build(snapshot(framework(*themes, bodies=(NGO,)), *statements), **known)


def everywhere(item_id: str):
    return [statement(Status.IN_PLACE, f"{item_id}.1", country) for country in STATES]


def test_a_theme_is_in_place_somewhere_from_one_state_on() -> None:
    view = seen(statement(Status.IN_PLACE))
    assert (view.themes, view.somewhere) == (2, 1)


def test_a_continuing_theme_is_never_counted_as_completed() -> None:
    view = seen(*everywhere("BD-1"), themes=(item("BD-1"), item("BD-2", kind=ItemKind.CONTINUING)))
    assert (view.themes, view.somewhere) == (1, 1)
    assert {cell.mark for strip in view.strips for cell in strip.cells} == {"in_place"}


def test_a_selection_changes_the_scorecard_and_not_the_counts_of_the_whole() -> None:
    view = seen(statement(Status.IN_PLACE), basis="attested")
    assert (view.scorecard.rows, view.themes, view.somewhere) == ((), 2, 1)


def test_each_state_has_a_square_for_each_theme_and_the_squares_are_not_sorted_by_status() -> None:
    view = seen(statement(Status.CHALLENGE, country="UZB"), statement(Status.IN_PLACE, "BD-2.1", "UZB"))
    assert tuple(strip.country.code for strip in view.strips) == STATES
    marks = [[cell.mark for cell in strip.cells] for strip in view.strips]
    assert (marks[-1], marks[0]) == (["challenge", "in_place"], ["not_asked", "not_asked"])
    assert all(len(strip.cells) == strip.counts.n for strip in view.strips)


def test_challenges_are_the_states_own_words_in_fixed_order() -> None:
    stated = [statement(Status.CHALLENGE, country=c, kind=Kind.CHALLENGE) for c in ("UZB", "KAZ", "KAZ")]
    other = statement(None, "BD-2.1", kind=Kind.CHALLENGE, body="Rodnik")
    ((theme, countries),) = seen(*stated, other).challenges
    assert (theme.id, [country.code for country in countries]) == ("BD-1", ["KAZ", "UZB"])


def test_a_challenge_that_was_not_asked_about_is_not_named() -> None:
    assert seen(statement(None, kind=Kind.CHALLENGE, state=State.NOT_ASKED)).challenges == ()


def test_a_changed_cell_is_known_by_the_mark_it_had_before() -> None:
    theme = item("BD-1")
    first, second = (Reading(id=str(d.year), kind=ReadingKind.ROUND, date=d, title=text("round")) for d in
                     (ON, date(2025, 6, 30)))  # fmt: skip
    both = snapshot(framework(theme, readings=(first, second)), statement(Status.UNDER_WAY), as_of=ON)
    before = {s.country: s for s in situations(both)}
    moved = Move(country="KAZ", item="BD-1", before=replace(before["KAZ"], status=Status.PLANNED), after=before["KAZ"])
    older = Move(country="KGZ", item="BD-1", before=before["KGZ"], after=replace(before["KGZ"], status=Status.PLANNED))
    newly = Move(
        country="UZB", item="BD-1", before=replace(before["UZB"], state=State.NOT_REPORTED), after=before["UZB"]
    )
    same = Move(country="TJK", item="BD-1", before=before["TJK"], after=before["TJK"])
    moves = Moves(first_reading=False, moved=(moved, older), newly_covered=(newly,), otherwise_covered=(same,))
    change = StateChange(country="KAZ", moves=moves, change=None, old_method="1", new_method="1")
    changes = CountryChanges(country="KAZ", previous=first, change=change, sentences=())
    found = overview.cell_changes(both, [changes])
    assert (found.changed, found.newly) == ({("KAZ", "BD-1"): "planned"}, {("UZB", "BD-1"): "not_reported"})


def test_the_line_is_a_choice_only_where_there_are_two_days() -> None:
    assert not seen().choice
    both = tuple(
        Reading(id=str(y), kind=ReadingKind.READING, date=date(y, 7, 1), title=text("r")) for y in (2023, 2025)
    )
    view = overview.build(snapshot(framework(item(), readings=both), as_of=date(2024, 1, 1)))
    assert view.choice
    assert [(stop.reading.id, stop.current) for stop in view.stops if stop.reading] == [("2023", True), ("2025", False)]


@pytest.mark.parametrize(("day", "read"), [(ON, "first"), (date(2025, 1, 1), "first"), (date(2025, 6, 30), "second")])
def test_the_reading_is_the_last_one_known_on_the_day(day, read) -> None:
    both = [Reading(id=i, kind=ReadingKind.READING, date=d, title=text(i)) for i, d in
            (("first", ON), ("second", date(2025, 6, 30)))]  # fmt: skip
    frame = framework(item(), readings=tuple(both))
    assert overview.build(snapshot(frame, as_of=day)).reading.id == read
