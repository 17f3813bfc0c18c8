"""Finds for each new row the old row that it replaces: by subject, even if the text was edited."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import fields
from typing import Any

from bukhara.model.codes import Qualifier
from bukhara.model.columns import Role, names
from bukhara.model.groups import group_by
from bukhara.model.observation import Observation
from bukhara.model.source import Source
from bukhara.model.statement import CITATION, SUBJECT, Statement

Record = Statement | Observation | Source
Key = Callable[[Record], Hashable | None]

MANY = 40
"""For up to so many rows with one key, the most similar pairs are searched; more rows are paired in order."""
_DIMENSIONS = names(Observation, Role.SUBJECT, Role.COUNTED, Role.PERIOD)


def paired(old: Sequence[Record], new: Sequence[Record]) -> dict[int, int]:
    """Return a dictionary from the index of a new row to the index of the old row that it replaces.

    No row is used twice. Equal rows are paired first, then rows of one name, of one subject and source, of one locator,
    of one subject.
    """
    found: dict[int, int] = {}
    left_old, left_new = list(range(len(old))), list(range(len(new)))
    for key in (lambda record: record, _whole, identity, about, _placed, _subject):
        if not (left_old and left_new):
            break
        before, after = _by_key(old, left_old, key), _by_key(new, left_new, key)
        for name in after.keys() & before.keys():
            found |= _pairs(old, new, before[name], after[name])
        taken = set(found.values())
        left_old = [n for n in left_old if n not in taken]
        left_new = [n for n in left_new if n not in found]
    return found


def _by_key(rows: Sequence[Record], places: list[int], key: Key) -> dict[Hashable, list[int]]:
    groups = group_by(places, lambda n: (type(rows[n]), key(rows[n])))
    return {name: found for name, found in groups.items() if name[1] is not None}


def _pairs(old: Sequence[Record], new: Sequence[Record], before: list[int], after: list[int]) -> dict[int, int]:
    if len(before) == len(after) == 1 or max(len(before), len(after)) > MANY:
        return dict(zip(after, before, strict=False))
    likest = sorted((-_alike(old[b], new[a]), a, b) for a in after for b in before)
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, a, b in likest:
        if a not in found and b not in taken:
            found[a] = b
            taken.add(b)
    return found


def _alike(one: Record, other: Record) -> int:
    return sum(getattr(one, each.name) == getattr(other, each.name) for each in fields(one))


def _plain(value: Any) -> Hashable:
    return " ".join(value.split()) if isinstance(value, str) else value


def _values(record: Record, names: Sequence[str]) -> tuple[Hashable, ...]:
    return tuple(_plain(getattr(record, name)) for name in names)


def _whole(record: Record) -> Hashable:
    return _values(record, [each.name for each in fields(record)])


def identity(record: Record) -> str:
    """Return the stable identifier of a row."""
    if isinstance(record, Source):
        return record.source_id
    return record.evidence_id if isinstance(record, Statement) else record.observation_id


def about(record: Record) -> Hashable | None:
    """Return the subject and source of a row; None for a source."""
    return None if isinstance(record, Source) else (_subject(record), record.source_id)


def _placed(record: Record) -> Hashable | None:
    """Return the source and locator of a row, for rows with a corrected period, unit or body."""
    if isinstance(record, Source) or not (record.source_locator or record.quote):
        return None
    return _values(record, ("country", "indicator", "partner", *CITATION))


def _subject(record: Record) -> Hashable | None:
    if isinstance(record, Source):
        return None
    if isinstance(record, Statement):
        return _values(record, SUBJECT)
    label = record.period_label if record.period_start is None and record.period_end is None else ""
    return (*_values(record, _DIMENSIONS), label, record.qualifier is Qualifier.CHANGE_PERCENT)
