"""The details of an entry of the audit log in words: states, themes, roles, rows of a release.

A text that somebody wrote stays as it is.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from bukhara.i18n.audit_log import detail_word
from bukhara.i18n.codes import label
from bukhara.i18n.moments import moment_text
from bukhara.model.access import Role
from bukhara.model.messages import N_
from bukhara.model.round import ReplyKind
from bukhara.service.operation.seed import SHIPPED
from bukhara.service.releases.release_words import DELIVERED
from office.blocks import block_names
from office.names import STATES, subject_names
from web.header import office_menu
from web.permissions import permission_at
from web.request import PageRequest

LONGEST, SHORT = 6, 12
NOTHING: tuple[object, ...] = ("", [], {}, None)
CODES = {
    **STATES,
    "sent": N_("Sent"),
    "due": N_("Due"),
    "reminded": N_("Reminded"),
    "received": N_("Received"),
    "cleared": N_("Cleared"),
    "cleared_by": N_("Cleared by (body)"),
    "contact": N_("Contact"),
    "note": N_("Note"),
    "language": N_("Letters in"),
    "password": N_("to choose a password"),
    "first": N_("to begin"),
    "only": N_("this release alone"),
    "return": N_("every later release"),
    "tracker": N_("answers"),
    "statistics": N_("Statistics"),
    "partners": N_("Partners"),
}
ACTIONS = {
    "publish": N_("publication"),
    "revert": N_("taking back a release"),
    "releases": N_("Releases"),
    "edit_rounds": N_("changing a round"),
    "approve": N_("approval of a workbook"),
    "template": N_("download of a workbook"),
    "reply": N_("reply of a state"),
    "decide": N_("decision about a difference"),
    "packs": N_("slides"),
    "withdraw": N_("withdrawal of slides"),
    "accounts": N_("Accounts"),
    "preview": N_("preview of a draft"),
    "questions": N_("questions to a state"),
    "calendar": N_("days of a round"),
    "audit": N_("Who did what, when"),
}


def describer(page_request: PageRequest) -> Callable[[Mapping[str, object]], list[tuple[str, str]]]:
    """Return a function from the details of an entry to names and values that can be read."""
    words = page_request.words
    texts = _texts(page_request)

    def describe(name: str, value: object) -> str:
        if isinstance(value, list):
            more = len(value) - LONGEST
            first = "; ".join(describe(name, each) for each in value[:LONGEST])
            return f"{first} {words.plural('and {n} more', 'and {n} more', more)}" if more > 0 else first
        if isinstance(value, dict):
            inner = {detail_word(key, words): describe(key, each) for key, each in value.items() if each}
            return "; ".join(f"{key}: {each}" for key, each in inner.items())
        if isinstance(value, bool):
            return words("yes") if value else words("no")
        return texts[name](str(value)) if name in texts else str(value)

    return lambda detail: [(name, describe(name, value)) for name, value in detail.items() if value not in NOTHING]


def _texts(page_request: PageRequest) -> Mapping[str, Callable[[str], str]]:
    """Return by the name of a detail what puts its value in words."""
    words, names, zone = page_request.words, subject_names(page_request), page_request.service.settings.time_zone
    items = {item.id: f"{item.id} {words.text(item.name)}" for item in page_request.service.framework().items}
    replies = {kind.value: words(kind.message) for kind in ReplyKind}
    roles = {role.value: label(words, role) for role in Role}
    blocks, codes = block_names(page_request), {**CODES, **_section_names(), **ACTIONS}

    def coded(code: str) -> str:
        return replies.get(code) or (words(codes[code]) if code in codes else code)

    return {
        "country": lambda code: names.get(code, code),
        "subject": lambda code: names.get(code, code),
        "item": lambda code: items.get(code, code),
        "roles": lambda code: roles.get(code, code),
        "blocks": blocks.text,
        "round": blocks.round,
        "file": lambda digest: digest[:SHORT],
        "state": coded,
        "publish_at": lambda at: moment_text(datetime.fromisoformat(at), zone, words),
        "note": lambda note: words(DELIVERED) if note == SHIPPED else note,
        "kind": coded,
        "fields": coded,
        "purpose": coded,
        "asked": coded,
        "scope": coded,
    }


def _section_names() -> dict[str, str]:
    """Return by the action that a page of the office needs the name of that page."""
    needed = ((permission_at(address), entry.name) for address, entry in office_menu().items())
    return {str(permission.action): name for permission, name in needed if permission}
