"""Letters and spaces as people type them: invisible characters, look-alikes, spellings that do not matter in codes."""

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = dict.fromkeys(
    (
        *map(ord, "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *(code for code in range(0xA0) if unicodedata.category(chr(code)) == "Cc" and chr(code) not in "\t\n\r"),
        0xFFFE,
        0xFFFF,
    )
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# a hyphen, and every dash that is taken for one
_BETWEEN = re.compile("[\\s_\u2010-\u2015\u2212\ufe58\ufe63-]+")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# only what is the same character in another width; a raised or circled digit is not the digit
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x2019: 0x27, 0x02BC: 0x27}
_SAME = str.maketrans("ёʻ‘`´", "е''''")
_ALIKE = str.maketrans(
    "АВЕКМНОРСТУХЅІЈԚԜаеорсухѕіјԛԝкмтнвΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεικνορτυχıİєѵᴀᴇᴏ",
    "ABEKMHOPCTYXSIJQWaeopcyxsijqwkmtBHABEZHIKMNOPTYXaeikvoptuxiIevAEO",
)


def tidy(text: str) -> str:
    """Return `text` in NFC, without invisible characters, Excel's escaped line ends and outer spaces."""
    if "_x000D_" in text or "\r" in text:
        text = text.replace("_x000D_\n", "\n").replace("_x000D_", "\n").replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii() or _CONTROL.search(text):
        text = composed(text.translate(_INVISIBLE))
    return text.strip()


def composed(text: str) -> str:
    """Return a text with each letter and its mark as one character, as it is compared (NFC); it looks the same."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def narrow(text: str) -> str:
    """Return `text` with ordinary spaces and characters of ordinary width."""
    return text if text.isascii() else _SPACES.sub(" ", text).translate(_WIDE)


def folded(text: str) -> str:
    """Return `text` as codes are compared: width, case, spaces and hyphens do not matter."""
    plain = composed(narrow(tidy(text))).casefold()
    return _BETWEEN.sub("_", plain)


def matched(text: str) -> str:
    """Return a text as words for codes are compared: as codes are, ё is е, and every apostrophe the same."""
    return folded(text).translate(_SAME)


@lru_cache(4096)
def skeleton(text: str) -> str:
    """Return the appearance of a text: two texts with one skeleton are easily confused."""
    return folded(unicodedata.normalize("NFKC", text).translate(_ALIKE))
