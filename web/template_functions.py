"""Functions that every template may call: codes, figures, differences, replies and changes in the reader's words."""

from collections.abc import Callable
from enum import Enum
from typing import Concatenate, ParamSpec, TypeVar

from jinja2 import pass_context
from jinja2.runtime import Context as TemplateContext
from markupsafe import Markup

from bukhara.charts import count_words, status_dates
from bukhara.i18n import basis, codes, figures, periods, subjects, units
from bukhara.i18n.words import Words
from bukhara.model.countries import REGION
from bukhara.model.framework import Framework
from bukhara.model.marks import MARKS
from bukhara.model.observation import Observation
from bukhara.situation.situation import IndicatorStatus, Situation
from bukhara.wing import functions, wing_notes
from web import permissions
from web.components import replies
from web.components.contact import contact
from web.components.figures import difference_pair, figure_card
from web.components.passages import source_title
from web.components.revisions import edition_revisions
from web.components.statements import quotations
from web.first_paint import to_html
from web.request import PageRequest, actor
from web.templating import ENVIRONMENT, context_function, template_function, words_function

P = ParamSpec("P")
T = TypeVar("T")


def component_function(function: Callable[Concatenate[PageRequest, P], object]) -> None:
    """Let every template call a function that returns components, without its first argument, and get their HTML."""

    @pass_context
    def as_html(context: TemplateContext, *args: P.args, **kwargs: P.kwargs) -> Markup:
        return to_html(function(context["page_request"], *args, **kwargs))

    ENVIRONMENT.globals[function.__name__] = as_html


def record_function(function: Callable[[T, Words, Framework], object]) -> None:
    """Let every template call a function without the reader's words and the framework, its last arguments."""

    @pass_context
    def in_record(context: TemplateContext, given: T) -> object:
        return function(given, context["_"], context["snapshot"].framework)

    ENVIRONMENT.globals[function.__name__] = in_record


template_function(permissions.may)
template_function(actor)
record_function(subjects.breakdown)
record_function(subjects.body_name)
words_function(figures.value_text)
words_function(units.unit_text, "unit")
words_function(count_words.themes_text)
words_function(status_dates.dates_text)
component_function(contact)
component_function(difference_pair)
component_function(edition_revisions)
component_function(figure_card)
component_function(quotations)
component_function(replies.replies_shown)
component_function(replies.reply_card)
component_function(source_title)


def page_request_in(context: TemplateContext) -> PageRequest:
    """Return the request that a template is rendered for."""
    page_request: PageRequest = context["page_request"]
    return page_request


def words_in(context: TemplateContext) -> Words:
    """Return the words that a template is rendered with."""
    words: Words = context["_"]
    return words


@context_function
def label(context: TemplateContext, code: str | Enum) -> str:
    """Return the word for a code."""
    return codes.label(words_in(context), code)


@template_function
def glyph_shape(mark: str) -> Markup:
    """Return the shape of a mark as SVG."""
    return Markup(MARKS[mark].shape)  # noqa: S704  (our own shapes)


@context_function
def subject_of_reply(context: TemplateContext, country: str, item: str) -> tuple[str, str]:
    """Return the name of the theme or figure that a reply is about, and the address of its evidence."""
    return replies.subject_of_reply(page_request_in(context), country, item)


@context_function
def position_text(context: TemplateContext, cell: Situation | IndicatorStatus) -> str:
    """Return who said a status, part by part, with day and document, and what the state said of it."""
    return basis.position_text(cell.attributions, words_in(context), region=cell.country == REGION)


@context_function
def period_text(context: TemplateContext, figure: Observation) -> str:
    """Return the time that a figure covers."""
    return periods.period_text(figure.period, figure.period_label, words_in(context))


template_function(wing_notes)


@context_function
def of_wings(context: TemplateContext, place: str, **given: object) -> Markup:
    """Return what wings show at a place of a page."""
    return Markup().join(show(page_request_in(context), **given) for show in functions("shows", place))
