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


def test_a_new_reply_about_the_same_takes_the_place_of_the_one_that_waits(store: Store) -> None:
    old, new, part = a_reply(), a_reply(reply_id="y-2"), a_reply(reply_id="y-3", indicator="BD-8b.1")
    with store.transaction() as connection:
        for each in (old, part, new):
            replies.keep(connection, each, by="c")
        assert replies.waiting(connection, "KAZ") == (new, part)
        assert replies.drop(connection, "UZB", ["y-2"]) == 0
        assert replies.drop(connection, "KAZ", ["y-2"]) == 1


ANSWER = Heading(country="KAZ", kind="tracker", text="ответ_министерства\x00", column="statement")


def test_a_heading_is_of_its_country_alone_means_the_last_one_given_and_is_forgotten(store: Store) -> None:
    kept = replace(ANSWER, text="ответ_министерства")
    with store.transaction() as connection:
        remember(connection, ANSWER)
        assert (remembered(connection, "KAZ"), remembered(connection, "UZB")) == ((kept,), ())
        remember(connection, replace(ANSWER, column="note"))
        assert remembered(connection, "KAZ") == (replace(kept, column="note"),)
        remember(connection, replace(ANSWER, column=""))
        assert remembered(connection, "KAZ") == ()
