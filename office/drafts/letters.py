"""The letter with the receipt: to those whose answers were published."""

from flask import Response, abort
from jinja2.runtime import Context as TemplateContext

from bukhara.access import Action
from bukhara.i18n.words import Words
from bukhara.model.draft import Draft
from bukhara.model.messages import N_
from bukhara.model.release import Release
from office.letters import EML, Letter, eml, languages
from office.page import office
from web.addresses import url_of
from web.country_files import PDF
from web.downloads import attachment
from web.permissions import requires
from web.request import PageRequest, actor, current_request
from web.template_functions import page_request_in
from web.templating import context_function

SUBJECT = N_("Published as release {release}: {file}")
TEXT = N_(
    "Dear colleagues,\n\n"
    "what you sent in {file} was published as release {release} on {day}. The receipt says of every cell whether it "
    "was accepted, changed or refused, and why.\n\n"
    "If something is not right, please tell us in reply to this letter, or on the page Reply: {address}"
)


@office.get("/upload/<int:draft>/receipt.eml")
@requires(Action.APPROVE, is_file=True)
def receipt_letter_file(draft: int) -> Response:
    """Send the letter with the receipt in one language."""
    page_request = current_request("/upload")
    drafts, words = page_request.service.drafts, page_request.words
    found = drafts.draft(actor(), draft)
    if found.release is None:
        abort(404)
    letter = _letter(page_request, found, page_request.service.release(found.release), words)
    receipt = drafts.receipt(actor(), draft, "pdf", words.language)
    return attachment(eml(letter, receipt, f"receipt-{draft}.pdf", PDF), f"receipt-{draft}.eml", EML)


@context_function
def receipt_letters(context: TemplateContext, draft: Draft, released: Release) -> list[Letter]:
    """Return the letter in each language."""
    page_request = page_request_in(context)
    return [_letter(page_request, draft, released, words) for words in languages(page_request)]


@context_function
def receipt_letter_files(context: TemplateContext, draft: Draft) -> dict[str, str]:
    """Return the address of the letter with the receipt in each language."""
    page_request, file = page_request_in(context), f"/upload/{draft.draft_id}/receipt.eml"
    return {words.language: page_request.href(file, lang=words.language) for words in languages(page_request)}


def _letter(page_request: PageRequest, draft: Draft, released: Release, words: Words) -> Letter:
    values = {"file": draft.file_name, "release": released.number}
    body = words(
        TEXT,
        day=words.date(released.created_at.date()),
        address=url_of(page_request.href("/reply", lang=words.language)),
        **values,
    )
    return Letter(lang=words.language, subject=words(SUBJECT, **values), body=body)
