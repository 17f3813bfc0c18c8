"""The words of the audit log: actions and their details. A code without a word is shown without underscores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.i18n.codes import N_

if TYPE_CHECKING:
    from bukhara.i18n.words import Words

ACTIONS: dict[str, str] = {
    "publish": N_("published"),
    "publish_unchanged": N_("published, nothing was new"),
    "revert": N_("went back"),
    "revert_unchanged": N_("went back, nothing was new"),
    "sign_in": N_("signed in"),
    "sign_in_refused": N_("sign-in refused"),
    "sign_out": N_("signed out"),
    "denied": N_("refused by the permissions"),
    "account_add": N_("account added"),
    "account_roles": N_("roles changed"),
    "account_subject": N_("identity changed"),
    "account_password": N_("password set"),
    "account_disable": N_("account closed"),
    "account_enable": N_("account opened again"),
    "account_link": N_("link for a password made"),
    "own_password": N_("own password changed"),
    "own_password_refused": N_("own password not changed"),
    "first_link": N_("first link made"),
    "link_used": N_("link used"),
    "audit_export": N_("trail taken as a file"),
    "draft_receive": N_("workbook or answer received"),
    "draft_submit": N_("sent for review"),
    "draft_send_back": N_("sent back"),
    "draft_approve": N_("approved"),
    "draft_publish": N_("draft published"),
    "draft_withdraw": N_("withdrawn"),
    "draft_put_back": N_("put back, could not be published"),
    "round_opened": N_("round opened"),
    "round_closed": N_("round closed"),
    "round_reopened": N_("round opened again"),
    "round_noted": N_("round noted"),
    "reply_given": N_("reply given"),
    "reply_taken_back": N_("reply taken back"),
    "heading": N_("heading remembered"),
}
DETAILS: dict[str, str] = {
    "account": N_("account"),
    "address": N_("address"),
    "roles": N_("roles"),
    "country": N_("state"),
    "before": N_("before"),
    "after": N_("after"),
    "note": N_("note"),
    "asked": N_("asked for"),
    "draft": N_("workbook"),
    "subject": N_("whose"),
    "file": N_("fingerprint of the file"),
    "made_by": N_("sent by"),
    "submitted_by": N_("sent for review by"),
    "approved_by": N_("approved by"),
    "state": N_("stage"),
    "publish_at": N_("to be published"),
    "round": N_("round"),
    "fields": N_("noted"),
    "item": N_("theme"),
    "kind": N_("kind"),
    "purpose": N_("purpose"),
    "way": N_("way"),
    "set": N_("set"),
    "column": N_("column"),
    "blocks": N_("what"),
    "confirmed": N_("notes of the check, confirmed"),
}


def action_word(words: Words, code: str) -> str:
    """Return the words for an action."""
    return words(ACTIONS[code]) if code in ACTIONS else code.replace("_", " ")


def detail_word(words: Words, code: str) -> str:
    """Return the name of a detail of an action."""
    return words(DETAILS[code]) if code in DETAILS else code.replace("_", " ")
