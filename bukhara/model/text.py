"""Texts in several languages: those of indicators.yaml and of the store."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """The same text in several languages; one of the framework, and the title of a round, always has English."""

    by_language: tuple[tuple[str, str], ...] = ()

    def in_(self, language: str) -> str:
        """Return the text in `language`, or in English if there is no such translation."""
        texts = dict(self.by_language)
        return texts.get(language) or texts.get("en", "")

    @classmethod
    def of(cls, english: str, **translations: str) -> "Text":
        """Return a text with its translations by language, for example `Text.of("Round", ru="Раунд")`."""
        return cls((("en", english), *((language, text) for language, text in translations.items() if text)))
