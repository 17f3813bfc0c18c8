"""What the templates of a draft are filled with."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from jinja2.runtime import Context as TemplateContext

from bukhara.i18n import disclosure_rule, periods
from bukhara.i18n.series import differing_text
from bukhara.model.codes import Kind
from bukhara.model.draft import Draft
from bukhara.model.finding import Finding
from bukhara.model.framework import Framework
from bukhara.model.heading import Heading
from bukhara.model.observation import Observation
from bukhara.model.question import CellQuestion
from bukhara.service import sentence
from bukhara.service.drafts import checklist
from bukhara.service.drafts.checklist import Check
from bukhara.service.release_words import BlockNames
from bukhara.service.series_joins import FigureFit
from bukhara.views.as_shown import AsShown
from office.drafts.effect import EffectText
from office.drafts.forms import AnswerForm, AskForm, HeadingForm, SeriesForm, StepForm
from office.drafts.review import Review
from office.drop import UploadForm
from web.template_functions import page_request_in, words_in
from web.templating import Context, context_function, words_function

words_function(sentence, "finding_text")


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPage(Context):
    """One part of the page of a draft; all parts are filled alike.

    `unknown_headings` are headings that were not understood, `own_headings` those remembered, `meanings` what a heading
    can mean; `removed` is the number of rows that would be taken out of the record; `taken_back` is the release that
    took back what this draft published; `expires` is when it is withdrawn by itself if nobody sends it for review.
    """

    template: ClassVar[str] = "drafts/part.html"
    part: str = ""
    seen: Review
    draft: Draft
    errors: tuple[tuple[str, tuple[Finding, ...]], ...]
    warnings: tuple[tuple[str, tuple[Finding, ...]], ...]
    kinds: tuple[tuple[Kind, int], ...]
    form: StepForm
    joining: SeriesForm = field(default_factory=SeriesForm)
    naming: HeadingForm = field(default_factory=HeadingForm)
    zones: tuple[tuple[str, str], ...]
    taken_back: int | None
    expires: datetime | None
    block_names: BlockNames
    effect: EffectText | None
    framework: Framework
    unknown_headings: tuple[str, ...]
    own_headings: tuple[Heading, ...]
    meanings: dict[str, str]
    limit_mb: int
    removed: str
    questions: tuple[CellQuestion, ...]
    asking: AskForm
    answering: AnswerForm = field(default_factory=AnswerForm)
    upload: UploadForm


@context_function
def measure_name(context: TemplateContext, figure: Observation) -> str:
    """Return the name of the measure of a figure."""
    return words_in(context).text(page_request_in(context).service.framework().indicator(figure.indicator).name)


@context_function
def rule_text(context: TemplateContext) -> str:
    """Return the disclosure rule."""
    policy = page_request_in(context).service.policy
    return disclosure_rule.rule_text(policy.threshold, policy.base, words_in(context))


@context_function
def as_shown_text(context: TemplateContext, figure: AsShown) -> str:
    """Return how readers would see a figure."""
    threshold = page_request_in(context).service.policy.threshold
    return disclosure_rule.as_shown_text(figure.given, figure.shown, threshold, words_in(context))


@context_function
def fit_text(context: TemplateContext, new: FigureFit) -> str:
    """Return how a new figure fits the series of its state."""
    words, nearest = words_in(context), new.fit.nearest
    if nearest is None:
        return words("The first figure of this kind")
    if new.differs:
        return words("Joins no accepted series. {differs}.", differs=differing_text(new.differs, words))
    period = periods.period_text(nearest.period, nearest.period_label, words)
    return words("Joins its series; the newest accepted figure is of {period}", period=period)


@context_function
def check_text(context: TemplateContext, check: Check) -> str:
    """Return the checklist before a draft is published."""
    return checklist.sentence(check, page_request_in(context).service.framework(), words_in(context))
