"""Names that several pages of the office use: workbooks, states of a draft, persons, moments in the office's zone."""

from datetime import datetime
from zoneinfo import ZoneInfo

from jinja2.runtime import Context as TemplateContext

from bukhara.access import Action
from bukhara.i18n.moments import moment_text
from bukhara.model.access import PROGRAM
from bukhara.model.codes import BodyKind
from bukhara.model.draft import Draft, DraftState
from bukhara.model.framework import Body, Country, Framework
from bukhara.model.messages import N_
from bukhara.model.release import Release
from bukhara.service.operation.seed import SHIPPED
from bukhara.service.releases.release_words import DELIVERED, revert_text
from web.permissions import may
from web.request import PageRequest
from web.template_functions import page_request_in, words_in
from web.templating import context_function, words_function

STATES = {
    "draft": N_("draft"),
    "returned": N_("sent back"),
    "in_review": N_("in review"),
    "approved": N_("approved"),
    "scheduled": N_("approved for a set time"),
    "published": N_("published"),
    "withdrawn": N_("withdrawn"),
}
NEXT_STEPS = {
    DraftState.DRAFT: N_("See what was found"),
    DraftState.IN_REVIEW: N_("Look through and approve"),
    DraftState.APPROVED: N_("Look at it"),
    DraftState.PUBLISHED: N_("Receipt"),
    DraftState.WITHDRAWN: N_("Look at it"),
}
CLOSED = (DraftState.PUBLISHED, DraftState.WITHDRAWN)
NOT_A_STATE = "INT"
WORKBOOKS = {"statistics": N_("Statistics of all states"), "partners": N_("Partners")}

words_function(revert_text)


def trackers(framework: Framework) -> list[Country]:
    """Return the states and the region; bodies with no country have no workbook of their own."""
    return [each for each in (*framework.countries, *framework.regions) if each.code != NOT_A_STATE]


def state_bodies(framework: Framework, country: str = "") -> tuple[Body, ...]:
    """Return the institutions of one state, or of all states."""
    every = (body for body in framework.bodies if body.kind is BodyKind.STATE)
    return tuple(body for body in every if country in ("", body.country))


def subject_names(page_request: PageRequest) -> dict[str, str]:
    """Return the name of every workbook: of each state, the region, the statistics and the partners."""
    words = page_request.words
    names = {each.code: words.text(each.short) for each in trackers(page_request.service.framework())}
    return {**names, **{kind: words(name) for kind, name in WORKBOOKS.items()}}


@context_function
def moment(context: TemplateContext, at: datetime, zone: str = "") -> str:
    """Return day and hour in a zone, by default the office's own."""
    return moment_text(at, zone or page_request_in(context).service.settings.time_zone, words_in(context))


@context_function
def office_day(context: TemplateContext, at: datetime) -> str:
    """Return the day of a moment in the office's zone."""
    zone = ZoneInfo(page_request_in(context).service.settings.time_zone)
    return words_in(context).date(at.astimezone(zone).date())


@context_function
def person(context: TemplateContext, name: str) -> str:
    """Return the name of the account that did something, or "the program"."""
    return words_in(context)("the program") if name == PROGRAM else name


@context_function
def release_note(context: TemplateContext, release: Release) -> str:
    """Return the note of a release."""
    return words_in(context)(DELIVERED) if release.note == SHIPPED else release.note


@context_function
def state_name(context: TemplateContext, state: str) -> str:
    """Return the word for the state of a draft, `scheduled` for one that is approved for an hour."""
    return words_in(context)(STATES[state])


@context_function
def next_step(context: TemplateContext, draft: Draft) -> str:
    """Return the next step for a draft; who may not approve it only looks at it."""
    if draft.is_returned:
        return words_in(context)(N_("See why, and answer"))
    waits = draft.state is DraftState.IN_REVIEW and not may(Action.APPROVE, draft.subject)
    return words_in(context)(NEXT_STEPS[DraftState.APPROVED if waits else draft.state])


@context_function
def subject(context: TemplateContext, code: str) -> str:
    """Return the name of a workbook, or that it was not recognised."""
    return subject_names(page_request_in(context)).get(code, code or words_in(context)("not recognised"))
