"""Places where long words can be broken between syllables, for narrow columns."""

import re

_LONG_WORD = re.compile(r"\w{10,}")
_SYLLABLE = re.compile(r"(?<=\w{3}[aeiouyаеёиоуыэюя])(?=[^\Waeiouyаеёиоуыэюя][aeiouyаеёиоуыэюя]\w)")


def with_soft_hyphens(text: str) -> str:
    """Return a text in which long words can be broken between syllables, for narrow columns."""
    return _LONG_WORD.sub(lambda word: _SYLLABLE.sub("\u00ad", word.group()), text)
