"""The forms of one answer: a sentence of a letter, the choice of a figure, a figure; and the letter itself."""

from collections.abc import Iterable

from bukhara.i18n.changes import COLUMNS
from bukhara.i18n.codes import word_of
from bukhara.model.codes import Kind, Qualifier, State, Status, StepOutcome
from bukhara.model.messages import N_, Named
from bukhara.model.observation import BREAKDOWNS
from bukhara.service.drafts.typed_answer import CONFIRMED
from bukhara.views.rounds.asked_figure import ASKED
from office.forms import Choice, Day, Hidden, Lines, OfficeForm, Text


def _named(codes: Iterable[Named]) -> dict[str, str]:
    return {code.value: word_of(code) for code in codes}


# The monitor alone says that something is withheld or not covered; and a letter that came is not awaited any more.
ANSWERS = _named((State.VALUE, State.NOT_APPLICABLE, State.NOT_AVAILABLE))
ANSWERS |= {CONFIRMED: N_("What is public about it is confirmed: no words of its own")}
KINDS = _named((Kind.IMPLEMENTATION, Kind.CHALLENGE, Kind.NEED))
STATUSES = _named(status for status in Status if status is not Status.NOT_ASKED)
EXACTNESS = _named((Qualifier.EXACT, Qualifier.ABOUT, Qualifier.MORE_THAN, Qualifier.AT_LEAST))


OWN = {
    "statement": N_("Your answer, word for word"),
    "body": N_("Institution that answers"),
    "document_number": N_("Number of your letter or e-mail"),
    "date": N_("Date of your letter or e-mail"),
    "revision_reason": N_("Reason for the change, where you answered otherwise before"),
}
"""What the commission of a state is asked for; the secretariat enters what it received."""


class AnswerForm(OfficeForm):
    """What is asked of every answer: who answered what, in which letter."""

    about = Hidden()
    country = Text(N_("Country"), required=True)
    indicator = Text(N_("What the figure counts"), required=True)
    revision_reason = Text(N_("Reason for the change, where it replaces an accepted answer"), longest=400)
    body = Text(N_("Body that answered"), required=True, longest=200, render_kw={"list": "bodies"})
    document_number = Text(N_("Number of the letter or e-mail"), required=True, longest=80)
    date = Day(N_("Date of the letter or e-mail"), required=True)
    answers_round = Choice("", {"yes": N_("Yes, it answers the round"), "no": N_("No")})

    def ask_the_state(self) -> None:
        """Name the fields as its commission is asked for them."""
        for name in OWN.keys() & self.data.keys():
            self[name].label.text = OWN[name]


class WordsForm(AnswerForm):
    """An answer in words, with the next step."""

    indicator = Text(N_("Item and indicator"), required=True)
    lang = Text(N_("Language of the statement"))
    next_step = Lines(COLUMNS["next_step"].label, longest=400)
    lead = Text(COLUMNS["lead"].label, longest=200, render_kw={"list": "bodies"})
    due_date = Day(COLUMNS["due_date"].label)
    promised_document = Text(COLUMNS["promised_document"].label, longest=200)


class SentenceForm(WordsForm):
    """A sentence of a letter, which may be about an act on file."""

    act = Hidden()
    kind = Choice(N_("Kind of statement"), KINDS, required=True)
    state = Choice(N_("State of the answer"), ANSWERS, required=True)
    statement = Lines(N_("Statement, in the words of the letter"), rows=4, longest=4000)
    status = Choice(N_("Status"), STATUSES)
    since = Text(N_("Since"), longest=10)
    step_outcome = Choice(COLUMNS["step_outcome"].label, _named(StepOutcome))


class PanelForm(WordsForm):
    """A step that an institution announced at a panel."""

    statement = Lines(N_("What was said, in a sentence"), required=True, longest=1000)
    next_step = Lines(COLUMNS["next_step"].label, required=True, longest=400)
    body = Text(N_("Institution that said it"), required=True, longest=200, render_kw={"list": "bodies"})
    document_number = Text(N_("Session, such as Panel 2"), required=True, longest=80)
    date = Day(N_("Day of the panel"), required=True)


class FigureForm(AnswerForm):
    """A figure; a field for each column that says what it counts is added below."""

    value = Text(N_("Value"), longest=40, render_kw={"inputmode": "decimal"})
    state = Choice(N_("State of the answer"), _named(State), default="value")
    qualifier = Choice(N_("Qualifier"), EXACTNESS, default="exact")
    unit = Text(N_("Unit"))
    counting_unit = Text(N_("Counting unit"))
    period_start = Day(N_("Period from"))
    period_end = Day(N_("Period to"))
    period_label = Text(N_("Period as published"), longest=80)
    asked_on = Day(N_("Asked on"))


# a figure of the whole country is the usual one; everything else is chosen only where the letter says so
USUAL = {"territorial_scope": "national"}
for _column in (*ASKED, *BREAKDOWNS):
    setattr(FigureForm, _column, Text(COLUMNS[_column].label, longest=80, default=USUAL.get(_column, "")))
