"""The forms of an account: its name, its roles and state, its identity elsewhere."""

from bukhara.model.messages import N_
from bukhara.service.accounts.account_rules import LONGEST, NAME
from office.forms import Codes, Hidden, OfficeForm, Text


class AccountForm(OfficeForm):
    """A new account, or other roles of one."""

    name = Text(
        N_("Name, in small Latin letters"),
        required=True,
        longest=LONGEST,
        render_kw={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false", "pattern": NAME},
    )
    role = Codes(N_("Roles"))
    country = Text(N_("State, for a commission"))


class IdentityForm(OfficeForm):
    """Who the holder of an account is at the OpenID provider."""

    name = Hidden()
    subject = Text(
        N_("Identity at the sign-in of the organisation (sub)"), longest=200, render_kw={"autocomplete": "off"}
    )


class LinkForm(OfficeForm):
    """An account that gets a link, or is closed; with `open` it is opened again."""

    name = Hidden()
    open = Hidden()
