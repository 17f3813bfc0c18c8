"""The words of the audit log: actions and their details. A code without a word is shown without underscores."""

from bukhara.i18n.words import Words
from bukhara.model.audit import AuditAction
from bukhara.model.messages import N_

ACTIONS: dict[AuditAction, str] = {
    AuditAction.PUBLISH: N_("published"),
    AuditAction.PUBLISH_UNCHANGED: N_("published, nothing was new"),
    AuditAction.REVERT: N_("earlier release restored"),
    AuditAction.REVERT_UNCHANGED: N_("earlier release restored, nothing was new"),
    AuditAction.REVERT_ASKED: N_("asked to take back a release"),
    AuditAction.SIGN_IN: N_("signed in"),
    AuditAction.SIGN_IN_REFUSED: N_("sign-in refused"),
    AuditAction.SIGN_OUT: N_("signed out"),
    AuditAction.DENIED: N_("refused by the permissions"),
    AuditAction.ACCOUNT_ADD: N_("account added"),
    AuditAction.ACCOUNT_ROLES: N_("roles changed"),
    AuditAction.ACCOUNT_PASSWORD: N_("password set"),
    AuditAction.ACCOUNT_DISABLE: N_("account closed"),
    AuditAction.ACCOUNT_ENABLE: N_("account opened again"),
    AuditAction.ACCOUNT_LINK: N_("link for a password made"),
    AuditAction.OWN_PASSWORD: N_("own password changed"),
    AuditAction.OWN_PASSWORD_REFUSED: N_("own password not changed"),
    AuditAction.FIRST_LINK: N_("first link made"),
    AuditAction.LINK_USED: N_("link used"),
    AuditAction.AUDIT_EXPORT: N_("audit log downloaded"),
    AuditAction.DRAFT_RECEIVE: N_("workbook or answer received"),
    AuditAction.DRAFT_SUBMIT: N_("sent for review"),
    AuditAction.DRAFT_SEND_BACK: N_("sent back"),
    AuditAction.DRAFT_APPROVE: N_("approved"),
    AuditAction.DRAFT_WITHDRAW: N_("withdrawn"),
    AuditAction.DRAFT_PUT_BACK: N_("postponed, could not be published"),
    AuditAction.DRAFT_EXPIRE: N_("expired, withdrawn by the program"),
    AuditAction.DRAFT_MAP: N_("figures read from a ministry's own file"),
    AuditAction.ROUND_OPENED: N_("round opened"),
    AuditAction.ROUND_CLOSED: N_("round closed"),
    AuditAction.ROUND_REOPENED: N_("round opened again"),
    AuditAction.ROUND_NOTED: N_("round noted"),
    AuditAction.REPLY_GIVEN: N_("reply given"),
    AuditAction.REPLY_TAKEN_BACK: N_("reply withdrawn"),
    AuditAction.HEADING: N_("heading remembered"),
    AuditAction.WITHDRAWAL: N_("figure or statement withdrawn"),
    AuditAction.QUESTION_ASKED: N_("question about an answer asked"),
    AuditAction.QUESTION_ANSWERED: N_("question about an answer answered"),
    AuditAction.LETTER_SENT: N_("letter sent"),
    AuditAction.LETTER_AGAIN: N_("letter to be sent again"),
    AuditAction.PACK_SAVED: N_("slides saved under a name"),
    AuditAction.PACK_DELETED: N_("saved slides deleted"),
    AuditAction.PACK_FROZEN: N_("slides kept as presented"),
    AuditAction.PACK_ADDED: N_("document added to presented slides"),
    AuditAction.PACK_WITHDRAWN: N_("presented slides withdrawn"),
    AuditAction.TEMPLATE_SET: N_("template of slides uploaded"),
    AuditAction.TEMPLATE_REMOVED: N_("template of slides removed"),
    AuditAction.DOCUMENT_ADDED: N_("document kept or listed"),
    AuditAction.DOCUMENT_REMOVED: N_("document removed"),
}
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
    "original": N_("fingerprint of the file that was sent"),
    "figures": N_("figures"),
    "left_out": N_("numbers left out"),
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
    "letter": N_("letter"),
    "item": N_("theme"),
    "kind": N_("kind"),
    "purpose": N_("purpose"),
    "column": N_("column"),
    "blocks": N_("what"),
    "pack": N_("slides"),
    "document": N_("document"),
    "occasion": N_("occasion"),
    "reason": N_("reason"),
    "confirmed": N_("warnings of the check, confirmed"),
}


def action_word(code: str, words: Words) -> str:
    """Return the words for a stored action; one that this version does not know is shown as it was stored."""
    return words(ACTIONS[AuditAction(code)]) if code in set(AuditAction) else code.replace("_", " ")


def detail_word(code: str, words: Words) -> str:
    """Return the name of a detail of an action."""
    return words(DETAILS[code]) if code in DETAILS else code.replace("_", " ")
