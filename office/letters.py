"""A letter ready to be sent from somebody's own mailbox: to copy, by `mailto:`, or as a file with its attachment."""

import re
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote, urlencode

from bukhara.i18n.words import PSEUDO, Words, words_of
from web.request import PageRequest

EML = "message/rfc822"
_MAIL_ADDRESS = re.compile(r"[^\s<>,;:\"]+@[^\s<>,;:\"]+\.\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A subject and a text in one language; `to` is the address of an office, empty where none is known."""

    lang: str
    subject: str
    body: str
    to: str = ""

    @property
    def mailto(self) -> str:
        """The address that opens the letter in the program for mail."""
        return f"mailto:{quote(self.to)}?" + urlencode({"subject": self.subject, "body": self.body}, quote_via=quote)


def languages(page_request: PageRequest) -> list[Words]:
    """Return the words of every language that a letter can be in, those of the page first."""
    own = page_request.words.language
    others = [each for each in page_request.service.languages if each not in (own, PSEUDO)]
    return [words_of(each) for each in (own, *others)]


def mail_address(contact: str) -> str:
    """Return the first mail address in the note whom to ask in a state, or nothing."""
    found = _MAIL_ADDRESS.search(contact)
    return found[0] if found else ""


def eml(letter: Letter, content: bytes, name: str, media_type: str) -> bytes:
    """Return a letter with an attached file as mail programs open it, to be looked at and sent (`X-Unsent`)."""
    message = EmailMessage(policy=SMTP)
    message["Subject"], message["X-Unsent"] = letter.subject, "1"
    if letter.to:
        message["To"] = letter.to
    message.set_content(letter.body)
    main, sub = media_type.split("/")
    message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()
