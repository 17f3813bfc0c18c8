"""The forms of a draft: its next step, a question, a heading that is remembered."""

from datetime import datetime

from bukhara.model.messages import N_
from bukhara.service.drafts.questions import LONGEST
from bukhara.service.drafts.schedule import given_hour
from office.forms import Choice, Day, Hidden, Lines, Note, Number, OfficeForm, Text, Tick


class StepForm(OfficeForm):
    """What whoever takes the next step has seen, agrees to and says; `seen` are the warnings that the page showed.

    `removal` is the number of rows that are to be taken out of the record.
    """

    seen = Hidden()
    why = Lines(N_("Why it is sent back: its author reads this"), longest=LONGEST)
    note = Note(N_("Note: what this is and why; it stays with the release"))
    early = Lines(N_("Why it is published before that day: the state reads it in the receipt"), longest=LONGEST)
    removal = Tick(N_("Yes, take these rows out of the record: {n}. They are listed above as removed."))
    date = Day(N_("Day"))
    time = Text(N_("Time"), render_kw={"type": "time"})
    zone = Text(N_("Time zone"))

    def hour(self) -> datetime | None:
        """Return the hour that is filled in, if one is."""
        return given_hour(self.date.data, self.time.data)

    def agreed(self) -> dict[str, str]:
        """Return the warnings that were shown, and what was ticked."""
        return {"seen": self.seen.data, "removal": self.removal.data}


class AskForm(OfficeForm):
    """A question about a theme of the answers."""

    item = Choice(N_("Theme"), {})
    words = Lines(N_("Question"), required=True, longest=LONGEST)


class AnswerForm(OfficeForm):
    """The answer of the state to a question."""

    question = Number()
    words = Lines(N_("Answer"), required=True, longest=LONGEST)


class HeadingForm(OfficeForm):
    """A heading of a state's own form, and the column that it means; no column forgets it."""

    text = Hidden()
    column = Text(N_("“{heading}” means"), required=True)
