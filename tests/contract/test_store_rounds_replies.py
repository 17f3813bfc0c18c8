"""Rounds, replies that wait and headings, on both databases: what is kept comes back, and a reply is published whole."""

from dataclasses import replace
from datetime import date

import pytest

from bukhara.errors import StoreUnavailable
from bukhara.model.heading import Heading
from bukhara.model.round import RoundProgress
from bukhara.model.text import Text
from bukhara.store import Store, replies, rounds
from bukhara.store.headings import remember, remembered
from bukhara.store.publishing import Stamp
from tests.contract.records import FRAMEWORK_VERSION, NOW, a_reply

STAMP = Stamp(actor="lena", note="replies", now=NOW, framework_version=FRAMEWORK_VERSION)


def test_a_round_and_its_lines_come_back_as_they_were_kept(store: Store) -> None:
    line = RoundProgress(
        round_id="round-2026-1", country="KAZ", sent=date(2026, 11, 2), contact="Канцелярия", note="n\x00ote"
    )
    with store.transaction() as connection:
        made = rounds.add(connection, Text.of("Round", ru="Раунд"), ("BD-1", "BD-2"), by="lena", now=NOW)
        rounds.keep(connection, line, by="lena", at=NOW)
        rounds.keep(connection, replace(line, cleared=date(2026, 11, 20), cleared_by="A ministry"), by="lena", at=NOW)
    with store.connect() as connection:
        assert rounds.listed(connection) == (made,)
        assert rounds.progress(connection, made.round_id) == (
            replace(line, note="note", cleared=date(2026, 11, 20), cleared_by="A ministry"),
        )


def test_identifiers_count_within_the_year_and_the_newest_is_first(store: Store) -> None:
    with store.transaction() as connection:
        for year in (2026, 2026, 2027):
            rounds.add(connection, Text.of("Round"), (), by="lena", now=NOW.replace(year=year))
        rounds.set_closed(connection, "round-2026-2", closed=True)
    with store.connect() as connection:
        found = {each.round_id: each.closed for each in rounds.listed(connection)}
    assert found == {"round-2026-1": False, "round-2026-2": True, "round-2027-1": False}
    assert next(iter(found)) == "round-2027-1"


def test_a_line_of_a_round_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(StoreUnavailable), store.transaction() as connection:
        rounds.keep(connection, RoundProgress(round_id="round-1999-1", country="KAZ"), by="lena", at=NOW)


def test_replies_that_wait_are_published_whole_and_wait_no_longer(store: Store) -> None:
    first, other = a_reply(words="Первые слова\nв две строки"), a_reply("UZB", reply_id="y-2")
    with store.transaction() as connection:
        replies.keep(connection, first, by="c")
        replies.keep(connection, other, by="c")
        number = replies.publish(connection, "KAZ", STAMP)
    assert number == 1
    second = a_reply(reply_id="y-3", words="Later words", given_on=date(2027, 5, 1))
    with store.transaction() as connection:
        replies.keep(connection, second, by="c")
        assert replies.publish(connection, "KAZ", STAMP) == 2
        assert replies.publish(connection, "KAZ", STAMP) is None
        assert replies.waiting(connection) == (other,)
    assert store.contents(2).replies == (first, second)


def test_a_new_reply_about_the_same_takes_the_place_of_the_one_that_waits(store: Store) -> None:
    old, new, part = a_reply(), a_reply(reply_id="y-2"), a_reply(reply_id="y-3", indicator="BD-8b.1")
    with store.transaction() as connection:
        for each in (old, part, new):
            replies.keep(connection, each, by="c")
        assert replies.waiting(connection, "KAZ") == (new, part)
        assert replies.drop(connection, "UZB", ["y-2"]) == 0
        assert replies.drop(connection, "KAZ", ["y-2"]) == 1


ANSWER = Heading(country="KAZ", kind="tracker", text="ответ_министерства", column="statement")


def _keep(store: Store, *headings: Heading) -> None:
    for heading in headings:
        with store.transaction() as connection:
            remember(connection, heading)


def _of(store: Store, country: str) -> tuple[Heading, ...]:
    with store.connect() as connection:
        return remembered(connection, country)


def test_a_heading_is_read_back_for_its_country_alone(store: Store) -> None:
    _keep(store, ANSWER)
    assert (_of(store, "KAZ"), _of(store, "UZB")) == ((ANSWER,), ())


def test_a_heading_given_again_means_the_other_column(store: Store) -> None:
    now = Heading(country="KAZ", kind="tracker", text=ANSWER.text, column="note")
    _keep(store, ANSWER, now)
    assert _of(store, "KAZ") == (now,)


def test_without_a_column_it_is_forgotten(store: Store) -> None:
    _keep(store, ANSWER, Heading(country="KAZ", kind="tracker", text=ANSWER.text, column=""))
    assert _of(store, "KAZ") == ()


def test_what_no_store_can_hold_is_left_out(store: Store) -> None:
    _keep(store, Heading(country="KAZ", kind="tracker", text="a\x00b", column="note"))
    assert [heading.text for heading in _of(store, "KAZ")] == ["ab"]
