"""Panel: the slides suggested for a panel, which of them to show in which order, and the files of them."""

from dataclasses import dataclass, replace
from typing import ClassVar

from dash import register_page

from bukhara.exports.packs import WRITERS
from bukhara.i18n.codes import N_
from bukhara.model.framework import Framework
from bukhara.pack import PackChoice, Slide, to_text
from bukhara.pack.edit import Row, rows_of, short
from web.layout import LANGUAGE_NAMES, layout_of
from web.pack_choice import PATH, choice_of, conferences, measures, suggested, suggested_measures
from web.page import Page
from web.request import Reader
from web.templating import Context, render

FILES = {
    "pptx": N_("PowerPoint"),
    "docx": N_("Word"),
    "pdf": N_("PDF"),
    "xlsx": N_("Excel"),
    "html": N_("One HTML file"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelBuilder(Context):
    """The form of the page; `code`, `every` and `short` are choices as text, `kept` the rows shown."""

    template: ClassVar[str] = "pages/panel.html"
    choice: PackChoice
    code: str
    every: str
    short: str
    conference: str
    framework: Framework
    conferences: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    measures: tuple[tuple[str, str], ...]
    shown_measures: tuple[str, ...]
    kept: tuple[tuple[Row, Slide], ...]
    left_out: tuple[tuple[Row, Slide], ...]
    minutes: int
    files: tuple[tuple[str, str], ...]


def content(reader: Reader) -> Page:
    """Show the slides of the choice in the address, and the form that changes it."""
    words, snapshot, choice = reader.words, reader.snapshot, choice_of(reader)
    framework = snapshot.framework
    slides = suggested(reader, choice)
    by_id, rows = {slide.id: slide for slide in slides}, rows_of(slides, choice)
    known = measures(snapshot)
    context = PanelBuilder(
        choice=choice,
        code=to_text(choice),
        every=to_text(replace(choice, slides=())),
        short=to_text(replace(choice, slides=short(slides))),
        conference=choice.conference or max(framework.readings, key=lambda reading: reading.date).id,
        framework=framework,
        conferences=conferences(snapshot, words),
        languages=tuple((code, LANGUAGE_NAMES[code]) for code in reader.service.languages if code in LANGUAGE_NAMES),
        measures=tuple((measure, words.text(framework.indicator(measure).name)) for measure in known),
        shown_measures=choice.measures or suggested_measures(snapshot),
        kept=tuple((row, by_id[row.id]) for row in rows if row.is_kept),
        left_out=tuple((row, by_id[row.id]) for row in rows if not row.is_kept),
        minutes=sum(row.minutes for row in rows if row.is_kept),
        files=tuple((kind, words(name)) for kind, name in FILES.items() if kind in WRITERS),
    )
    return Page(
        title=words("Slides for a panel"),
        lead=words("Choose, look, then present or take a file. Everything you choose is in the address of this page."),
        blocks=(render(reader, context),),
    )


register_page(__name__, path=PATH, name="Panel", content=content)
layout = layout_of(PATH)
