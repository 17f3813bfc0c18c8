"""What the site says of itself: accessibility, with what fails; privacy, with what is kept of readers and accounts."""

from collections.abc import Iterable
from typing import Any

from dash import html, register_page

from bukhara.model.messages import N_
from web.components.contact import contact
from web.components.lists import list_card
from web.page import Page
from web.request import page_request_of

CHECKED = (
    N_("A program checks every kind of page, light and dark, on wide and narrow screens."),
    N_("Pages and forms work with the keyboard, and without scripts."),
    N_("Each mark has a shape of its own, so that no meaning rests on colour alone."),
    N_("Each chart has a table with the same numbers."),
)
FAILS = (
    N_("Nobody who uses a screen reader or a magnifier has tried the site for us yet."),
    N_("The marks inside a chart are not read out. The table of the chart lists them."),
    N_("Wide tables are scrolled sideways on a narrow screen."),
    N_("PDF, Word and PowerPoint files were not checked with assistive technology."),
    N_("Documents of others are kept as they were given, and may not be accessible."),
    N_("Quotations are in the language of their source."),
)
READERS = (
    N_("Reading needs no account. The program follows no readers, and their pages load nothing from another server."),
    N_("Whoever chooses a language gets a cookie that keeps it for a year."),
    N_(
        "Of each request the program logs time, path, status and duration, and neither who asked nor what was searched."
    ),
    N_("A server in front of the program may log addresses of readers. Please ask whoever runs it."),
)
ACCOUNTS = (
    N_("An account belongs to an institution. Its name stays in the log of changes for good."),
    N_("One cookie holds the session. Another one spares a known browser the wait after wrong passwords, for 30 days."),
    N_("Attempts to sign in are counted by name and address, as a hash of both, and forgotten after some time."),
    N_("A password is kept as a hash, from which it cannot be read."),
)
RECORD = (
    N_("The record names institutions and never persons."),
    N_("Small counts of persons that nobody has published are withheld."),
    N_("Documents of others are kept as they were printed. Without a licence only accounts open them."),
    N_("The mail addresses of institutions are kept for letters to them, and stand in no export."),
)


def accessibility(**query: str) -> Page:
    """Say what is checked and what fails."""
    lead = N_("The aim is level AA of WCAG 2.2. We assess it ourselves; nobody else has done so.")
    parts = ((N_("What is checked at each change"), CHECKED), (N_("What fails, or is not known"), FAILS))
    return _page("/accessibility", query, N_("Accessibility"), lead, parts)


def privacy(**query: str) -> Page:
    """Say what is kept of readers, of accounts and of the persons behind the figures."""
    lead = N_("What is kept, and what is not.")
    parts = ((N_("Readers"), READERS), (N_("Accounts"), ACCOUNTS), (N_("The record"), RECORD))
    return _page("/privacy", query, N_("Privacy"), lead, parts)


def _page(
    path: str, query: dict[str, str], title: str, lead: str, parts: Iterable[tuple[str, tuple[str, ...]]]
) -> Page:
    page_request = page_request_of(path, query)
    words = page_request.words
    whom: list[Any] = [words("Nobody is named here yet. Please ask whoever gave you the address of this site.")]
    if page_request.service.settings.contacts:
        whom = [words("Questions and faults:"), " ", *contact(page_request)]
    return Page(
        title=words(title),
        lead=words(lead),
        sections=(
            html.Div(
                [list_card(words(heading), [words(line) for line in lines]) for heading, lines in parts],
                className="two-columns",
            ),
            html.P(whom, id="contact"),
        ),
    )


register_page("pages.accessibility", path="/accessibility", name=N_("Accessibility"), layout=accessibility, kept=True)
register_page("pages.privacy", path="/privacy", name=N_("Privacy"), layout=privacy, kept=True)
