"""Which choices of an address change pictures only; every other one changes the page, and Dash asks for it again."""

from web.request import PageRequest

DRAWER = "evidence"
"""The choice that opens the drawer at the side; the page itself is the same with it and without it."""
STATES = "countries"
"""The states that pictures bring out: the others fade, and every count stays a count of all."""
OF_PICTURES: dict[str, tuple[str, ...]] = {DRAWER: (), STATES: ("/needs", "/statistics", "/timeline", "/themes/")}
"""The choices of pictures, each with the beginnings of the addresses of pages that it changes nevertheless."""


def of_pictures(path: str) -> tuple[str, ...]:
    """Return the choices that change pictures only on the page at a path."""
    page = path.removeprefix("/chart")
    return tuple(name for name, pages in OF_PICTURES.items() if not page.startswith(pages))


def faded_states(page_request: PageRequest) -> str:
    """Return the numbers of the states that fade because others are chosen: "0 3"; empty without a choice.

    Pictures mark what is about a state with its number in the fixed order (`data-state`).
    """
    codes = tuple(country.code for country in page_request.snapshot.framework.countries)
    chosen = page_request.many_of(STATES, codes)
    return " ".join(str(n) for n, code in enumerate(codes) if chosen and code not in chosen)
