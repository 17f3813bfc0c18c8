"""The texts of letters, in the language of whoever receives them."""

from bukhara.i18n.moments import moment_text
from bukhara.i18n.words import Words
from bukhara.model.framework import Framework
from bukhara.model.letter import Letter
from bukhara.model.messages import N_
from wings.letters.letter_events import LetterEvent, LetterKind

REQUEST = (
    N_("{round}: answers by {due} ({state})"),
    N_(
        "Dear colleagues,\n\n"
        "for “{round}” we ask for your answers ({state}). The attached workbook has the questions and the last "
        "accepted answers. Please fill it in and send it back by {due}: in reply to this letter, or at {address}.\n\n"
        "From the day of this letter on, what is not answered reads “{status}” on the page of the state."
    ),
)
REMINDER = (
    N_("{round}: answers, reminder ({state})"),
    N_(
        "Dear colleagues,\n\n"
        "on {asked} we asked for your answers to “{round}” by {due} ({state}). They are still awaited. Please send the "
        "attached workbook back, in reply to this letter or at {address}, or write to us if you need more time."
    ),
)
REMINDER_OF_REST = (
    REMINDER[0],
    N_(
        "Dear colleagues,\n\n"
        "on {asked} we asked for your answers to “{round}” by {due} ({state}). Thank you: {given} of {of} questions "
        "are answered. Please send the others in the attached workbook, in reply to this letter or at {address}. There "
        "you can also say that this is all that you answer."
    ),
)
RECEIVED = (
    N_("Received: {file}"),
    N_(
        "Dear colleagues,\n\n"
        "thank you: your answers ({file}) have reached us. We look through them and write to you again. Until they "
        "are published, only you and the secretariat see them: {address}"
    ),
)
SENT_BACK = (
    N_("Sent back: {file}"),
    N_(
        "Dear colleagues,\n\n"
        "thank you for your answers ({file}). We send them back to you for this reason:\n\n"
        "{quote}\n\n"
        "Please answer and send them for review again, or send a corrected workbook: {address}"
    ),
)
APPROVED = (
    N_("Approved: {file}"),
    N_(
        "Dear colleagues,\n\n"
        "your answers ({file}) were approved and will be published: {moment}. Before that you can look at your page "
        "as it will be, and reply to each theme: {address}"
    ),
)
NOT_APPROVED = (
    N_("Approval taken back: {file}"),
    N_(
        "Dear colleagues,\n\n"
        "we wrote to you that your answers ({file}) were approved. The approval was taken back, and nothing is "
        "published at that time. We look through them again and write to you: {address}"
    ),
)
WITHDRAWN = (
    N_("Withdrawn: {file}"),
    N_(
        "Dear colleagues,\n\n"
        "your answers ({file}) were withdrawn: nothing of them is published. For a day they can be taken up again: "
        "{address}. If this was not meant, please write to us in reply to this letter."
    ),
)
PUBLISHED = (
    N_("Published as release {release}: {file}"),
    N_(
        "Dear colleagues,\n\n"
        "what you sent ({file}) was published as release {release} on {day}. The receipt lists every cell that "
        "was added, changed, removed or not stored, and what the check found.\n\n"
        "If something is not right, please tell us in reply to this letter, or on the page Reply: {address}"
    ),
)
TAKEN_BACK = (
    N_("Taken back: release {release}, {file}"),
    N_(
        "Dear colleagues,\n\n"
        "what you sent ({file}) was published as release {release}. On {day} this release was taken back: what it had "
        "changed is not public any more.\n\n"
        "If it is to be published, please send your answers again: {address}. If you have a question, please write to "
        "us in reply to this letter."
    ),
)
OBJECTION = (
    N_("“{theme}”: answer to the objection ({state})"),
    N_(
        "Dear colleagues,\n\n"
        "on {asked} {state} objected to what is shown about “{theme}”. We keep it, for this reason:\n\n"
        "{quote}\n\n"
        "The reason is shown beside your objection: {address}"
    ),
)
QUESTION = (
    N_("Question about “{theme}” ({file})"),
    N_(
        "Dear colleagues,\n\n"
        "thank you for your answers ({file}). We have a question about “{theme}”:\n\n"
        "{quote}\n\n"
        "Please answer at {address}, or in reply to this letter."
    ),
)
SAID = (
    N_("{state}: said at a panel, please confirm"),
    N_(
        "Dear colleagues,\n\n"
        "at a panel a next step was announced ({state}). We have written it down as “said at the panel, not "
        "confirmed”. It sets no status.\n\n"
        "Please confirm or correct it by an answer of your own: {address}. You can also write to us in reply to this "
        "letter."
    ),
)
TEXTS = {
    LetterKind.REQUEST: (REQUEST, "/upload"),
    LetterKind.REMINDER: (REMINDER, "/upload"),
    LetterKind.RECEIVED: (RECEIVED, "/upload/{draft}"),
    LetterKind.SENT_BACK: (SENT_BACK, "/upload/{draft}"),
    LetterKind.APPROVED: (APPROVED, "/reply"),
    LetterKind.NOT_APPROVED: (NOT_APPROVED, "/upload/{draft}"),
    LetterKind.WITHDRAWN: (WITHDRAWN, "/upload/{draft}"),
    LetterKind.PUBLISHED: (PUBLISHED, "/reply"),
    LetterKind.TAKEN_BACK: (TAKEN_BACK, "/upload"),
    LetterKind.SAID: (SAID, "/reply"),
    LetterKind.QUESTION: (QUESTION, "/upload/{draft}"),
    LetterKind.OBJECTION: (OBJECTION, "/evidence/{country}/{item}"),
}
"""Subject and text of each letter, and the page that it leads to."""


def letter_of(event: LetterEvent, words: Words, framework: Framework, site: str, to: str) -> Letter:
    """Return the letter about an event in one language; `site` is the address of the site."""
    (subject, body), page = TEXTS[event.kind]
    if event.kind is LetterKind.REMINDER and event.given:
        subject, body = REMINDER_OF_REST
    if event.measure:
        page = "/evidence/observation/{item}"
    about = framework.indicator(event.measure) if event.measure else framework.item(event.item) if event.item else None
    path = page.format(draft=event.draft_id, country=event.country, item=event.item)
    values = {
        "address": f"{site}{path}?lang={words.language}",
        "state": words.text(framework.country(event.country).short),
        "round": words.text(event.round_name) if event.round_name else "",
        "asked": words.date(event.asked) if event.asked else "",
        "due": words.date(event.due) if event.due else "",
        "status": words("requested, no answer yet"),
        "given": event.given,
        "of": event.of,
        "file": event.file_name,
        "moment": moment_text(event.moment, event.zone, words) if event.moment else words("the time is not set yet"),
        "day": words.date(event.moment.date()) if event.moment else "",
        "release": event.release,
        "theme": words.text(about.name) if about else "",
        "quote": event.quote,
    }
    return Letter(lang=words.language, subject=words(subject, **values), body=words(body, **values), to=to)
