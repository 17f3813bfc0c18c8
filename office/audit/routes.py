"""The audit log: who did what, when; for administrators, on pages and as a file."""

import json
from datetime import datetime

from flask import Response
from jinja2.runtime import Context as TemplateContext

from bukhara.access import Action
from bukhara.exports.to_csv import csv_for_excel
from bukhara.i18n import audit_log
from bukhara.i18n.moments import moment_text
from bukhara.model.access import PROGRAM
from office.audit.details import describer
from office.audit.forms import AuditForm
from office.page import office, office_page
from web.downloads import CSV, attachment
from web.paging import Turn, asked_page
from web.permissions import requires
from web.request import actor, current_request, service
from web.template_functions import page_request_in, words_in
from web.templating import context_function, render, words_function


@context_function
def written_moment(context: TemplateContext, at: str) -> str:
    """Return a stored moment in the office's zone."""
    zone = page_request_in(context).service.settings.time_zone
    return moment_text(datetime.fromisoformat(at), zone, words_in(context))


words_function(audit_log.action_word)
words_function(audit_log.detail_word)
PATH = "/admin/audit"
COLUMNS = ("at_utc", "actor", "action", "detail", "release")
"""The columns of the log as a file."""


@office.get(PATH)
@requires(Action.AUDIT)
def audit_page() -> str:
    """Show one page of the log, newest first."""
    page_request = current_request()
    words, form = page_request.words, AuditForm(data=page_request.query)
    log = page_request.service.accounts.audit_page(actor(), **form.data, number=asked_page(page_request))
    describe = describer(page_request)
    shown = render(
        page_request,
        "audit/audit.html",
        entries=[(entry, describe(json.loads(entry.detail))) for entry in log.entries],
        form=form,
        actors=tuple((name, words("the program") if name == PROGRAM else name) for name in log.actors if name),
        actions=tuple((code, audit_log.action_word(code, words)) for code in log.actions),
        turn=Turn("page", log.number, log.last, log.total),
    )
    return office_page(
        page_request,
        shown,
        title=words("Who did what, when"),
        lead=words("One line for each action. The log is kept permanently and cannot be changed here."),
        crumbs=((words("Administration"), "/admin"),),
    )


@office.get("/admin/audit.csv")
@requires(Action.AUDIT, is_file=True)
def audit_file() -> Response:
    """Send the whole audit log as CSV, the oldest entry first."""
    rows = [(e.at, e.actor, e.action, e.detail, e.release) for e in service().accounts.audit_taken(actor())]
    return attachment(csv_for_excel([COLUMNS, *rows]), "bukhara-audit.csv", CSV)
