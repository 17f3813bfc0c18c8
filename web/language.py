"""The language of a page is in its address: one without it leads to the same address in the language of the reader."""

from urllib.parse import quote

from flask import Flask, abort, redirect, request
from werkzeug.wrappers import Response

from bukhara.i18n.words import PSEUDO
from web.addresses import base_path, path_of
from web.cookies import cookie_options
from web.dash_internals import PAGES
from web.public_pages import is_page
from web.request import service

COOKIE = "lang"
YEAR_SECONDS = 31_536_000
# what an address may hold as it is; all else is percent-encoded once
_SAFE = "!$%&'()*+,/:;=?@[]~"


def register(server: Flask) -> None:
    """Redirect public pages without a language, and keep the language that a reader chooses."""
    server.before_request(_redirect)
    server.add_url_rule("/language/<code>", "choose_language", _choose)


def _redirect() -> Response | None:
    """Redirect a public page whose address names no language; files, the API and Dash's own requests are no pages."""
    if request.method not in ("GET", "HEAD") or request.args.get("lang") or not _is_public_page():
        return None
    answer = redirect(_in_language(request.path, request.query_string, reader_language()))
    answer.vary.update(("Accept-Language", "Cookie"))
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _is_public_page() -> bool:
    return request.endpoint in PAGES and is_page(request.path)


def _choose(code: str) -> Response:
    """Keep the chosen language in a cookie and go back to the page that was read, in that language."""
    if code not in service().languages:
        abort(404)
    path, _, query = request.args.get("next", "/").partition("?")
    answer = redirect(_in_language(path, query.encode(), code), 303)
    answer.set_cookie(COOKIE, code, max_age=YEAR_SECONDS, **cookie_options(service().settings))
    answer.headers["Cache-Control"] = "no-store"
    return answer


def reader_language() -> str:
    """Return the language that the reader chose before, else the first offered one of the browser, else English."""
    chosen, offered = request.cookies.get(COOKIE), service().languages
    if chosen in offered:
        return chosen
    wanted = (code.split("-")[0].lower() for code, quality in request.accept_languages if quality > 0)
    return next((code for code in wanted if code in offered and code != PSEUDO), "en")


def _in_language(path: str, query: bytes, language: str) -> str:
    """Return the address on this site with its language and every other parameter as it was."""
    kept = [part for part in quote(query, safe=_SAFE).split("&") if part and part.partition("=")[0] != "lang"]
    return f"{base_path()}/{quote(path_of(path).lstrip('/'))}?{'&'.join([*kept, f'lang={language}'])}"
