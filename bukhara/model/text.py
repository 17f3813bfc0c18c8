"""A text in several languages, as indicators.yaml holds it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence in each language the framework knows; English is always there."""

    by_language: tuple[tuple[str, str], ...]

    def in_(self, language: str) -> str:
        """Return the text in `language`, else in English."""
        texts = dict(self.by_language)
        return texts.get(language) or texts["en"]
