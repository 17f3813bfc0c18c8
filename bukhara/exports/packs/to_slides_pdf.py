"""The slides as a tagged PDF of 16:9, by Typst: what the other formats show, without notes."""

from typing import Any

from bukhara.exports.packs.html.state_plots import are_long, state_plots
from bukhara.exports.packs.qr import qr_code
from bukhara.exports.packs.to_pdf import block_of, language_of, printable, tagged_pdf
from bukhara.pack import Pack, Slide, figures, fit, layout
from bukhara.pack.figures import plot_text
from bukhara.pack.notes import source_line
from bukhara.pack.slides import Block, Plots, SlideKind, SlideMatrix, SlideStrip, TextTable

_COLUMNS = {SlideKind.COUNTRY: (layout.LEFT, layout.RIGHT), SlideKind.GUIDE: (layout.MARKS, layout.RULES)}
_DRAWING, _LOW = (166, 205), (166, 140)
"""The width and height of a drawing in points, and of one above many lines."""


def to_slides_pdf(pack: Pack) -> bytes:
    """Return the slides as a PDF, one page each."""
    return tagged_pdf("packs/slides.typ", contents(pack))


def contents(pack: Pack) -> dict[str, Any]:
    """Return every text of the pages, as the template takes it."""
    found: dict[str, Any] = printable(
        {
            "title": pack.title,
            "languages": [language_of(each) for each in pack.languages],
            "address": pack.address,
            "qr": qr_code(pack.address, "svg").decode() if pack.address else "",
            "slides": [_slide(pack, slide) for slide in pack.slides],
        }
    )
    return found


def _slide(pack: Pack, slide: Slide) -> dict[str, Any]:
    return {
        "language": language_of(slide.language),
        "title": slide.title,
        "size": layout.title_size(slide.title),
        "label": slide.label,
        "kind": slide.kind.value,
        "letters": slide.letters,
        "columns": _COLUMNS.get(slide.kind, ()),
        "blocks": [_block(block, slide) for block in slide.blocks],
        "source": source_line(slide),
        "footer": pack.footers[slide.language],
        "warning": pack.warnings[slide.language],
    }


def _block(block: Block, slide: Slide) -> dict[str, Any]:
    if isinstance(block, SlideMatrix):
        return _matrix(block)
    if isinstance(block, TextTable):
        sizes = (slide.letters,) * len(block.columns)
        return _table(block.columns, block.rows, layout.CONCLUSIONS, sizes)
    if isinstance(block, Plots):
        return _plots(block, slide)
    if isinstance(block, SlideStrip):
        return block_of(block, slide) | {"sizes": layout.strip_sizes(block)}
    return block_of(block, slide)


def _plots(block: Plots, slide: Slide) -> dict[str, Any]:
    """Return a drawing for each state, or a table where no state has an axis."""
    if not any(plot.marks for plot in block.plots):
        columns, rows = figures.figure_columns(slide.language), figures.figure_rows(block)
        sizes = layout.figure_sizes(slide.letters)
        return _table(columns, rows, figures.TABLE_WIDTHS, sizes) | {"unit": block.unit}
    drawn = state_plots(slide, block, _DRAWING)
    if are_long(drawn):
        drawn = state_plots(slide, block, _LOW)
    found = [
        {
            "name": shown.name,
            "note": shown.note,
            "svg": shown.svg,
            "alt": plot_text(plot),
            "lines": shown.lines,
        }
        for shown, plot in zip(drawn, block.plots, strict=True)
    ]
    return {"type": "plots", "unit": block.unit, "plots": found}


def _matrix(block: SlideMatrix) -> dict[str, Any]:
    width = (fit.WIDTH - fit.THEME_COLUMN) / len(block.columns)
    rows = [
        [_cell(row.name, fit.BODY), *(_cell(c.text, fit.CELL, mark=c.mark, below=c.since) for c in row.cells)]
        for row in block.rows
    ]
    widths = (fit.THEME_COLUMN, *(width for _ in block.columns))
    return {"type": "table", "columns": (block.heading, *block.columns), "rows": rows, "widths": widths, "unit": ""}


def _table(
    columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...], widths: tuple[float, ...], sizes: tuple[float, ...]
) -> dict[str, Any]:
    cells = [[_cell(text, size) for text, size in zip(row, sizes, strict=True)] for row in rows]
    return {"type": "table", "columns": columns, "rows": cells, "widths": widths, "unit": ""}


def _cell(text: str, size: float, *, mark: str = "", below: str = "") -> dict[str, Any]:
    return {"mark": mark, "text": text, "size": size, "below": below}
