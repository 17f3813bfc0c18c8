"""Rules for the name, the roles and the state of an account; pure."""

import re
from collections.abc import Collection, Iterable

from bukhara.errors import AccountRefused
from bukhara.model.access import OPERATOR, PROGRAM, Account, Role
from bukhara.model.messages import N_
from bukhara.store.rows import clean

RESERVED = frozenset({PROGRAM, OPERATOR.name})
LONGEST = 40
"""Characters of a name."""
NAME = rf"[a-z0-9][a-z0-9._\-]{{1,{LONGEST - 1}}}"
"""The pattern of a name, which browsers know too."""


def normal(name: str) -> str:
    """Return a name in the form in which it is stored, found and counted."""
    return clean(name).strip().casefold()


def checked_name(name: str) -> str:
    """Return the name as it is stored; raise AccountRefused if an account may not have it."""
    kept = normal(name)
    if not re.fullmatch(NAME, kept) or kept in RESERVED:
        raise AccountRefused(
            N_("Please choose a name of 2 to 40 small Latin letters, digits, dots and hyphens, such as secretariat.")
        )
    return kept


def checked_roles(roles: Iterable[Role], country: str, states: Collection[str]) -> tuple[frozenset[Role], str]:
    """Return the roles and the state of an account; raise AccountRefused if they do not fit together."""
    kept = frozenset(roles) - {Role.VIEWER}
    if not kept:
        raise AccountRefused(N_("Please choose at least one role."))
    if Role.COMMISSION not in kept:
        return kept, ""
    if country not in states:
        raise AccountRefused(N_("A commission belongs to one of the states: please choose it."))
    return kept, country


def keep_an_admin(accounts: Iterable[Account], changed: Account) -> None:
    """Raise AccountRefused if no administrator would be left after the change."""
    now = {each.name for each in accounts if is_admin(each)}
    if now == {changed.name} and not is_admin(changed):
        raise AccountRefused(N_("This is the last account that administers; make another one first."))


def is_admin(account: Account) -> bool:
    """Return whether an account can administer now."""
    return Role.ADMIN in account.roles and not account.disabled
