"""The languages that have a catalogue; a further one is a row of bukhara/model/languages.py with a catalogue."""

from pathlib import Path

from bukhara.model.languages import LANGUAGES, PSEUDO

LOCALE_DIR = Path(__file__).parent.parent / "locale"


def catalogue_of(language: str, name: str = "bukhara") -> Path:
    """Return where a catalogue of a language is: of the program, or of the texts of the record."""
    return LOCALE_DIR / language / "LC_MESSAGES" / f"{name}.po"


def translated_languages() -> tuple[str, ...]:
    """Return English and each language with a catalogue, in the order of the table."""
    return tuple(each for each in LANGUAGES if each == "en" or catalogue_of(each).exists())


def known_languages() -> tuple[str, ...]:
    """Return every language that can be asked for: those with a catalogue, and English with accents."""
    return (*translated_languages(), PSEUDO)
