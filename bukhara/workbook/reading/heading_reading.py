"""Reads a heading by its words: it is understood when every word of it is; nothing that is left over is dropped."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from bukhara.workbook.heading_vocabulary import LABEL_HEAD, TOTAL, longest_phrase, tokens_of, vocabulary
from bukhara.workbook.reading.heading_periods import PeriodWords, dates_of, period_of

FILLER, PERIOD, LEAVE_OUT, OF_ROW_ABOVE, TERRITORY = "filler", "period", "leave", "above", "territory"
PRELIMINARY, BODY, _OFFENCE, _ABROAD, _NAMES = "preliminary", "body", "offence", "abroad", "name_of_person"
_STAGES = {
    "convicted": ("CTX-prosecuted/convicted", (set(), {"person"})),
    "prosecuted": ("CTX-prosecuted/prosecuted", (set(), {"person"})),
    "initiated": ("CTX-proceedings/initiated", ({"case"},)),
    "sent_to_court": ("CTX-proceedings/sent_to_court", (set(), {"case"})),
    "identified": ("CTX-victims/identified", ({"victim"}, {"victim", "person"})),
}
"""The measure of what was done, and with what it has to be counted: cases, persons, victims, or nothing said."""
_VICTIMS, _TRAFFICKING, _OF = "measure:CTX-victims/identified", "trafficking", ("of", "in")
_GENITIVES = ("ых", "их", "жертв", "гон")
_YEARS = range(1990, 2101)
_SYMBOL = re.compile(r"[HQNGKCFTRy?]|M\d+|[ow#]\d+")
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})")
_ADJECTIVE = re.compile(r"(?:ск|цк)(?:ая|ой|ую)$")
_RUSSIAN_REGION = frozenset({"область", "области", "обл"})
_NO_NAME = frozenset({"other", "another", "each", "every", "whole", "border", "the", "no", "non", "per", "by"})
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class HeadingReading:
    """What the words of a heading mean, and the words that are not understood; then it has to be asked about.

    `territory` is the name of a part of a country as it is printed. `abroad` says that the words name another country,
    or countries of origin and destination.
    """

    codes: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    period: PeriodWords | None = None
    territory: str = ""
    abroad: bool = False

    @property
    def clear(self) -> bool:
        """Whether all of it is understood."""
        return not self.left


@dataclass(frozen=True, slots=True)
class _Item:
    """One phrase with its meanings; of a word that is not known there are none."""

    words: str
    meanings: tuple[str, ...]


@lru_cache(4096)
def read_heading(text: str) -> HeadingReading:
    """Return what the words of a heading mean; the same phrase twice is one."""
    found = _read(text)
    if found.clear or "/" not in text:
        return found
    # the same in two languages: "Осуждено / Сотталғандар"
    both = {_read(each) for each in text.split("/")}
    same = next(iter(both))
    return same if len(both) == 1 and same.clear else found


def is_part_alone(text: str) -> bool:
    """Return whether a text says "of whom", in whatever language, and no more."""
    return vocabulary().get(tokens_of(text)) == (OF_ROW_ABOVE,)


def _read(text: str) -> HeadingReading:
    tokens = tokens_of(text)
    if {"y", LABEL_HEAD} <= {*vocabulary().get(tokens, ())}:
        return HeadingReading()  # "Years" above years
    items = list(_items(tokens))
    items, territory = _with_territory(items, text)
    signs = _signs(items)
    period = period_of(signs) if signs else None
    codes, left = _codes(items)
    if signs and period is None:
        left += (" ".join(each.words for each in items if _sign(each)),)
    if period is not None:
        codes += (PERIOD,)
    return HeadingReading(
        tuple(dict.fromkeys(codes)), left, period, territory, any(each.meanings == (_ABROAD,) for each in items)
    )


def _items(tokens: Sequence[str]) -> Iterator[_Item]:
    known, at = vocabulary(), 0
    while at < len(tokens):
        length = next(
            (n for n in range(min(longest_phrase(), len(tokens) - at), 0, -1) if tokens[at : at + n] in known), 0
        )
        phrase = tuple(tokens[at : at + (length or 1)])
        yield _Item(" ".join(phrase), known.get(phrase) or _number(phrase[0]))
        at += length or 1


def _number(token: str) -> tuple[str, ...]:
    day = _DAY.fullmatch(token)
    if day:
        return (f"D{day[3] if len(day[3]) > 2 else f'20{day[3]}'}-{day[2]:>02}-{day[1]:>02}",)
    number = token.removesuffix("°")
    if not number.isdecimal():
        return ()
    if len(number) == 4 and int(number) in _YEARS:
        return (f"Y{number}",)
    return (f"#{number}" if number == token else f"o{number}",)


def _sign(item: _Item) -> str:
    """Return the symbol of a word of a period, `-` for a dash, else an empty text."""
    first = item.meanings[0] if item.meanings else item.words if item.words == "-" else ""
    return first if first[:1] in ("Y", "D", "-") or _SYMBOL.fullmatch(first) else ""


def _signs(items: Sequence[_Item]) -> list[str]:
    """Return the symbols of a period in a heading; "year" beside a year and dashes beside other words are left out."""
    found = [_sign(each) for each in items if each.meanings[:1] not in ((FILLER,), (_OFFENCE,))]
    found = [each for n, each in enumerate(found) if not (each == "-" and found[n + 1 : n + 2] == ["y"])]
    # "ж" is a year beside one, and women elsewhere
    found = [
        each
        for n, each in enumerate(found)
        if each != "y" or not any(beside[:1] in ("Y", "D") for beside in found[max(n - 1, 0) : n + 2] if beside)
    ]
    kept = [
        sign
        for n, sign in enumerate(found)
        if sign and (sign != "-" or (0 < n < len(found) - 1 and found[n - 1] and found[n + 1]))
    ]
    return kept if any(sign != "-" for sign in kept) else []


def _codes(items: Sequence[_Item]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the meanings of the words that are not of a period, and what is left over or contradicts itself."""
    left = [each.words for each in items if not each.meanings and each.words not in ("-", ",", ";")]
    left += [each.words for each in items if each.meanings in ((_ABROAD,), (_NAMES,))]
    meanings = [code for each in items for code in each.meanings if not _sign(each)]
    measures = _measures(meanings)
    left += [each.words for each in items if measures is None and _is_of_measure(each)]
    codes = [
        *(measures or ()),
        *(code for code in meanings if ":" in code and not code.startswith(("stage", "object"))),
    ]
    codes += [code for code in (TOTAL, LEAVE_OUT, PRELIMINARY, TERRITORY, BODY) if code in meanings]
    parts = [n for n, each in enumerate(items) if each.meanings == (OF_ROW_ABOVE,)]
    if parts == [0] and len(items) > 1 and not measures:
        codes.append(OF_ROW_ABOVE)
    elif parts and parts != [len(items) - 1]:
        left.append(items[parts[0]].words)
    columns = [code.partition(":")[0] for code in dict.fromkeys(codes)]
    if (
        len(set(columns)) < len(columns)
        or _lists_parts(items)
        or _is_of_others(items, measures or ())
        or _is_another_offence(items, measures or ())
        or (measures and BODY in codes)
        or any(one.meanings == (PRELIMINARY,) and _is_of_measure(other) for one, other in pairwise(items))
        or (LEAVE_OUT in codes and len(set(codes)) > 1)
    ):
        left.append(
            " ".join(each.words for each in items if ":" in "".join(each.meanings) or LEAVE_OUT in each.meanings)
        )
    return tuple(codes), tuple(left)


