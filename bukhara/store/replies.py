"""Replies of states that wait for publication; every function takes an open connection."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, delete, insert, select

from bukhara.model.round import Reply, ReplyKind, RoundEventKind
from bukhara.model.text import Text
from bukhara.store import draft_events, publishing, reading, tables
from bukhara.store.rows import clean, from_rows, to_row

_EVENTS = {
    ReplyKind.CONFIRMATION: RoundEventKind.CONFIRMED,
    ReplyKind.OBJECTION: RoundEventKind.OBJECTED,
    ReplyKind.ITEM_OBJECTION: RoundEventKind.OBJECTED,
}


def waiting(connection: Connection, country: str = "") -> tuple[Reply, ...]:
    """Return the replies of a state, or of all, that nobody has published yet, oldest first."""
    *columns, _created_by = tables.pending_reply.c
    query = select(*columns)
    if country:
        query = query.where(tables.pending_reply.c.country == clean(country))
    found = from_rows(Reply, connection.execute(query))
    # the waiting ones keep their translation as the form has it: in `text` nothing can be deleted
    stored = (replace(each, translation=Text.translated(str(each.translation), each.lang)) for each in found)
    return tuple(sorted(stored, key=lambda reply: (reply.given_on, reply.reply_id)))


def givers(connection: Connection, country: str) -> set[str]:
    """Return the accounts that gave the waiting replies of a state."""
    row = tables.pending_reply.c
    return set(connection.execute(select(row.created_by).where(row.country == clean(country))).scalars())


def keep(connection: Connection, reply: Reply, *, by: str) -> None:
    """Store a reply; it replaces a waiting one about the same item and indicator."""
    row = tables.pending_reply.c
    same = (row.country == reply.country) & (row.item == reply.item) & (row.indicator == reply.indicator)
    connection.execute(delete(tables.pending_reply).where(same))
    given = to_row(reply)
    kept = given | {"translation": str(given["translation"]), "created_by": clean(by)}
    connection.execute(insert(tables.pending_reply).values(kept))


def keep_unless_newer(connection: Connection, reply: Reply, *, by: str) -> None:
    """Store a reply that was taken back, unless another one about the same item and indicator waits already."""
    same = (reply.item, reply.indicator)
    if same not in {(each.item, each.indicator) for each in waiting(connection, reply.country)}:
        keep(connection, reply, by=by)


def drop(connection: Connection, country: str, reply_ids: Iterable[str]) -> int:
    """Delete waiting replies of a state; return how many there were."""
    row = tables.pending_reply.c
    mine = (row.country == country) & row.reply_id.in_([clean(each) for each in reply_ids])
    return connection.execute(delete(tables.pending_reply).where(mine)).rowcount


def publish(connection: Connection, country: str, stamp: publishing.Stamp) -> int | None:
    """Publish the waiting replies of a state together with its published ones; return None if no reply waits.

    The waiting replies are deleted, because they are now in the release.
    """
    given = waiting(connection, country)
    if not given:
        return None
    newest = reading.latest(connection)
    before = reading.contents(connection, newest).replies if newest else ()
    published = [reply for reply in before if reply.country == country]
    number = publishing.publish(connection, (), stamp, [*published, *given])
    drop(connection, country, [reply.reply_id for reply in given])
    for kind in dict.fromkeys(_EVENTS[reply.kind] for reply in given if reply.kind in _EVENTS):
        draft_events.note_words(connection, country, kind, by=stamp.actor, now=stamp.now)
    return number
