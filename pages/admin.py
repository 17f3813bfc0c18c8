"""Administration: who has an account, in which roles, for which state; links by which passwords are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import register_page
from flask import current_app, flash, redirect, request

from bukhara.access import Action
from bukhara.errors import AccountRefused
from bukhara.i18n.codes import N_
from bukhara.model.access import Role
from pages._ui.doors.registry import door
from pages._ui.parts.actor import actor
from pages._ui.parts.document import plain_document
from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader, reader_of
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkzeug.wrappers import Response

    from bukhara.model.access import Account
    from bukhara.service.accounts.accounts import Accounts

PATH = "/admin"
ALLOWS = {
    Role.COMMISSION: N_("fills in, sends and answers for its own state; sees its own page before it is published"),
    Role.ORGANISER: N_("sees rounds, releases and what is prepared; changes nothing"),
    Role.SECRETARIAT: N_("runs rounds, checks, approves, publishes and takes back"),
    Role.ADMIN: N_("gives accounts and reads who did what; sees no figure that is not public"),
}


def content(reader: Reader, link: tuple[str, str] = ("", "")) -> Page:
    """Show the accounts, a form for each and one for a new one; `link` is an account and its one-time address."""
    words = reader.words
    states = {country.code: words.text(country.short) for country in reader.snapshot.framework.countries}
    block = render(
        reader,
        "admin.html",
        accounts=reader.service.accounts.accounts(actor()),
        roles=[role for role in Role if role is not Role.VIEWER],
        allows={role.value: words(said) for role, said in ALLOWS.items()},
        states=states,
        link=link,
        openid=bool(reader.service.settings.oidc_issuer),
    )
    return Page(
        title=words("Administration"),
        lead=words("An account belongs to an institution. It may have several roles; none includes another."),
        blocks=(block,),
        private=True,
    )


@door("/admin/accounts/add", Action.ACCOUNTS)
def add() -> Response | str:
    """Add an account and show the link by which its password is chosen."""
    form = request.form
    return _linked(lambda accounts: accounts.add(actor(), form.get("name", ""), _roles(), form.get("country", "")))


@door("/admin/accounts/link", Action.ACCOUNTS)
def link() -> Response | str:
    """Show a new link for an account."""
    return _linked(lambda accounts: accounts.account(request.form.get("name", "")))


@door("/admin/accounts/roles", Action.ACCOUNTS)
def set_roles() -> Response:
    """Give an account other roles."""
    form = request.form
    return _done(lambda accounts: accounts.set_roles(actor(), form["name"], _roles(), form.get("country", "")))


@door("/admin/accounts/subject", Action.ACCOUNTS)
def set_subject() -> Response:
    """Say whom the OpenID provider means by an account."""
    form = request.form
    return _done(lambda accounts: accounts.set_subject(actor(), form["name"], form.get("subject", "")))


@door("/admin/accounts/close", Action.ACCOUNTS)
def close() -> Response:
    """Close an account, or open it again."""
    form = request.form
    return _done(lambda accounts: accounts.disable(actor(), form["name"], disabled=form.get("open") != "1"))


def _done(step: Callable[[Accounts], Account]) -> Response:
    reader = _reader()
    try:
        account = step(_accounts())
    except AccountRefused as refused:
        flash(reader.words(refused.reason), "trouble")
    else:
        flash(reader.words("Changed: {name}. Its sessions have ended.", name=account.name), "done")
    return redirect(reader.href(PATH), 303)


def _linked(step: Callable[[Accounts], Account | None]) -> Response | str:
    """Answer with the page itself: a link that opens an account is in no address and in no session."""
    reader = _reader()
    try:
        found = step(_accounts())
        name = found.name if found else request.form.get("name", "")
        token = _accounts().invite(actor(), name)
    except AccountRefused as refused:
        flash(reader.words(refused.reason), "trouble")
        return redirect(reader.href(PATH), 303)
    base = reader.service.settings.base_url or request.host_url
    return plain_document(reader, content(reader, (name, base.rstrip("/") + reader.href(f"/setup/{token}"))))


def _roles() -> list[Role]:
    known = {role.value for role in Role}
    return [Role(value) for value in request.form.getlist("role") if value in known]


def _accounts() -> Accounts:
    accounts: Accounts = current_app.config["SERVICE"].accounts
    return accounts


def _reader() -> Reader:
    return reader_of(PATH, request.args.to_dict())


register_page(__name__, path=PATH, name="Administration", content=content, permission=Action.ACCOUNTS)
layout = layout_of(PATH)
