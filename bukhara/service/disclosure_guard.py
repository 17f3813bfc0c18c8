"""Puts the disclosure guard between the store and every reader, release after release; the only place that does."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from bukhara.disclosure import Kept, Policy, protect

if TYPE_CHECKING:
    from collections.abc import Callable

    from bukhara.settings import Settings
    from bukhara.store import StoredContents


def policy_of(settings: Settings) -> Policy:
    """Return the rules that the settings ask for."""
    return Policy(
        guard=settings.disclosure_guard,
        victims=settings.disclosure_threshold_victims,
        persons=settings.disclosure_threshold_persons,
        rounding=settings.disclosure_rounding,
        width=settings.disclosure_width,
        published=settings.disclosure_published,
    )


class Guarding:
    """Protects what a release holds as a whole, and remembers what releases before it withheld and showed."""

    def __init__(self, policy: Policy) -> None:
        """Start with nothing remembered: releases never change, so their masks can always be made again."""
        self._policy = policy
        self._lock = Lock()
        self._kept: dict[int, Kept] = {0: Kept()}

    def shown(self, number: int, contents: Callable[[int], StoredContents]) -> StoredContents:
        """Return what may be shown of release `number`; `contents` reads a release, numbers run from 1.

        ReleaseUnknown where there is none.
        """
        held = contents(number)
        with self._lock:
            start = max(n for n in self._kept if n < number)
            for earlier in range(start + 1, number):
                self._pass(earlier, contents(earlier))
            return self._pass(number, held)

    def rehearsed(
        self, number: int, contents: Callable[[int], StoredContents], after: StoredContents
    ) -> StoredContents:
        """Return what may be shown of `after`, as if it were the release after `number`; nothing is remembered."""
        self.shown(number, contents)
        done = protect(after.observations, after.sources, self._policy, self._kept[number])
        return replace(after, observations=done.observations)

    def _pass(self, number: int, held: StoredContents) -> StoredContents:
        done = protect(held.observations, held.sources, self._policy, self._kept[number - 1])
        self._kept[number] = done.kept
        return replace(held, observations=done.observations)
