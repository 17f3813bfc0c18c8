"""Releases: what makes one, what does not, and how to go back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bukhara.errors import BaseOutdated, ReleaseUnknown
from bukhara.model.release import RevertScope
from bukhara.store import Store
from tests.contract.records import (
    FRAMEWORK_VERSION,
    NOW,
    STAMP,
    a_request,
    a_source,
    a_statement,
    an_observation,
    statistics,
    tracker,
)

pytestmark = pytest.mark.engines("sqlite")
BACK = replace(STAMP, note="back")
A = tracker(a_statement(quote="as A says"))
B = tracker(a_statement(quote="as B says"))


def _quotes(store: Store, number: int) -> list[str]:
    return [row.quote for row in store.contents(number).statements]


def test_an_empty_store_has_no_release(store: Store) -> None:
    assert (store.ready(), store.releases()) == (None, ())


@pytest.mark.engines("sqlite", "postgresql")
def test_a_release_says_who_when_why_and_what(store: Store) -> None:
    release = store.publish([A], STAMP)
    assert (release.number, release.created_at, release.actor, release.note) == (1, NOW, "tester", "a note")
    assert (release.framework_version, release.method_version, release.reverts) == ("1", "1", None)
    assert release.blocks == ("source//astana-2023-report", "tracker/KAZ/astana-2023-report")
    assert store.releases() == (release,)


def test_the_same_workbook_twice_makes_no_release(store: Store) -> None:
    first = store.publish([A], STAMP)
    assert store.publish([A], STAMP) == first
    assert [entry.action for entry in store.audit()] == ["publish", "publish_unchanged"]


def test_the_same_remark_twice_makes_no_release(store: Store) -> None:
    first = store.publish([], STAMP, [a_request()])
    assert store.publish([], STAMP, [a_request()]) == first


def test_the_order_of_rows_and_white_space_make_no_release(store: Store) -> None:
    rows = [a_statement(quote="one quote"), a_statement(quote="another")]
    first = store.publish([tracker(*rows)], STAMP)
    again = [replace(rows[1], quote="another "), replace(rows[0], quote="one\nquote")]
    assert store.publish([tracker(*again)], STAMP) == first


def test_the_same_workbook_given_twice_at_once_counts_once(store: Store) -> None:
    store.publish([A, A], STAMP)
    assert len(store.contents(1).statements) == 1


def test_another_framework_makes_a_release(store: Store) -> None:
    store.publish([A], STAMP)
    other = replace(FRAMEWORK_VERSION, framework_text="version: '2'", framework_version="2")
    release = store.publish([A], replace(STAMP, framework_version=other))
    assert (release.number, release.blocks) == (2, ())
    assert store.contents(1).framework_text == FRAMEWORK_VERSION.framework_text


def test_publishing_replaces_only_the_blocks_of_the_workbook(store: Store) -> None:
    store.publish([A, tracker(a_statement("UZB")), statistics(an_observation())], STAMP)
    release = store.publish([B], STAMP)
    assert release.blocks == ("tracker/KAZ/astana-2023-report",)
    assert _quotes(store, 2) == ["as B says", ""]
    assert len(store.contents(2).observations) == 1


def test_of_several_outdated_bases_the_oldest_is_named(store: Store) -> None:
    theirs = [tracker(a_statement("UZB", quote=quote)) for quote in ("first", "second", "third")]
    for each in (A, theirs[0], B, theirs[1]):
        store.publish([each], STAMP)
    mine = tracker(a_statement(quote="as C says"))
    with pytest.raises(BaseOutdated) as caught:
        store.publish([replace(theirs[2], base=2), replace(mine, base=1)], STAMP)
    assert caught.value.base == 1
    assert len(caught.value.blocks) == 2


def test_a_base_is_not_outdated_by_changes_elsewhere(store: Store) -> None:
    store.publish([A], STAMP)
    store.publish([tracker(a_statement("UZB"))], STAMP)
    assert store.publish([replace(B, base=1)], STAMP).number == 3


def test_a_pre_filled_workbook_left_untouched_takes_nothing_back(store: Store) -> None:
    store.publish([A], STAMP)
    store.publish([B], STAMP)
    assert store.publish([replace(A, base=1)], STAMP).number == 2
    assert _quotes(store, 2) == ["as B says"]


def test_only_a_mark_takes_a_row_out(store: Store) -> None:
    two = (a_source(), a_source("letter"))
    store.publish([tracker(a_statement(), a_statement(source_id="letter"), sources=two)], STAMP)
    without = tracker(a_statement(), sources=two, base=1)
    assert store.publish([without], STAMP).number == 1
    store.publish([replace(without, taken_out=(a_statement(source_id="letter"),))], STAMP)
    assert [row.source_id for row in store.contents(2).statements] == ["astana-2023-report"]
    assert len(store.contents(1).statements) == 2


@pytest.mark.engines("sqlite", "postgresql")
def test_rows_that_others_added_or_changed_meanwhile_stay(store: Store) -> None:
    first, second = a_statement(quote="first"), a_statement(kind="challenge", quote="second")
    store.publish([tracker(first, second)], STAMP)
    changed, added = replace(second, note="by B"), a_statement(kind="need", quote="third")
    store.publish([tracker(first, changed, added, base=1)], STAMP)
    mine = replace(first, note="by A")
    assert store.publish([tracker(mine, second, base=1)], STAMP).number == 3
    assert set(store.contents(3).statements) == {mine, changed, added}


def test_the_figure_of_the_next_year_from_the_same_place_replaces_nothing(store: Store) -> None:
    first = an_observation(source_locator="table 3", period_start=date(2023, 1, 1), period_end=date(2023, 12, 31))
    second = replace(first, period_start=date(2024, 1, 1), period_end=date(2024, 12, 31))
    for figure in (first, second):
        store.publish([statistics(figure)], STAMP)
    assert store.contents(2).observations == (first, second)


def test_two_workbooks_that_differ_about_one_row_both_stay(store: Store) -> None:
    store.publish([A], STAMP)
    store.publish([B, tracker(a_statement(quote="as C says"))], STAMP)
    assert set(_quotes(store, 2)) == {"as B says", "as C says"}


def test_a_base_that_never_was_is_refused(store: Store) -> None:
    with pytest.raises(ReleaseUnknown):
        store.publish([replace(A, base=7)], STAMP)


def test_going_back_to_an_earlier_release_is_a_new_release(store: Store) -> None:
    for each in (A, B, tracker(a_statement("UZB"))):
        store.publish([each], STAMP)
    release = store.revert(1, BACK, scope=RevertScope.RETURN)
    assert (release.number, release.reverts, release.note) == (4, 1, "back")
    assert store.contents(4).statements == store.contents(1).statements
    assert len(store.contents(3).statements) == 2


def test_a_revert_brings_its_framework_back(store: Store) -> None:
    store.publish([A], STAMP)
    other = replace(FRAMEWORK_VERSION, framework_text="version: '2'", framework_version="2")
    store.publish([B], replace(STAMP, framework_version=other))
    store.revert(1, BACK, scope=RevertScope.RETURN)
    assert store.contents(3).framework_text == FRAMEWORK_VERSION.framework_text


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_revert_to_nothing_is_refused(store: Store, number: int) -> None:
    store.publish([A], STAMP)
    with pytest.raises(ReleaseUnknown):
        store.revert(number, BACK, scope=RevertScope.RETURN)


@pytest.mark.parametrize("number", [-1, 0, 1, 2**31, 2**70])
def test_an_unknown_release_is_refused(store: Store, number: int) -> None:
    with pytest.raises(ReleaseUnknown):
        store.contents(number)


@pytest.mark.engines("sqlite", "postgresql")
def test_order_is_by_sequence_even_when_the_clock_goes_back(store: Store) -> None:
    store.publish([A], STAMP)
    store.publish([B], replace(STAMP, now=NOW - timedelta(hours=1)))
    assert [release.number for release in store.releases()] == [1, 2]
    assert _quotes(store, store.ready() or 0) == ["as B says"]


def test_seeding_makes_one_release_a_round_and_only_once(store: Store) -> None:
    assert store.seed([[A], [B]], STAMP)
    assert not store.seed([[B]], STAMP)
    assert store.ready() == 2


def test_seeding_with_nothing_makes_an_empty_release(store: Store) -> None:
    assert store.seed([], STAMP)
    assert store.contents(1).sources == ()
