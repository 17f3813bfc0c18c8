"""The sheet for the chair of a panel: speakers, running order and questions, one A4 page in each language."""

from itertools import accumulate
from typing import Any

from bukhara.exports.typst_file import compile_page, printable
from bukhara.i18n.words import words_of
from bukhara.model.languages import language_of
from bukhara.pack import Pack, SlideKind
from bukhara.pack.slides import SPEAKER_MINUTES, Points


def to_chair_pdf(pack: Pack) -> bytes:
    """Return the sheet for the chair as a PDF."""
    return compile_page("packs/chair.typ", contents(pack))


def contents(pack: Pack) -> dict[str, Any]:
    """Return every text of the sheet, as the template takes it."""
    texts: dict[str, Any] = printable({"pages": [_page(pack, language) for language in pack.languages]})
    return texts


def _page(pack: Pack, language: str) -> dict[str, Any]:
    words = words_of(language)
    own = [slide for slide in pack.slides if slide.language == language]
    talk = [slide for slide in own if not slide.is_hidden]
    begins = accumulate((slide.minutes for slide in talk), initial=0)
    speakers = [name for _code, name in pack.countries[language]]
    used, spoken = sum(slide.minutes for slide in talk), SPEAKER_MINUTES * len(speakers)
    asked = [slide for slide in own if slide.kind is SlideKind.QUESTIONS]
    points = [point for slide in asked for block in slide.blocks if isinstance(block, Points) for point in block.points]
    return {
        "language": language_of(language).code,
        "title": words("Sheet for the chair"),
        "about": next((s.title for s in own if s.kind is SlideKind.TITLE), pack.title),
        "label": next((s.label for s in talk if s.kind in (SlideKind.MATRIX, SlideKind.COUNTRY)), ""),
        "warning": pack.warnings[language],
        "minutes": words(
            "Slides: {used} min. Speakers: {spoken} min. Together: {all} min.",
            used=used,
            spoken=spoken,
            all=used + spoken,
        ),
        "speakers": {
            "heading": words("Speakers"),
            "note": words(
                "The speakers have the fixed order of the states. Please write in bodies, no names of persons."
            ),
            "columns": [words("State"), words("Body"), words("Minutes"), words("Began at")],
            "rows": [(name, "", SPEAKER_MINUTES, "") for name in speakers],
        },
        "talk": {
            "heading": words("Slides"),
            "columns": ["", words("Message"), words("Minutes"), words("From minute")],
            "rows": [(n, s.title, s.minutes, at) for n, (s, at) in enumerate(zip(talk, begins, strict=False), start=1)],
        },
        "questions": {
            "heading": words("Open questions for the panel"),
            "note": words("Each state is free to answer in the panel or in writing afterwards."),
            "lines": [(f"{point.about}: " if point.about else "", point.text) for point in points],
        },
        "foot": pack.footers[language],
    }
