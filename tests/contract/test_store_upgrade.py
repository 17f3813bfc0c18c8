"""A store of November 2026, in which replies do not say what the state saw, is upgraded at its first start."""

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import NoReturn

import pytest
from sqlalchemy import event, inspect, select, text

from bukhara.model.codes import Position
from bukhara.model.draft import DraftState
from bukhara.model.round import ReplyKind
from bukhara.progress.records import records_of
from bukhara.service import Service, backups
from bukhara.service.rounds.replies import ReplyWords
from bukhara.store import Store, health, schema_upgrade, tables
from tests.clock import Clock
from tests.contract.processes import FORKS
from tests.unit.service.small_record import KAZ, LENA, at_state, corrected

KILLED = 9
COLUMNS = {
    "reply": ["seen"],
    "pending_reply": ["seen"],
    "frozen_file": ["sha256", "size", "title", "added_at"],
    "round_state": ["language"],
    "statement": ["lead", "promised_document", "step_outcome"],
    "round": ["answer_days", "question_days", "reply_days"],
}
TABLES = ["withdrawal", "slide_template", "letter", "document", "cell_question", "notice"]
"""The columns and tables that the revisions since November 2026 add."""


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of each table of November 2026, without the columns that were added."""
    with store.connect() as connection:
        then = [each for each in tables.metadata.sorted_tables if each.name not in TABLES]
        every = {each.name: [c for c in each.c if c.name not in COLUMNS.get(each.name, ())] for each in then}
        return {name: sorted(map(tuple, connection.execute(select(*held))), key=repr) for name, held in every.items()}


def as_of_november(service: Service, revision: str = schema_upgrade.BEFORE_THE_FIRST) -> None:
    """Make the store what the program of November 2026 left."""
    with service.opened().engine.begin() as connection:
        for table, columns in COLUMNS.items():
            for column in columns:
                connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {column}"))
        for table in TABLES:
            connection.execute(text(f"DROP TABLE {table}"))
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{revision}'"))
    service.close()


@pytest.fixture
def earlier(service: Service) -> Service:
    """The service on a store with drafts in each state, as the program of November 2026 left it."""
    for state in DraftState:
        at_state(service, state)
    as_of_november(service)
    return service


def test_nothing_is_lost_and_a_copy_of_before_is_kept(earlier: Service) -> None:
    before = Store(earlier.settings.database_url)
    held, release = rows(before), before.ready()
    assert before.is_of_older_version()
    assert health.schema(before.engine) == [f"revision 0009 in place of {schema_upgrade.head()}"]
    before.close()
    assert earlier.ready() == release
    store = earlier.opened()
    assert rows(store) == held
    assert [line.mark.kind for line in earlier.outbox.lines(LENA) if line.is_open] == []  # told of before
    assert (store.revision(), health.schema(store.engine)) == (schema_upgrade.head(), [])
    (copy,) = (earlier.settings.var_dir / backups.FOLDER).glob("before-upgrade-0009-*.zip")
    earlier.close()
    backups.restore(earlier.settings, copy, server_runs=False)
    again = Store(earlier.settings.database_url)
    assert (again.revision(), rows(again)) == (schema_upgrade.BEFORE_THE_FIRST, held)
    again.close()


class Broken(BaseException):
    """What breaks an upgrade off, which no code of the program catches."""


def upgrade_until(url: str, step: int, end: Callable[[], NoReturn]) -> None:
    """Upgrade the store; `end` is called before the statement with this number, or before the commit after all."""
    left = iter(range(step))
    store = Store(url)

    def follow(*_: object) -> None:
        if next(left, None) is None:
            end()

    event.listen(store.engine, "before_cursor_execute", follow)
    event.listen(store.engine, "commit", follow)
    try:
        store.migrate()
    finally:
        store.close()


def break_off() -> NoReturn:
    raise Broken


def be_killed() -> NoReturn:
    os._exit(KILLED)


def shape(store: Store) -> tuple[str | None, list[str]]:
    """Return the revision of a store, and which of the things that the revisions add it has."""
    found = inspect(store.engine)
    added = [
        table for table, columns in COLUMNS.items() if {*columns} <= {each["name"] for each in found.get_columns(table)}
    ]
    return store.revision(), added + [table for table in TABLES if found.has_table(table)]


def test_an_upgrade_that_ends_at_any_statement_is_complete_or_not_begun(earlier: Service) -> None:
    url = str(earlier.settings.database_url)

    def is_as_before() -> bool:
        left = Store(url)
        try:
            return (shape(left), rows(left)) == ((schema_upgrade.BEFORE_THE_FIRST, []), held)
        finally:
            left.close()

    before = Store(url)
    held = rows(before)
    before.close()
    for step in count():
        try:
            upgrade_until(url, step, break_off)
            break
        except Broken:
            assert is_as_before(), step
        if step in (0, 10):
            process = FORKS.Process(target=upgrade_until, args=(url, step, be_killed))
            process.start()
            process.join()
            assert (process.exitcode, is_as_before()) == (KILLED, True), step
    assert step > 10
    after = Store(url)
    assert (shape(after), rows(after)) == ((schema_upgrade.head(), [*COLUMNS, *TABLES]), held)
    assert health.schema(after.engine) == []
    after.close()
    assert earlier.ready() is not None


def test_it_is_upgraded_once(earlier: Service) -> None:
    for _ in range(2):
        earlier.ready()
        earlier.close()
    assert len(list((earlier.settings.var_dir / backups.FOLDER).iterdir())) == 1


def test_it_takes_drafts_and_releases_and_gives_them_back(earlier: Service, tmp_path: Path) -> None:
    release = earlier.ready()
    (approved,) = (each for each in earlier.drafts.drafts(LENA) if each.state is DraftState.APPROVED)
    assert earlier.drafts.publish(LENA, approved.draft_id).number == release + 1
    before = earlier.stored_contents(release + 1)
    (tmp_path / "KAZ.xlsx").write_bytes(corrected("Another sentence.", base=release + 1))
    assert earlier.publish([tmp_path / "KAZ.xlsx"], "lena", "a correction").changed
    assert earlier.stored_contents(release + 2).statements != before.statements
    reverted = earlier.reverts.revert(LENA, release + 2, "by mistake")
    after = earlier.stored_contents(reverted.number)
    assert (after.statements, after.observations) == (before.statements, before.observations)


def recode(service: Service, folder: Path, text_: str) -> None:
    (folder / "KAZ.xlsx").write_bytes(corrected(text_, base=service.ready()))
    assert service.publish([folder / "KAZ.xlsx"], "lena", "a correction").changed


def confirm(service: Service, clock: Clock) -> None:
    words = ReplyWords(
        kind=ReplyKind.CONFIRMATION, words="", lang="en", body="Ministry", given_on=service.now().date()
    )  # fmt: skip
    service.replies.give(KAZ, "BD-1", words)
    clock.advance(hours=1)


def position(service: Service, release: int | None = None) -> Position | None:
    snapshot = service.snapshot(release=release)
    (found,) = (records_of(snapshot).position(row) for row in snapshot.statements if row.country == "KAZ")
    return found.position if found else None


@pytest.mark.parametrize("revision", [schema_upgrade.BEFORE_THE_FIRST, "20261128"])
@pytest.mark.parametrize("recoded", ["never", "before", "between", "after"])
def test_a_reply_stored_before_is_held_against_the_release_that_it_answered(
    service: Service, clock: Clock, tmp_path: Path, revision: str, recoded: str
) -> None:
    """The coding changes before the reply is written, between writing and publishing it, or after that."""
    for moment in ("before", "between", "after"):
        clock.advance(hours=1)
        if recoded == moment:
            recode(service, tmp_path, "Another sentence.")
        if moment == "before":
            confirm(service, clock)
        if moment == "between":
            service.replies.publish(LENA, "KAZ")
    as_of_november(service, revision)
    expected = Position.CHANGED if recoded in ("between", "after") else Position.CONFIRMED
    assert position(service) is expected
    if recoded == "after":
        assert position(service, service.ready() - 1) is Position.CONFIRMED
        service.reverts.revert(LENA, service.ready(), "by mistake")
        assert position(service) is Position.CONFIRMED


def test_a_reply_that_waited_during_the_upgrade_is_held_against_what_was_public_when_it_was_written(
    service: Service, clock: Clock, tmp_path: Path
) -> None:
    confirm(service, clock)
    recode(service, tmp_path, "Another sentence.")
    as_of_november(service)
    service.replies.publish(LENA, "KAZ")
    assert position(service) is Position.CHANGED
