"""Signing in and out, the own account and its password, and the link that works once."""

from flask import request
from werkzeug.wrappers import Response

from bukhara.access import Action
from bukhara.errors import AccountRefused, SignInPaused
from bukhara.i18n.codes import label
from bukhara.model.messages import N_
from bukhara.service.accounts.account_rules import LONGEST
from bukhara.views.board import asked_last
from office.blueprint import office
from office.forms import read
from office.page import office_page
from office.sign_in.context import ChoosePassword, OwnAccount, SignInForm
from office.sign_in.forms import FirstPassword, NameAndPassword, OwnPassword
from web.error_pages import RefusedBlock
from web.layout import office_sections
from web.permissions import requires
from web.redirects import next_address, own_path, see_other
from web.request import Reader, actor, request_reader, service
from web.security import known_browser, sessions
from web.templating import render

PATH = "/sign-in"
DIFFER = N_("The two new passwords are not the same.")
# what is done on each page of the office
DESCRIPTIONS = {
    "/rounds": N_("Who is asked, by when, and what came back."),
    "/packs": N_("Slides saved by name, and those kept as presented."),
    "/withdraw": N_("Withdraw slides that were kept as presented."),
    "/upload": N_("Download the workbook, send it back, follow it until it is published."),
    "/reply": N_("See your page as it will be; confirm, comment, correct or object."),
    "/releases": N_("What was published, when, by whom and why; compare two releases."),
    "/replies": N_("Replies of commissions, to be published word for word."),
    "/differences": N_("Say what was decided about a difference between sources."),
    "/admin": N_("Accounts, their roles and links; who did what, when."),
}


@office.get(PATH)
@requires(Action.SIGN_IN)
def sign_in_page() -> str | Response:
    """Show the form; to somebody who is signed in, the page asked for or the own account."""
    reader = request_reader()
    if actor().signed_in and request.args.get("next"):
        return see_other(next_address(reader, request.args["next"]))
    return _own_account(reader) if actor().signed_in else _form(reader)


@office.post(PATH)
@requires(Action.SIGN_IN)
def sign_in() -> Response | tuple[str, int] | tuple[str, int, dict[str, str]]:
    """Try a name and a password."""
    reader, form = request_reader(PATH), read(NameAndPassword)
    name, address = form.name.data, request.remote_addr or ""
    try:
        browser = known_browser.browser_of(name)
        account = service().accounts.sign_in(name, form.password.data, address=address, browser=browser)
    except SignInPaused as paused:
        page = _own_account(reader) if actor().signed_in else _form(reader, _wait(reader, paused), name)
        return page, 429, {"Retry-After": str(paused.seconds)}
    if account is None:
        trouble = reader.words("Name and password do not belong together, or the account is closed.")
        return _own_account(reader) if actor().signed_in else _form(reader, trouble, name), 401
    sessions.begin(account)
    return see_other(next_address(reader, form.next.data))


@office.post("/sign-out")
@requires(Action.OWN_ACCOUNT)
def sign_out() -> Response:
    """Sign out."""
    reader = request_reader(PATH)
    service().accounts.signed_out(actor())
    sessions.end()
    return see_other(reader.href(PATH))


@office.post(f"{PATH}/password")
@requires(Action.OWN_ACCOUNT)
def change_password() -> Response:
    """Change one's own password."""
    reader, form = request_reader(PATH), read(OwnPassword)
    trouble = reader.words(DIFFER) if form.new.data != form.again.data else _change(reader, form)
    if trouble:
        return see_other(reader.href(PATH), trouble, "trouble")
    message = reader.words("The password is changed. Other sessions of this account have ended.")
    return see_other(reader.href(PATH), message)


@office.get("/setup/<token>")
@requires(Action.SIGN_IN)
def setup_page(token: str) -> str:
    """Show the form of a one-time link, or say that the link is over."""
    return _setup(request_reader(), token)


@office.post("/setup/<token>")
@requires(Action.SIGN_IN)
def choose_password(token: str) -> Response | tuple[str, int]:
    """Take the chosen password; its holder is signed in."""
    reader, form = request_reader(f"/setup/{token}"), read(FirstPassword)
    name = form.name.data
    if form.new.data != form.again.data:
        return _setup(reader, token, DIFFER, name), 400
    try:
        account = service().accounts.redeem(token, form.new.data, name)
    except AccountRefused as refused:
        return _setup(reader, token, refused.reason, name), 400
    sessions.begin(account)
    return see_other(reader.href(PATH), reader.words("The password is set, and you are signed in."))


def _form(reader: Reader, trouble: str = "", name: str = "") -> str:
    words = reader.words
    context = SignInForm(
        trouble=trouble,
        form=NameAndPassword(data={"name": name[:LONGEST], "next": own_path(reader.query.get("next", ""))}),
        provider=bool(reader.service.settings.oidc_issuer),
    )
    return office_page(
        reader,
        render(reader, context),
        title=words("Signing in"),
        lead=words("For the secretariat, the commissions and the organisers. Whoever reads needs no account."),
    )


def _own_account(reader: Reader) -> str:
    words, me = reader.words, actor()
    own = [words.text(country.short) for country in reader.snapshot.framework.countries if country.code == me.country]
    context = OwnAccount(
        places=tuple((address, name, DESCRIPTIONS[address]) for address, name in office_sections()),
        asked=asked_last(reader.service.snapshot().requests, me.country) if me.country else None,
        form=OwnPassword(),
    )
    lead = ", ".join([me.name, *(label(words, role) for role in sorted(me.roles)), *own])
    return office_page(reader, render(reader, context), title=words("Your account"), lead=lead)


def _setup(reader: Reader, token: str, trouble: str = "", typed: str = "admin") -> str:
    words = reader.words
    try:
        invited = reader.service.accounts.invited(token)
    except AccountRefused as refused:
        block = render(reader, RefusedBlock())
        return office_page(reader, block, title=words("This link has expired"), lead=words(refused.reason))
    first = not invited.account
    name = invited.account or typed[:LONGEST]
    lead = (
        words("This makes the first account. It administers: it gives accounts to the others.")
        if first
        else words("For the account {name}.", name=name)
    )
    context = ChoosePassword(
        first=first, form=FirstPassword(data={"name": name}), trouble=words(trouble) if trouble else ""
    )
    return office_page(reader, render(reader, context), title=words("Choose a password"), lead=lead)


def _change(reader: Reader, form: OwnPassword) -> str:
    """Change the password; return why it was refused, if it was."""
    address = request.remote_addr or ""
    try:
        account = service().accounts.own_password(actor(), form.old.data, form.new.data, address=address)
    except AccountRefused as refused:
        return reader.words(refused.reason)
    except SignInPaused as paused:
        return _wait(reader, paused)
    sessions.begin(account)
    return ""


def _wait(reader: Reader, paused: SignInPaused) -> str:
    return reader.words.plural(
        "Too many tries. Please wait {n} second.", "Too many tries. Please wait {n} seconds.", paused.seconds
    )
