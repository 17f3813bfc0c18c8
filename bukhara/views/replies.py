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
from bukhara.views.country import CountryTheme
from bukhara.views.marks import mark


@dataclass(frozen=True, slots=True)
class RepliesToItem:
    """The replies of a state to one item: the newest to each part of it, and the earlier ones that these replaced."""

    newest: tuple[Reply, ...]
    earlier: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class ToReply:
    """One item of the page: its status and statement (None for an item of the region), and the replies to it.

    `now` is the item as it is public now, if readers see another status or statement there.
    """

    item: Item
    status: ItemStatus | None
    statement: Statement | None
    published: RepliesToItem
    waiting: tuple[Reply, ...]
    now: CountryTheme | None = None


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


def build(snapshot: Snapshot, code: str, waiting: Sequence[Reply], public: Snapshot) -> tuple[ToReply, ...]:
    """Return the items of the page in its order, then the other items; raise KeyError for an unknown state.

    `public` is what readers see now.
    """
    lines, public_lines = _lines(snapshot, code), _lines(public, code)
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
            now=_if_other(public_lines.get(item.id), lines.get(item.id)),
        )
        for item in (*(line.item for line in lines.values()), *rest)
    )


def _lines(snapshot: Snapshot, code: str) -> dict[str, CountryTheme]:
    return {line.item.id: line for block in country.build(snapshot, code).blocks for line in block.lines}


def _if_other(public: CountryTheme | None, line: CountryTheme | None) -> CountryTheme | None:
    return public if public and (line is None or _shown(public) != _shown(line)) else None


def _shown(line: CountryTheme) -> tuple[object, ...]:
    """Return what a reader sees of a theme, apart from replies and from what they do to its coding status."""
    row = line.statement
    words = (row.source_id, row.statement, row.quote, row.source_locator) if row else ()
    return mark(line.status), line.status.since, line.status.valid_until, *words
