"""A reading under its second codings, one or several, where these differ. Must not change the text of a source."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from bukhara.model.codes import Kind, State, Status
from bukhara.model.framework import OtherCoding, Reading
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.progress.records import reading_at


def recodings(snapshot: Snapshot, country: str) -> Iterator[Snapshot]:
    """Yield the snapshot under each combination of a state's second codings, without that of none of them.

    For counting only: it has the statements of that state alone, and the inserted rows represent a coder's decision
    and cite no passage.
    """
    own_rows = tuple(statement for statement in snapshot.statements if statement.country == country)
    alone = replace(snapshot, statements=own_rows)
    reading = reading_at(snapshot.framework, snapshot.as_of)
    own = [other for other in reading.second_coding if other.country == country] if reading else []
    chosen = (each for size in range(1, len(own) + 1) for each in combinations(own, size))
    yield from (_recoded(alone, reading, each) for each in chosen if reading)


def _recoded(snapshot: Snapshot, reading: Reading, chosen: Iterable[OtherCoding]) -> Snapshot:
    others = {(other.country, other.indicator): other for other in chosen}
    kept = tuple(_cleared(s) if (s.country, s.indicator) in others else s for s in snapshot.statements)
    put_in = tuple(_row(snapshot, other, reading) for other in others.values())
    return replace(snapshot, statements=kept + tuple(row for row in put_in if row is not None))


def _cleared(statement: Statement) -> Statement:
    return replace(statement, status=None, level=None)


def _row(snapshot: Snapshot, other: OtherCoding, reading: Reading) -> Statement | None:
    if other.status is Status.NOT_ASKED:
        return None
    return Statement(
        country=other.country,
        item=snapshot.framework.indicator(other.indicator).item,
        indicator=other.indicator,
        kind=Kind.IMPLEMENTATION,
        state=State.VALUE,
        status=other.status,
        source_id=reading.source_id,
    )
