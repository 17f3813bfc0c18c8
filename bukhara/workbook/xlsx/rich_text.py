"""Texts of cells from their XML: runs joined, reading aids left out, raised and struck parts noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.workbook.xlsx.cell_values import LONGEST, MarkedText, unescaped
from bukhara.workbook.xlsx.damage import WorkbookDamaged
from bukhara.workbook.xlsx.small_parts import DEEPEST, MAIN, SEPARATOR, fed, is_true, new_parser

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_TEXTS = 2_000_000
_PREFIX = MAIN + SEPARATOR


class TextBuilder:
    """Joins the runs of one text; told of the elements inside it."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._kept: list[str] = []
        self._aside = 0
        self._marked = False

    def clear(self) -> None:
        """Begin a new text."""
        self._kept.clear()
        self._marked = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note that an element begins."""
        if name == "t":
            self.heard.clear()
        elif name == "rPh":
            self._aside += 1
        elif name == "vertAlign":
            self._marked = self._marked or attributes.get("val") != "baseline"
        elif name == "strike":
            self._marked = self._marked or is_true(attributes.get("val", "1"))

    def end(self, name: str) -> None:
        """Note that an element ends."""
        if name == "t" and not self._aside:
            self._kept.append("".join(self.heard))
        elif name == "rPh":
            self._aside -= 1

    def text(self) -> str:
        """Return the text; longer than Excel allows it is cut one sign over that, for the reader to see."""
        joined = unescaped("".join(self._kept))[: LONGEST + 1]
        return MarkedText(joined) if self._marked else joined


def _check_place(local: str, depth: int) -> None:
    if depth > DEEPEST:
        raise WorkbookDamaged("xml-too-deep", limit=str(DEEPEST))
    if (depth == 1 and local != "sst") or (depth == 2 and local not in ("si", "extLst")):
        raise WorkbookDamaged


def texts_of(chunks: Iterable[bytes]) -> list[str]:
    """Return the shared texts of a workbook in their order."""
    texts: list[str] = []
    builder = TextBuilder()
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        local = name.removeprefix(_PREFIX)
        _check_place(local, depth)
        if local == "si":
            builder.clear()
        else:
            builder.start(local, attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        local = name.removeprefix(_PREFIX)
        if local != "si":
            builder.end(local)
        elif len(texts) < MOST_TEXTS:
            texts.append(builder.text())
        else:
            raise WorkbookDamaged("too-many-texts", limit=f"{MOST_TEXTS:,}")

    parser = new_parser()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.heard.append
    for chunk in chunks:
        fed(parser, chunk, last=False)
    fed(parser, b"", last=True)
    return texts
