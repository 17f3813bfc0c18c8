"""What is left of a row that was withdrawn: that it was there, and where it was from."""

from collections.abc import Iterable, Set
from dataclasses import replace

from bukhara.disclosure.rounding import withheld, without_place
from bukhara.model.observation import Observation
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from bukhara.model.withdrawal import WithdrawnRow, withdrawn_row

WORDS = "Withdrawn."
TRANSLATED = Text.translated("Отозвано.", "en")


def figures_left(rows: Iterable[Observation], withdrawn: Set[WithdrawnRow]) -> tuple[Observation, ...]:
    """Return the figures; a withdrawn one is withheld, with its place and article."""
    known = {each.row_id for each in withdrawn}
    return tuple(
        without_place(withheld(row).named(row.observation_id))
        if row.observation_id in known and withdrawn_row(row) in withdrawn
        else row
        for row in rows
    )


def statements_left(rows: Iterable[Statement], withdrawn: Set[WithdrawnRow]) -> tuple[Statement, ...]:
    """Return the statements; of a withdrawn one status, body and source stay, and no word of it."""
    known = {each.row_id for each in withdrawn}
    return tuple(_left(row) if row.evidence_id in known and withdrawn_row(row) in withdrawn else row for row in rows)


def _left(row: Statement) -> Statement:
    return replace(
        row,
        statement=WORDS,
        lang="en",
        statement_translation=TRANSLATED,
        quote="",
        next_step="",
        promised_document="",
        revision_reason="",
        note="",
    ).named(row.evidence_id)
