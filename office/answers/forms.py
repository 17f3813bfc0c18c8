"""The forms of one answer: a sentence of a letter, the choice of a figure, a figure; and the letter itself."""

from bukhara.i18n.changes import COLUMNS
from bukhara.model.messages import N_
from bukhara.model.observation import BREAKDOWNS
from bukhara.views.asked_figure import ASKED
from office.forms import Hidden, Lines, OfficeForm, Text, TypedDay


class AnswerForm(OfficeForm):
    """What is asked of every answer: who answered what, in which letter."""

    about = Hidden()
    country = Text(N_("Country"), required=True)
    indicator = Text(N_("What the figure counts"), required=True)
    revision_reason = Text(N_("Reason for the change, where it replaces an accepted answer"), longest=400)
    body = Text(N_("Body that answered"), required=True, longest=200, render_kw={"list": "bodies"})
    document_number = Text(N_("Number of the letter or e-mail"), required=True, longest=80)
    date = TypedDay(N_("Date of the letter or e-mail"), required=True)


class SentenceForm(AnswerForm):
    """A sentence of a letter."""

    indicator = Text(N_("Item and indicator"), required=True)
    kind = Text(N_("Kind of statement"), required=True)
    state = Text(N_("State of the answer"), required=True)
    status = Text(N_("Status"))
    since = Text(N_("Since"), longest=10)
    statement = Lines(N_("Statement, in the words of the letter"), rows=4, required=True, longest=4000)
    lang = Text(N_("Language of the statement"))


class FigureForm(AnswerForm):
    """A figure; a field for each column that says what it counts is added below."""

    value = Text(N_("Value"), longest=40, render_kw={"inputmode": "decimal"})
    state = Text(N_("State of the answer"), default="value")
    qualifier = Text(N_("Qualifier"), default="exact")
    unit = Text(N_("Unit"))
    counting_unit = Text(N_("Counting unit"))
    period_start = TypedDay(N_("Period from"))
    period_end = TypedDay(N_("Period to"))
    period_label = Text(N_("Period as published"), longest=80)
    asked_on = TypedDay(N_("Asked on"))


# a figure of the whole country is the usual one; everything else is chosen only where the letter says so
USUAL = {"territorial_scope": "national"}
for _column in (*ASKED, *BREAKDOWNS):
    setattr(FigureForm, _column, Text(COLUMNS[_column].label, longest=80, default=USUAL.get(_column, "")))
