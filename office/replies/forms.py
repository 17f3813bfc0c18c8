"""The forms of replies: one reply, and the confirmation of several items."""

from bukhara.i18n.replies import OFFERED
from bukhara.model.messages import N_
from bukhara.service.rounds.decisions import LONGEST as LONGEST_REASON
from bukhara.service.rounds.replies import LONGEST, LONGEST_NAME
from office.forms import Agreed, Choice, Codes, Day, Hidden, Lines, OfficeForm, Text


class LetterForm(OfficeForm):
    """What the state says, and the letter that it came in."""

    lang = Text(N_("Language of the reply"))
    words = Lines(N_("In your own words"), longest=LONGEST, rows=4)
    translation = Lines(N_("Translation (optional)"), longest=LONGEST)
    body = Text(N_("Institution that replies"), required=True, longest=LONGEST_NAME)
    document_number = Text(N_("Number of the letter"), longest=LONGEST_NAME)
    given_on = Day(N_("Date of the letter"), render_kw={"required": True})


class ReplyForm(LetterForm):
    """A reply about one item, about one of its indicators, or about a figure."""

    item = Hidden()
    seen = Text(N_("Your reply is about"))
    kind = Choice(N_("Kind of reply"), OFFERED)
    indicator = Text(N_("About"))


class ConfirmForm(LetterForm):
    """A confirmation of every ticked item, each sent as its id, a space and the fingerprint of what was seen."""

    agreed = Agreed(N_("Yes, what is public about these themes is right. The confirmation becomes public, too."))
    item = Codes()


class TakeBackForm(OfficeForm):
    """A reply that is taken back, and its item."""

    reply = Hidden()
    item = Hidden()


class PublishForm(OfficeForm):
    """The state whose replies are published."""

    country = Hidden()
    note = Text(N_("Note, shown in the list of releases"), longest=200)


class KeepForm(OfficeForm):
    """An objection, and why the status is kept."""

    reply = Hidden()
    reason = Lines(N_("Reason why it is kept"), required=True, longest=LONGEST_REASON)
