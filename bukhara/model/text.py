"""Texts in several languages: those of indicators.yaml, of the store and of workbooks."""

import re
from dataclasses import dataclass
from datetime import date

from bukhara.model.languages import language_of

_MARK = re.compile(r"(?:^|\n)\[([a-z]{2,3})\] ")
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Text:
    """The same text in several languages; one of the framework, and the title of a round, always has English."""

    by_language: tuple[tuple[str, str], ...] = ()

    def in_(self, language: str) -> str:
        """Return the text in `language`, else in that which the language falls back to, else in English."""
        texts = dict(self.by_language)
        return texts.get(language) or texts.get(language_of(language).fallback) or texts.get("en", "")

    @classmethod
    def of(cls, english: str, **translations: str) -> "Text":
        """Return a text with its translations by language, for example `Text.of("Round", ru="Раунд")`."""
        return cls((("en", english), *((language, text) for language, text in translations.items() if text)))

    @classmethod
    def translated(cls, cell: str, original: str) -> "Text":
        r"""Return the translations of a text in the language `original`, as one cell holds them.

        "[kk] " begins one in Kazakh. The one without a mark is in Russian if the original is in English, in English if
        it is in Russian, and otherwise in the one of them whose letters it has.

        Example: `Text.translated("Принято.\n[kk] Қабылданды.", "en")` has the languages ru and kk.
        """
        unmarked, *marked = _MARK.split(cell)
        is_russian = original == "en" or (original != "ru" and _CYRILLIC.search(unmarked))
        texts = [("ru" if is_russian else "en", unmarked), *zip(marked[::2], marked[1::2], strict=True)]
        return cls(tuple(sorted((language, text) for language, text in dict(texts).items() if text)))

    def beside(self, original: str, lang: str, language: str) -> tuple[str, str]:
        """Return the translation into `language` of a text in the language `lang`, else the text; with its language."""
        found = "" if language == lang else dict(self.by_language).get(language)
        return (found, language) if found else (original, lang)

    def __str__(self) -> str:
        """Return the texts as one cell holds them: English or Russian without a mark, then all others."""
        texts = dict(self.by_language)
        unmarked = texts.pop("en", "") or texts.pop("ru", "")
        return "\n".join((*filter(None, (unmarked,)), *(f"[{language}] {text}" for language, text in texts.items())))

    def __bool__(self) -> bool:
        """Return whether there is a text in any language."""
        return bool(self.by_language)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierName:
    """A name that an institution had up to a day."""

    name: Text
    until: date


NO_TEXT = Text()
"""No text in any language."""
