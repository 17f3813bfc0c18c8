"""Whatever fails in the middle of a publication: nothing of it is there, and the next one works."""

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from sqlalchemy import event, inspect, text

from bukhara.store import Store
from tests.contract.records import STAMP, a_source, a_statement, tracker


class Fault(Exception):
    """What goes wrong at the statement that is chosen."""


def held(store: Store) -> dict[str, list[Any]]:
    """Return every row of every table."""
    with store.engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        return {each: sorted(map(repr, connection.execute(text(f"SELECT * FROM {each}")))) for each in tables}


def failing_at(store: Store, statement: int, change: Callable[[], object]) -> bool:
    """Run `change` until its `statement`-th statement fails; say whether it had so many before it was committed."""
    seen, committed = count(1), []

    def fail(*_: object) -> None:
        if next(seen) == statement and not committed:
            raise Fault

    listeners = (("before_cursor_execute", fail), ("commit", committed.append))
    for name, listener in listeners:
        event.listen(store.engine, name, listener)
    try:
        change()
    except Fault:
        return True
    finally:
        for name, listener in listeners:
            event.remove(store.engine, name, listener)
    return False


@pytest.mark.parametrize("action", ["publish", "revert"])
def test_a_fault_at_any_statement_leaves_the_record_as_it_was(store: Store, action: str) -> None:
    store.publish([tracker(a_statement(), sources=(a_source(),))], **STAMP)
    store.publish([tracker(a_statement(statement="Another."), sources=(a_source(),))], **STAMP)
    third = tracker(a_statement(statement="A third."), sources=(a_source(title="Another title"),))
    back = {name: STAMP[name] for name in ("actor", "note", "now")}
    change = {"publish": lambda: store.publish([third], **STAMP), "revert": lambda: store.revert(2, **back)}[action]
    before = held(store)
    for statement in count(1):
        if not failing_at(store, statement, change):
            break
        assert held(store) == before, statement
    assert statement > 5
    assert store.ready() == 3
