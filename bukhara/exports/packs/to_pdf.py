"""The brief as PDF/UA-1: tagged, with its language, by Typst."""

from typing import Any

import typst

from bukhara.exports.packs.plots_picture import plots_alt, plots_svg
from bukhara.exports.typst_file import compile_page
from bukhara.exports.xml_text import xml_text
from bukhara.i18n.words import words_of
from bukhara.pack import Pack, Slide, figures
from bukhara.pack.notes import quote_sections
from bukhara.pack.sections import heading_of, sections, summary
from bukhara.pack.slides import Block, Plots, Points, Quotes, SlideStrip
from bukhara.pack.tables import SlideChanges, SlideMatrix, TextTable


def to_pdf(pack: Pack) -> bytes:
    """Return the pack as a tagged PDF for paper and screen readers: PDF/UA-1 where the fonts have every letter.

    A letter that no font has would break the standard; then the same document is written without its claim.
    """
    return tagged_pdf("packs/pack.typ", contents(pack))


def tagged_pdf(template: str, content: dict[str, Any]) -> bytes:
    """Return a template with its content as a tagged PDF: PDF/UA-1 if it can be."""
    try:
        return compile_page(template, content, fonts="both", standard="ua-1")
    except typst.TypstError:
        return compile_page(template, content, fonts="both")


def contents(pack: Pack) -> dict[str, Any]:
    """Return every text of the document, as the template takes it."""
    found = [sections(pack.slides, language) for language in pack.languages]
    texts: dict[str, Any] = printable(
        {
            "title": pack.title,
            "languages": [language_of(each) for each in pack.languages],
            "warning": " ".join(dict.fromkeys(filter(None, pack.warnings.values()))),
            "footer": " · ".join(pack.footers.values()),
            "slides": [_slide(slide) for slides in found for slide in slides],
            "summary": [summary(slides, each) for each, slides in zip(pack.languages, found, strict=True)],
        }
    )
    return texts


def language_of(code: str) -> str:
    """Return the code of a language that a screen reader knows."""
    return code if code in ("en", "ru") else "en"


def printable(value: Any) -> Any:
    """Return texts, lists and mappings without characters that cannot be printed."""
    if isinstance(value, str):
        return xml_text(value)
    if isinstance(value, dict):
        return {key: printable(each) for key, each in value.items()}
    return [printable(each) for each in value] if isinstance(value, list | tuple) else value


def _slide(slide: Slide) -> dict[str, Any]:
    words = words_of(slide.language)
    return {
        "language": language_of(slide.language),
        "title": heading_of(slide),
        "message": f"{slide.title}." if slide.title != heading_of(slide) else "",
        "label": slide.label,
        "kind": slide.kind.value,
        "blocks": [block_of(block, slide) for block in slide.blocks],
        "note": words("Please note"),
        "cautions": slide.notes.cautions,
        "quotes": [(f"{heading}: {heading_of(slide)}", lines) for heading, lines in quote_sections(slide)],
        "sources": slide.sources,
    }


def block_of(block: Block, slide: Slide) -> dict[str, Any]:
    """Return the texts of a block, as both templates take them."""
    if isinstance(block, Points):
        lines = [_line(p.text, p.source, about=p.about, mark=p.mark) | {"address": p.address} for p in block.points]
        return {"type": "points", "heading": block.heading, "lines": lines, "empty": block.empty, "quotes": False}
    if isinstance(block, Quotes):
        lines = [_line(f"“{q.text}”", q.body) | {"quoted": True} for q in block.quotes]
        return {"type": "points", "heading": block.heading, "lines": lines, "empty": "", "quotes": True}
    if isinstance(block, SlideStrip):
        counts = [{"mark": kind, "n": n, "text": f"{n} {word}"} for kind, word, n in block.counts]
        return {"type": "strip", "sentence": block.sentence, "counts": counts}
    return {"type": "table", **_table(block, slide)}


def _line(text: str, source: str, *, about: str = "", mark: str = "") -> dict[str, Any]:
    return {"mark": mark, "about": about, "text": text, "source": source, "quoted": False, "address": ""}


def _table(block: SlideChanges | SlideMatrix | TextTable | Plots, slide: Slide) -> dict[str, Any]:
    """Return columns and rows of cells, each a mark and a text."""
    if isinstance(block, SlideMatrix):
        rows = [
            [_cell(row.name), *(_cell(" ".join(filter(None, (c.text, c.since))), c.mark) for c in row.cells)]
            for row in block.rows
        ]
        return {"columns": [words_of(slide.language)("Theme"), *block.columns], "rows": rows, "first": "2fr"}
    if isinstance(block, Plots):
        columns = figures.figure_columns(slide.language)[:2]
        rows = [[_cell(text) for text in row] for row in figures.state_rows(block)]
        drawn = {"svg": plots_svg(block, slide.language), "alt": plots_alt(block)}
        return {"columns": columns, "rows": rows, "first": "0.25fr", **drawn}
    table = block.in_words
    return {"columns": table.columns, "rows": [[_cell(text) for text in row] for row in table.rows], "first": "1fr"}


def _cell(text: str, mark: str = "") -> dict[str, Any]:
    return {"mark": mark, "text": text}
