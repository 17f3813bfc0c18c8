"""Decisions on differences between sources, and on objections of states."""

from bukhara.access import Action
from bukhara.errors import Refused, refuse_longer
from bukhara.model.access import Actor
from bukhara.model.difference import Difference, DifferenceStatus
from bukhara.model.messages import N_
from bukhara.model.release import Release
from bukhara.model.round import Decision, RoundEventKind
from bukhara.service.core import Core
from bukhara.situation.replies import objections
from bukhara.store import draft_events, publishing

LONGEST = 2000
"""Characters of a reason."""


class Decisions:
    """Decisions on differences between sources, and on objections of states."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def differences(self, actor: Actor) -> tuple[Difference, ...]:
        """Return the differences of the newest release that readers see."""
        self._core.authorize(actor, Action.DECIDE)
        return self._core.snapshot().differences

    def decide(
        self, actor: Actor, difference: str, status: str, reason: str, *, seen: tuple[float, float] | None = None
    ) -> Release:
        """Publish a decision about a difference; it lapses when the numbers of the difference change.

        `seen` are the numbers that the user saw on the page. Raises Refused if the difference does not exist,
        if its numbers have changed, or if the status or the reason is missing.
        """
        self._core.authorize(actor, Action.DECIDE)
        found = next((d for d in self._core.snapshot().differences if d.group == difference), None)
        if found is None:
            raise Refused(N_("The newest release has no such difference."))
        if seen is not None and seen != (found.first, found.second):
            raise Refused(N_("The figures of this difference have changed meanwhile. Please look at it again."))
        if status not in set(DifferenceStatus):
            raise Refused(N_("Please choose whether the difference is open, explained or decided."))
        values = found.first, found.second
        return self._publish(actor, found.group, found.country, reason, status=status, values=values)

    def keep_coding(self, actor: Actor, reply_id: str, reason: str) -> Release:
        """Publish the reason why a coding is kept after an objection of its state.

        Raises Refused if the objection is answered or replaced, or if the reason is missing.
        """
        self._core.authorize(actor, Action.DECIDE)
        found = next((o for o in objections(self._core.snapshot()) if o.reply.reply_id == reply_id), None)
        if found is None or found.changed:
            raise Refused(N_("There is no such objection any more. Please look at the page again."))
        return self._publish(actor, reply_id, found.reply.country, reason)

    def _publish(
        self,
        actor: Actor,
        difference: str,
        country: str,
        given: str,
        *,
        status: str = DifferenceStatus.DECIDED.value,
        values: tuple[float, float] = (0, 0),
    ) -> Release:
        """Publish a decision of today; it needs a reason."""
        reason = " ".join(given.split())
        if not reason:
            raise Refused(N_("Please give the reason: it is shown to all readers."))
        refuse_longer(LONGEST, reason)
        decision = Decision(
            difference=difference,
            country=country,
            status=status,
            reason=reason,
            decided_by=actor.name,
            decided_on=self._core.now().date(),
            first_value=values[0],
            second_value=values[1],
        )
        stamp = self._core.stamp(actor.name, reason)
        with self._core.opened().transaction() as connection:
            number = publishing.publish(connection, [], stamp, [decision])
            draft_events.note_words(connection, country, RoundEventKind.DECIDED, by=actor.name, now=stamp.now)
        return self._core.release(number)
