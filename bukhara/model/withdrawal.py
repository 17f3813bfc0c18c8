"""Withdrawals: figures and statements that were published and must not be shown any more, in any release."""

import hashlib
from dataclasses import dataclass

from bukhara.model.observation import Observation
from bukhara.model.statement import Statement


@dataclass(frozen=True, slots=True)
class WithdrawnRow:
    """A figure or statement as it must not be shown: its id, and the fingerprint of what it said.

    A later row of the same id that says something else is another answer, and is shown.
    """

    row_id: str
    said: str


def row_id_of(row: Observation | Statement) -> str:
    """Return the stable id of a figure or statement."""
    return row.observation_id if isinstance(row, Observation) else row.evidence_id


def withdrawn_row(row: Observation | Statement) -> WithdrawnRow:
    """Return a row as it is named in a withdrawal."""
    if isinstance(row, Observation):
        parts: tuple[object, ...] = (row.value, row.value_low, row.value_high, row.quote, row.note)
    else:
        parts = (row.statement, str(row.statement_translation), row.quote, row.note, row.next_step)
        parts += (row.promised_document,) if row.promised_document else ()
    return WithdrawnRow(row_id_of(row), hashlib.sha256(repr(parts).encode()).hexdigest()[:16])
