"""Marks messages of the code for translation: `make words` collects what is in these calls."""


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for "extract me")
    """Mark a message for extraction into the catalogues; return it unchanged."""
    return message


def plural(one: str, many: str) -> tuple[str, str]:
    """Mark a message and its plural for extraction into the catalogues; return both unchanged."""
    return one, many
