"""Reads the texts of cells: runs joined, phonetic aids left out; raised, lowered and struck-out runs are marked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from bukhara.workbook.refusals import WorkbookDamaged
from bukhara.workbook.xlsx.cell_values import LONGEST, unescaped
from bukhara.workbook.xlsx.xml_tree import MAIN, growing, is_true, taken

MOST_TEXTS = 2_000_000
_LIST, _ITEM, _TEXT, _RUN, _LOOK = (f"{MAIN}{name}" for name in ("sst", "si", "t", "r", "rPr"))
_STRIKE, _POSITION = f"{MAIN}strike", f"{MAIN}vertAlign"
_DIGITS = {
    "superscript": str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾"),
    "subscript": str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎"),
}
ASIDE = frozenset(f"{MAIN}{name}" for name in ("rPh", "phoneticPr", "extLst", "rPr"))


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a text with one font; `position` is superscript, subscript or empty."""

    text: str
    struck: bool = False
    position: str = ""


class MarkedText(str):
    """A text with a run that is raised, lowered or struck out; raised digits are written as such: `110¹`, not 1101."""

    runs: tuple[Run, ...] = ()


def texts_of(pieces: Iterable[bytes]) -> list[str]:
    """Return the shared texts of a workbook in their order."""
    texts: list[str] = []
    for root, whole in growing(pieces):
        if root.tag != _LIST:
            raise WorkbookDamaged
        for item in taken(root, whole=whole):
            if item.tag == _ITEM:
                texts.append(text_of(item))
            elif item.tag not in ASIDE:
                raise WorkbookDamaged
        if len(texts) > MOST_TEXTS:
            raise WorkbookDamaged("too-many-texts", limit=f"{MOST_TEXTS:,}")
    return texts


def text_of(item: Element) -> str:
    """Return the text of a shared or an inline item, cut at one character more than Excel allows."""
    runs = [_run(part) for part in item if part.tag not in ASIDE]
    joined = unescaped("".join(run.text for run in runs))[: LONGEST + 1]
    if any(run.struck or run.position for run in runs):
        marked = MarkedText(joined)
        marked.runs = tuple(runs)
        return marked
    return joined


def _run(part: Element) -> Run:
    if part.tag == _TEXT and not len(part):
        return Run(part.text or "")
    if part.tag != _RUN:
        raise WorkbookDamaged
    run = Run("")
    for inner in part:
        if inner.tag == _TEXT and not len(inner):
            run = replace(run, text=run.text + (inner.text or ""))
        elif inner.tag == _LOOK:
            run = _marked(run, inner)
        elif inner.tag not in ASIDE:
            raise WorkbookDamaged
    return replace(run, text=run.text.translate(_DIGITS[run.position])) if run.position in _DIGITS else run


def _marked(run: Run, look: Element) -> Run:
    for mark in look:
        if mark.tag == _STRIKE and is_true(mark.get("val", "1")):
            run = replace(run, struck=True)
        elif mark.tag == _POSITION and mark.get("val") != "baseline":
            run = replace(run, position=mark.get("val", "superscript"))
    return run
