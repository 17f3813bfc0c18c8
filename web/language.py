"""The language of a page is in its address; a page without it answers in that of the reader."""

from collections.abc import Mapping
from urllib.parse import quote

from flask import Flask, abort, redirect, request
from werkzeug.wrappers import Response as Redirect

from web.addresses import base_path, path_of
from web.cookies import cookie_options
from web.request import LANGUAGE_COOKIE, languages_offered, reader_language, service

YEAR_SECONDS = 31_536_000
# what an address may hold as it is; all else is percent-encoded once
_SAFE = "!$%&'()*+,/:;=?@[]~"


def register(server: Flask) -> None:
    """Keep the language that a reader chooses."""
    server.add_url_rule("/language/<code>", "choose_language", _choose)


def with_language(query: Mapping[str, str]) -> dict[str, str]:
    """Return the query of a page with a language: where the address names none, that of the reader."""
    return {**query, "lang": query.get("lang") or reader_language()}


def _choose(code: str) -> Redirect:
    """Keep the chosen language in a cookie and go back to the page that was read, in that language."""
    if code not in languages_offered():
        abort(404)
    path, _, query = request.args.get("next", "/").partition("?")
    answer = redirect(_in_language(path, query.encode(), code), 303)
    answer.set_cookie(LANGUAGE_COOKIE, code, max_age=YEAR_SECONDS, **cookie_options(service().settings))
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _in_language(path: str, query: bytes, language: str) -> str:
    """Return the address on this site with its language and every other parameter as it was."""
    kept = [part for part in quote(query, safe=_SAFE).split("&") if part and part.partition("=")[0] != "lang"]
    return f"{base_path()}/{quote(path_of(path).lstrip('/'))}?{'&'.join([*kept, f'lang={language}'])}"
