"""The questions to a state that follow from differences and open themes: for organisers, on the page of the state."""

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.charts.step_words import step_text
from bukhara.i18n.codes import label
from bukhara.i18n.source_differences import describe_difference
from bukhara.model.messages import N_
from bukhara.views.countries import country
from bukhara.views.countries.country import CountryView
from web.components.evidence import evidence_address
from web.components.lists import card
from web.request import PageRequest, actor

ASKED = {
    "under_way": N_("What remains to be done, and when is it expected to be in place?"),
    "planned": N_("What is the next step, and when is it expected?"),
    "challenge": N_("What is in place, and what support would help?"),
    "ended": N_("Is a new document in force or in preparation?"),
    "mentioned": N_("Is it in place, under way or planned, and in which document?"),
    "last_reported": N_("Is the earlier answer still correct?"),
    "no_step": N_("Is a step planned?"),
}
"""The question to each mark of an open theme."""
_OTHERWISE = N_("Is a measure in force or in preparation, and in which document?")


def questions(page_request: PageRequest) -> tuple[Component, ...]:
    """Return the questions to the state of a page, for those who may see them."""
    code = page_request.path.rsplit("/", 1)[-1]
    if not page_request.service.may_see_questions(actor(), code):
        return ()
    words, begins = page_request.words, page_request.service.settings.questions_from
    seen = (
        words("The commission of this state sees them from {day}.", day=words.date(begins))
        if begins
        else words("The day from which the commission of this state sees them is not set.")
    )
    asked = [html.Li(each) for each in _asked(page_request, page_request.view(country.build, code))]
    listed = (
        html.Ol(asked)
        if asked
        else html.P(words("No question follows from the sources of this day."), className="soft")
    )
    limits = html.P([words("Not public: seen by organisers and the secretariat."), " ", seen], className="soft")
    return (card(words("Questions that follow"), limits, listed, id="questions"),)


def _asked(page_request: PageRequest, view: CountryView) -> Iterator[list[Any]]:
    """Yield the question to each contested point, open theme and announced step."""
    words, framework = page_request.words, page_request.snapshot.framework
    for line in view.objected:
        objects = words("The state disagrees: “{theme}”.", theme=words.text(line.item.name))
        yield [objects, " ", words("Which document should the record cite?")]
    for difference in view.differences:
        said = describe_difference(difference, framework, words).sentence
        counted = words("What does each of them count, and which one should be used?")
        yield [html.A(said, href=f"#{difference.group}"), " ", counted]
    for line in view.open:
        kind = line.status.mark
        name = html.A(words.text(line.item.name), href=evidence_address(page_request, line.status))
        yield [name, f": {label(words, kind)}. {words(ASKED.get(kind, _OTHERWISE))}"]
    for statement in view.steps:
        announced = step_text(page_request.snapshot, statement, words)
        yield [words("The state announced:"), " ", announced, " ", words("What has happened since?")]
