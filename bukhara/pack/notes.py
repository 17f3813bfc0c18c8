"""The speaker's notes of a slide as headings with lines, for every format that has notes."""

from bukhara.i18n.words import words_of
from bukhara.pack.slides import Quote, Slide


def quote_text(quote: Quote) -> str:
    """Return a quote with its body and place in one line."""
    return f"“{quote.text}” — {'; '.join(part for part in (quote.body, quote.place) if part)}"


def note_sections(slide: Slide) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the notes of a slide: what to say, quotes, cautions and sources, each under its heading."""
    words = words_of(slide.language)
    found = (
        (words("To say"), slide.notes.say),
        (words("Please note"), slide.notes.cautions),
        (words("In the words of the sources"), tuple(map(quote_text, slide.notes.quotes))),
        (words("Sources"), slide.sources),
    )
    return tuple((heading, lines) for heading, lines in found if lines)


def notes_text(slide: Slide) -> str:
    """Return the notes of a slide as plain text."""
    return "\n\n".join("\n".join((heading, *lines)) for heading, lines in note_sections(slide))


def source_line(slide: Slide) -> str:
    """Return the first source of a slide, and how many more are in its notes."""
    more = len(slide.sources) - 1
    rest = words_of(slide.language).plural("({n} more source in the notes)", "({n} more sources in the notes)", more)
    return f"{slide.sources[0]} {rest}" if more else slide.sources[0]
