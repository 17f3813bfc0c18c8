"""A state's page as it will be, item by item, with what the state has replied and what still waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.views import country

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bukhara.model.framework import Item
    from bukhara.model.release import Snapshot
    from bukhara.model.round import Reply
    from bukhara.model.statement import Statement
    from bukhara.progress.status import ItemStatus


@dataclass(frozen=True, slots=True)
class Said:
    """What a state replied about an item: the newest about each part of it, and what that took the place of."""

    newest: tuple[Reply, ...]
    earlier: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class ToReply:
    """One item of the page: its status and statement (None for an item of the region), and what was replied."""

    item: Item
    status: ItemStatus | None
    statement: Statement | None
    published: Said
    waiting: tuple[Reply, ...]


def said(replies: Iterable[Reply], country_code: str, item: str) -> Said:
    """Return what a state replied about an item, newest first."""
    own = [reply for reply in replies if (reply.country, reply.item) == (country_code, item)]
    own.sort(key=lambda reply: reply.given_on)
    newest = {reply.indicator: reply for reply in own}
    shown = sorted(newest.values(), key=lambda reply: reply.given_on, reverse=True)
    return Said(tuple(shown), tuple(reply for reply in reversed(own) if reply not in shown))


def build(snapshot: Snapshot, code: str, waiting: Sequence[Reply]) -> tuple[ToReply, ...]:
    """Return every item in the order of the page, then those that are not on it; KeyError for an unknown state."""
    lines = {line.item.id: line for block in country.build(snapshot, code).blocks for line in block.lines}
    rest = [item for item in snapshot.framework.items if item.id not in lines]
    pending = {reply.reply_id for reply in waiting}
    published = [reply for reply in snapshot.replies if reply.reply_id not in pending]
    return tuple(
        ToReply(
            item=item,
            status=lines[item.id].status if item.id in lines else None,
            statement=lines[item.id].statement if item.id in lines else None,
            published=said(published, code, item.id),
            waiting=tuple(reply for reply in waiting if reply.item == item.id),
        )
        for item in (*(line.item for line in lines.values()), *rest)
    )
