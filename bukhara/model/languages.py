"""The languages of readers, one row each: all that the program knows of a language beside its catalogue."""

from dataclasses import dataclass
from typing import Any

from bukhara.model.messages import N_

_FIRST: Any = {"day": "d MMMM y", "month": "LLLL y", "is_public": True}
_THREE_FORMS = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"


@dataclass(frozen=True, slots=True)
class Language:
    """A language of readers: `tag` names it for browsers and office programs, `letters` are those of its alphabet.

    `plural` is the rule of gettext, written here because that of CLDR changes with its edition. `day` and `month` are
    patterns of CLDR; officials of the region write dates in figures. A text that is missing is shown in `fallback`.
    `in_both_scripts` says that people also write it in the other script, `is_public` that it is shown without a
    signature; any other needs that of an institution (bukhara/i18n/readers.py).
    """

    code: str
    name: str
    own_name: str
    tag: str
    letters: str
    fallback: str = "ru"
    plural: str = "nplurals=2; plural=(n != 1);"
    day: str = "dd.MM.y"
    month: str = "MM.y"
    in_both_scripts: bool = False
    is_public: bool = False

    @property
    def is_cyrillic(self) -> bool:
        """Whether we write it in Cyrillic letters; Latin ones otherwise."""
        return "я" in self.letters


_ROWS = (
    Language("en", N_("English"), "English", "en-GB", "abcdefghijklmnopqrstuvwxyz", "", **_FIRST),
    Language(
        *("ru", N_("Russian"), "Русский", "ru-RU", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "en", _THREE_FORMS),
        **_FIRST,
    ),
    Language(
        *("kk", N_("Kazakh"), "Қазақша", "kk-KZ", "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"), in_both_scripts=True
    ),
    Language("ky", N_("Kyrgyz"), "Кыргызча", "ky-KG", "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"),
    Language(
        *("tg", N_("Tajik"), "Тоҷикӣ", "tg-Cyrl-TJ", "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя"),
        plural="nplurals=2; plural=(n > 1);",
    ),
    Language("tk", N_("Turkmen"), "Türkmençe", "tk-TM", "abçdeäfghijžklmnňoöprsştuüwyýz"),
    Language("uz", N_("Uzbek"), "Oʻzbekcha", "uz-Latn-UZ", "abcdefghijklmnopqrstuvxyzʻʼ", in_both_scripts=True),
)
LANGUAGES = {each.code: each for each in _ROWS}
"""Every language by its code, English first: it is the language of the messages and of the quotes."""
PSEUDO = "en_XA"
"""English with accents, which shows what is not translated."""
ORIGINALS = {**{each.code: each.name for each in _ROWS}, "de": N_("German")}
"""The languages that a source may be in, with their names."""


def language_of(code: str) -> Language:
    """Return the row of a language; that of English for the pseudo language and for one that is not known."""
    return LANGUAGES.get(code, LANGUAGES["en"])
