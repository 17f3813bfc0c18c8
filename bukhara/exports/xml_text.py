"""Text as XML can hold it, in office files."""

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    """Return a text without control characters and halves of characters, which XML cannot hold."""
    return _FORBIDDEN.sub("", text)