def _is_of_measure(item: _Item) -> bool:
    return item.meanings[:1] == ("sent_cases",) or "".join(item.meanings).startswith(("stage:", "object:"))


def _measures(meanings: Sequence[str]) -> list[str] | None:
    """Return the code of the measure that stage and counted things name together; None if they name none, or two."""
    stages = {code.partition(":")[2] for code in meanings if code.startswith("stage:")}
    objects = {code.partition(":")[2] for code in meanings if code.startswith("object:")}
    if "sent_cases" in meanings:
        stages, objects = stages | {"sent_to_court"}, objects | {"case"}
    if not stages and objects <= {"person"}:
        return []
    if len(stages) != 1:
        return None
    measure, counted = _STAGES[stages.pop()]
    return [f"measure:{measure}"] if objects in counted else None


def _is_of_part(item: _Item) -> bool:
    return bool(item.meanings) and item.meanings[0].startswith(("sex:", "age_group:"))


def _lists_parts(items: Sequence[_Item]) -> bool:
    """Return whether a comma stands between women and children: two parts in one heading."""
    parts = [n for n, each in enumerate(items) if _is_of_part(each)]
    return any(
        items[one].meanings != items[other].meanings and any(each.words in (",", ";") for each in items[one:other])
        for one, other in pairwise(parts)
    )


