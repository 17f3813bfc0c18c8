"""What was presented: its page with citation and checksums, its files, and what was presented of a release."""

import re
from collections.abc import Iterator
from datetime import timedelta

from flask import Flask, Response, abort, make_response, request

from bukhara.errors import ReleaseUnknown
from bukhara.i18n.figures import value_text
from bukhara.i18n.periods import period_text
from bukhara.model.frozen import FrozenPack
from bukhara.pack import SlideKind, from_text, statistics
from bukhara.situation.moves import Move
from bukhara.views.releases import effect
from web.addresses import address_of, url_of
from web.country_files import PDF
from web.document import document
from web.downloads import DOCX, XLSX, attachment
from web.error_pages import not_found
from web.forms import whole_number
from web.pack_routes import TYPES
from web.page import Page
from web.request import PageRequest, current_request
from web.templating import render

PATH = "/frozen"
SLIDES = "slides.html"
WITH_FIGURES = (SlideKind.FIGURES, SlideKind.STATISTICS, SlideKind.CONTESTED, SlideKind.ALL_CONTESTED)
_TYPES = TYPES | {"pdf": PDF, "docx": DOCX, "xlsx": XLSX}
"""The kinds of the files that were presented; packs had a brief and a workbook of figures."""
_MAKING = timedelta(minutes=10)
"""So long after slides were kept their page is loaded anew until all files are there."""
_POLICY = re.compile(rb'http-equiv="Content-Security-Policy" content="([^"]*)"')


def register(server: Flask) -> None:
    """Answer `/frozen/<id>`, `/frozen/<release>` and `/frozen/<id>/<file>`."""
    server.add_url_rule(f"{PATH}/<name>/", "frozen", _page, strict_slashes=False)
    server.add_url_rule(f"{PATH}/<frozen_id>/<file>", "frozen_file", _file)


def _page(name: str) -> Response:
    page_request = current_request()
    number = whole_number(name)
    if number is not None:
        return _of_release(page_request, number)
    pack = page_request.service.packs.find(name)
    if pack is None:
        return make_response(document(page_request, not_found(page_request)), 404)
    never_made = page_request.service.packs.never_made(pack)
    is_made = len(pack.missing) > len(never_made) and page_request.service.now() - pack.frozen_at < _MAKING
    shown = render(
        page_request,
        "web/frozen.html",
        pack=pack,
        address=url_of(address_of(f"{PATH}/{pack.frozen_id}")),
        changed=() if pack.withdrawn_at else _changed(page_request, pack),
        figures=() if pack.withdrawn_at else tuple(_figures(page_request, pack)),
        is_made=is_made,
        never_made=never_made,
    )
    title = page_request.words("As presented: {occasion}", occasion=pack.occasion)
    page = document(page_request, Page(title=title, sections=(shown,)))
    response = make_response(page, 410 if pack.withdrawn_at else 200)
    if is_made:
        response.headers["Refresh"] = "3"
    return response


def _changed(page_request: PageRequest, pack: FrozenPack) -> tuple[Move, ...]:
    service = page_request.service
    return service.view(effect.with_another_mark, service.snapshot(), page_request.service.packs.presented(pack))


def _figures(page_request: PageRequest, pack: FrozenPack) -> Iterator[tuple[str, str]]:
    """Yield the figures on the subjects of the slides that are given otherwise today."""
    service, words, choice = page_request.service, page_request.words, from_text(pack.choice)
    today, framework = service.snapshot(), service.snapshot().framework
    if choice.slides and not any(each.id.startswith(tuple(WITH_FIGURES)) for each in choice.slides):
        return
    countries = (choice.country,) if choice.country else choice.countries
    countries = countries or tuple(country.code for country in framework.countries)
    measures = choice.measures or statistics.SUGGESTED
    presented = page_request.service.packs.presented(pack)
    for before, after in service.view(effect.with_another_number, today, presented, measures, countries):
        name = words.text(framework.country(after.country).short)
        about = f"{name} · {words.text(framework.indicator(after.indicator).name)}"
        period = period_text(after.period, after.period_label, words)
        numbers = f"{value_text(before, words)} → {value_text(after, words)}"
        yield f"/evidence/observation/{after.observation_id}", f"{about}, {period}: {numbers}"


def _of_release(page_request: PageRequest, number: int) -> Response:
    try:
        page_request.service.release(number)
    except ReleaseUnknown:
        return make_response(document(page_request, not_found(page_request)), 404)
    packs = tuple(pack for pack in page_request.service.packs.frozen() if pack.release == number)
    title = page_request.words("Presented of release {release}", release=number)
    return make_response(
        document(page_request, Page(title=title, sections=(render(page_request, "web/frozen_list.html", packs=packs),)))
    )


def _file(frozen_id: str, file: str) -> Response:
    """Send the bytes as they were stored; the slides are shown under the policy that they were written with."""
    packs = current_request().service.packs
    pack = packs.find(frozen_id)
    if pack is None:
        abort(404)
    if pack.withdrawn_at:
        return _page(frozen_id)
    content = packs.file(pack, file)
    if content is None:
        abort(404)
    if file != SLIDES or "download" in request.args:
        return attachment(content, f"bukhara-{frozen_id}-{file}", _TYPES[file.rpartition(".")[2]])
    response = make_response(content)
    found = _POLICY.search(content)
    assert found is not None, "every document of slides has its policy"
    policy = found[1].decode().replace("&#39;", "'")
    response.headers["Content-Security-Policy"] = f"{policy}; frame-ancestors 'none'"
    return response
