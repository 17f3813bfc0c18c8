"""Names for characters that look like others, or like nothing, in the language of the reader."""

import unicodedata

from bukhara.i18n.codes import N_
from bukhara.i18n.words import Words

_NAMES = {
    0x00A0: N_("no-break space"),
    0x00AD: N_("soft hyphen"),
    0x2007: N_("no-break space"),
    0x2009: N_("narrow space"),
    0x200B: N_("space without width"),
    0x200E: N_("mark of direction"),
    0x200F: N_("mark of direction"),
    0x2010: N_("another hyphen"),
    0x2011: N_("no-break hyphen"),
    0x2012: N_("dash"),
    0x2013: N_("dash"),
    0x2014: N_("dash"),
    0x2015: N_("dash"),
    0x202F: N_("narrow no-break space"),
    0x2212: N_("minus sign"),
    0xFEFF: N_("space without width"),
}
_SCRIPTS = {"CYRILLIC": N_("Cyrillic “{letter}”"), "GREEK": N_("Greek “{letter}”")}
_MOST = 12


def with_names(text: str, words: Words) -> str:
    """Return a text with every dash and odd space named in brackets behind a word: `BD[dash]8b`."""
    if text.isascii() or not any(map(str.isalnum, text)):
        return text
    return "".join(f"[{words(_NAMES[ord(each)])}]" if ord(each) in _NAMES else each for each in text)


def strange_letters(text: str, words: Words) -> str:
    """Return the characters of a text that are not ASCII, each once and by name."""
    found = dict.fromkeys(each for each in text if not each.isascii())
    return ", ".join(_named(each, words) for each in list(found)[:_MOST])


def _named(letter: str, words: Words) -> str:
    name = unicodedata.name(letter, "")
    script = next((text for script, text in _SCRIPTS.items() if name.startswith(script)), None)
    if ord(letter) in _NAMES:
        return words(_NAMES[ord(letter)])
    return words(script, letter=letter) if script else f"“{letter}” (U+{ord(letter):04X} {name})".replace(" )", ")")
