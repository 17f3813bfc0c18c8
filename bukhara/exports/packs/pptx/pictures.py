"""The slides of a pack in a template, drawn as SVG: an administrator sees the template before it is used.

No office program is at hand. Drawn are the ground, flat shapes and pictures of the master, and our text and tables in
the places, colours and letters of the theme.
"""

import base64
from collections.abc import Iterator
from io import BytesIO
from itertools import accumulate, pairwise
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import orjson
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.slide import Slide as Page

from bukhara.exports.packs.pptx import to_pptx
from bukhara.exports.packs.pptx.pptx_internals import cell_element
from bukhara.exports.packs.pptx.template import Box, Colours
from bukhara.pack import Pack, fit

_SHOWN = ("image/png", "image/jpeg", "image/gif")
_POINT, _USUAL, _SPACE, _BOLD, _PALE = 12_700, 1800, 0.3, 1.15, 0.65
"""A point in files, letters without a size, the space between words, how wide bold and how dark pale text is."""
Word = tuple[str, float, str]
"""A word of a line, the size of its letters, and its look as attributes of SVG."""


def template_pictures(pack: Pack) -> bytes:
    """Return the slides of a pack as a JSON list of SVG documents."""
    slides = Presentation(BytesIO(to_pptx(pack)))
    whole = (0.0, 0.0, (slides.slide_width or 0) / _POINT, (slides.slide_height or 0) / _POINT)
    colours = Colours(slides.slide_masters[0])
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole[2]:g} {whole[3]:g}">'
    return orjson.dumps([f"{head}{''.join(_page(page, whole, colours))}</svg>" for page in slides.slides])


def _page(page: Page, whole: Box, colours: Colours) -> Iterator[str]:
    layout = page.slide_layout
    ground = layout.slide_master.element.find(f".//{qn('p:bgPr')}")
    yield _rectangle(whole, colours.filled(ground) or colours.of("bg1"))
    below = [shape for part in (layout.slide_master, layout) for shape in part.shapes if not shape.is_placeholder]
    for shape in (*below, *page.shapes):
        box = (shape.left / _POINT, shape.top / _POINT, shape.width / _POINT, shape.height / _POINT)
        yield from _table(shape.table, box, colours) if shape.has_table else _shape(shape, box, colours)


def _shape(shape: Any, box: Box, colours: Colours) -> Iterator[str]:
    image = getattr(shape, "image", None)
    if image and image.content_type in _SHOWN:
        content = base64.b64encode(image.blob).decode()
        yield f'<image {_place(box)} preserveAspectRatio="none" href="data:{image.content_type};base64,{content}"/>'
    elif not shape.is_placeholder and (fill := colours.filled(shape.element.find(qn("p:spPr")))):
        yield _rectangle(box, fill)
    if shape.has_text_frame:
        places = shape.part.slide_layout.placeholders if shape.is_placeholder else ()
        like = next((each for each in places if each.placeholder_format.idx == shape.placeholder_format.idx), shape)
        properties, letters = like.element.find(f".//{qn('a:bodyPr')}"), like.element.find(f".//{qn('a:defRPr')}")
        yield from _text(shape.element, box, properties.get("anchor", "t"), letters, colours)


def _table(table: Any, box: Box, colours: Colours) -> Iterator[str]:
    edges = [*accumulate((column.width / _POINT for column in table.columns), initial=box[0])]
    rows = [*accumulate((row.height / _POINT for row in table.rows), initial=box[1])]
    for n, (top, bottom) in enumerate(pairwise(rows)):
        for m, left in enumerate(edges[:-1]):
            cell = table.cell(n, m)
            if cell.is_spanned:
                continue
            right = edges[m + cell.span_width] if cell.is_merge_origin else edges[m + 1]
            low = rows[n + cell.span_height] if cell.is_merge_origin else bottom
            element, margin = cell_element(cell), cell.margin_left / _POINT
            if fill := colours.filled(element.find(qn("a:tcPr"))):
                yield _rectangle((left, top, right - left, low - top), fill)
            inside = (left + margin, top, right - left - 2 * margin, low - top)
            yield from _text(element, inside, "ctr", None, colours)


def _text(element: Any, box: Box, anchor: str, letters: Any, colours: Colours) -> Iterator[str]:
    """Write the paragraphs of a shape or cell, broken between words, from its top, in its middle or at its foot."""
    lines = [line for each in element.iter(qn("a:p")) for line in _lines(each, box[2], letters, colours)]
    heights = [max(size for _, size, _ in line) * fit.LINE for line in lines]
    spare = box[3] - sum(heights)
    y = box[1] + {"ctr": spare / 2, "b": spare}.get(anchor, 0)
    for line, height in zip(lines, heights, strict=True):
        y += height
        words = "".join(f'<tspan font-size="{size:g}"{look}>{escape(word)} </tspan>' for word, size, look in line)
        yield f'<text x="{box[0]:g}" y="{y - height / 4:.1f}" font-family={quoteattr(colours.typeface)}>{words}</text>'


def _lines(paragraph: Any, width: float, letters: Any, colours: Colours) -> Iterator[list[Word]]:
    line: list[Word] = []
    used = 0.0
    for run in paragraph.iter(qn("a:r")):
        own = run.find(qn("a:rPr"))
        size = float(own.get("sz") or (letters is not None and letters.get("sz")) or _USUAL) / 100
        look = _look(own, letters, colours)
        wide = size * (_BOLD if "bold" in look else 1)
        for word in (run.findtext(qn("a:t")) or "").split():
            needed = (fit.word_width(word) + _SPACE) * wide
            if line and used + needed > width:
                yield line
                line, used = [], 0.0
            line.append((word, size, look))
            used += needed
    if line:
        yield line


def _look(own: Any, letters: Any, colours: Colours) -> str:
    """Return colour and weight of a run as attributes; what it does not set is that of its layout."""
    of_layout = letters if letters is not None else own
    filled = own if colours.filled(own) else of_layout
    is_pale = filled.find(f".//{qn('a:lumMod')}") is not None
    fill = colours.filled(filled) or colours.of("tx1")
    bold = ' font-weight="bold"' if "1" in (own.get("b"), of_layout.get("b")) else ""
    return f' fill="{fill}"{bold}' + (f' opacity="{_PALE}"' if is_pale else "")


def _rectangle(box: Box, fill: str) -> str:
    return f'<rect {_place(box)} fill="{fill}"/>'


def _place(box: Box) -> str:
    return 'x="{:g}" y="{:g}" width="{:g}" height="{:g}"'.format(*box)
