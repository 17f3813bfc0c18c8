"""What states replied to what the record shows: objections and their answers, and the cells with a reply."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bukhara.model.codes import OWN_WORDS, Position
from bukhara.model.marks import REPLY_SIGNS
from bukhara.model.position import Attribution
from bukhara.model.release import Snapshot
from bukhara.model.round import Decision, Reply, ReplyKind
from bukhara.model.statement import Statement
from bukhara.progress.records import records_of
from bukhara.progress.status import statuses

_OBJECTING = (ReplyKind.OBJECTION, ReplyKind.ITEM_OBJECTION)


@dataclass(frozen=True, slots=True)
class RepliesToItem:
    """The replies of a state to one item: the newest to each part of it, and the earlier ones that these replaced."""

    newest: tuple[Reply, ...]
    earlier: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class Objection:
    """An objection and its answer: the coding was `changed`, or `kept` with a reason; or nobody has answered."""

    reply: Reply
    changed: bool
    kept: Decision | None

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered it."""
        return not self.changed and self.kept is None


def replies_to_item(replies: Iterable[Reply], country_code: str, item: str) -> RepliesToItem:
    """Return the replies of a state to an item, newest first."""
    own = [reply for reply in replies if (reply.country, reply.item) == (country_code, item)]
    own.sort(key=lambda reply: reply.given_on)
    newest = {reply.indicator: reply for reply in own}
    shown = sorted(newest.values(), key=lambda reply: reply.given_on, reverse=True)
    return RepliesToItem(tuple(shown), tuple(reply for reply in reversed(own) if reply not in shown))


def objections(snapshot: Snapshot) -> tuple[Objection, ...]:
    """Return the objections that no newer reply to the same part replaced, and what became of them, oldest first."""
    kept = {each.difference: each for each in snapshot.decisions}
    found = (
        Objection(
            reply=reply,
            changed=reply.reply_id in snapshot.outdated and reply.kind is not ReplyKind.ITEM_OBJECTION,
            kept=kept.get(reply.reply_id),
        )
        for reply in snapshot.replies
        if reply.kind in _OBJECTING and reply in replies_to_item(snapshot.replies, reply.country, reply.item).newest
    )
    return tuple(sorted(found, key=lambda each: (each.reply.given_on, each.reply.reply_id)))


def position_of(snapshot: Snapshot, statement: Statement) -> Attribution | None:
    """Return who said a statement and what its state said of it; None for a question without an answer."""
    return records_of(snapshot).position(statement)


def replied_cells(snapshot: Snapshot) -> Mapping[tuple[str, str], Position]:
    """Return the position of each status to which its state replied, by state and item.

    Nothing if all statuses have one position: the sentence that goes with every page says it of all.
    """
    return snapshot.once(_replied_cells)


def signed_positions(snapshot: Snapshot) -> tuple[Position, ...]:
    """Return the positions among them that have a sign of their own; an objection has the flag of contested points."""
    found = set(replied_cells(snapshot).values()) - {Position.DISAGREES}
    return tuple(each for each in Position if each in found)


def _replied_cells(snapshot: Snapshot) -> Mapping[tuple[str, str], Position]:
    found = {(each.country, each.item): each.position for each in statuses(snapshot) if each.position and each.applies}
    replied = {cell: position for cell, position in found.items() if position in REPLY_SIGNS}
    return replied if len(set(found.values())) > 1 else {}


def was_asked(snapshot: Snapshot, country_code: str, item: str = "") -> bool:
    """Return whether a state was asked about an item, or about any; one that answered or replied counts as asked."""
    asked = (request.items.split() for request in snapshot.requests if request.country == country_code)
    return spoke(snapshot, country_code, item) or any(not items or not item or item in items for items in asked)


def spoke(snapshot: Snapshot, country_code: str, item: str = "") -> bool:
    """Return whether a state itself answered or replied about an item, or about any."""
    own = {source.source_id for source in snapshot.sources if source.source_class in OWN_WORDS}
    spoken = [reply.item for reply in snapshot.replies if reply.country == country_code]
    spoken += [row.item for row in snapshot.statements if row.country == country_code and row.source_id in own]
    return any(item in ("", each) for each in spoken)
