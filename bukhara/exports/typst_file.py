"""Pages by Typst. Everything that a page shows is passed to it as data, so that no text is ever read as markup.

A template reads its content as `sys.inputs.content`, and drawing and colour of each mark as `sys.inputs.marks`.
"""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

import typst

from bukhara.model.marks import MARKS, svg

Fonts = Literal["typst", "pages", "both"]
"""The fonts of a page: those that come with Typst, those of the dashboard's pages, or both; never the machine's."""
_PIXELS_PER_INCH = 96
_MARKS = json.dumps({code: {"svg": svg(code), "colour": mark.light} for code, mark in MARKS.items()})


def compile_page(
    template: str,
    content: object,
    *,
    fonts: Fonts,
    kind: Literal["pdf", "svg", "png"] = "pdf",
    standard: Literal["ua-1"] | None = None,
    ppi: int = _PIXELS_PER_INCH,
) -> bytes:
    """Return the file of a template of this package; its text is the same on every machine.

    Args:
        template: the path of the template, such as `packs/pack.typ`.
        content: what JSON can hold.
        fonts: see `Fonts`.
        kind: the format of the file.
        standard: the standard that a PDF claims.
        ppi: how finely a bitmap is drawn.

    Raises:
        typst.TypstError: the file does not meet its standard.
    """
    page = files("bukhara.exports").joinpath(template).read_bytes()
    made = typst.compile(
        page,
        format=kind,
        ppi=ppi,
        font_paths=_fonts(fonts),
        sys_inputs={"content": json.dumps(content, ensure_ascii=False), "marks": _MARKS},
        pdf_standards=standard,
    )
    assert isinstance(made, bytes), "one document is one file"
    return made


@cache
def _fonts(fonts: Fonts) -> typst.Fonts:
    folder = Path(str(files("bukhara.exports").joinpath("fonts")))
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=fonts != "pages",
        font_paths=[] if fonts == "typst" else [folder],
    )
