"""Template functions for places in a source and texts of the record: each line named leads to its passage."""

import re
from urllib.parse import quote

from jinja2.runtime import Context as TemplateContext
from markupsafe import Markup, escape

from bukhara.i18n import locators, record_texts
from bukhara.model.locators import lines_of
from web.template_functions import page_request_in, words_in
from web.templating import context_function

_NUMBER = re.compile(r"\d+")
# the space before the first number does not break, see `locator_text`
_CITED = re.compile(r"(?<=\u00a0)\d+(?:, \d+)*$")
_NAMED_LINE = re.compile(r"\b(?:line|строка) (\d+)\b")


@context_function
def place(context: TemplateContext, locator: str, source_id: str = "") -> str:
    """Return the place of a record in its source; each line links to the passage on the page of the source."""
    text, lines = locators.locator_text(locator, words_in(context)), lines_of(locator)
    if not (text and lines and source_id):
        return text
    if len(set(lines)) == 1:
        return passage_link(context, source_id, lines[0], text)
    return Markup(_NUMBER.sub(lambda n: passage_link(context, source_id, int(n[0]), n[0]), text))  # noqa: S704


@context_function
def cited_lines(context: TemplateContext, source: str, source_id: str) -> str:
    """Return the source line of a chart; the lines at its end lead to their passages."""
    found = _CITED.search(source) if source_id else None
    if not found:
        return source
    links = _NUMBER.sub(lambda n: passage_link(context, source_id, int(n[0]), n[0]), found[0])
    return escape(source[: found.start()]) + Markup(links)  # noqa: S704


@context_function
def note_text(context: TemplateContext, note: str, source_id: str = "") -> str:
    """Return an English note, translated where it is listed; each line that it names leads to the passage."""
    return record_text(context, locators.note_text(note), source_id=source_id)


@context_function
def record_text(
    context: TemplateContext, text: str, lang: str = "en", *, source_id: str = "", marked: bool = True
) -> Markup:
    """Return a text of the record; a translation is marked as such, with the English text on hover."""
    words = words_in(context)
    shown = record_texts.translated(text, words)
    linked = escape(shown or text)
    if source_id:
        found = _NAMED_LINE.sub(lambda n: passage_link(context, source_id, int(n[1]), n[0]), linked)
        linked = Markup(found)  # noqa: S704
    if not shown:
        return Markup('<span lang="{}">{}</span>').format(lang, linked)
    if not marked:
        return Markup('<span lang="{}">{}</span>').format(words.language, linked)
    return Markup(
        '<span lang="{}">{}</span> <abbr class="translated" lang="en" title="{}"><span lang="{}">{}</span></abbr>'
    ).format(words.language, linked, text, words.language, words("translation"))


def passage_link(context: TemplateContext, source_id: str, line: int, text: str) -> Markup:
    """Return a link to a line on the page of its source; to the page alone if the line is not shown there."""
    page_request = page_request_in(context)
    shown = any(number == line for number, _ in page_request.service.passages(source_id))
    address = page_request.href(f"/evidence/{quote(source_id, safe='')}") + (f"#L{line}" if shown else "")
    return Markup('<a href="{}" data-page>{}</a>').format(address, text)
