"""The first page: what is counted, what is named, and how old the information is."""

from __future__ import annotations

from datetime import date

import pytest

from bukhara.model.codes import BodyKind, ItemKind, Kind, ReadingKind, State, Status
from bukhara.model.framework import Body, Reading
from bukhara.views import overview
from tests.unit.progress.build import ON, STATES, framework, item, not_asked, snapshot, statement, text

NGO = Body(name="Rodnik", translated=text("Rodnik"), country="KAZ", kind=BodyKind.CIVIL_SOCIETY)
THEMES = (item("BD-1"), item("BD-2"))


def seen(*statements, themes=THEMES, **known) -> overview.Overview:
    return overview.build(snapshot(framework(*themes, bodies=(NGO,)), *statements), **known)


def everywhere(item_id: str):
    return [statement(Status.IN_PLACE, f"{item_id}.1", country) for country in STATES]


def test_a_theme_is_in_place_somewhere_from_one_state_on() -> None:
    view = seen(statement(Status.IN_PLACE))
    assert (view.themes, view.somewhere) == (2, 1)


@pytest.mark.parametrize(("states", "shown_here"), [(5, ("BD-1",)), (4, ())])
def test_in_place_everywhere_is_reported_of_all_five_only(states, shown_here) -> None:
    assert seen(*everywhere("BD-1")[:states]).everywhere == shown_here


def test_a_continuing_theme_is_never_counted_as_completed() -> None:
    view = seen(*everywhere("BD-1"), themes=(item("BD-1"), item("BD-2", kind=ItemKind.CONTINUING)))
    assert (view.themes, view.everywhere) == (1, ("BD-1",))


def test_a_selection_changes_the_scorecard_and_not_the_counts_of_the_whole() -> None:
    view = seen(statement(Status.IN_PLACE), basis="attested")
    assert (view.scorecard.rows, view.themes, view.somewhere) == ((), 2, 1)


def test_the_theme_about_which_least_is_reported_is_named() -> None:
    assert seen(statement(Status.PLANNED), not_asked("BD-2.1")).least == ("BD-2",)


def test_the_theme_in_place_in_the_most_states_is_named_with_their_number() -> None:
    view = seen(*everywhere("BD-1")[:2], *everywhere("BD-2")[:3])
    assert (view.widest, view.widest_in) == (("BD-2",), 3)


def test_nothing_is_named_where_too_many_themes_share_the_place() -> None:
    many = tuple(item(f"BD-{n}") for n in range(1, 5))
    assert seen(*(statement(Status.IN_PLACE, f"{theme.id}.1") for theme in many), themes=many).widest == ()


def test_challenges_are_the_states_own_words_in_fixed_order() -> None:
    stated = [statement(Status.CHALLENGE, country=c, kind=Kind.CHALLENGE) for c in ("UZB", "KAZ", "KAZ")]
    other = statement(None, "BD-2.1", kind=Kind.CHALLENGE, body="Rodnik")
    (named,) = seen(*stated, other).challenges
    assert named.item.id == "BD-1"
    assert [(country.code, n) for country, n in named.countries] == [("KAZ", 2), ("UZB", 1)]


def test_a_challenge_that_was_not_asked_about_is_not_named() -> None:
    assert seen(statement(None, kind=Kind.CHALLENGE, state=State.NOT_ASKED)).challenges == ()


def test_a_theme_without_any_word_has_no_day_of_information() -> None:
    view = seen(statement(Status.PLANNED))
    assert [(theme.id, day) for theme, day in view.latest] == [("BD-1", ON), ("BD-2", None)]


@pytest.mark.parametrize(("day", "read"), [(ON, "first"), (date(2025, 1, 1), "first"), (date(2025, 6, 30), "second")])
def test_the_reading_is_the_last_one_known_on_the_day(day, read) -> None:
    both = [Reading(id=i, kind=ReadingKind.READING, date=d, title=text(i)) for i, d in
            (("first", ON), ("second", date(2025, 6, 30)))]  # fmt: skip
    frame = framework(item(), readings=tuple(both))
    assert overview.build(snapshot(frame, as_of=day)).reading.id == read
