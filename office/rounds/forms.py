"""The forms of rounds: opened, sent, dated, noted."""

from wtforms import Field

from bukhara.i18n.readers import public_languages
from bukhara.model.languages import LANGUAGES
from bukhara.model.messages import N_
from bukhara.model.round import StageDays
from bukhara.service.rounds.rounds import LONGEST
from office.forms import Choice, Codes, Day, Hidden, OfficeForm, Text
from web.forms import whole_number

LETTERS = {"": N_("language of the site"), **{each: LANGUAGES[each].name for each in public_languages()}}
CHOSEN = "chosen"
DAYS = {"type": "number", "min": "0", "max": "365"}


class OpenForm(OfficeForm):
    """A new round; the items that were ticked count only where chosen themes are asked for."""

    title = Text(N_("Name in English"), required=True, longest=LONGEST)
    scope = Text()
    item = Codes()
    answers = Text(N_("Days for answers"), render_kw=DAYS)
    questions = Text(N_("Days for questions about them"), render_kw=DAYS)
    last_word = Text(N_("Days for the last word of the state"), render_kw=DAYS)

    def days(self) -> StageDays:
        """Return the lengths of the stages; what is no number is none."""
        answers, questions, last_word = (
            whole_number(field.data, digits=3) or 0 for field in (self.answers, self.questions, self.last_word)
        )
        return StageDays(answers=answers, questions=questions, last_word=last_word)

    def names(self, languages: tuple[str, ...]) -> dict[str, Field]:
        """Return the field for the name in each of these languages but English."""
        return {code: self[name] for code in languages if (name := f"title_{code}") in self}


for _each in LANGUAGES.values():
    if _each.code != "en":
        _field = Text(_each.own_name, longest=LONGEST, render_kw={"lang": _each.code})
        setattr(OpenForm, f"title_{_each.code}", _field)


class SendForm(OfficeForm):
    """To whom the request was sent, when, and by when the answer is due."""

    country = Codes(N_("Sent to"))
    sent = Day(N_("Sent on"))
    due = Day(N_("Answer due on"))
    seen = Hidden()


class NoteForm(OfficeForm):
    """The days of one state, who cleared its answer, whom to ask there, and anything else."""

    country = Hidden()
    seen = Hidden()
    sent = Day(N_("Sent on"))
    due = Day(N_("Answer due on"))
    reminded = Day(N_("Reminded"))
    received = Day(N_("Received"))
    cleared = Day(N_("Cleared"))
    cleared_by = Text(N_("Cleared by (body)"), longest=LONGEST)
    contact = Text(N_("Contact: an office, not a person"), longest=LONGEST)
    language = Choice(N_("Letters in"), LETTERS)
    note = Text(N_("Note, stays inside"), longest=LONGEST)
