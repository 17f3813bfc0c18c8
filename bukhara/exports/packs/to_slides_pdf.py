"""The slides as a tagged PDF of 16:9, by Typst: what the other formats show, without notes."""

from collections import Counter
from typing import Any

from bukhara.charts.palette import INK, WARNING, pale
from bukhara.exports.packs.html.state_plots import are_long, state_plots
from bukhara.exports.packs.qr import qr_code
from bukhara.exports.packs.to_pdf import block_of, language_of, printable, tagged_pdf
from bukhara.model.marks import MARKS
from bukhara.pack import Pack, Slide, figures, layout
from bukhara.pack.figures import plot_text
from bukhara.pack.notes import source_line
from bukhara.pack.slides import Block, Plots, SlideKind, SlideStrip
from bukhara.pack.tables import MatrixCell, SlideChanges, SlideMatrix, TextTable

_COLUMNS = {SlideKind.REPORTED: (layout.LEFT, layout.RIGHT), SlideKind.GUIDE: (layout.MARKS, layout.RULES)}
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
    about, label, above = layout.above(slide)
    return {
        "language": language_of(slide.language),
        "title": slide.title,
        "size": layout.title_size(slide.title),
        "about": about,
        "above": above,
        "label": label,
        "gap": layout.gap(slide),
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
    if isinstance(block, SlideChanges):
        return _changes(block)
    if isinstance(block, TextTable):
        sizes = (slide.letters,) * len(block.columns)
        table = _table(block.columns, block.rows, block.widths, sizes)
        return table | {"shares": block.shares, "header": layout.header_size(slide)}
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
        {"name": shown.name, "note": shown.note, "svg": shown.svg, "alt": plot_text(plot), "lines": shown.lines}
        for shown, plot in zip(drawn, block.plots, strict=True)
    ]
    return {"type": "plots", "unit": block.unit, "plots": found}


def _matrix(block: SlideMatrix) -> dict[str, Any]:
    """Return the matrix: a cell has a fill, and a pillar spans its rows."""
    grid, pillars = layout.matrix_grid(block), Counter(row.pillar for row in block.rows)
    rows = []
    for n, row in enumerate(block.rows):
        is_first = n == 0 or block.rows[n - 1].pillar != row.pillar
        shown = [
            _cell(row.short, grid.letters),
            *(_status(cell, grid.letters) for cell in row.cells),
            _cell(row.of_all, grid.letters),
        ]
        rows.append([_cell(row.pillar, grid.letters) | {"span": pillars[row.pillar]}, *shown] if is_first else shown)
    return {
        "type": "matrix",
        "columns": ("", "", *block.columns, ""),
        "rows": rows,
        "widths": grid.widths,
        "header": grid.header,
        "row": grid.row,
        "key": [{"mark": kind, "text": word} for kind, word in block.marks_alone],
        "last": block.last,
    }


def _changes(block: SlideChanges) -> dict[str, Any]:
    """Return the changed themes: a name, then the marks before and now in the column of each state."""
    grid = layout.change_grid(block)
    return {
        "type": "changes",
        "columns": ("", *block.columns),
        "rows": [{"name": row.short, "pairs": row.pairs} for row in block.rows],
        "widths": grid.widths,
        "row": grid.row,
        "letters": grid.letters,
        "names": layout.HEADERS[0],
        "key": block.key,
        "last": block.last,
    }


def _status(cell: MatrixCell, size: float) -> dict[str, Any]:
    fill = pale(MARKS[cell.mark].light) if MARKS[cell.mark].is_status else ""
    edge = INK if cell.is_changed else WARNING if cell.is_contested else ""
    return _cell(cell.alone, size, mark=cell.mark) | {"fill": fill, "edge": edge}


def _table(
    columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...], widths: tuple[float, ...], sizes: tuple[float, ...]
) -> dict[str, Any]:
    cells = [[_cell(text, size) for text, size in zip(row, sizes, strict=True)] for row in rows]
    found = {"type": "table", "columns": columns, "rows": cells, "widths": widths}
    return found | {"unit": "", "shares": (), "header": layout.HEADERS[-1]}


def _cell(text: str, size: float, *, mark: str = "") -> dict[str, Any]:
    return {"mark": mark, "text": text, "size": size, "fill": "", "edge": "", "span": 1}
