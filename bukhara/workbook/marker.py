"""Marks texts for the message catalogue where they are data; it translates nothing."""


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Return `message` as it is."""
    return message
