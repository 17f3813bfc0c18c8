"""Trends in words: what was reported of several years of the region, without a figure for each year."""

from bukhara.model.codes import Basis, State
from bukhara.model.locators import passages_of
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement


def build(snapshot: Snapshot) -> tuple[Statement, ...]:
    """Return the statements of context from the passages that also have figures of offences in the region."""
    framework = snapshot.framework
    regions = {region.code for region in framework.regions}
    context = {item.id for item in framework.items if item.basis is Basis.CONTEXT}
    passages = {
        (o.source_id, place)
        for o in snapshot.observations
        if o.country in regions and o.offence_class and not o.is_mention
        for place in passages_of(o.source_locator)
    }
    return tuple(
        s
        for s in snapshot.statements
        if s.item in context
        and s.state is State.VALUE
        and any((s.source_id, place) in passages for place in passages_of(s.source_locator))
    )
