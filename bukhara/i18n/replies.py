"""What the form for a reply of a state offers: its kinds."""

from bukhara.model.messages import N_
from bukhara.model.round import ReplyKind

OFFERED = {
    ReplyKind.CONFIRMATION: N_("Confirm: this is as we see it"),
    ReplyKind.COMMENT: N_("Comment: something should be added"),
    ReplyKind.CORRECTION: N_("Correct: something in it is not right or not complete"),
    ReplyKind.OBJECTION: N_("Object: we see this differently"),
    ReplyKind.ITEM_OBJECTION: N_("Object to the theme as such: it should not be followed"),
}
