"""Warnings that accompany exported figures: rows that must not be compared, as codes and as sentences."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bukhara.comparability.cautions import PARTS_DISAGREE, SOURCES_DIFFER, Caution
from bukhara.comparability.keys import facet_values
from bukhara.exports.dataset import OnDemand
from bukhara.i18n.differences import sentence
from bukhara.i18n.words import words_of
from bukhara.model.framework import Framework
from bukhara.model.observation import Observation

MANY = 200
"""With more rows than that their ids are left out: the warning is about all of them."""


def as_codes(cautions: Iterable[Caution]) -> tuple[Mapping[str, Any], ...]:
    """Return `{code, fields, observation_ids}` for each warning; ids are left out if they are many."""
    return tuple(_coded(caution) for caution in cautions)


def as_notes(cautions: Sequence[Caution], figures: Sequence[Observation], framework: Framework) -> Sequence[str]:
    """Return a sentence in English for each warning."""

    def note(caution: Caution) -> str:
        named = frozenset(caution.observation_ids)
        return _note(caution, [figure for figure in figures if figure.observation_id in named], framework)

    return OnDemand(cautions, note)


def _coded(caution: Caution) -> Mapping[str, Any]:
    coded: dict[str, Any] = {"code": caution.code, "fields": list(caution.fields)}
    if len(caution.observation_ids) <= MANY:
        coded["observation_ids"] = list(caution.observation_ids)
    return coded


def _note(caution: Caution, rows: list[Observation], framework: Framework) -> str:
    words = words_of("en")
    if caution.code == SOURCES_DIFFER:
        return "Sources differ about these figures; see the column difference_group: " + ", ".join(
            caution.observation_ids
        )
    if caution.code == PARTS_DISAGREE:
        return "The parts of these figures do not agree in the source: the rows with true in the column parts_disagree"
    measures = {o.indicator for o in rows}
    about = framework.indicator(rows[0].indicator).name.in_("en") if len(measures) == 1 else "All figures"
    return " ".join([f"{about}:", *(sentence(code, facet_values(code, rows), words) for code in caution.fields)])
