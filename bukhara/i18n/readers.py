"""Who has read the texts of a language: a list beside its catalogue, which only the workbooks of readers fill.

A text is known by a fingerprint of its English and its translation: where either changes, it is a draft again.
"""

import csv
import hashlib
from dataclasses import dataclass
from functools import cache

from bukhara.i18n import languages
from bukhara.i18n.languages import translated_languages
from bukhara.model.languages import language_of

READ, SIGNED = "read", "signed"
WHOLE = "whole"
"""In place of a fingerprint: an institution has signed every text that was there, and the language became public."""


@dataclass(frozen=True, slots=True)
class Reading:
    """That a text was read by somebody in a role, or signed by an institution, and on which day."""

    state: str
    by: str
    day: str


def fingerprint(english: str, own: str) -> str:
    """Return what a text and its translation are known by."""
    return hashlib.sha256(f"{english}\0{own}".encode()).hexdigest()[:16]


@cache
def readings(language: str) -> dict[str, Reading]:
    """Return who has read each text of a language, by its fingerprint; a text that is not in it is a draft."""
    path = languages.LOCALE_DIR / language / "readers.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {key: Reading(state, by, day) for key, state, by, day in csv.reader(file)}


def is_public(language: str) -> bool:
    """Return whether readers without an account may see a language: it needs no signature, or has that of the whole."""
    return language_of(language).is_public or WHOLE in readings(language)


def public_languages() -> tuple[str, ...]:
    """Return the languages with a catalogue that are public, in which the program itself writes into the record."""
    return tuple(filter(is_public, translated_languages()))


def is_shown(language: str, english: str, own: str) -> bool:
    """Return whether a translation is shown: drafts are where the whole language is one, else signed texts alone."""
    if language_of(language).is_public or not is_public(language):
        return True
    found = readings(language).get(fingerprint(english, own))
    return found is not None and found.state == SIGNED
