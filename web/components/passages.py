"""Places in a source and texts of the record: each line named leads to its passage."""

import re
from typing import Any
from urllib.parse import quote

from dash import html
from dash.development.base_component import Component

from bukhara.i18n import locators, record_texts
from bukhara.model.locators import lines_of
from bukhara.model.source import Source
from web.request import PageRequest

_NUMBER = re.compile(r"(\d+)")
# the space before the first number does not break, see `locator_text`
_CITED = re.compile(r"(?<=\u00a0)\d+(?:, \d+)*$")
_NAMED_LINE = re.compile(r"(\b(?:line|строка) \d+\b)")


def place(page_request: PageRequest, locator: str, source_id: str = "") -> list[Any]:
    """Return the place of a record in its source; each line links to the passage on the page of the source."""
    text, lines = locators.locator_text(locator, page_request.words), lines_of(locator)
    if not (text and lines and source_id):
        return [text] if text else []
    if len(set(lines)) == 1:
        return [passage_link(page_request, source_id, lines[0], text)]
    return _linked(page_request, source_id, _NUMBER, text)


def cited_lines(page_request: PageRequest, source: str, source_id: str) -> list[Any]:
    """Return the source line of a chart; the lines at its end lead to their passages."""
    found = _CITED.search(source) if source_id else None
    if not found:
        return [source]
    return [source[: found.start()], *_linked(page_request, source_id, _NUMBER, found[0])]


def note_text(page_request: PageRequest, note: str, source_id: str = "") -> Component:
    """Return an English note, translated where it is listed; each line that it names leads to the passage."""
    return record_text(page_request, locators.note_text(note), source_id=source_id)


def record_text(
    page_request: PageRequest, text: str, lang: str = "en", *, own: str = "", source_id: str = "", marked: bool = True
) -> Component:
    """Return a text of the record; a translation, its `own` or ours, is marked as such, with the text on hover."""
    words = page_request.words
    translated = own or record_texts.translated(text, words)
    shown = translated or text
    linked = _linked(page_request, source_id, _NAMED_LINE, shown) if source_id else shown
    said = html.Span(linked, lang=words.language if translated else lang)
    if not (translated and marked):
        return said
    mark = html.Span(words("translation"), lang=words.language)
    return html.Span([said, " ", html.Abbr(mark, className="translated", lang=lang if own else "en", title=text)])


def source_title(page_request: PageRequest, source: Source) -> Component:
    """Return the title of a source; a translation is marked as such, with the title as printed on hover."""
    if not source.title:
        return html.Span(record_texts.plain_title(source, page_request.words))
    own, _ = source.title_translation.beside("", source.language, page_request.words.language)
    return record_text(page_request, source.title, source.language, own=own)


def passage_link(page_request: PageRequest, source_id: str, line: int, text: str) -> Component:
    """Return a link to a line on the page of its source; to the page alone if the line is not shown there."""
    shown = any(number == line for number, _ in page_request.service.passages(source_id))
    address = page_request.href(f"/evidence/{quote(source_id, safe='')}") + (f"#L{line}" if shown else "")
    whole: Any = {"data-page": ""}
    return html.A(text, href=address, **whole)


def _linked(page_request: PageRequest, source_id: str, named: re.Pattern[str], text: str) -> list[Any]:
    """Return a text in which what `named` finds, a line or its number alone, is a link to the passage."""
    parts = named.split(text)
    return [
        passage_link(page_request, source_id, int(_NUMBER.findall(part)[0]), part) if n % 2 else part
        for n, part in enumerate(parts)
        if part
    ]
