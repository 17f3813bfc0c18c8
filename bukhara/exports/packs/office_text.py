"""Text as the XML of office files can hold it."""

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """Return a text without control characters and halves of characters, which no office file can hold."""
    return _FORBIDDEN.sub("", text)
