"""Decisions on differences between sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.access import Action
from bukhara.errors import DecisionRefused
from bukhara.i18n.codes import N_
from bukhara.model.difference import DifferenceStatus
from bukhara.model.round import Decision
from bukhara.service.authorize import authorize

if TYPE_CHECKING:
    from bukhara.model.access import Actor
    from bukhara.model.difference import Difference
    from bukhara.model.release import Release
    from bukhara.service.core import Core

LONGEST = 2000
"""Characters of a reason."""


class Decisions:
    """Decisions on differences between sources."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def differences(self, actor: Actor) -> tuple[Difference, ...]:
        """Return the differences that can be decided about: those that the newest release shows to anybody."""
        authorize(self._core, actor, Action.DECIDE)
        return self._core.snapshot().differences

    def decide(
        self, actor: Actor, difference: str, status: str, reason: str, *, seen: tuple[float, float] | None = None
    ) -> Release:
        """Publish what was decided about a difference; it holds for its present numbers and for no others.

        `seen` are the numbers that whoever decides saw on the page. Raises NotAllowed; DecisionRefused where
        there is no such difference, where its numbers have changed, and without a status or a reason.
        """
        authorize(self._core, actor, Action.DECIDE)
        found = next((d for d in self.differences(actor) if d.group == difference), None)
        if found is None:
            raise DecisionRefused(N_("The newest release has no such difference."))
        if seen is not None and seen != (found.first, found.second):
            raise DecisionRefused(N_("The figures of this difference have changed meanwhile. Please look at it again."))
        decision = Decision(
            difference=found.group,
            country=found.country,
            status=_status(status).value,
            reason=_reason(reason),
            decided_by=actor.name,
            decided_on=self._core.now().date(),
            first_value=found.first,
            second_value=found.second,
        )
        return self._core.opened().publish(
            [],
            edition=self._core.edition(),
            actor=actor.name,
            note=decision.reason,
            now=self._core.now(),
            remarks=[decision],
        )


def _status(asked: str) -> DifferenceStatus:
    known = {standing.value: standing for standing in DifferenceStatus}
    if asked not in known:
        raise DecisionRefused(N_("Please choose whether the difference is open, explained or decided."))
    return known[asked]


def _reason(given: str) -> str:
    reason = " ".join(given.split())
    if not reason:
        raise DecisionRefused(N_("Please give the reason: it is printed beside the difference."))
    if len(reason) > LONGEST:
        raise DecisionRefused(N_("The reason is too long. Please keep it under 2,000 characters."))
    return reason
