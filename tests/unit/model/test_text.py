"""Translations in one cell: one without a mark, further ones with the code of their language."""

import pytest

from bukhara.model.text import NO_TEXT, Text


@pytest.mark.parametrize(
    ("cell", "original", "read"),
    [
        ("Принято.", "en", {"ru": "Принято."}),
        ("Adopted.\non 3 May", "ru", {"en": "Adopted.\non 3 May"}),
        ("Adopted.", "kk", {"en": "Adopted."}),
        ("Принято.", "kk", {"ru": "Принято."}),
        (
            "Принято.\n[kk] Қабылданды.\n[uz] Qabul qilindi.",
            "en",
            {"ru": "Принято.", "kk": "Қабылданды.", "uz": "Qabul qilindi."},
        ),
        ("Adopted.\n[ru] Принято.", "kk", {"en": "Adopted.", "ru": "Принято."}),
        ("[kk] Қабылданды.", "ru", {"kk": "Қабылданды."}),
        ("See [1] and [kk] there.", "ru", {"en": "See [1] and [kk] there."}),
        ("", "en", {}),
    ],
)
def test_a_cell_holds_translations_and_is_read_back(cell, original, read) -> None:
    text = Text.translated(cell, original)
    assert dict(text.by_language) == read
    assert (str(text), bool(text)) == (cell, bool(cell))


def test_a_reader_gets_a_translation_into_the_own_language_else_the_original() -> None:
    text = Text.translated("Принято.\n[kk] Қабылданды.", "en")
    assert [text.beside("Adopted.", "en", language) for language in ("en", "ru", "kk", "tg")] == [
        ("Adopted.", "en"),
        ("Принято.", "ru"),
        ("Қабылданды.", "kk"),
        ("Adopted.", "en"),
    ]
    assert NO_TEXT.beside("Adopted.", "en", "ru") == ("Adopted.", "en")
