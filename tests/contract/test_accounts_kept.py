"""Accounts, links, sessions and tries, kept alike on both databases."""

from datetime import UTC, datetime, timedelta
from traceback import format_exception

import pytest

from bukhara.errors import StoreUnavailable
from bukhara.model.access import Account, Role
from bukhara.store import accounts, sessions
from bukhara.store.sessions import StoredSession

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
LENA = Account(name="lena", roles=frozenset({Role.SECRETARIAT, Role.ADMIN}), subject="sub-1")


def session(token: str, account: str = "lena", *, seen: datetime = NOW) -> StoredSession:
    return StoredSession(
        token_hash=token, account=account, account_version=1, data='{"a": "é"}', created_at=seen, seen_at=seen
    )


def test_an_account_is_found_by_name_and_by_identity(store) -> None:
    with store.transaction() as connection:
        accounts.add(connection, LENA, "hash", NOW)
    with store.connect() as connection:
        assert accounts.find(connection, "lena") == accounts.by_subject(connection, "sub-1")
        assert accounts.find(connection, "lena").account == LENA
        assert accounts.find(connection, "le\x00na").account == LENA
        assert accounts.find(connection, "Lena") is None
        assert accounts.by_subject(connection, "") is None


@pytest.mark.parametrize("nothing", ["", "\x00", "\ud800"])
def test_an_identity_of_nothing_is_nobodys(store, nothing) -> None:
    with store.transaction() as connection:
        accounts.add(connection, Account(name="mira", roles=frozenset({Role.ADMIN})), "hash", NOW)
        assert accounts.by_subject(connection, nothing) is None


def test_an_error_of_the_database_repeats_no_secret(store) -> None:
    secret = "argon2id" * 3
    with store.transaction() as connection:
        accounts.add(connection, LENA, secret, NOW)
    with pytest.raises(StoreUnavailable) as raised, store.transaction() as connection:
        accounts.add(connection, LENA, secret, NOW)
    assert secret not in "".join(format_exception(raised.value))


def test_a_change_keeps_the_password_unless_one_is_given(store) -> None:
    with store.transaction() as connection:
        accounts.add(connection, LENA, "hash", NOW)
        closed = Account(name="lena", roles=frozenset({Role.COMMISSION}), country="KAZ", disabled=True, version=2)
        accounts.change(connection, closed)
        assert accounts.find(connection, "lena") == accounts.StoredAccount(closed, "hash")
        accounts.change(connection, LENA, "other")
        assert accounts.find(connection, "lena") == accounts.StoredAccount(LENA, "other")
        assert accounts.every(connection) == (LENA,)


def test_a_session_comes_back_as_it_was_and_ends(store) -> None:
    with store.transaction() as connection:
        sessions.add(connection, session("one"))
        sessions.change(connection, "one", data="{}", seen_at=NOW + timedelta(minutes=5))
        found = sessions.find(connection, "one")
        assert (found.data, found.seen_at, found.created_at) == ("{}", NOW + timedelta(minutes=5), NOW)
        sessions.change(connection, "none", data="{}")
        sessions.end(connection, "one")
        assert sessions.find(connection, "one") is None


def test_all_sessions_of_one_account_end_together(store) -> None:
    with store.transaction() as connection:
        for token, account in (("one", "lena"), ("two", "lena"), ("three", "mira")):
            sessions.add(connection, session(token, account))
        sessions.end_all(connection, "lena")
        assert [bool(sessions.find(connection, token)) for token in ("one", "two", "three")] == [False, False, True]


def test_what_is_over_is_swept(store) -> None:
    earlier = NOW - timedelta(minutes=70)
    with store.transaction() as connection:
        for token, account, seen in (("a", "lena", earlier), ("c", "lena", NOW)):
            sessions.add(connection, session(token, account, seen=seen))
        day, hour = NOW - timedelta(days=1), NOW - timedelta(hours=1)
        sessions.sweep(connection, seen_before=day, made_before=day)
        assert [bool(sessions.find(connection, token)) for token in "ac"] == [True, True]
        sessions.sweep(connection, seen_before=hour, made_before=day)
        assert sessions.find(connection, "a") is None


def test_tries_are_counted_since_a_moment_and_forgiven(store) -> None:
    with store.transaction() as connection:
        for minutes in (90, 30, 10):
            at = NOW - timedelta(minutes=minutes)
            sessions.tried(connection, ("name", "place"), at, NOW - timedelta(days=30))
        found = sessions.tries(connection, "name", NOW - timedelta(hours=1))
        assert (found.count, found.last) == (2, NOW - timedelta(minutes=10))
        sessions.forgive(connection, ("name",))
        assert sessions.tries(connection, "name", NOW - timedelta(days=1)).last is None
        assert sessions.tries(connection, "place", NOW - timedelta(days=1)).count == 3
        sessions.take_back(connection, "place")
        left = sessions.tries(connection, "place", NOW - timedelta(days=1))
        assert (left.count, left.last) == (2, NOW - timedelta(minutes=30))
        sessions.tried(connection, ("name",), NOW, NOW - timedelta(minutes=40))
        assert sessions.tries(connection, "place", NOW - timedelta(days=1)).count == 1
