"""Texts of a checked document as the model's Text."""

from __future__ import annotations

from bukhara.model.text import Text


def text(value: dict[str, str]) -> Text:
    """Return the text of every language in the order of the file."""
    return Text(tuple((language, " ".join(words.split())) for language, words in value.items()))


def optional_text(value: dict[str, str] | None) -> Text | None:
    """Return the text, or None where the file has none."""
    return None if value is None else text(value)
