"""Which figures count persons; a counting unit that is not known counts persons."""

import re
from functools import lru_cache

from bukhara.model.codes import Qualifier
from bukhara.model.observation import Observation

# Closed on purpose: a unit that nobody thought of is treated as a count of persons. The staff of a unit are named by
# their office: the rule is for victims, suspects and those convicted.
THINGS = frozenset(
    {
        *("activity", "banner", "body", "broadcast", "brochure", "case", "document", "event", "group", "initiative"),
        *("article", "instrument", "media_article", "meeting", "mention", "message", "network", "offence"),
        *("organisation", "periodical_article", "plan", "publication", "service", "staff", "state", "treaty"),
        *("web_article", "working group", "working_group", "workshop"),
    }
)
TRAINED = frozenset({"BD-9.1", "BD-9.2", "BD-9.3"})
"""Measures of practitioners who were trained in their office, as staff are."""
_BETWEEN = re.compile(r"\s*,\s*|\s+or\s+|\s+and\s+")


def of_persons(figure: Observation) -> bool:
    """Return whether the figure counts, or is derived from counts of, persons that the rule is for."""
    return figure.indicator not in TRAINED and _are_persons(figure.counting_unit)


@lru_cache(1000)
def _are_persons(counting_unit: str) -> bool:
    return not set(_BETWEEN.split(counting_unit.strip().lower())) <= THINGS


def is_count(figure: Observation) -> bool:
    """Return whether it is a plain count, not a share, a rate or a change."""
    return figure.unit in ("", "count") and figure.qualifier is not Qualifier.CHANGE_PERCENT