def _is_of_others(items: Sequence[_Item], measures: Sequence[str]) -> bool:
    """Return whether women or children are not those who are counted: "children of victims", "trafficking in women"."""
    kept = [each for each in items if each.meanings != (FILLER,) or each.words in _OF]
    of_victims = _VICTIMS in measures
    for n, (one, other) in enumerate(pairwise(kept)):
        if _is_of_part(one) and (
            other.words in ("of", _TRAFFICKING) or (one.words[-1] in "иы" and other.words.endswith(_GENITIVES))
        ):
            return True
        if not _is_of_part(other):
            continue
        before = kept[n - 1] if n and one.words in _OF else one
        of_offence = _is_of_offence(before) and (not of_victims or one.words in (*_OF, _TRAFFICKING))
        if of_offence or (one.words == "of" and before.meanings == ("object:victim",)):
            return True
    return False


def _is_another_offence(items: Sequence[_Item], measures: Sequence[str]) -> bool:
    """Return whether a form of exploitation can be what people were tried for: "convicted of forced labour"."""
    form = next((n for n, each in enumerate(items) if _is_form(each)), None)
    if form is None or not measures or _VICTIMS in measures:
        return False
    before = [each for each in items[:form] if each.meanings != (FILLER,)]
    return not before or before[-1].meanings != (_OFFENCE,)


def _is_form(item: _Item) -> bool:
    return bool(item.meanings) and item.meanings[0].startswith("form_of_exploitation:")


def _is_of_offence(item: _Item) -> bool:
    return item.meanings == (_OFFENCE,) or _is_form(item)


def _with_territory(items: list[_Item], text: str) -> tuple[list[_Item], str]:
    """Return the words with the name of a part of the country as one, and that name as it is printed."""
    for n, each in enumerate(items):
        before = items[n - 1] if n and "region_before" in each.meanings else None
        after = items[n + 1] if n + 1 < len(items) and "region_after" in each.meanings else None
        for name, start, end in ((before, n - 1, n), (after, n, n + 1)):
            if name is None or not _is_name(name, each, text):
                continue
            # both halves of "Северо-Казахстанская область" and "г. Нур-Султан"
            first = start - 2 if name is before and _is_half(items[max(start - 2, 0) : start][::-1]) else start
            last = end + 2 if name is after and _is_half(items[end + 1 : end + 3]) else end
            found = _Item(" ".join(each.words for each in items[first : last + 1]), (TERRITORY,))
            rest = items[:first]
            if rest and rest[-1].meanings == ("T",):
                rest.pop()  # "по Ошской области"
            beside = [*map(_plain, rest), found, *map(_plain, items[last + 1 :])]
            return beside, _printed(found.words, text)
    return list(map(_plain, items)), ""


def _is_half(beside: Sequence[_Item]) -> bool:
    return len(beside) > 1 and beside[0].words == "-" and not beside[1].meanings


def _plain(item: _Item) -> _Item:
    """Return a word that can be of a region where it is not: "г" is a year, "область" is not known."""
    return _Item(item.words, tuple(each for each in item.meanings if not each.startswith(("region_", LABEL_HEAD))))


def _is_name(name: _Item, keyword: _Item, text: str) -> bool:
    """Return whether a word that is not known can be the name before or after "region": it has a capital letter."""
    if name.meanings or not name.words.replace("'", "").isalpha() or name.words in _NO_NAME:
        return False
    if keyword.words in _RUSSIAN_REGION and not _ADJECTIVE.search(name.words):
        return False
    capital = (word for word in text.split() if word.lstrip('(«"“')[:1].isupper())
    return any(name.words in tokens_of(word) for word in capital)


def _printed(words: str, text: str) -> str:
    pattern = r"[\s.–—-]*".join(map(re.escape, words.split()))
    found = re.search(pattern, text, re.IGNORECASE)
    return found[0] if found else text


def has_other_period(label: str, start: date | None, end: date | None) -> bool:
    """Return whether the words name other days than those given, or a year outside of them."""
    if not label or start is None or end is None or end < start:
        return False
    named = days_of(label)
    if named is not None:
        return named != (start, end)
    years = [int(year) for year in _YEAR.findall(label)]
    return bool(years) and (max(years) < start.year or min(years) > end.year)


def days_of(label: str) -> tuple[date, date] | None:
    """Return first and last day of a period in words."""
    heading = read_heading(label)
    return dates_of(heading.period) if heading.clear and heading.period else None


def month_of(name: str) -> int:
    """Return the number of a month, or 0 for another word."""
    return next((int(each[1:]) for each in vocabulary().get(tokens_of(name), ()) if re.fullmatch(r"M\d+", each)), 0)
