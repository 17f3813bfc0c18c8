"""The slides of a pack as sections of a text: slides of one subject become one section."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from bukhara.pack.numbers import without_number
from bukhara.pack.slides import Block, Matrix, Notes, Plots, Points, Slide, SlideKind, TextTable

T = TypeVar("T")


def sections(slides: Iterable[Slide], language: str) -> tuple[Slide, ...]:
    """Return one slide for each subject, as long as it needs to be, in one language."""
    by_subject: dict[str, list[Slide]] = {}
    for slide in slides:
        if slide.language == language:
            by_subject.setdefault(slide.subject, []).append(slide)
    return tuple(_without_repeats(_joined(group)) for group in by_subject.values())


def _without_repeats(section: Slide) -> Slide:
    """Return a section without the sentences below its charts: all of them are among the cautions."""
    if section.kind is not SlideKind.STATISTICS:
        return section
    return replace(section, blocks=tuple(block for block in section.blocks if isinstance(block, Plots)))


def _joined(group: list[Slide]) -> Slide:
    first = group[0]
    if len(group) == 1:
        return first
    notes = [slide.notes for slide in group]
    return replace(
        first,
        id=first.subject,
        title=without_number(first.title),
        blocks=tuple(_joined_block(blocks) for blocks in zip(*(slide.blocks for slide in group), strict=True)),
        notes=Notes(first.notes.say, _once(note.quotes for note in notes), _once(note.cautions for note in notes)),
        sources=_once(slide.sources for slide in group),
        minutes=sum(slide.minutes for slide in group),
    )


def _joined_block(blocks: tuple[Block, ...]) -> Block:
    first = blocks[0]
    if isinstance(first, Matrix):
        found = [block for block in blocks if isinstance(block, Matrix)]
        key = _once(block.key for block in found)
        return replace(first, rows=tuple(row for block in found for row in block.rows), key=key, heading="")
    if isinstance(first, Points):
        return replace(first, points=_once(block.points for block in blocks if isinstance(block, Points)))
    if isinstance(first, TextTable):
        return replace(first, rows=tuple(row for b in blocks if isinstance(b, TextTable) for row in b.rows))
    if isinstance(first, Plots):
        return replace(first, plots=tuple(plot for b in blocks if isinstance(b, Plots) for plot in b.plots))
    return first


def _once(groups: Iterable[Iterable[T]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(each for group in groups for each in group))
