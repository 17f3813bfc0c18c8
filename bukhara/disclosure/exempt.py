"""Figures that a named organisation has already published: shown as published and no finer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.model.codes import SourceClass

if TYPE_CHECKING:
    from bukhara.disclosure.policy import Policy
    from bukhara.model.observation import Observation
    from bukhara.model.source import Source

# A state's own submission is not published; exercise figures are guarded so that staff can see the guard at work.
PUBLISHED = frozenset(
    {
        SourceClass.CONFERENCE_REPORT,
        SourceClass.PARTNER,
        SourceClass.CIVIL_SOCIETY,
        SourceClass.DESK_RESEARCH,
    }
)


def is_exempt(figure: Observation, source: Source | None, policy: Policy) -> bool:
    """Return whether the figure stands in a public document of a named organisation."""
    if source is None or not policy.published:
        return False
    named = figure.reporter or figure.partner or source.body
    return source.source_class in PUBLISHED and source.access == "public" and bool(named)
