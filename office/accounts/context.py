"""What the template of accounts is filled with."""

from dataclasses import dataclass
from typing import ClassVar

from bukhara.model.access import Account, Role
from office.accounts.forms import AccountForm, IdentityForm
from web.paging import Turn
from web.templating import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountList(Context):
    """A page of the accounts with a form for each; `link` is an account and its one-time address, shown once."""

    template: ClassVar[str] = "accounts/accounts.html"
    accounts: tuple[Account, ...]
    turn: Turn
    roles: tuple[Role, ...]
    allows: dict[str, str]
    states: dict[str, str]
    link: tuple[str, str]
    openid: bool
    form: AccountForm
    identity: IdentityForm
