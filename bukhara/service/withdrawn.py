"""The contents of a release without what was withdrawn; pure."""

from dataclasses import replace

from bukhara.disclosure.withdrawals import figures_left, statements_left
from bukhara.model.withdrawal import WithdrawnRow
from bukhara.store import StoredContents


def without_withdrawn(held: StoredContents, withdrawn: frozenset[WithdrawnRow]) -> StoredContents:
    """Return contents in which nothing withdrawn can be read."""
    if not withdrawn:
        return held
    return replace(
        held,
        observations=figures_left(held.observations, withdrawn),
        statements=statements_left(held.statements, withdrawn),
        withdrawn=withdrawn,
    )
