"""Decisions on differences: added to a difference while its numbers are those that were decided on."""

from collections.abc import Iterable
from dataclasses import replace

from bukhara.model.difference import Difference, DifferenceStatus
from bukhara.model.round import Decision


def apply_decisions(found: Iterable[Difference], decisions: Iterable[Decision]) -> tuple[Difference, ...]:
    """Return the differences with the status, reason, body and day of their decisions; the others stay open.

    If the numbers have changed since, the decision is kept as `lapsed` and the difference stays open.
    """
    known = {decision.difference: decision for decision in decisions}
    return tuple(_decided(each, known[each.group]) if each.group in known else each for each in found)


def _decided(each: Difference, decision: Decision) -> Difference:
    if (each.first, each.second) != (decision.first_value, decision.second_value):
        return replace(each, lapsed=decision)
    return replace(
        each,
        status=DifferenceStatus(decision.status),
        decided_by=decision.decided_by,
        decided_on=decision.decided_on,
        reason=decision.reason,
    )
