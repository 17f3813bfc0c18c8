"""The trail: who did what, when; for administrators, and as a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dash import register_page
from flask import Response, current_app

from bukhara.access import Action
from bukhara.exports.trail import trail_csv
from bukhara.i18n.trail import action_word, detail_word
from bukhara.service.people.accounts import LEAF
from pages._ui.actor import actor
from pages._ui.doors import door
from pages._ui.page import Page
from pages._ui.reader import Reader
from pages._ui.shell import layout_of
from pages._ui.templates import render

if TYPE_CHECKING:
    from bukhara.i18n.words import Words
    from bukhara.service import Service

PATH = "/admin/audit"
LONGEST = 6
_NOTHING: tuple[object, ...] = ("", [], None)


def content(reader: Reader) -> Page:
    """Show a leaf of the trail, newest first."""
    words, query = reader.words, reader.query
    by, action, asked = query.get("by", ""), query.get("action", ""), query.get("page", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and 0 < len(asked) < 7 else 1
    leaf = reader.service.accounts.audit_leaf(actor(), by=by, action=action, number=number)
    block = render(
        reader,
        "audit.html",
        leaf=leaf,
        details=[_details(words, entry.detail) for entry in leaf.entries],
        by=by,
        action=action,
        at=number,
        last=max(1, -(-leaf.total // LEAF)),
        action_word=lambda code: action_word(words, code),
        detail_word=lambda code: detail_word(words, code),
    )
    return Page(
        title=words("Trail"),
        lead=words("One line for each thing done, kept for good. Nobody can change it here."),
        crumbs=((words("Administration"), "/admin"),),
        blocks=(block,),
        private=True,
    )


@door("/admin/audit.csv", Action.AUDIT, method="GET")
def as_file() -> Response:
    """Hand out the whole trail, oldest first."""
    service: Service = current_app.config["SERVICE"]
    rows = [(e.at, e.actor, e.action, e.detail, e.release) for e in service.accounts.audit_taken(actor())]
    response = Response(trail_csv(rows), content_type="text/csv; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename="bukhara-audit.csv")
    return response


def _details(words: Words, text: str) -> list[tuple[str, str]]:
    """Return the details as names and values that can be read."""
    return [(name, _said(words, value)) for name, value in json.loads(text).items() if value not in _NOTHING]


def _said(words: Words, value: object) -> str:
    if isinstance(value, list):
        told = ", ".join(_said(words, each) for each in value[:LONGEST])
        more = len(value) - LONGEST
        return f"{told} {words.plural('and {n} more', 'and {n} more', more)}" if more > 0 else told
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_said(words, each)}" for name, each in value.items() if each not in _NOTHING)
    return str(value)


register_page(__name__, path=PATH, name="Trail", content=content, permission=Action.AUDIT)
layout = layout_of(PATH)
