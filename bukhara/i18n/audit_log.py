"""The words of the audit log. A code without a word is shown without underscores."""

from bukhara.i18n.words import Words
from bukhara.model.audit import AuditAction
from bukhara.model.messages import N_
from bukhara.wing import merged

DETAILS: dict[str, str] = {
    "account": N_("account"),
    "address": N_("address"),
    "roles": N_("roles"),
    "country": N_("state"),
    "before": N_("before"),
    "after": N_("after"),
    "note": N_("note"),
    "asked": N_("requested"),
    "draft": N_("workbook"),
    "subject": N_("subject"),
    "file": N_("fingerprint of the file"),
    "made_by": N_("sent by"),
    "submitted_by": N_("sent for review by"),
    "approved_by": N_("approved by"),
    "state": N_("stage"),
    "publish_at": N_("to be published"),
    "round": N_("round"),
    "release": N_("release"),
    "newest": N_("newest release"),
    "scope": N_("what"),
    "fields": N_("noted"),
    "item": N_("theme"),
    "kind": N_("kind"),
    "purpose": N_("purpose"),
    "way": N_("way"),
    "set": N_("set"),
    "column": N_("column"),
    "blocks": N_("what"),
    "pack": N_("slides"),
    "occasion": N_("occasion"),
    "reason": N_("reason"),
    "confirmed": N_("warnings of the check, confirmed"),
}


def action_word(code: str, words: Words) -> str:
    """Return the words for a stored action; one that this version does not know is shown as it was stored."""
    known = {each.value: each.message for each in AuditAction} | merged("audit")
    return words(known[code]) if code in known else code.replace("_", " ")


def detail_word(code: str, words: Words) -> str:
    """Return the name of a detail of an action."""
    known = DETAILS | merged("audit")
    return words(known[code]) if code in known else code.replace("_", " ")
