"""The actions that the audit log records. The values are stored: a new action may be added, none is ever renamed."""

from enum import StrEnum


class AuditAction(StrEnum):
    """What somebody did, or was refused; docs/findings.md lists each with its words."""

    PUBLISH = "publish"
    PUBLISH_UNCHANGED = "publish_unchanged"
    REVERT = "revert"
    REVERT_UNCHANGED = "revert_unchanged"
    REVERT_ASKED = "revert_asked"
    SIGN_IN = "sign_in"
    SIGN_IN_REFUSED = "sign_in_refused"
    SIGN_OUT = "sign_out"
    DENIED = "denied"
    ACCOUNT_ADD = "account_add"
    ACCOUNT_ROLES = "account_roles"
    ACCOUNT_SUBJECT = "account_subject"
    ACCOUNT_PASSWORD = "account_password"  # noqa: S105 - an action, no secret
    ACCOUNT_DISABLE = "account_disable"
    ACCOUNT_ENABLE = "account_enable"
    ACCOUNT_LINK = "account_link"
    OWN_PASSWORD = "own_password"  # noqa: S105
    OWN_PASSWORD_REFUSED = "own_password_refused"  # noqa: S105
    FIRST_LINK = "first_link"
    LINK_USED = "link_used"
    AUDIT_EXPORT = "audit_export"
    DRAFT_RECEIVE = "draft_receive"
    DRAFT_SUBMIT = "draft_submit"
    DRAFT_SEND_BACK = "draft_send_back"
    DRAFT_APPROVE = "draft_approve"
    DRAFT_WITHDRAW = "draft_withdraw"
    DRAFT_PUT_BACK = "draft_put_back"
    DRAFT_EXPIRE = "draft_expire"
    DRAFT_MAP = "draft_map"
    ROUND_OPENED = "round_opened"
    ROUND_CLOSED = "round_closed"
    ROUND_REOPENED = "round_reopened"
    ROUND_NOTED = "round_noted"
    REPLY_GIVEN = "reply_given"
    REPLY_TAKEN_BACK = "reply_taken_back"
    HEADING = "heading"
    WITHDRAWAL = "withdrawal"
    PACK_SAVED = "pack_saved"
    PACK_DELETED = "pack_deleted"
    PACK_FROZEN = "pack_frozen"
    PACK_WITHDRAWN = "pack_withdrawn"
