"""Numbers that an address or a form sends."""


def whole_number(text: str | None, digits: int = 8) -> int | None:
    """Return the number that `text` writes in at most so many digits, else None."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= digits else None
