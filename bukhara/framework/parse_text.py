"""The conversion of texts of a checked document to the model."""

from bukhara.model.text import Text


def text(value: dict[str, str]) -> Text:
    """Return a text with its languages in the order of the file and each run of white space as one space."""
    return Text(tuple((language, " ".join(words.split())) for language, words in value.items()))


def optional_text(value: dict[str, str] | None) -> Text | None:
    """Return a text, or None if the file does not have it."""
    return None if value is None else text(value)
