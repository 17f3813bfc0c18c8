"""What the templates of signing in are filled with."""

from dataclasses import dataclass
from typing import ClassVar

from bukhara.model.round import Request
from office.sign_in.forms import FirstPassword, NameAndPassword, OwnPassword
from web.templating import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInForm(Context):
    """The form, and whether the sign-in of the organisation is offered by a `provider`."""

    template: ClassVar[str] = "sign_in/sign_in.html"
    trouble: str
    form: NameAndPassword
    provider: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAccount(Context):
    """What the account may do, as address, name and description, and what the state was asked last."""

    template: ClassVar[str] = "sign_in/own_account.html"
    places: tuple[tuple[str, str, str], ...]
    asked: Request | None
    form: OwnPassword


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoosePassword(Context):
    """The form behind a one-time link; the `first` account also gets a name."""

    template: ClassVar[str] = "sign_in/setup.html"
    first: bool
    form: FirstPassword
    trouble: str
