"""Signing in; for who is signed in: whose account this is, what it may do, its password, the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import register_page
from flask import current_app, flash, redirect, request

from bukhara.access import Action, decide
from bukhara.errors import AccountRefused, SignInPaused
from bukhara.i18n.codes import N_, label
from bukhara.views.board import asked_last
from pages._ui.doors.registry import door
from pages._ui.parts.actor import actor
from pages._ui.parts.document import plain_document
from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader, reader_of
from pages._ui.parts.shell import SECRETARIAT, layout_of
from pages._ui.parts.templates import render
from pages._ui.server import session
from pages._ui.server.onward import led_onward, onward

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

    from bukhara.service import Service

PATH = "/sign-in"
DIFFER = N_("The two new passwords are not the same.")
# what is done in each place of the secretariat, the commissions and the organisers
TOLD = {
    "/rounds": N_("Who is asked, by when, and what came back."),
    "/upload": N_("Take the workbook, send it back, follow it until it is published."),
    "/reply": N_("See your page as it will be; confirm, comment, correct or object."),
    "/releases": N_("What was published, when, by whom and why; compare two releases."),
    "/replies": N_("What commissions replied, to be published word for word."),
    "/differences": N_("Say what was decided about a difference between sources."),
    "/admin": N_("Accounts, their roles and links; who did what, when."),
}


def content(reader: Reader, trouble: str = "") -> Page:
    """Show the form, or whose account this is."""
    return _own(reader) if actor().signed_in else _form(reader, trouble)


def _form(reader: Reader, trouble: str) -> Page:
    words = reader.words
    form = render(
        reader,
        "sign_in.html",
        trouble=trouble,
        name=request.form.get("name", "")[:40],
        onward=onward(reader.query.get("next", "")),
        provider=bool(reader.service.settings.oidc_issuer),
    )
    return Page(
        title=words("Signing in"),
        lead=words("For the secretariat, the commissions and the organisers. Whoever reads needs no account."),
        blocks=(form,),
        private=True,
    )


def _own(reader: Reader) -> Page:
    words, me = reader.words, actor()
    own = [words.text(country.short) for country in reader.snapshot.framework.countries if country.code == me.country]
    places = [(path, name, TOLD[path]) for path, name, action in SECRETARIAT if decide(me, Action(action)).allowed]
    block = render(
        reader,
        "own_account.html",
        places=places,
        asked=asked_last(reader.service.snapshot().requests, me.country) if me.country else None,
    )
    return Page(
        title=words("Your account"),
        lead=", ".join([me.name, *(label(words, role) for role in sorted(me.roles)), *own]),
        blocks=(block,),
        private=True,
    )


@door(PATH, Action.SIGN_IN)
def sign_in() -> Response | tuple[str, int] | tuple[str, int, dict[str, str]]:
    """Try a name and a password."""
    reader = _reader()
    name, password = request.form.get("name", ""), request.form.get("password", "")
    try:
        account = _service().accounts.sign_in(name, password, address=request.remote_addr or "")
    except SignInPaused as paused:
        return plain_document(reader, content(reader, _wait(reader, paused))), 429, {"Retry-After": str(paused.seconds)}
    if account is None:
        trouble = reader.words("Name and password do not belong together, or the account is closed.")
        return plain_document(reader, content(reader, trouble)), 401
    session.begin(account)
    return redirect(led_onward(reader, request.form.get("next", "")), 303)


@door("/sign-out", Action.OWN_ACCOUNT)
def sign_out() -> Response:
    """Leave."""
    reader = _reader()
    _service().accounts.signed_out(actor())
    session.end()
    return redirect(reader.href(PATH), 303)


@door("/sign-in/password", Action.OWN_ACCOUNT)
def own_password() -> Response:
    """Change one's own password."""
    reader, form = _reader(), request.form
    trouble = reader.words(DIFFER) if form.get("new", "") != form.get("again", "") else _change(reader)
    if trouble:
        flash(trouble, "trouble")
    else:
        flash(reader.words("The password is changed. Other sessions of this account have ended."), "done")
    return redirect(reader.href(PATH), 303)


def _change(reader: Reader) -> str:
    """Change the password; return what speaks against it, if anything."""
    form, address = request.form, request.remote_addr or ""
    try:
        account = _service().accounts.own_password(actor(), form.get("old", ""), form.get("new", ""), address=address)
    except AccountRefused as refused:
        return reader.words(refused.reason)
    except SignInPaused as paused:
        return _wait(reader, paused)
    session.begin(account)
    return ""


def _wait(reader: Reader, paused: SignInPaused) -> str:
    return reader.words.plural(
        "Too many tries. Please wait {n} second.", "Too many tries. Please wait {n} seconds.", paused.seconds
    )


def _service() -> Service:
    service: Service = current_app.config["SERVICE"]
    return service


def _reader() -> Reader:
    return reader_of(PATH, request.args.to_dict())


register_page(__name__, path=PATH, name="Sign in", content=content, permission=Action.SIGN_IN)
layout = layout_of(PATH)
