"""Languages: messages from the gettext catalogues, formats of numbers and dates from CLDR.

The English texts in the code are the message ids.
"""

import gettext
import io
import re
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache

from babel.dates import format_date
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_compact_decimal, format_decimal, get_decimal_symbol, get_group_symbol

from bukhara.i18n.languages import catalogue_of
from bukhara.i18n.readers import is_shown
from bukhara.model import partial_date
from bukhara.model.languages import PSEUDO, language_of
from bukhara.model.messages import N_
from bukhara.model.text import Text
from bukhara.root import ROOT
from bukhara.wing import wings

_SINCE = (N_("since {year}"), N_("since {month}"), N_("since {day}"))
_BY = (N_("by {year}"), N_("by {month}"), N_("by {day}"))
_UNTIL = (N_("until the end of {year}"), N_("until the end of {month}"), N_("until {day}"))
_A_WORD = re.compile(r"[A-Za-z](?![^{]*\})")
"""A letter of a message outside of its places: one without has no language."""
_PART = re.compile(r"(\{[^}]*\})|[^{]+")
_ACCENTS = str.maketrans("aceinosuyACEINOSUY", "àçéîñöšûýÀÇÉÎÑÖŠÛÝ")


class Foreign(str):
    """A text that is not translated into the language of the page: `lang` is the one that it is in."""

    lang: str

    def __new__(cls, text: str, lang: str = "en") -> "Foreign":
        """Return `text` as one in the language `lang`."""
        made = super().__new__(cls, text)
        made.lang = lang
        return made


class Words:
    """The sentences and formats of one language: `words("...", n=3)` returns the translated and filled sentence.

    A language without a catalogue gives English; a message that one lacks is that of the language it falls back to.
    """

    def __init__(self, language: str) -> None:
        self.language, self.row = language, language_of(language)
        self._catalogue, self._record = _catalogue(language)[0], _record_texts(language)

    def __call__(self, message: str, **values: object) -> str:
        """Return `message` in this language, with each `{name}` filled from `values`."""
        text = self._catalogue.gettext(message)
        filled = self._pseudo_localised(text).format(**values) if values else self._pseudo_localised(text)
        return filled if self.row.is_public or not _A_WORD.search(message) else self._marked(filled, message)

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """Return the plural form for `n` by the rules of the language, with `{n}` filled as a number."""
        text = self._pseudo_localised(self._catalogue.ngettext(one, many, n))
        return self._marked(text.format(n=self.number(n), **values), one)

    def of_record(self, text: str) -> str:
        """Return a text of the shipped record in this language; empty if it is not in the catalogue of the record."""
        return self._record.get(text, "")

    def text(self, text: Text) -> str:
        """Return a text of the framework in this language; one that the framework lacks may be in record.po."""
        if self.row.is_public or self.language in dict(text.by_language):
            return text.in_(self.language)
        lang = self.row.fallback if self.row.fallback in dict(text.by_language) else "en"
        return self._record.get(text.in_("en"), "") or Foreign(text.in_(self.language), lang)

    def number(self, value: float) -> str:
        """Return a number in the format of this language, with at most two decimals: "0.56", "2.8 million"."""
        # a whole number below 1,000 has the same digits in every language, and most numbers are such
        return str(int(value)) if 0 <= value < 1000 and value == int(value) else _number(value, self.locale)

    def month_of(self, day: date) -> str:
        """Return the month of a day in the format of this language."""
        return format_date(day, self.row.month, locale=self.locale)

    def date(self, day: date) -> str:
        """Return a date in the format of this language: with the month in words, or in figures."""
        return _day(day, self.row.day, self.locale)

    def partial_date(self, text: str) -> str:
        """Return `2014`, `2023-07` or `2016-10-15` in the format of this language; empty stays empty.

        `/2014` is "by 2014".
        """
        if partial_date.is_by(text):
            return self._bound(_BY, self.bounding_date, partial_date.named_date(text))
        if not text or len(text) == 4:
            return text
        day = partial_date.first_day(text)
        return self.month_of(day) if len(text) == 7 else self.date(day)

    def since(self, text: str) -> str:
        """Return "since 2014", or "by 2014" if the date is the latest possible one."""
        return self.partial_date(text) if partial_date.is_by(text) else self._bound(_SINCE, self.bounding_date, text)

    def until(self, text: str) -> str:
        """Return "until the end of 2023" for a year or a month, "until 30 June 2023" for a day."""
        return self._bound(_UNTIL, self.partial_date, text)

    def _bound(self, messages: tuple[str, ...], written: Callable[[str], str], text: str) -> str:
        """Return the message for a year, a month or a day: languages with cases have an ending for each."""
        shape = (len(text) - len("2023")) // len("-07")
        return self(messages[shape], **{("year", "month", "day")[shape]: written(text)})

    def span(self, since: str, until: str) -> str:
        """Return since when and until when, either of which may be empty: "2021–2023", "until the end of 2023"."""
        if since and until:
            return self.date_range(since, until)
        return self.until(until) if until else self.since(since)

    def bounding_date(self, text: str) -> str:
        """Return a partial date as it follows "since" or "until": Russian has the month in the genitive there."""
        if len(text) != 7:
            return self.partial_date(text)
        return format_date(partial_date.first_day(text), self.row.month.replace("LLLL", "MMMM"), locale=self.locale)

    def date_range(self, since: str, until: str) -> str:
        """Return the range between two partial dates; whole calendar years are shortened to `2019–2021`."""
        first, last = since.removesuffix("-01-01"), until.removesuffix("-12-31")
        if len(first) == len(last) == 4:
            return first if first == last else f"{first}–{last}"
        return f"{self.partial_date(since)}\u00a0– {self.partial_date(until)}"

    @property
    def separators(self) -> str:
        """The decimal separator followed by the group separator, as plotly expects them."""
        return get_decimal_symbol(self.locale) + get_group_symbol(self.locale)

    @property
    def locale(self) -> str:
        """The CLDR locale of this language."""
        return self.row.tag.replace("-", "_")

    def _marked(self, text: str, message: str) -> str:
        """Return a text with the language that its message is in, where that is not the one of the page."""
        lang = self.language
        while not self.row.is_public and message not in _catalogue(lang)[1] and (before := language_of(lang).fallback):
            lang = before
        return text if lang == self.language else Foreign(text, lang)

    def _pseudo_localised(self, text: str) -> str:
        if self.language != PSEUDO:
            return text
        return _PART.sub(lambda part: part[1] or part[0].translate(_ACCENTS), text)


