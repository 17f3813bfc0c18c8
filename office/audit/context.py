"""What the template of the audit log is filled with."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from jinja2.runtime import Context as TemplateContext

from bukhara.i18n import audit_log
from bukhara.i18n.moments import moment_text
from office.audit.forms import AuditForm
from web.paging import Turn
from web.template_functions import page_request_in, words_in
from web.templating import Context, context_function


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One thing that was done, with its details in words; `at` is a moment as stored."""

    at: str
    actor: str
    action: str
    release: int | None
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLog(Context):
    """A page of the log, newest first; actors and actions to choose from, with their names."""

    template: ClassVar[str] = "audit/audit.html"
    entries: tuple[LogEntry, ...]
    form: AuditForm
    actors: tuple[tuple[str, str], ...]
    actions: tuple[tuple[str, str], ...]
    turn: Turn


@context_function
def written_moment(context: TemplateContext, at: str) -> str:
    """Return a stored moment in the office's zone."""
    zone = page_request_in(context).service.settings.time_zone
    return moment_text(datetime.fromisoformat(at), zone, words_in(context))


@context_function
def action_word(context: TemplateContext, code: str) -> str:
    """Return the word for an action of the log."""
    return audit_log.action_word(words_in(context), code)


@context_function
def detail_word(context: TemplateContext, code: str) -> str:
    """Return the word for a detail of an entry."""
    return audit_log.detail_word(words_in(context), code)
