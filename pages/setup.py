"""The link that works once: its holder chooses a password, the first administrator also a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import register_page
from flask import current_app, flash, redirect, request

from bukhara.access import Action
from bukhara.errors import AccountRefused
from bukhara.i18n.codes import N_
from pages._ui.doors.registry import door
from pages._ui.parts.document import plain_document
from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader, reader_of
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render
from pages._ui.server import session

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

    from bukhara.service import Service

PATH = "/setup/<token>"
DIFFER = N_("The two new passwords are not the same.")


def content(reader: Reader, trouble: str = "") -> Page:
    """Show the form, or say that the link is over."""
    words = reader.words
    try:
        invited = reader.service.accounts.invited(reader.path.rsplit("/", 1)[-1])
    except AccountRefused as refused:
        return Page(
            title=words("This link is over"),
            lead=words(refused.reason),
            blocks=(render(reader, "refused.html", kept=False),),
            private=True,
        )
    first = not invited.account
    name = invited.account or request.form.get("name", "admin")[:40]
    lead = (
        words("This makes the first account. It administers: it gives accounts to the others.")
        if first
        else words("For the account {name}.", name=name)
    )
    form = render(reader, "setup.html", first=first, name=name, trouble=words(trouble) if trouble else "")
    return Page(title=words("Choose a password"), lead=lead, blocks=(form,), private=True)


@door(PATH, Action.SIGN_IN)
def choose(token: str) -> Response | tuple[str, int]:
    """Take the chosen password; its holder is signed in."""
    service: Service = current_app.config["SERVICE"]
    reader, form = reader_of(f"/setup/{token}", request.args.to_dict()), request.form
    if form.get("new", "") != form.get("again", ""):
        return plain_document(reader, content(reader, DIFFER)), 400
    try:
        account = service.accounts.redeem(token, form.get("new", ""), form.get("name", ""))
    except AccountRefused as refused:
        return plain_document(reader, content(reader, refused.reason)), 400
    session.begin(account)
    flash(reader.words("The password is chosen, and you are signed in."), "done")
    return redirect(reader.href("/sign-in"), 303)


register_page(__name__, path_template=PATH, name="Setup", content=content, permission=Action.SIGN_IN)
layout = layout_of(PATH)
