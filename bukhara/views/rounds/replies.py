"""The page on which a state replies: each item as it is public, as it was sent for review, and the replies to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bukhara.model.framework import Item
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.round import Reply
from bukhara.model.statement import Statement
from bukhara.progress.seen_content import rows_seen, seen_content
from bukhara.situation.replies import RepliesToItem, replies_to_item
from bukhara.situation.situation import Situation, of_state
from bukhara.situation.statements import newest_first


@dataclass(frozen=True, slots=True)
class ItemSeen:
    """What a state sees of an item, and the fingerprint of it; without `status` for an item of the region."""

    status: Situation | None
    statements: tuple[Statement, ...]
    figures: tuple[Observation, ...]
    seen: str


@dataclass(frozen=True, slots=True)
class ToReply:
    """An item as it is public `now`, the replies to it, and other content that was sent for review: `reviewed`."""

    item: Item
    now: ItemSeen
    published: RepliesToItem
    waiting: tuple[Reply, ...]
    reviewed: ItemSeen | None


def build(
    public: Snapshot, code: str, waiting: Sequence[Reply], reviewed: Snapshot | None = None
) -> tuple[ToReply, ...]:
    """Return the items that a state is asked about in the order of its page, then the others.

    `reviewed` is what readers would see with the workbook that was sent for review.
    """
    now = _items_seen(public, code)
    then = _items_seen(reviewed, code) if reviewed else {}
    return tuple(
        ToReply(
            item=item,
            now=now[item.id],
            published=replies_to_item(public.replies, code, item.id),
            waiting=tuple(reply for reply in waiting if reply.item == item.id),
            reviewed=after if (after := then.get(item.id)) and after.seen != now[item.id].seen else None,
        )
        for item in sorted(public.framework.items, key=lambda item: now[item.id].status is None)
    )


def _items_seen(snapshot: Snapshot, code: str) -> dict[str, ItemSeen]:
    mine = of_state(snapshot, code)
    found = {}
    for item in snapshot.framework.items:
        statements, figures = rows_seen(snapshot, code, item.id)
        shown = newest_first(snapshot, statements)
        found[item.id] = ItemSeen(mine.get(item.id), shown, figures, seen_content(snapshot, code, item.id))
    return found
