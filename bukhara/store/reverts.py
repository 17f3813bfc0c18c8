"""Reverts: what taking a release back, or returning to one, would change, and the release that does it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from bukhara.errors import BaseOutdated, Refused, ReleaseUnknown
from bukhara.model.messages import N_
from bukhara.model.release import RevertScope
from bukhara.model.round import Reply, RoundProgress
from bukhara.store import draft_events, publishing, reading, replies, rounds
from bukhara.store.blocks import REMARKS, REPLIES, REQUESTS, SOURCES, Block, BlockKey
from bukhara.store.publishing import BlockChange, Stamp
from bukhara.store.reading import Versions

FIRST = N_("This is the first release: there was nothing before it. To keep only what it held, return to it.")
NOTHING_LEFT = N_(
    "Nothing of this release can be taken back: later releases changed it, or it was taken back already. Please look "
    "at the later releases first."
)
_LATER = N_("A release was published in between. Please look at what disappears now, then decide again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RevertPlan:
    """What a revert would do: each block of `restored` gets the content that it had in release `target`.

    `replies` are the new contents of blocks of replies, of which single rows are taken back; those in `waiting` wait
    for publication again. `kept` maps each block that stays as it is to the release that changed or uses it.
    """

    number: int
    scope: RevertScope
    current: int
    target: int
    restored: tuple[BlockKey, ...]
    replies: Mapping[BlockKey, Block | None]
    waiting: tuple[Reply, ...]
    published: tuple[Reply, ...]
    kept: Mapping[BlockKey, int]

    @property
    def changed(self) -> tuple[BlockKey, ...]:
        """Every block that would change."""
        return (*self.restored, *self.replies)

    @property
    def framework_of(self) -> int:
        """The release whose framework would be in force: an older one only where nothing later rests on the newest."""
        whole = self.scope is RevertScope.RETURN or self.number == self.current
        return self.target if whole else self.current


def plan(connection: Connection, number: int, scope: RevertScope) -> RevertPlan:
    """Return the changes that a revert would make now.

    Raises ReleaseUnknown if there is no such release, Refused for taking back the first one, or one of which nothing
    is left.
    """
    current = reading.latest(connection)
    if current is None or not 1 <= number <= current:
        raise ReleaseUnknown(number)
    if scope is RevertScope.RETURN:
        return _return_to(connection, number, current)
    if number == 1:
        raise Refused(FIRST)
    return _take_back(connection, number, current)


def revert(connection: Connection, number: int, stamp: Stamp, *, scope: RevertScope, seen: int | None = None) -> int:
    """Publish a revert as a release. `seen` is the newest release that the user saw.

    Replies that are taken back wait again; the days of requests on the board of their round follow the record. Raises
    BaseOutdated if there is a newer release than `seen`, else what `plan` raises.
    """
    current = reading.latest(connection)
    if seen is not None and seen != current and current is not None:
        raise BaseOutdated(seen, current, (), _LATER)
    made = plan(connection, number, scope)
    target = reading.versions(connection, made.target)
    changes = {key: BlockChange(content_id=target.content(key)) for key in made.restored}
    changes |= {key: BlockChange(block=block) for key, block in made.replies.items()}
    framework_version = reading.framework_version(connection, made.framework_of)
    released = publishing.write_release(
        connection,
        changes,
        stamp=replace(stamp, framework_version=framework_version),
        current=current,
        reverts=(number, scope),
    )
    for reply in made.waiting:
        replies.keep_unless_newer(connection, reply, by=stamp.actor)
    for reply in made.published:
        replies.drop(connection, reply.country, [reply.reply_id])
    _follow_requests(connection, released, made.restored, stamp)
    draft_events.follow_revert(connection, by=stamp.actor, now=stamp.now)
    return released


def _return_to(connection: Connection, number: int, current: int) -> RevertPlan:
    then, now = reading.versions(connection, number), reading.versions(connection, current)
    differing = [key for key in sorted(now) if now.hash(key) != then.hash(key)]
    return RevertPlan(
        number=number,
        scope=RevertScope.RETURN,
        current=current,
        target=number,
        restored=tuple(key for key in differing if key.kind not in REMARKS),
        replies={},
        waiting=(),
        published=(),
        kept={key: now[key].release for key in differing if key.kind in REMARKS},
    )


def _take_back(connection: Connection, number: int, current: int) -> RevertPlan:
    before, then, now = (reading.versions(connection, each) for each in (number - 1, number, current))
    own = [key for key in sorted(then) if then.hash(key) != before.hash(key)]
    data = [key for key in own if key.kind != REPLIES and now.hash(key) != before.hash(key)]
    restored = {key for key in data if now.hash(key) == then.hash(key)}
    kept = {key: now[key].release for key in data if key not in restored}
    used = _in_use(before, now, restored)
    kept |= {key: used[key.source_id] for key in restored if _loses_source(key, before, used)}
    restored = {key for key in restored if key not in kept} | _missing_sources(before, now, restored)
    blocks, waiting, published = _replies_without(connection, (before, then, now), own)
    made = RevertPlan(
        number=number,
        scope=RevertScope.ONLY,
        current=current,
        target=number - 1,
        restored=tuple(sorted(restored)),
        replies=blocks,
        waiting=waiting,
        published=published,
        kept=kept,
    )
    same_framework = reading.framework_version(connection, made.framework_of) == reading.framework_version(
        connection, current
    )
    if not made.changed and same_framework:
        raise Refused(NOTHING_LEFT)
    return made


def _in_use(before: Versions, now: Versions, restored: set[BlockKey]) -> dict[str, int]:
    """Return the sources that rows cite after the revert, each with the newest release of such rows."""
    found: dict[str, int] = {}
    for key in now:
        after = before.get(key) if key in restored else now[key]
        if after is not None and after.hash is not None and key.kind not in (SOURCES, *REMARKS):
            found[key.source_id] = max(after.release, found.get(key.source_id, 0))
    return found


def _loses_source(key: BlockKey, before: Versions, used: Mapping[str, int]) -> bool:
    """Return whether a source would be gone that rows still cite."""
    return key.kind == SOURCES and before.hash(key) is None and key.source_id in used


def _missing_sources(before: Versions, now: Versions, restored: set[BlockKey]) -> set[BlockKey]:
    """Return the sources of restored rows that the record no longer has."""
    cited = {BlockKey(SOURCES, "", key.source_id) for key in restored if key.kind not in (SOURCES, *REMARKS)}
    return {key for key in cited if now.hash(key) is None and before.hash(key) is not None}


def _replies_without(
    connection: Connection, versions: Sequence[Versions], own: Sequence[BlockKey]
) -> tuple[dict[BlockKey, Block | None], tuple[Reply, ...], tuple[Reply, ...]]:
    """Return the blocks of replies without those of one release, these replies, and those that it took back.

    A reply that the release took back is published again if it still waits: its state may have withdrawn it.
    """
    blocks: dict[BlockKey, Block | None] = {}
    waiting: list[Reply] = []
    published: list[Reply] = []
    for key in (key for key in own if key.kind == REPLIES):
        before, then, now = (_replies(connection, each, key) for each in versions)
        still = {reply.reply_id for reply in replies.waiting(connection, key.country)}
        gone = [reply for reply in now if reply in then and reply not in before]
        back = [reply for reply in before if reply not in then and reply not in now and reply.reply_id in still]
        if gone or back:
            left = (*(reply for reply in now if reply not in gone), *back)
            blocks[key] = Block(key, left) if left else None
            waiting += gone
            published += back
    return blocks, tuple(waiting), tuple(published)


def _replies(connection: Connection, versions: Versions, key: BlockKey) -> tuple[Reply, ...]:
    content = versions.content(key)
    return () if content is None else reading.replies(connection, content)


def _follow_requests(connection: Connection, number: int, restored: Sequence[BlockKey], stamp: Stamp) -> None:
    """Set the days of sending and of answer on the boards of rounds to what the record says now."""
    asked = {(each.round_id, each.country): each for each in reading.contents(connection, number).requests}
    for key in (key for key in restored if key.kind == REQUESTS):
        lines = {line.country: line for line in rounds.progress(connection, key.source_id)}
        request = asked.get((key.source_id, key.country))
        line = lines.get(key.country, RoundProgress(round_id=key.source_id, country=key.country))
        sent, due = (request.sent, request.due) if request else (None, line.due)
        if rounds.find(connection, key.source_id) is not None:
            rounds.keep(connection, replace(line, sent=sent, due=due), by=stamp.actor, at=stamp.now)
