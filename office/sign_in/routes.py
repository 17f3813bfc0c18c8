"""Signing in and out, the own account and its password, and the link that works once."""

from datetime import datetime

from flask import request
from werkzeug.wrappers import Response

from bukhara.access import Action
from bukhara.errors import AccountRefused, SignInPaused
from bukhara.i18n.codes import label
from bukhara.model.access import Role
from bukhara.model.messages import N_
from bukhara.service.accounts.account_rules import LONGEST
from bukhara.service.releases.release_words import PublicRelease, public_releases, releases_about
from office.forms import read
from office.page import office, office_page
from office.sign_in.forms import FirstPassword, NameAndPassword, OwnPassword
from office.sign_in.waiting import waiting_tasks
from web.header import office_menu, office_pages
from web.permissions import requires
from web.redirects import next_address, own_path, see_other
from web.request import PageRequest, actor, current_request, service
from web.security import known_browser, sessions
from web.templating import render

PATH = "/sign-in"
DIFFER = N_("The two new passwords are not the same.")
BEGINS = {Role.ADMIN: "/admin", Role.SECRETARIAT: "/upload", Role.ORGANISER: "/packs", Role.COMMISSION: "/upload"}
"""Where the work of a role begins when nothing waits; of several roles, the first here counts."""


@office.get(PATH)
@requires(Action.SIGN_IN)
def sign_in_page() -> str | Response:
    """Show the form; to somebody who is signed in, the page asked for or the own account."""
    page_request = current_request()
    if actor().signed_in and request.args.get("next"):
        return see_other(next_address(page_request, request.args["next"]))
    return _own_account(page_request) if actor().signed_in else _form(page_request)


@office.post(PATH)
@requires(Action.SIGN_IN)
def sign_in() -> Response | tuple[str, int] | tuple[str, int, dict[str, str]]:
    """Try a name and a password."""
    page_request, form = current_request(PATH), read(NameAndPassword)
    name, address = form.name.data, request.remote_addr or ""
    try:
        browser = known_browser.browser_of(name)
        account = service().accounts.sign_in(name, form.password.data, address=address, browser=browser)
    except SignInPaused as paused:
        page = (
            _own_account(page_request) if actor().signed_in else _form(page_request, _wait(page_request, paused), name)
        )
        return page, 429, {"Retry-After": str(paused.seconds)}
    if account is None:
        trouble = page_request.words("Name and password do not belong together, or the account is closed.")
        return _own_account(page_request) if actor().signed_in else _form(page_request, trouble, name), 401
    sessions.begin(account)
    return see_other(next_address(page_request, form.next.data))


@office.post("/sign-out")
@requires(Action.OWN_ACCOUNT)
def sign_out() -> Response:
    """Sign out."""
    page_request = current_request(PATH)
    service().accounts.signed_out(actor())
    sessions.end()
    return see_other(page_request.href(PATH))


@office.post(f"{PATH}/password")
@requires(Action.OWN_ACCOUNT)
def change_password() -> Response:
    """Change one's own password."""
    page_request, form = current_request(PATH), read(OwnPassword)
    trouble = page_request.words(DIFFER) if form.new.data != form.again.data else _change(page_request, form)
    if trouble:
        return see_other(page_request.href(PATH), trouble, "trouble")
    message = page_request.words("The password is changed. Other sessions of this account have ended.")
    return see_other(page_request.href(PATH), message)


@office.get("/setup/<token>")
@requires(Action.SIGN_IN)
def setup_page(token: str) -> str:
    """Show the form of a one-time link, or say that the link is over."""
    return _setup(current_request(), token)


@office.post("/setup/<token>")
@requires(Action.SIGN_IN)
def choose_password(token: str) -> Response | tuple[str, int]:
    """Take the chosen password; its holder is signed in."""
    page_request, form = current_request(f"/setup/{token}"), read(FirstPassword)
    name = form.name.data
    if form.new.data != form.again.data:
        return _setup(page_request, token, DIFFER, name), 400
    try:
        account = service().accounts.redeem(token, form.new.data, name)
    except AccountRefused as refused:
        return _setup(page_request, token, refused.reason, name), 400
    sessions.begin(account)
    return see_other(page_request.href(PATH), page_request.words("The password is set, and you are signed in."))


def _form(page_request: PageRequest, trouble: str = "", name: str = "") -> str:
    words = page_request.words
    shown = render(
        page_request,
        "sign_in/sign_in.html",
        trouble=trouble,
        form=NameAndPassword(data={"name": name[:LONGEST], "next": own_path(page_request.query.get("next", ""))}),
        provider=bool(page_request.service.settings.oidc_issuer),
    )
    return office_page(
        page_request,
        shown,
        title=words("Signing in"),
        lead=words("For the secretariat, the commissions and the organisers. Whoever reads needs no account."),
    )


def _own_account(page_request: PageRequest) -> str:
    words, me = page_request.words, actor()
    own = [
        words.text(country.short) for country in page_request.snapshot.framework.countries if country.code == me.country
    ]
    pages = dict(office_pages())
    before = page_request.service.accounts.visit_before(me) if me.country else None
    begins = [address for role, address in BEGINS.items() if role in me.roles and address in pages]
    shown = render(
        page_request,
        "sign_in/own_account.html",
        form=OwnPassword(),
        tasks=waiting_tasks(page_request, page_request.service.tasks.of(me)),
        places=tuple((address, name, office_menu()[address].says) for address, name in pages.items()),
        begin=(begins[0], pages[begins[0]]) if begins else None,
        before=before,
        changed=_changed_since(page_request, before, me.country) if before else (),
    )
    lead = ", ".join([me.name, *(label(words, role) for role in sorted(me.roles)), *own])
    return office_page(page_request, shown, title=words("Your account"), lead=lead)


def _changed_since(page_request: PageRequest, before: datetime, country: str) -> tuple[PublicRelease, ...]:
    """Return the releases since a moment that changed something about a state, newest first."""
    newer = [each for each in page_request.service.releases()[::-1] if each.created_at > before]
    return public_releases(page_request.service, page_request.words, releases_about(newer, country))


def _setup(page_request: PageRequest, token: str, trouble: str = "", typed: str = "admin") -> str:
    words = page_request.words
    try:
        invited = page_request.service.accounts.invited(token)
    except AccountRefused as refused:
        block = render(page_request, "web/refused.html", kept=False, roles="")
        return office_page(page_request, block, title=words("This link has expired"), lead=words(refused.reason))
    first = not invited.account
    name = invited.account or typed[:LONGEST]
    lead = (
        words("This makes the first account. It administers: it gives accounts to the others.")
        if first
        else words("For the account {name}.", name=name)
    )
    form = FirstPassword(data={"name": name})
    shown = render(
        page_request, "sign_in/setup.html", first=first, form=form, trouble=words(trouble) if trouble else ""
    )
    return office_page(page_request, shown, title=words("Choose a password"), lead=lead)


def _change(page_request: PageRequest, form: OwnPassword) -> str:
    """Change the password; return why it was refused, if it was."""
    address = request.remote_addr or ""
    try:
        account = service().accounts.own_password(actor(), form.old.data, form.new.data, address=address)
    except AccountRefused as refused:
        return page_request.why(refused)
    except SignInPaused as paused:
        return _wait(page_request, paused)
    sessions.begin(account)
    return ""


def _wait(page_request: PageRequest, paused: SignInPaused) -> str:
    return page_request.words.plural(
        "Too many tries. Please wait {n} second.", "Too many tries. Please wait {n} seconds.", paused.seconds
    )
