"""The codes of the states and regions, in the fixed order in which every list and export has them."""

STATES = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
REGION = "REG"
"""The code of Central Asia as a whole."""
INTERNATIONAL = "INT"
"""The code of institutions that belong to no state of the region."""
COUNTRY_ORDER = (*STATES, REGION, INTERNATIONAL)


def country_rank(code: str) -> int:
    """Return the position of a code in the fixed order; a code outside of it (of the exercise) comes last."""
    return COUNTRY_ORDER.index(code) if code in COUNTRY_ORDER else len(COUNTRY_ORDER)
