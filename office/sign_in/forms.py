"""The forms of signing in: name and password, another password, the first password."""

from bukhara.access.passwords import LONGEST, SHORTEST
from bukhara.model.messages import N_
from bukhara.service.accounts.account_rules import LONGEST as LONGEST_NAME
from office.forms import Hidden, OfficeForm, Password, Text

NAME = Text(
    N_("Name of the account"),
    required=True,
    longest=LONGEST_NAME,
    render_kw={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"},
)
PRESENT, NEW = {"autocomplete": "current-password"}, {"autocomplete": "new-password", "minlength": SHORTEST}


class NameAndPassword(OfficeForm):
    """Signing in; `next` is the address that was wanted before."""

    name = NAME
    password = Password(N_("Password"), required=True, render_kw=PRESENT)
    next = Hidden()


class NewPassword(OfficeForm):
    """A new password, asked for twice."""

    new = Password(N_("New password, at least 12 characters"), required=True, longest=LONGEST, render_kw=NEW)
    again = Password(N_("The new one again"), required=True, longest=LONGEST, render_kw=NEW)


class FirstPassword(NewPassword):
    """The password chosen by a one-time link; the first account also gets a name."""

    name = NAME


class OwnPassword(NewPassword):
    """Another password for one's own account."""

    old = Password(N_("Present password"), required=True, render_kw=PRESENT)
