"""Reverts: previews of taking a release back, or of returning to one, and the revert itself."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.model.access import Actor
from bukhara.model.audit import AuditAction
from bukhara.model.messages import N_
from bukhara.model.release import Release, RevertScope, taken_back_by, with_blocks
from bukhara.service.core import Core
from bukhara.service.drafts.transitions import required_note
from bukhara.service.reading.snapshots import snapshot_key
from bukhara.service.releases.two_releases import all_rows
from bukhara.store import audit_log
from bukhara.store.blocks import joined_blocks, split_into_blocks
from bukhara.store.reverts import RevertPlan
from bukhara.views.releases.release_changes import Held, ReleaseChanges, build

SECOND = N_("Where two persons are needed, another person asks for this first.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RevertPreview:
    """The effects of a revert that has not been made.

    `gone` are the releases with changes that disappear, newest first, each with only those blocks; `kept` are the
    releases with blocks that stay, likewise. `waiting` is the number of replies that wait again; `changes` are those of
    the record as readers see it. `asked_by` are the persons who asked for it, each with the note.
    """

    release: Release
    scope: RevertScope
    newest: int
    gone: tuple[Release, ...]
    kept: tuple[Release, ...]
    waiting: int
    changes: ReleaseChanges
    asked_by: Mapping[str, str]


class Reverts:
    """Takes releases back: one alone, or all after another one."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def preview(self, actor: Actor, number: int, scope: RevertScope = RevertScope.ONLY) -> RevertPreview:
        """Return the effects of a revert without storing it.

        Raises ReleaseUnknown if there is no such release, Refused if it is the first one, which cannot be taken back,
        or if nothing of it is left.
        """
        self._core.authorize(actor, Action.REVERT)
        plan = self._core.opened().revert_plan(number, scope)
        releases = self._core.releases()[: plan.current]
        changed = {str(key) for key in plan.changed}
        touching = releases[number:] if scope is RevertScope.RETURN else releases[number - 1 : number]
        return RevertPreview(
            release=releases[number - 1],
            scope=scope,
            newest=plan.current,
            gone=with_blocks(reversed(touching), changed.__contains__),
            kept=_of_latest(releases, {str(key): at for key, at in plan.kept.items()}),
            waiting=len(plan.waiting),
            changes=self._changes(plan),
            asked_by=self.asked_by(number, scope),
        )

    def revert(
        self, actor: Actor, number: int, note: str, *, scope: RevertScope = RevertScope.ONLY, seen: int | None = None
    ) -> Release:
        """Take back release `number`, or all after it to return to what it held; return the release that does it.

        `seen` is the newest release that the user saw. Raises BaseOutdated if there is a newer one, Refused where two
        persons are needed and nobody else has asked, else as `preview`.
        """
        self._core.authorize(actor, Action.REVERT)
        why, store = required_note(note), self._core.opened()
        if self.needs_asking(actor, number, scope):
            raise Refused(SECOND)
        stamp = self._core.stamp(actor.name, why, store.framework_version(number))
        return store.revert(number, stamp, scope=scope, seen=seen)

    def ask(self, actor: Actor, number: int, note: str, scope: RevertScope = RevertScope.ONLY) -> None:
        """Ask for a revert, which another person then makes; the next release ends the request.

        Raises Refused for an empty note, and as `preview`.
        """
        why, newest = required_note(note), self.preview(actor, number, scope).newest
        asked: dict[str, object] = {"release": number, "scope": scope.value, "newest": newest, "note": why}
        with self._core.opened().transaction() as connection:
            self._core.audit(connection, actor.name, AuditAction.REVERT_ASKED, **asked)

    def asked_by(self, number: int, scope: RevertScope = RevertScope.ONLY) -> dict[str, str]:
        """Return who asked for this revert of the present record, each with the note."""
        wanted = (number, scope.value, self._core.ready())
        with self._core.opened().connect() as connection:
            rows = audit_log.details_of(connection, AuditAction.REVERT_ASKED)
        return {who: it["note"] for who, it in rows if (it["release"], it["scope"], it["newest"]) == wanted}

    def needs_asking(self, actor: Actor, number: int, scope: RevertScope = RevertScope.ONLY) -> bool:
        """Return whether this person may only ask: two persons are needed, and nobody else has asked."""
        return self._core.settings.two_persons and not self.asked_by(number, scope).keys() - {actor.name}

    def taken_back_by(self, number: int) -> int | None:
        """Return the release that took back what release `number` published, alone or with others, if one did."""
        return taken_back_by(self._core.releases(), number)

    def _changes(self, plan: RevertPlan) -> ReleaseChanges:
        """Return the changes that readers would see, with disclosure control on both sides."""
        now, target = self._core.stored_contents(plan.current), self._core.stored_contents(plan.target)
        then = target.once(split_into_blocks)
        wanted = {**{key: then.get(key) for key in plan.restored}, **plan.replies}
        text = self._core.stored_contents(plan.framework_of).framework_text
        contents = replace(joined_blocks(wanted, now), framework_text=text)
        marks = sorted(f"{key}{block.hash if block else ''}" for key, block in wanted.items())
        name = f"revert:{hashlib.sha256(repr(marks).encode()).hexdigest()[:16]}"
        core = self._core
        today, then_shown = core.snapshot(release=plan.current), core.preview_of(contents, name)

        def compared() -> ReleaseChanges:
            before = Held(all_rows(core, core.shown_contents(plan.current)), today)
            return build(before, Held(all_rows(core, core.protected(contents)), then_shown))

        return core.compared.get((snapshot_key(today), snapshot_key(then_shown)), compared)


def _of_latest(releases: Iterable[Release], at: Mapping[str, int]) -> tuple[Release, ...]:
    """Return the releases with only the blocks for which they are named, newest first."""
    cut = (replace(each, blocks=tuple(b for b, number in at.items() if number == each.number)) for each in releases)
    return tuple(each for each in reversed(list(cut)) if each.blocks)
