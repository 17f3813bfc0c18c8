"""What a store holds, row by row, and a fault at any statement of a change."""

from collections.abc import Callable
from itertools import count
from typing import Any

from sqlalchemy import event, select

from bukhara.store import Store, tables


def all_rows(store: Store, *, without: str = "") -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of every table but `without`, sorted."""
    held = [each for each in tables.metadata.sorted_tables if each.name != without]
    with store.connect() as connection:
        return {each.name: sorted(map(tuple, connection.execute(select(*each.c))), key=repr) for each in held}


class Fault(BaseException):
    """What goes wrong at the statement that is chosen; no code of the program catches it."""


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
