"""The slides of a pack as sections of a text: slides of one subject become one section."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from bukhara.i18n.locators import locator_text
from bukhara.i18n.words import words_of
from bukhara.pack.slides import ANNEX, IN_FULL, Block, Notes, Plots, Points, Quote, Slide, SlideKind, without_number
from bukhara.pack.tables import DARK_EDGE, ORANGE_EDGE, SlideChanges, SlideMatrix, TextTable

T = TypeVar("T")
_PLACES = re.compile(r"(.+), \w+\u00a0(\d[\d, ]*)")
"""A line with a source and its lines in it, as `Material.sources` writes it."""


def sections(slides: Iterable[Slide], language: str) -> tuple[Slide, ...]:
    """Return one slide for each subject, as long as it needs to be, in one language."""
    by_subject: dict[str, list[Slide]] = {}
    for slide in slides:
        if slide.language == language:
            by_subject.setdefault(slide.subject, []).append(slide)
    joined = {subject: _without_repeats(_joined(group)) for subject, group in by_subject.items()}
    return tuple(_quoted_once(_in_full(joined)))


def _quoted_once(found: Iterable[Slide]) -> Iterator[Slide]:
    """Yield the sections; a quote is in the notes of the first section alone, because all of them are at the end."""
    quoted: set[Quote] = set()
    for section in found:
        new = tuple(quote for quote in section.notes.quotes if quote not in quoted)
        quoted.update(new)
        yield replace(section, notes=replace(section.notes, quotes=new))


def _in_full(joined: dict[str, Slide]) -> Iterable[Slide]:
    """Yield the sections, with what the annex has in full in the place of its summary."""
    in_full = {s.subject: s.subject.replace(s.kind, IN_FULL[s.kind], 1) for s in joined.values() if s.kind in IN_FULL}
    placed = {full for full in in_full.values() if full in joined}
    for subject, section in joined.items():
        full = joined.get(in_full.get(subject, ""))
        if full:
            both = (full.notes, section.notes)
            label = section.label if section.is_own else full.label or section.label
            cautions = tuple(each for each in _once(notes.cautions for notes in both[::-1]) if each != label)
            notes = Notes(full.notes.say, _once(notes.quotes for notes in both), cautions)
            yield replace(full, title=section.title, about=section.about, kind=section.kind, notes=notes, label=label)
        elif subject not in placed:
            yield section


def heading_of(section: Slide) -> str:
    """Return the heading of a section: its subject; its title is a message and follows. The annex has titles only."""
    return section.about if section.about and section.kind not in ANNEX else section.title


def summary(found: Iterable[Slide], language: str) -> tuple[str, ...]:
    """Return a heading and the messages of the sections in a language: together they sum up the document."""
    words = words_of(language)
    own = (section for section in found if section.language == language)
    return (words("Summary"), *(f"{section.title}." for section in own if section.title != heading_of(section)))


def _without_repeats(section: Slide) -> Slide:
    """Return a section without what it says twice, and without what is said of the edges of cells on slides."""
    if section.kind is SlideKind.SOURCES:
        return replace(section, sources=())
    if section.kind is SlideKind.MATRIX:
        edges = tuple(map(words_of(section.language), (DARK_EDGE, ORANGE_EDGE)))
        kept = tuple(caution for caution in section.notes.cautions if caution not in edges)
        return replace(section, notes=replace(section.notes, cautions=kept))
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
        sources=_by_title(_once(slide.sources for slide in group), first.language),
        minutes=sum(slide.minutes for slide in group),
    )


def _by_title(sources: Iterable[str], language: str) -> tuple[str, ...]:
    """Return one line for each source, with all its places in the order of the source."""
    places: dict[str, set[int]] = {}
    for line in sources:
        found = _PLACES.fullmatch(line)
        numbers = map(int, found[2].split(", ")) if found else ()
        places.setdefault(found[1] if found else line, set()).update(numbers)
    return tuple(
        f"{title}, {locator_text(' | '.join(f'L{n}' for n in sorted(lines)), words_of(language))}" if lines else title
        for title, lines in places.items()
    )


def _joined_block(blocks: tuple[Block, ...]) -> Block:
    first = blocks[0]
    if isinstance(first, SlideMatrix):
        found = [block for block in blocks if isinstance(block, SlideMatrix)]
        key = _once(block.key for block in found)
        return replace(first, rows=tuple(row for block in found for row in block.rows), key=key)
    if isinstance(first, SlideChanges):
        return replace(first, rows=tuple(row for b in blocks if isinstance(b, SlideChanges) for row in b.rows))
    if isinstance(first, Points):
        return replace(first, points=_once(block.points for block in blocks if isinstance(block, Points)))
    if isinstance(first, TextTable):
        return replace(first, rows=tuple(row for b in blocks if isinstance(b, TextTable) for row in b.rows))
    if isinstance(first, Plots):
        return replace(first, plots=tuple(plot for b in blocks if isinstance(b, Plots) for plot in b.plots))
    return first


def _once(groups: Iterable[Iterable[T]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(each for group in groups for each in group))
