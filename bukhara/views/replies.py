"""The page of a state after publication, item by item, with the state's replies, published and pending."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bukhara.model.codes import OWN_WORDS
from bukhara.model.framework import Item
from bukhara.model.release import Snapshot
from bukhara.model.round import Reply
from bukhara.model.statement import Statement
from bukhara.progress.status import ItemStatus
from bukhara.views import country


@dataclass(frozen=True, slots=True)
class RepliesToItem:
    """The replies of a state to one item: the newest to each part of it, and the earlier ones that these replaced."""

    newest: tuple[Reply, ...]
    earlier: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class ToReply:
    """One item of the page: its status and statement (None for an item of the region), and the replies to it."""

    item: Item
    status: ItemStatus | None
    statement: Statement | None
    published: RepliesToItem
    waiting: tuple[Reply, ...]


def replies_to_item(replies: Iterable[Reply], country_code: str, item: str) -> RepliesToItem:
    """Return the replies of a state to an item, newest first."""
    own = [reply for reply in replies if (reply.country, reply.item) == (country_code, item)]
    own.sort(key=lambda reply: reply.given_on)
    newest = {reply.indicator: reply for reply in own}
    shown = sorted(newest.values(), key=lambda reply: reply.given_on, reverse=True)
    return RepliesToItem(tuple(shown), tuple(reply for reply in reversed(own) if reply not in shown))


def was_asked(snapshot: Snapshot, country_code: str, item: str = "") -> bool:
    """Return whether a state was asked about an item, or about any; one that answered or replied counts as asked."""
    own = {source.source_id for source in snapshot.sources if source.source_class in OWN_WORDS}
    asked = (request.items.split() for request in snapshot.requests if request.country == country_code)
    spoken = [reply.item for reply in snapshot.replies if reply.country == country_code]
    spoken += [row.item for row in snapshot.statements if row.country == country_code and row.source_id in own]
    return any(item in ("", each) for each in spoken) or any(not items or not item or item in items for items in asked)


def build(snapshot: Snapshot, code: str, waiting: Sequence[Reply]) -> tuple[ToReply, ...]:
    """Return the items of the page in its order, then the other items; raise KeyError for an unknown state."""
    lines = {line.item.id: line for block in country.build(snapshot, code).blocks for line in block.lines}
    rest = [item for item in snapshot.framework.items if item.id not in lines]
    pending = {reply.reply_id for reply in waiting}
    published = [reply for reply in snapshot.replies if reply.reply_id not in pending]
    return tuple(
        ToReply(
            item=item,
            status=lines[item.id].status if item.id in lines else None,
            statement=lines[item.id].statement if item.id in lines else None,
            published=replies_to_item(published, code, item.id),
            waiting=tuple(reply for reply in waiting if reply.item == item.id),
        )
        for item in (*(line.item for line in lines.values()), *rest)
    )
