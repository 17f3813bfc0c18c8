"""The speaker's notes of a slide as headings with lines, for every format that has notes."""

from collections.abc import Iterable
from dataclasses import replace

from bukhara.charts import fit
from bukhara.i18n.words import words_of
from bukhara.pack.figures import labels_of_states
from bukhara.pack.slides import ANNEX, Plots, Quote, Slide

SOURCE_LETTERS = 11.0
"""The size of the letters of the line with the source."""
_HEADINGS = 15
"""So many words the headings of notes have."""


def quote_lines(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """Return a line for each quote with its body and place.

    The title of a source is in the first line of those that follow each other.
    """
    lines, title = [], ""
    for quote in quotes:
        place = ", ".join(part for part in (quote.title if quote.title != title else "", quote.place) if part)
        lines.append(f"“{quote.text}” — {'; '.join(part for part in (quote.body, place) if part)}")
        title = quote.title
    return tuple(lines)


def quote_sections(slide: Slide) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the quotes of a slide as a heading with lines."""
    quotes = slide.notes.quotes
    return ((words_of(slide.language)("In the words of the sources"), quote_lines(quotes)),) if quotes else ()


def note_sections(slide: Slide) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the notes of a slide: what to say, cautions, what no chart shows, quotes and sources, under headings.

    The notes of a slide of the talk are short enough to be read out, but for its sources; they have as many quotes as
    then have space.
    """
    words = words_of(slide.language)
    not_drawn = tuple(line for block in slide.blocks if isinstance(block, Plots) for line in labels_of_states(block))
    found = (
        (words("To say"), slide.notes.say),
        (words("Please note"), slide.notes.cautions),
        (words("Not shown in the charts"), not_drawn),
        *quote_sections(slide if slide.kind in ANNEX else _with_few_quotes(slide)),
        (words("Sources"), slide.sources),
    )
    return tuple((heading, lines) for heading, lines in found if lines)


def _with_few_quotes(slide: Slide) -> Slide:
    used = sum(len(line.split()) for line in (*slide.notes.say, *slide.notes.cautions))
    kept: list[Quote] = []
    for quote, line in zip(slide.notes.quotes, quote_lines(slide.notes.quotes), strict=True):
        used += len(line.split())
        if used > fit.MOST_IN_NOTES - _HEADINGS:
            break
        kept.append(quote)
    return replace(slide, notes=replace(slide.notes, quotes=tuple(kept)))


def notes_text(slide: Slide) -> str:
    """Return the notes of a slide as plain text."""
    return "\n\n".join("\n".join((heading, *lines)) for heading, lines in note_sections(slide))


def source_line(slide: Slide) -> str:
    """Return the first source of a slide with as many places as fit on the line, and how many more are in its notes."""
    words, more = words_of(slide.language), len(slide.sources) - 1
    rest = words.plural("({n} more source in the notes)", "({n} more sources in the notes)", more) if more else ""
    parts, others = slide.sources[0].split(", "), rest or words("(all places in the notes)")
    cut = [f"{', '.join(parts[:n])}, … {others}" for n in range(len(parts) - 1, 0, -1)]
    lines = [f"{slide.sources[0]} {rest}".rstrip(), *cut]
    return next((line for line in lines if fit.text_lines(line, fit.WIDTH, SOURCE_LETTERS) == 1), lines[0])
