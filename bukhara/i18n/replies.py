"""The words for the kinds of replies of states: in the form for a reply, and beside the status."""

from bukhara.i18n.words import Words
from bukhara.model.messages import N_
from bukhara.model.round import ReplyKind

PRINTED = {
    ReplyKind.CONFIRMATION: N_("Reply of the state: confirmed"),
    ReplyKind.COMMENT: N_("Reply of the state: comment"),
    ReplyKind.CORRECTION: N_("Reply of the state: correction"),
    ReplyKind.OBJECTION: N_("Reply of the state: it sees this differently"),
    ReplyKind.ITEM_OBJECTION: N_("Reply of the state: it objects to this theme as such"),
}
OFFERED = {
    ReplyKind.CONFIRMATION: N_("Confirm: this is as we see it"),
    ReplyKind.COMMENT: N_("Comment: something should be added"),
    ReplyKind.CORRECTION: N_("Correct: something in it is not right or not complete"),
    ReplyKind.OBJECTION: N_("Object: we see this differently"),
    ReplyKind.ITEM_OBJECTION: N_("Object to the theme as such: it should not be followed"),
}
# Each language is named in itself, so that its speakers find it.
LANGUAGES = {
    "en": "English",
    "ru": "Русский",
    "kk": "Қазақша",
    "ky": "Кыргызча",
    "tg": "Тоҷикӣ",
    "tk": "Türkmençe",
    "uz": "Oʻzbekcha",
}


def printed(kind: ReplyKind, words: Words) -> str:
    """Return the heading above the reply of a state."""
    return words(PRINTED[kind])
