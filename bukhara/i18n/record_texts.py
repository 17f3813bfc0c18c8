"""Russian for English texts of the shipped record: notes, next steps and titles of sources.

The translations are in the catalogue `record.po`. A note is translated sentence by sentence, because rows share
sentences. A text of which one sentence is not listed is shown as it was written.
"""

import re
from collections.abc import Iterable, Mapping

from bukhara.i18n.words import Words
from bukhara.model.source import Source

_NO_NUMBERS: Mapping[str, str] = {}
_BETWEEN_SENTENCES = re.compile(r"(?<=[A-Za-z0-9)”]{2}\.) (?=[A-Z0-9]|line )")


def translated(text: str, words: Words) -> str:
    """Return a text of the record in the language of the reader; empty if it is not translated."""
    if not text:
        return ""
    sentences = [words.of_record(each) for each in _BETWEEN_SENTENCES.split(text)]
    # a name of a document has a full stop inside: it is listed as a whole
    return " ".join(sentences) if all(sentences) else words.of_record(text)


def titles(sources: Iterable[Source], words: Words, numbers: Mapping[str, str] = _NO_NUMBERS) -> str:
    """Return the titles of the sources, each once, with semicolons; one mark for the list if some are translated.

    A title in `numbers` has its number before it.
    """
    listed = tuple(sources)
    once = dict.fromkeys(plain_title(source, words) for source in listed)
    found = "; ".join(f"{numbers[title]} {title}" if title in numbers else title for title in once)
    is_translated = any(_is_translated(source, words) for source in listed)
    mark = words("titles translated") if len(once) > 1 else words("translation")
    return f"{found} ({mark})" if is_translated else found


def plain_title(source: Source, words: Words) -> str:
    """Return the title of a source without a mark: for headings, lists of choices and the search.

    One without a title, because it is not public, is named by its body and day.
    """
    if not source.title:
        body = source.title_translation.in_(words.language) or translated(source.body, words) or source.body
        return ", ".join(filter(None, (body, words.date(source.date))))
    own, _ = source.title_translation.beside("", source.language, words.language)
    return own or translated(source.title, words) or source.title


def _is_translated(source: Source, words: Words) -> bool:
    # of a source in the reader's own language the English title is the translation
    return bool(source.title) and words.language != source.language and plain_title(source, words) != source.title
