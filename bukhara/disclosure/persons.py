"""Which figures count persons, and which of these cross-tabulate victims; what is not known counts as persons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bukhara.model.codes import Qualifier
from bukhara.model.observation import BREAKDOWNS

if TYPE_CHECKING:
    from bukhara.model.observation import Observation

# Closed on purpose: a unit that nobody thought of is treated as a count of persons.
THINGS = frozenset(
    {
        *("activity", "banner", "body", "broadcast", "brochure", "case", "document", "event", "group", "initiative"),
        *("article", "instrument", "media_article", "meeting", "message", "network", "offence", "organisation"),
        *("periodical_article", "plan", "publication", "service", "state", "treaty", "web_article", "working_group"),
        "workshop",
    }
)
VICTIM_STAGES = frozenset({"identified", "assisted", "rescued", "repatriated", "returned_from"})
_BETWEEN = re.compile(r"\s*,\s*|\s+or\s+|\s+and\s+")


def of_persons(figure: Observation) -> bool:
    """Return whether the figure counts, or is derived from counts of, persons."""
    return not set(_BETWEEN.split(figure.counting_unit.strip().lower())) <= THINGS


def is_count(figure: Observation) -> bool:
    """Return whether it is a plain count, not a share, a rate or a change."""
    return figure.unit in ("", "count") and figure.qualifier is not Qualifier.CHANGE_PERCENT


def is_broken_down(figure: Observation) -> bool:
    """Return whether it counts a part of a group by sex, age, form of exploitation or citizenship."""
    return any(getattr(figure, name) for name in BREAKDOWNS)


def cross_tabulates_victims(figure: Observation) -> bool:
    """Return whether it is a breakdown of victims, whichever word the unit uses for them."""
    victims = "victim" in figure.counting_unit or figure.stage in VICTIM_STAGES or bool(figure.form_of_exploitation)
    return is_broken_down(figure) and victims
