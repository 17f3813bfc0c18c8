"""The outbox: the letters that are to be sent, each as a text and as a file, and those that were sent."""

from flask import Response, abort

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.model.messages import N_
from office.forms import Hidden, OfficeForm, read
from office.names import subject_names
from office.page import missing_page, office, office_page
from web.downloads import attachment
from web.paging import paged
from web.permissions import requires
from web.redirects import form_action
from web.request import PageRequest, actor, current_request
from web.templating import render
from wings.letters.outbox import Outbox

PATH = "/outbox"
EML = "message/rfc822"
MARKED = N_("Marked as sent.")
AGAIN = N_("The letter is among those to be sent.")


class MarkForm(OfficeForm):
    """A letter that was sent, or is to be sent again."""

    letter = Hidden()
    sent = Hidden()


@office.get(PATH)
@requires(Action.EDIT_ROUNDS)
def outbox_page() -> str:
    """Show what is to be sent, to whom and since when, and what was sent by whom."""
    page_request = current_request()
    words = page_request.words
    lines = page_request.service.part(Outbox).lines(actor())
    done, turn = paged(page_request, tuple(line for line in lines if not line.is_open))
    shown = render(
        page_request,
        "letters/outbox.html",
        waiting=tuple(line for line in lines if line.is_open),
        done=done,
        turn=turn,
        form=MarkForm(),
        states=subject_names(page_request),
    )
    return office_page(
        page_request, shown, title=words("Outbox"), lead=words("Letters to states: what is to be sent, and what was.")
    )


@office.get(f"{PATH}/<letter>")
@requires(Action.EDIT_ROUNDS)
def letter_page(letter: str) -> str | tuple[str, int]:
    """Show a letter, in the language of its receiver first."""
    page_request = current_request()
    words, file = page_request.words, f"{PATH}/{letter}.eml"
    try:
        line, _ = page_request.service.part(Outbox).line(actor(), letter)
        letters = page_request.service.part(Outbox).letters(actor(), letter)
    except Refused:
        return missing_page(page_request)
    files = {each.lang: page_request.href(file, lang=each.lang) for each in letters}
    return office_page(
        page_request,
        render(page_request, "letters/letter.html", line=line, letters=letters, files=files, form=MarkForm()),
        title=words("Letter: {state}", state=subject_names(page_request)[line.country]),
        lead=words(line.kind.message).capitalize() + ".",
        crumbs=((words("Outbox"), PATH),),
    )


@office.get(f"{PATH}/<letter>.eml")
@requires(Action.EDIT_ROUNDS, is_file=True)
def letter_file(letter: str) -> Response:
    """Send a letter with its attachment as mail programs open it, to be looked at and sent (`X-Unsent`)."""
    page_request = current_request(PATH)
    try:
        message = page_request.service.part(Outbox).message(actor(), letter, page_request.words.language)
    except Refused:
        abort(404)
    message["X-Unsent"] = "1"
    return attachment(message.as_bytes(), f"{letter}.eml", EML)


@office.post(f"{PATH}/mark")
@requires(Action.EDIT_ROUNDS)
@form_action(PATH)
def mark_letter(page_request: PageRequest) -> str:
    """Mark a letter as sent, or as one to be sent again."""
    form, outbox = read(MarkForm), page_request.service.part(Outbox)
    change, message = (outbox.mark_sent, MARKED) if form.sent.data else (outbox.send_again, AGAIN)
    change(actor(), form.letter.data)
    return page_request.words(message)
