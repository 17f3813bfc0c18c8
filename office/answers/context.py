"""What the templates of one answer are filled with: a sentence, the choice of a figure, a figure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from jinja2.runtime import Context as TemplateContext

from bukhara.i18n import changes, subjects, units
from bukhara.model.columns import Role, names
from bukhara.model.framework import Body, Item
from bukhara.model.observation import Observation
from bukhara.views.asked_figure import AskedFigure
from office.answers.forms import AnswerForm
from web.template_functions import page_request_in, words_in
from web.templating import Context, context_function


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPage(Context):
    """What all three forms show: the states and the bodies."""

    form: AnswerForm
    places: tuple[tuple[str, str], ...]
    bodies: tuple[Body, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentencePage(AnswerPage):
    """The form for a sentence of a letter."""

    template: ClassVar[str] = "answers/statement.html"
    items: tuple[Item, ...]
    tongues: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurePage(AnswerPage):
    """The first step for a figure: which country and which measure."""

    template: ClassVar[str] = "answers/measure.html"
    measures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePage(AnswerPage):
    """The second step for a figure: its value and all that its measure asks for; whether it counts a `part` only."""

    template: ClassVar[str] = "answers/figure.html"
    asked: AskedFigure
    part: bool


@context_function
def named_codes(context: TemplateContext, column: str, codes: Iterable[str]) -> list[tuple[str, str]]:
    """Return codes of a column with their words; a code of a country or place with its name."""
    framework, words = page_request_in(context).service.framework(), words_in(context)
    if column == "counting_unit":
        return [(code, units.counted(code, words)) for code in codes]
    if column in names(Observation, Role.PLACE):
        return [(code, subjects.place(code, words, framework)) for code in codes]
    return [(code, changes.field_text(column, code, words)) for code in codes]
