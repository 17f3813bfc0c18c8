"""A letter: a subject and a text in one language."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode


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
