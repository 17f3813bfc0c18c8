"""The details of the trail in words: states, themes, roles, rows of a release; a text of somebody stays as it is."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from bukhara.i18n.audit_log import detail_word
from bukhara.i18n.codes import N_, label
from bukhara.i18n.moments import moment_text
from bukhara.i18n.replies import printed
from bukhara.model.access import Role
from bukhara.model.round import ReplyKind
from pages._ui.parts.shell import SECRETARIAT
from pages._ui.voices.block_voices import block_voices
from pages._ui.voices.desk_voices import DELIVERED, SHIPPED, STATES, subject_names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pages._ui.parts.reader import Reader

LONGEST, SHORT = 6, 12
NOTHING: tuple[object, ...] = ("", [], {}, None)
SAID = {
    **STATES,
    "sent": N_("Sent"),
    "due": N_("Due"),
    "reminded": N_("Reminded"),
    "received": N_("Received"),
    "cleared": N_("Cleared"),
    "cleared_by": N_("Cleared by (body)"),
    "contact": N_("Contact"),
    "note": N_("Note"),
    "password": N_("to choose a password"),
    "first": N_("to begin"),
    "tracker": N_("answers"),
    "statistics": N_("Statistics"),
    "partners": N_("Partners"),
    **{action: name for _, name, action in SECRETARIAT},
    "publish": N_("publication"),
    "audit": N_("Who did what, when"),
}


def trail_voice(reader: Reader) -> Callable[[Mapping[str, object]], list[tuple[str, str]]]:
    """Return a function from the details of an entry to names and values that can be read."""
    words = reader.words
    speak = _voices(reader)

    def said(name: str, value: object) -> str:
        if isinstance(value, list):
            more = len(value) - LONGEST
            first = ", ".join(said(name, each) for each in value[:LONGEST])
            return f"{first} {words.plural('and {n} more', 'and {n} more', more)}" if more > 0 else first
        if isinstance(value, dict):
            told = {detail_word(words, inner): said(inner, each) for inner, each in value.items() if each}
            return "; ".join(f"{inner}: {each}" for inner, each in told.items())
        if isinstance(value, bool):
            return words("yes") if value else words("no")
        return speak[name](str(value)) if name in speak else str(value)

    return lambda detail: [(name, said(name, value)) for name, value in detail.items() if value not in NOTHING]


def _voices(reader: Reader) -> Mapping[str, Callable[[str], str]]:
    words, names, zone = reader.words, subject_names(reader), reader.service.settings.time_zone
    items = {item.id: f"{item.id} {words.text(item.name)}" for item in reader.service.framework().items}
    replies = {kind.value: printed(kind, words) for kind in ReplyKind}
    roles = {role.value: label(words, role) for role in Role}
    blocks: dict[str, Any] = block_voices(reader, None)

    def coded(code: str) -> str:
        return replies.get(code) or (words(SAID[code]) if code in SAID else code)

    return {
        "country": lambda code: names.get(code, code),
        "subject": lambda code: names.get(code, code),
        "item": lambda code: items.get(code, code),
        "roles": lambda code: roles.get(code, code),
        "blocks": blocks["block_text"],
        "round": blocks["round_text"],
        "file": lambda digest: digest[:SHORT],
        "state": coded,
        "publish_at": lambda at: moment_text(datetime.fromisoformat(at), zone, words),
        "note": lambda note: words(DELIVERED) if note == SHIPPED else note,
        "kind": coded,
        "fields": coded,
        "purpose": coded,
        "asked": coded,
    }
