"""Reverts: previews of taking a release back, or of returning to one, and the revert itself."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bukhara.access import Action
from bukhara.model.access import Actor
from bukhara.model.release import Release, RevertScope
from bukhara.service.authorize import authorize
from bukhara.service.core import Core
from bukhara.service.drafts.transitions import required_note
from bukhara.service.snapshots import snapshot_key
from bukhara.service.two_releases import all_rows, with_blocks
from bukhara.store.blocks import joined_blocks, split_into_blocks
from bukhara.store.reverts import RevertPlan
from bukhara.views.release_changes import Held, ReleaseChanges, build


@dataclass(frozen=True, slots=True, kw_only=True)
class RevertPreview:
    """The effects of a revert that has not been made.

    `gone` are the releases with changes that disappear, newest first, each with only those blocks; `kept` are the
    releases with blocks that stay, likewise. `waiting` is the number of replies that wait again; `changes` are those of
    the record as readers see it.
    """

    release: Release
    scope: RevertScope
    newest: int
    gone: tuple[Release, ...]
    kept: tuple[Release, ...]
    waiting: int
    changes: ReleaseChanges


class Reverts:
    """Takes releases back: one alone, or all after another one."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def preview(self, actor: Actor, number: int, scope: RevertScope = RevertScope.ONLY) -> RevertPreview:
        """Return the effects of a revert without storing it.

        Raises ReleaseUnknown if there is no such release, Refused if it is the first one, which cannot be taken back,
        or if nothing of it is left.
        """
        authorize(self._core, actor, Action.REVERT)
        plan = self._core.opened().revert_plan(number, scope)
        releases = self._core.releases()[: plan.current]
        changed = {str(key) for key in plan.changed}
        touching = releases[number:] if scope is RevertScope.RETURN else releases[number - 1 : number]
        return RevertPreview(
            release=releases[number - 1],
            scope=scope,
            newest=plan.current,
            gone=with_blocks(reversed(touching), changed),
            kept=_of_latest(releases, {str(key): at for key, at in plan.kept.items()}),
            waiting=len(plan.waiting),
            changes=self._changes(plan),
        )

    def revert(
        self,
        actor: Actor,
        number: int,
        note: str,
        *,
        scope: RevertScope = RevertScope.ONLY,
        seen: int | None = None,
    ) -> Release:
        """Take back release `number`, or all after it to return to what it held; return the release that does it.

        `seen` is the newest release that the user saw. Raises BaseOutdated if there is a newer one, else as `preview`.
        """
        authorize(self._core, actor, Action.REVERT)
        why, now = required_note(note), self._core.now()
        return self._core.opened().revert(number, actor=actor.name, note=why, now=now, scope=scope, seen=seen)

    def taken_back_by(self, number: int) -> int | None:
        """Return the release that took back what release `number` published, alone or with others, if one did."""
        for each in self._core.releases()[number:]:
            only = each.revert_scope is RevertScope.ONLY and each.reverts == number
            if only or (each.revert_scope is RevertScope.RETURN and each.reverts is not None and each.reverts < number):
                return each.number
        return None

    def _changes(self, plan: RevertPlan) -> ReleaseChanges:
        """Return the changes that readers would see, with disclosure control on both sides."""
        now, target = self._core.stored_contents(plan.current), self._core.stored_contents(plan.target)
        then = split_into_blocks(target)
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
