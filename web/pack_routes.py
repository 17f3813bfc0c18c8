"""The panel beyond its page: its form, the slides as a document that presents itself, and as files."""

from collections.abc import Callable
from functools import partial
from hashlib import sha256

from flask import Flask, Response, abort, jsonify, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from bukhara.errors import PackBusy, PackRefused
from bukhara.exports.packs import FILES
from bukhara.exports.packs.html import POLICY, to_html
from bukhara.pack import Pack, PackChoice, to_text
from bukhara.service.operation import var_folder
from bukhara.service.packs import pack_files
from web.country_files import PDF, country_request
from web.document import document
from web.downloads import attachment, file_name
from web.error_pages import refused
from web.finished import finished, finished_of, key_of
from web.pack_choice import PATH, choice_in_form, choice_of, pack_of
from web.request import PageRequest, actor, page_request_of

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
TYPES = {"pptx": PPTX, "chair.pdf": PDF, "html": "text/html"}
RETRY_SECONDS = "3"


def register(server: Flask) -> None:
    """Answer `/panel/choose`, `/panel/present`, `/panel/pack.<kind>` and `/countries/<code>/pack.<kind>`."""
    server.add_url_rule(f"{PATH}/choose", "panel_choose", _choose)
    server.add_url_rule(f"{PATH}/present", "panel_present", _present)
    server.add_url_rule(f"{PATH}/pack.<kind>", "panel_file", _file)
    server.add_url_rule("/countries/<code>/pack.<kind>", "country_pack", _country_file)


def _choose() -> AnyResponse:
    """Redirect to the address of what the form describes; a script gets the address only."""
    page_request = page_request_of(PATH, request.args.to_dict())
    try:
        choice = choice_in_form(page_request, request.args)
    except PackRefused as too_many:
        return make_response(document(page_request, refused(page_request, too_many.reason)), 400)
    address = page_request.href(PATH, pack=to_text(choice))
    if request.accept_mimetypes.best == "application/json":
        return jsonify(to=address)
    return redirect(address, 303)


def _present() -> Response:
    """Show the slides as one document; this site alone may show it inside a page."""
    page_request = page_request_of(PATH, request.args.to_dict())
    response = make_response(to_html(pack_of(page_request, choice_of(page_request))))
    response.headers["Content-Security-Policy"] = f"{POLICY}; frame-ancestors 'self'"
    return response


def _file(kind: str) -> Response:
    page_request = page_request_of(PATH, request.args.to_dict())
    choice = choice_of(page_request)
    return _made(page_request, kind, choice.country or "panel", lambda: pack_of(page_request, choice))


def _country_file(code: str, kind: str) -> Response:
    """Send the slides of one state as a file, for the day, release or draft that its page shows."""
    page_request = country_request(code)
    choice = PackChoice(country=code, languages=(page_request.words.language,))
    return _made(page_request, kind, code, lambda: page_request.service.pack(choice, page_request.snapshot))


def _made(page_request: PageRequest, kind: str, about: str, build: Callable[[], Pack]) -> Response:
    """Make the slides as a file in a process of its own, when it is their turn; else say that others are being made.

    A file that was made is kept for who asks for it next; one of a draft is not.
    """
    if kind not in FILES:
        abort(404)
    made = partial(_attachment, page_request, kind, about, partial(page_request.for_everybody, build))
    template = sha256(page_request.service.slide_template()).hexdigest()
    try:
        if page_request.snapshot.draft:
            return made()
        key = key_of(f"slides {kind} {template}", page_request, page_request.service.ready())
        return finished(key, lambda: finished_of(made()))
    except PackBusy:
        response = make_response(document(page_request, refused(page_request, pack_files.BUSY)), 503)
        response.headers["Retry-After"] = RETRY_SECONDS
        return response


def _attachment(page_request: PageRequest, kind: str, about: str, build: Callable[[], Pack]) -> Response:
    folder = page_request.service.settings.var_dir / var_folder.WORK
    of_reader = pack_files.OF_STAFF if actor().signed_in else pack_files.OF_PUBLIC
    pack, made = pack_files.make(build, [kind], folder, request.environ.get(pack_files.ASKED_BY, of_reader))
    stem = f"{about}-{pack.as_of.isoformat()}-{'-'.join(pack.languages)}"
    return attachment(made[kind], file_name(page_request, stem, kind), TYPES[kind])
