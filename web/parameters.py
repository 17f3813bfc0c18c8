"""The parameters of public addresses: what each of them changes, and whether it stays while the reader walks on.

Any other parameter is left out of an address before its page is made and kept.
"""

from dataclasses import dataclass

PREVIEW = "draft"
"""`?draft=12` shows the record as it would be once draft 12 is published; `?draft=0` shows it with pending replies."""
DRAWER = "evidence"
"""The choice that opens the drawer at the side; the page itself is the same with it and without it."""
STATES = "countries"
"""The states that pictures bring out: the others fade, and every count stays a count of all."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a parameter does.

    Attributes:
        stays: every link of a page keeps it: chosen once, it stays chosen.
        is_of_pictures: it changes pictures only, and nothing is asked for; every other one changes the page, which is
            asked for again.
        pages: the beginnings of the addresses of pages that it changes nevertheless; "?" is the end of a path.
    """

    stays: bool = False
    is_of_pictures: bool = False
    pages: tuple[str, ...] = ()


_OF_RECORD = ("lang", "as_of", "release", "method", PREVIEW)
_OF_PAGES = (
    *("tab", "page", "q", "pack", "mode", "basis", "item", "indicator", "kind", "body", "speaker", "partner"),
    *("source", "cls", "only", "measure", "part", "rate", "from", "to"),
)
_NARROWED = ("/needs", "/statistics", "/timeline", "/themes/", "/evidence?")
PARAMETERS = {
    **dict.fromkeys(_OF_RECORD, Parameter(stays=True)),
    STATES: Parameter(stays=True, is_of_pictures=True, pages=_NARROWED),
    "pillar": Parameter(stays=True),
    "topic": Parameter(stays=True),
    DRAWER: Parameter(is_of_pictures=True),
    **dict.fromkeys(_OF_PAGES, Parameter()),
}
KEPT = tuple(name for name, each in PARAMETERS.items() if each.stays)


def of_pictures(path: str) -> tuple[str, ...]:
    """Return the parameters that change pictures only on the page at a path."""
    page = f"{path.removeprefix('/chart')}?"
    return tuple(
        name for name, each in PARAMETERS.items() if each.is_of_pictures and not page.startswith(each.pages or ("\n",))
    )
