"""The trail: who did what, when; for administrators, and as a file."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from dash import register_page
from flask import Response, current_app

from bukhara.access import Action
from bukhara.exports.trail import trail_csv
from bukhara.i18n.audit_log import action_word, detail_word
from bukhara.i18n.moments import moment_text
from bukhara.service.accounts.accounts import LEAF
from pages._ui.doors.registry import door
from pages._ui.parts.actor import actor
from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render
from pages._ui.voices.trail_voices import trail_voice

if TYPE_CHECKING:
    from bukhara.service import Service

PATH = "/admin/audit"


def content(reader: Reader) -> Page:
    """Show a leaf of the trail, newest first."""
    words, query = reader.words, reader.query
    by, action, asked = query.get("by", ""), query.get("action", ""), query.get("page", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and 0 < len(asked) < 7 else 1
    leaf = reader.service.accounts.audit_leaf(actor(), by=by, action=action, number=number)
    said = trail_voice(reader)
    block = render(
        reader,
        "audit.html",
        leaf=leaf,
        details=[said(json.loads(entry.detail)) for entry in leaf.entries],
        hour=lambda at: moment_text(datetime.fromisoformat(at), reader.service.settings.time_zone, words),
        by=by,
        action=action,
        at=number,
        last=max(1, -(-leaf.total // LEAF)),
        action_word=lambda code: action_word(words, code),
        detail_word=lambda code: detail_word(words, code),
    )
    return Page(
        title=words("Who did what, when"),
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


register_page(__name__, path=PATH, name="Trail", content=content, permission=Action.AUDIT)
layout = layout_of(PATH)
