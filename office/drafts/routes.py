"""The page of a draft and its steps: sent for review, sent back, approved, published, withdrawn."""

from collections import Counter
from functools import partial

from markupsafe import Markup

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.i18n.moments import zone_text
from bukhara.model.codes import Severity
from bukhara.model.statement import Statement
from bukhara.service.drafts.schedule import refuse_given_hour
from bukhara.service.drafts.warnings_ack import removed_count
from bukhara.views.releases.workbook_changes import Sort
from office.blocks import block_names
from office.drafts.forms import AnswerForm, AskForm, HeadingForm, StepForm
from office.drafts.review import Review, review
from office.drop import upload_form
from office.forms import read
from office.names import CLOSED, subject_names
from office.page import LOOK_AGAIN, missing_page, office, office_page
from web.forms import whole_number
from web.permissions import requires
from web.redirects import form_action
from web.request import PageRequest, actor, current_request
from web.templating import render

PATH, DRAFT = "/upload", "/upload/{draft}"
# where the five states, the conferences and their partners are; every zone has its own name
ZONES = (
    "Asia/Samarkand",
    "Asia/Tashkent",
    "Asia/Almaty",
    "Asia/Ashgabat",
    "Asia/Bishkek",
    "Asia/Dushanbe",
    "Europe/Vienna",
    "Europe/Warsaw",
    "UTC",
)
UNKNOWN_COLUMN = "unknown-column"
SOUND_FIRST = ("returned", "way", "next", "questions", "findings", "shown")


@office.get(f"{PATH}/<draft>")
@requires(Action.UPLOAD)
def draft_page(draft: str) -> str | tuple[str, int] | tuple[str, dict[str, str]]:
    """Show a draft: findings, changes, preview, confirmation, release; or that it does not exist."""
    page_request = current_request()
    try:
        seen = review(page_request.service, actor(), whole_number(draft, digits=9) or 0)
    except Refused:
        return missing_page(page_request)
    subject = subject_names(page_request).get(seen.draft.subject, seen.draft.subject)
    page = office_page(
        page_request,
        *_blocks(page_request, seen),
        title=seen.draft.file_name,
        lead=f"{subject}." if subject else "",
        crumbs=((page_request.words("Upload"), PATH),),
        dated=seen.effect is not None,
    )
    return (page, LOOK_AGAIN) if seen.waiting else page


@office.post(f"{PATH}/<int:draft>/submit")
@requires(Action.UPLOAD)
@form_action(DRAFT)
def submit_draft(page_request: PageRequest, draft: int) -> str:
    """Send a draft for review."""
    form = read(StepForm)
    page_request.service.drafts.submit(actor(), draft, form.note.data, **form.agreed())
    return page_request.words("Sent for review.")


@office.post(f"{PATH}/<int:draft>/send-back")
@requires(Action.APPROVE)
@form_action(DRAFT)
def send_back_draft(page_request: PageRequest, draft: int) -> str:
    """Send a draft one step back."""
    page_request.service.drafts.send_back(actor(), draft, read(StepForm).why.data)
    return page_request.words("Sent back.")


@office.post(f"{PATH}/<int:draft>/approve")
@requires(Action.APPROVE)
@form_action(DRAFT)
def approve_draft(page_request: PageRequest, draft: int) -> str:
    """Approve a draft, for the hour that is filled in, if one is."""
    form, words = read(StepForm), page_request.words
    page_request.service.drafts.approve(
        actor(), draft, form.hour(), form.zone.data, early=form.early.data, **form.agreed()
    )
    is_timed = words("Approved. It will be published automatically at the set time.")
    return is_timed if form.date.data else words("Approved.")


@office.post(f"{PATH}/<int:draft>/publish")
@requires(Action.PUBLISH)
@form_action(DRAFT)
def publish_draft(page_request: PageRequest, draft: int) -> str:
    """Publish a draft now; asked about where an hour is filled in."""
    form = read(StepForm)
    refuse_given_hour(form.date.data, form.time.data)
    page_request.service.drafts.publish(actor(), draft, form.note.data, early=form.early.data, **form.agreed())
    return ""


@office.post(f"{PATH}/<int:draft>/withdraw")
@requires(Action.UPLOAD)
@form_action(DRAFT)
def withdraw_draft(page_request: PageRequest, draft: int) -> str:
    """Withdraw a draft."""
    page_request.service.drafts.withdraw(actor(), draft)
    return page_request.words("Withdrawn. Nothing of it is in the record.")


@office.post(f"{PATH}/<int:draft>/restore")
@requires(Action.UPLOAD)
@form_action(DRAFT)
def restore_draft(page_request: PageRequest, draft: int) -> str:
    """Take a withdrawn draft up again."""
    page_request.service.drafts.restore(actor(), draft)
    return page_request.words("It is here again, and nobody has sent it for review.")