@lru_cache(20_000)
def _number(value: float, locale: str) -> str:
    if value >= 1_000_000 and not value % 100_000:
        return format_compact_decimal(value, format_type="long", locale=locale, fraction_digits=1)
    return format_decimal(value, "#,##0.##", locale=locale)


@lru_cache(20_000)
def _day(day: date, pattern: str, locale: str) -> str:
    return format_date(day, pattern, locale=locale)


@cache
def _catalogue(language: str) -> tuple[gettext.NullTranslations, frozenset[str]]:
    """Return the messages of a language, behind which are those of its fallback, and which of them are its own."""
    path, row = catalogue_of(language), language_of(language)
    if not path.exists():
        return gettext.NullTranslations(), frozenset()
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    for name in wings():
        if (own := ROOT / "wings" / name / f"{language}.po").exists():
            with own.open("rb") as file:
                for message in read_po(file, locale=language):
                    catalogue[message.id] = message
    catalogue.mime_headers = [("Plural-Forms", row.plural)]
    shown = set()
    for message in (each for each in catalogue if each.id):
        english, *forms = as_texts(message)
        if all(forms) and not message.fuzzy and is_shown(language, english, "\n".join(forms)):
            shown.add(english)
        else:
            message.string = ""
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    found = gettext.GNUTranslations(compiled)
    found.add_fallback(_catalogue(row.fallback)[0])
    return found, frozenset(shown)


def as_texts(message: Message) -> tuple[str, ...]:
    """Return the English of a message, the singular of one with forms, and its translation or each form of it."""
    english = message.id if isinstance(message.id, str) else message.id[0]
    return (english, message.string or "") if isinstance(message.string, str | None) else (english, *message.string)


@cache
def _record_texts(language: str) -> dict[str, str]:
    path = catalogue_of(language, "record")
    if not path.exists():
        return {}
    with path.open("rb") as file:
        texts = {str(each.id): str(each.string) for each in read_po(file, locale=language) if each.id and each.string}
    return {english: own for english, own in texts.items() if is_shown(language, english, own)}


@cache
def words_of(language: str) -> Words:
    """Return the cached `Words` of a language."""
    return Words(language)
