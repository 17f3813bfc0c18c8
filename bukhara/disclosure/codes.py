"""Which codes of a field hold others: a reader who subtracts one from the other knows the rest."""

from __future__ import annotations

from bukhara.disclosure.counts import DIMENSIONS
from bukhara.model.observation import STATE_BODIES

OTHER, FOREIGN = "*", "foreign"
NESTED = frozenset({DIMENSIONS.index("citizenship"), DIMENSIONS.index("legal_article")})


def parts_of(d: int, code: str) -> frozenset[str]:
    """Return the codes that a code stands for: those it joins, or itself."""
    name = DIMENSIONS[d]
    if name == "identifying_body" and code == "state":
        return STATE_BODIES
    if name == "offence_class":
        return frozenset(code.split("_and_"))
    return frozenset({code})


def admits(d: int, code: str, value: str, own: str) -> bool:
    """Return whether a count of this code holds persons of that value; `own` is the state that reports."""
    if value in parts_of(d, code):
        return True
    if DIMENSIONS[d] == "citizenship":
        return code == FOREIGN and value not in (own, OTHER)
    # Article 128(2) is a part of Article 128.
    return DIMENSIONS[d] == "legal_article" and value.startswith(code) and not value[len(code) :][:1].isalnum()