@office.post(f"{PATH}/<int:draft>/ask")
@requires(Action.APPROVE)
@form_action(DRAFT, "#questions")
def ask_state(page_request: PageRequest, draft: int) -> str:
    """Ask the state about a theme of its answers."""
    form = read(AskForm)
    page_request.service.questions.ask(actor(), draft, form.item.data, form.words.data)
    return page_request.words("Asked. The letter to the state is in the outbox.")


@office.post(f"{PATH}/<int:draft>/answer")
@requires(Action.REPLY)
@form_action(DRAFT, "#questions")
def answer_question(page_request: PageRequest, **_draft: int) -> str:
    """Answer a question for the state."""
    form = read(AnswerForm)
    page_request.service.questions.answer(actor(), form.question.data or 0, form.words.data)
    return page_request.words("Answered. The secretariat sees it here.")


@office.post(f"{PATH}/<int:draft>/heading")
@requires(Action.UPLOAD)
@form_action(DRAFT)
def remember_heading(page_request: PageRequest, draft: int) -> str:
    """Remember which column a heading of a state's own form means, or forget it."""
    form, drafts, words = read(HeadingForm), page_request.service.drafts, page_request.words
    subject, kind = drafts.draft(actor(), draft).subject, drafts.reading(actor(), draft).kind
    page_request.service.headings.remember_heading(actor(), subject, kind or "", form.text.data, form.column.data)
    if form.column.data:
        return words("Remembered. The workbook was read once more with it.")
    return words("Forgotten. The workbook was read once more without it.")


def _parts(seen: Review) -> tuple[str, ...]:
    if seen.draft.state in CLOSED:
        return ("way", "closed", "questions")
    if seen.waiting:
        return ("way", "waiting", "withdraw")
    if not seen.sound:
        if seen.foreign:
            return ("returned", "way", "next", "headings", "withdraw")
        return ("returned", "way", "next", "findings", "series", "headings", "understood", "withdraw")
    return (*SOUND_FIRST, "series", "headings", "understood", "changes", "effect", "confirm", "withdraw")


def _blocks(page_request: PageRequest, seen: Review) -> list[Markup]:
    service = page_request.service
    kind = seen.reading.kind if seen.reading and seen.draft.subject else None
    columns, found = (
        service.headings.columns(kind) if kind else {},
        seen.reading.findings if seen.reading and kind else (),
    )
    written = [*seen.changes.of(Sort.ADDED), *seen.changes.of(Sort.CHANGED)] if seen.changes else []
    questions = [each for each in service.questions.of(actor()) if each.draft_id == seen.draft.draft_id]
    filled = partial(
        render,
        page_request,
        "drafts/part.html",
        seen=seen,
        draft=seen.draft,
        errors=seen.findings(Severity.ERROR),
        warnings=seen.findings(Severity.WARNING),
        written=Counter(row.kind for row in written),
        kinds=Counter(row.record.kind for row in written if isinstance(row.record, Statement)).most_common(),
        form=StepForm(data={"seen": seen.seen, "note": seen.draft.note}),
        naming=HeadingForm(),
        zones=_zones(page_request),
        taken_back=service.reverts.taken_back_by(seen.released.number) if seen.released else None,
        expires=service.drafts.expires_at(seen.draft),
        block_names=block_names(page_request, seen.released),
        framework=service.framework(),
        unknown_headings=[*dict.fromkeys(each.value for each in found if each.code == UNKNOWN_COLUMN)],
        own_headings=service.headings.headings(actor(), seen.draft.subject) if kind else (),
        meanings={key: page_request.words(name) for key, name in columns.items()},
        limit_mb=service.settings.max_upload_mb,
        removed=removed_count(seen.reading) if seen.reading else "",
        questions=questions,
        returned=next((each for each in questions if not each.item and each.asked_at == seen.draft.moved_at), None),
        asking=_asking(page_request, seen),
        answering=AnswerForm(),
        upload=upload_form(str(seen.draft.draft_id)),
    )
    return [filled(part=part) for part in _parts(seen)]


def _asking(page_request: PageRequest, seen: Review) -> AskForm:
    """Return the form for a question about one of the themes that a workbook has answers to."""
    form, given = AskForm(), {row.item for row in seen.reading.statements} if seen.reading else set()
    items = page_request.service.framework().items
    form.item.names = {item.id: page_request.words.text(item.name) for item in items if item.id in given}
    return form


def _zones(page_request: PageRequest) -> tuple[tuple[str, str], ...]:
    """Return the zones to choose from, the office's own first, each with its present distance from UTC."""
    own, now = page_request.service.settings.time_zone, page_request.service.now()
    return tuple((zone, zone_text(zone, now)) for zone in dict.fromkeys((own, *ZONES)))
