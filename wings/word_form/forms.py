"""The Word form of a country out, and back in as our workbook."""

from dataclasses import asdict
from functools import partial
from typing import Any

from bukhara.access import Action
from bukhara.i18n.words import words_of
from bukhara.model.access import Actor
from bukhara.service import Service
from bukhara.service.drafts.uploads import temporary_file
from bukhara.service.workbooks.confirmations import is_as_seen
from bukhara.service.workbooks.template_contents import contents_to_answer
from bukhara.workbook import WorkbookReading
from bukhara.workbook.reading import inspection
from bukhara.workbook.writing.template import write
from wings.word_form import clearance_form, form_answers
from wings.word_form.word_text import WordForm


def word_form(
    service: Service, country: str, language: str = "en", *, empty: bool = False, round_id: str = ""
) -> bytes:
    """Return the questions of a country or the region as a Word form; `empty` and `round_id` are as in a template."""
    contents = contents_to_answer(service, country, language, empty=empty, round_id=round_id)
    return clearance_form.word_form(contents, words_of(language))


def made(
    service: Service, actor: Actor, content: bytes, reading: WorkbookReading
) -> tuple[bytes, dict[str, Any]] | None:
    """Return a tracker with the answers of our Word form, and what was found in the form; None for any other file."""
    if not any(finding.code == "file-word" for finding in reading.findings):
        return None
    with temporary_file(content, "form.docx") as path:
        form: WordForm | None = inspection.found_apart(
            "wings.word_form.word_text:form_in", WordForm | None, path, otherwise=None
        )
    if form is None:
        return None
    country, language, release = form_answers.origin_of(form, service.framework())
    service.authorize(actor, Action.UPLOAD, country)
    contents = contents_to_answer(service, country, language)
    as_seen = partial(_is_as_seen, service, release, country)
    contents, found = form_answers.answers_of(form, contents, language, as_seen, exercise=service.settings.exercise)
    return write(contents, words_of(language)), {"form": list(map(asdict, found))}


def _is_as_seen(service: Service, release: int, country: str, item: str, indicator: str) -> bool:
    return 0 < release <= service.ready() and is_as_seen(service, release, country, (item, indicator))
