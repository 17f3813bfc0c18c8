"""Slides with more text than a screen holds in letters for the back row, divided in two."""

import re
from collections.abc import Iterable
from dataclasses import replace

from bukhara.pack import fit
from bukhara.pack.slides import Block, Pack, Points, Quotes, Slide, SlideKind

_COLUMNS = (470.0, 375.0)
"""The points that the two columns of a slide about a state are wide."""
_SPACE, _STRIP, _HEADING, _INDENT, _WARNING = 396.0, 52.0, 26.0, 24.0, 18.0
_LONG_WORD = re.compile(r"\w{10,}")
_SYLLABLE = re.compile(r"(?<=\w{3}[aeiouyаеёиоуыэюя])(?=[^\Waeiouyаеёиоуыэюя][aeiouyаеёиоуыэюя]\w)")


def pages(pack: Pack) -> tuple[Slide, ...]:
    """Return the slides of a pack; one about a state is two where its text would not fit."""
    return tuple(page for slide in pack.slides for page in _divided(slide, has_warning=any(pack.warnings.values())))


def _divided(slide: Slide, *, has_warning: bool) -> tuple[Slide, ...]:
    if slide.kind is not SlideKind.COUNTRY:
        return (slide,)
    strip, first, *others = slide.blocks
    space = _SPACE - _STRIP - (_WARNING if has_warning else 0)
    columns = ((first,), tuple(others))
    if all(_height(blocks, width) <= space for blocks, width in zip(columns, _COLUMNS, strict=True)):
        return (slide,)
    parts: tuple[tuple[Block, ...], ...] = ((strip, first), tuple(others))
    return tuple(
        replace(slide, title=f"{slide.title} ({n}/{len(parts)})", blocks=blocks)
        for n, blocks in enumerate(parts, start=1)
    )


def _height(blocks: Iterable[Block], width: float) -> float:
    return sum(_HEADING + _block_height(block, width) for block in blocks)


def _block_height(block: Block, width: float) -> float:
    inner = width - _INDENT
    if isinstance(block, Points):
        texts = ((f"{p.about}: {p.text}" if p.about else p.text, p.source) for p in block.points)
        if not block.points:
            return fit.text_lines(block.empty, width) * fit.BODY * fit.LINE
    elif isinstance(block, Quotes):
        texts = ((quote.text, quote.body) for quote in block.quotes)
    else:
        return 0
    return sum(
        _text_height(text, inner, fit.BODY) + _text_height(source, inner, fit.SMALL) + fit.GAP for text, source in texts
    )


def _text_height(text: str, width: float, size: float) -> float:
    return fit.text_lines(text, width, size) * size * fit.LINE


def with_soft_hyphens(text: str) -> str:
    """Return a text in which long words can be broken between syllables, for narrow columns."""
    return _LONG_WORD.sub(lambda word: _SYLLABLE.sub("\u00ad", word.group()), text)
