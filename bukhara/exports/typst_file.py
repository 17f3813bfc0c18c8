"""Pages by Typst. Everything that a page shows is passed to it as data, so that no text is ever read as markup.

A template reads its content as `sys.inputs.content`, and drawing and colour of each mark as `sys.inputs.marks`.
"""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import typst

from bukhara.model.marks import MARKS, svg
from bukhara.office_files import xml_text

_PIXELS_PER_INCH = 96
_MARKS = json.dumps({code: {"svg": svg(code), "colour": mark.light} for code, mark in MARKS.items()})


def compile_page(
    template: str,
    content: object,
    *,
    kind: Literal["pdf", "svg", "png"] = "pdf",
) -> bytes:
    """Return the file of a template of this package; its text is the same on every machine.

    Args:
        template: the path of the template, such as `packs/chair.typ`.
        content: what JSON can hold.
        kind: the format of the file.
    """
    page = files("bukhara.exports").joinpath(template).read_bytes()
    made = typst.compile(
        page,
        format=kind,
        ppi=_PIXELS_PER_INCH,
        font_paths=_fonts(),
        sys_inputs={"content": json.dumps(content, ensure_ascii=False), "marks": _MARKS},
    )
    assert isinstance(made, bytes), "one document is one file"
    return made


def printable(value: Any) -> Any:
    """Return texts, lists and mappings without characters that cannot be printed."""
    if isinstance(value, str):
        return xml_text(value)
    if isinstance(value, dict):
        return {key: printable(each) for key, each in value.items()}
    return [printable(each) for each in value] if isinstance(value, list | tuple) else value


@cache
def _fonts() -> typst.Fonts:
    """Return the fonts of the dashboard's pages and, for characters that they lack, those of Typst."""
    folder = Path(str(files("bukhara.exports").joinpath("fonts")))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])
