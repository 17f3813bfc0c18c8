"""What the templates of a draft say: names, rules, checks."""

from jinja2.runtime import Context as TemplateContext

from bukhara.i18n import disclosure_rule, periods
from bukhara.i18n.changes import differing_text
from bukhara.service import FindingGroup
from bukhara.service.drafts import checklist
from bukhara.service.workbooks.series_joins import FigureFit, with_names
from bukhara.views.releases.workbook_changes import AsShown
from office.changes import named_function
from web.template_functions import page_request_in, words_in
from web.templating import context_function, words_function

words_function(FindingGroup.sentence, "finding_text")
named_function(checklist.sentence, "check_text")


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
        named = with_names(new.differs, page_request_in(context).service.framework(), words.language)
        return words("Joins no accepted series. {differs}.", differs=differing_text(named, words))
    period = periods.period_text(nearest.period, nearest.period_label, words)
    return words("Joins its series; newest accepted figure: {period}", period=period)
