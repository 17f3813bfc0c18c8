"""Where to go after an action: back to its page with a message, or on to the page wanted before signing in."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import parse_qsl, quote, urlsplit

from flask import flash, redirect
from werkzeug.wrappers import Response

from bukhara.errors import Refused
from web.request import PageRequest, current_request

ACCOUNT = "/sign-in"
Routed = Callable[..., str | Response]


def see_other(address: str, message: str = "", kind: str = "done") -> Response:
    """Redirect to `address` with GET and show `message` there: of a thing `done`, or of a `trouble`."""
    if message:
        flash(message, kind)
    return redirect(address, 303)


def run_action(path: str, action: Callable[[PageRequest], str | Response], place: str = "", **query: str) -> Response:
    """Run a form action and go where it says, or back to its page, at the `place` of the form, with its message.

    The message says why the action was refused, if it was.
    """
    page_request = current_request(path)
    back = page_request.href(path, **query) + place
    try:
        done = action(page_request)
        return done if isinstance(done, Response) else see_other(back, done)
    except Refused as conflict:
        return see_other(back, page_request.why(conflict), "trouble")


def form_action(path: str, place: str | Callable[[], str] = "") -> Callable[[Routed], Callable[..., Response]]:
    """Let a route run a form action of the page at `path`, as `run_action` does.

    `{name}` in the path is the part of that name of the route's own address.
    """

    def around(action: Routed) -> Callable[..., Response]:
        @wraps(action)
        def run(**parts: object) -> Response:
            at = place() if callable(place) else place
            named = {name: quote(str(part), safe="") for name, part in parts.items()}
            return run_action(path.format(**named), lambda page_request: action(page_request, **parts), at)

        return run

    return around


def own_path(address: str) -> str:
    """Return `address` if it is a path of this site, else the page of one's own account."""
    plain = address.startswith("/") and not address.startswith("//") and address.isprintable() and "\\" not in address
    return address if plain and not address.startswith(ACCOUNT) else ACCOUNT


def next_address(page_request: PageRequest, address: str) -> str:
    """Return the address after signing in, in the language and at the day of the reader."""
    parts = urlsplit(own_path(address))
    return page_request.href(parts.path, **dict(parse_qsl(parts.query)))
