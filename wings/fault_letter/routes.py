"""Something is wrong here: the letter about it, for programs of mail; for a commission, its reply."""

from urllib.parse import parse_qsl, quote, urlsplit

from flask import request
from werkzeug.wrappers import Response

from bukhara.access import Action
from bukhara.model.messages import N_
from bukhara.progress.seen_content import replied_figure
from office.forms import Lines, OfficeForm, read
from office.page import office, office_page
from web.addresses import path_of, url_of
from web.downloads import attachment
from web.permissions import may, requires
from web.public_pages import page_at
from web.redirects import see_other
from web.request import REPLY_PATH, PageRequest, actor, current_request
from web.templating import render
from wings.fault_letter.letter import mail_file, mail_link, shown_at
from wings.fault_letter.wing import FAULT, WRONG


class FaultForm(OfficeForm):
    """What a reader writes; it goes into the letter and nowhere else."""

    words = Lines(N_("What is wrong, and which document shows it"), rows=5, longest=4000)


@office.get(FAULT)
@requires(Action.READ)
def fault_page() -> str | Response:
    """Show the form about what the reader saw; a commission replies where the item or figure of its state is."""
    page_request, (shown, title) = current_request(), _shown()
    if reply := _reply_address(shown):
        return see_other(page_request.href(reply[0]) + reply[1])
    words, settings = page_request.words, page_request.service.settings
    subject, text = _letter(page_request, shown, title, "")
    mails = _mails(page_request)
    block = render(
        page_request,
        "fault_letter/wrong.html",
        form=FaultForm(),
        about=page_request.query.get("about", "/"),
        letter=text,
        hotline=settings.hotline,
        mail=mail_link(",".join(mails), subject, text),
        is_named=bool(settings.contacts),
    )
    lead = words("A letter to the secretariat. It needs no account, and this site keeps nothing of it.")
    return office_page(page_request, block, title=words(WRONG), lead=lead)


@office.post(FAULT)
@requires(Action.READ)
def make_letter() -> Response:
    """Answer with the letter as a file; nothing is kept."""
    page_request, (shown, title) = current_request(FAULT), _shown()
    subject, text = _letter(page_request, shown, title, read(FaultForm).words.data)
    return attachment(mail_file(_mails(page_request), subject, text), "letter.eml", "message/rfc822")


def _shown() -> tuple[PageRequest, str]:
    """Return the request for what the letter is about, and the title of its page; of another site, the first page."""
    about = request.args.get("about", "/")
    parts = urlsplit(about if about.startswith("/") and not about.startswith("//") and about.isprintable() else "/")
    query = {"lang": current_request(FAULT).words.language, **dict(parse_qsl(parts.query))}
    shown, page = page_at(path_of(parts.path), query)
    return shown, page.title if page.found else ""


def _letter(page_request: PageRequest, shown: PageRequest, title: str, said: str) -> tuple[str, str]:
    """Return the subject and the text of the letter, in the language of the reader."""
    words, release = page_request.words, shown.snapshot.release
    made = words("Release {release} of {day}.", release=release.number, day=words.date(release.created_at.date()))
    facts = shown_at(shown.snapshot, words, shown.path)
    asked = words("What is wrong, and which document shows it:")
    lines = (title, url_of(shown.here()), made, "", *facts, "", asked, said.replace("\r\n", "\n"))
    return words("Something is wrong: {page}", page=title or shown.path), "\n".join(lines)


def _reply_address(shown: PageRequest) -> tuple[str, str] | None:
    """Return the page, and the place there, where the commission that reads replies to this; None for all others."""
    _, kind, *parts = shown.path.split("/")
    if kind != "evidence" or len(parts) != 2 or not may(Action.REPLY, actor().country):
        return None
    place, record = parts
    if place == "observation":
        figure = replied_figure(shown.snapshot, record)
        return (f"{REPLY_PATH}/figure/{record}", "") if figure and figure.country == actor().country else None
    return (REPLY_PATH, f"#{quote(record)}") if place == actor().country else None


def _mails(page_request: PageRequest) -> list[str]:
    links = (link for _, link in page_request.service.settings.contacts)
    return [link.removeprefix("mailto:") for link in links if link.startswith("mailto:")]
