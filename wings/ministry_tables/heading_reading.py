"""Reads a heading by its words: it is understood when every word of it is; nothing that is left over is dropped."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bukhara.workbook.heading_vocabulary import LABEL_HEAD, TOTAL, tokens_of, vocabulary
from bukhara.workbook.reading import heading_reading as phrases
from bukhara.workbook.reading.heading_periods import PeriodWords, period_of
from bukhara.workbook.reading.heading_reading import HeadingItem, items_of, sign_of

PERIOD, LEAVE_OUT, OF_ROW_ABOVE, TERRITORY = "period", "leave", "above", "territory"
PRELIMINARY, BODY = "preliminary", "body"
_STAGES = {
    "convicted": ("CTX-prosecuted/convicted", (set(), {"person"})),
    "prosecuted": ("CTX-prosecuted/prosecuted", (set(), {"person"})),
    "initiated": ("CTX-proceedings/initiated", ({"case"},)),
    "sent_to_court": ("CTX-proceedings/sent_to_court", (set(), {"case"})),
    "identified": ("CTX-victims/identified", ({"victim"}, {"victim", "person"})),
}
"""The measure of what was done, and with what it has to be counted: cases, persons, victims, or nothing said."""
_VICTIMS, _TRAFFICKING, _OF = "measure:CTX-victims/identified", "trafficking", ("of", "in")
_PARTS = ("sex", "age_group")
_GENITIVES = ("ых", "их", "жертв", "гон")
_ADJECTIVE = re.compile(r"(?:ск|цк)(?:ая|ой|ую)$")
_RUSSIAN_REGION = frozenset({"область", "области", "обл"})
_NO_NAME = frozenset({"other", "another", "each", "every", "whole", "border", "the", "no", "non", "per", "by"})


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


@lru_cache(4096)
def read_heading(text: str) -> HeadingReading:
    """Return what the words of a heading mean; the same phrase twice is one."""
    found = _read(text)
    if not found.left or "/" not in text:
        return found
    # the same in two languages: "Осуждено / Сотталғандар"
    both = {_read(each) for each in text.split("/")}
    same = next(iter(both))
    return same if len(both) == 1 and not same.left else found


def is_part_alone(text: str) -> bool:
    """Return whether a text says "of whom", in whatever language, and no more."""
    return vocabulary().get(tokens_of(text)) == (OF_ROW_ABOVE,)


def _read(text: str) -> HeadingReading:
    tokens = tokens_of(text)
    if {"y", LABEL_HEAD} <= {*vocabulary().get(tokens, ())}:
        return HeadingReading()  # "Years" above years
    items = list(items_of(tokens))
    items, territory = _with_territory(items, text)
    signs = phrases.signs_of(items)
    period = period_of(signs) if signs else None
    codes, left = _codes(items)
    if signs and period is None:
        left += (" ".join(each.words for each in items if sign_of(each)),)
    if period is not None:
        codes += (PERIOD,)
    return HeadingReading(
        tuple(dict.fromkeys(codes)), left, period, territory, any(each.meanings == (phrases.ABROAD,) for each in items)
    )


def _codes(items: Sequence[HeadingItem]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the meanings of the words that are not of a period, and what is left over or contradicts itself."""
    left = [each.words for each in items if phrases.is_unknown(each)]
    meanings = [code for each in items for code in each.meanings if not sign_of(each)]
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


def _is_of_measure(item: HeadingItem) -> bool:
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


def _lists_parts(items: Sequence[HeadingItem]) -> bool:
    """Return whether a comma stands between women and children: two parts in one heading."""
    parts = [n for n, each in enumerate(items) if _is_of(each, *_PARTS)]
    return any(
        items[one].meanings != items[other].meanings and any(each.words in (",", ";") for each in items[one:other])
        for one, other in pairwise(parts)
    )


def _is_of_others(items: Sequence[HeadingItem], measures: Sequence[str]) -> bool:
    """Return whether women or children are not those who are counted: "children of victims", "trafficking in women"."""
    kept = [each for each in items if each.meanings != (phrases.FILLER,) or each.words in _OF]
    of_victims = _VICTIMS in measures
    for n, (one, other) in enumerate(pairwise(kept)):
        if _is_of(one, *_PARTS) and (
            other.words in ("of", _TRAFFICKING) or (one.words[-1] in "иы" and other.words.endswith(_GENITIVES))
        ):
            return True
        if not _is_of(other, *_PARTS):
            continue
        before = kept[n - 1] if n and one.words in _OF else one
        of_offence = _is_of_offence(before) and (not of_victims or one.words in (*_OF, _TRAFFICKING))
        if of_offence or (one.words == "of" and before.meanings == ("object:victim",)):
            return True
    return False


def _is_another_offence(items: Sequence[HeadingItem], measures: Sequence[str]) -> bool:
    """Return whether a form of exploitation can be what people were tried for: "convicted of forced labour"."""
    form = next((n for n, each in enumerate(items) if _is_of(each, "form_of_exploitation")), None)
    if form is None or not measures or _VICTIMS in measures:
        return False
    before = [each for each in items[:form] if each.meanings != (phrases.FILLER,)]
    return not before or before[-1].meanings != (phrases.OFFENCE,)


def _is_of(item: HeadingItem, *columns: str) -> bool:
    return bool(item.meanings) and item.meanings[0].partition(":")[0] in columns


def _is_of_offence(item: HeadingItem) -> bool:
    return item.meanings == (phrases.OFFENCE,) or _is_of(item, "form_of_exploitation")


def _with_territory(items: list[HeadingItem], text: str) -> tuple[list[HeadingItem], str]:
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
            found = HeadingItem(" ".join(each.words for each in items[first : last + 1]), (TERRITORY,))
            rest = items[:first]
            if rest and rest[-1].meanings == ("T",):
                rest.pop()  # "по Ошской области"
            beside = [*map(phrases.without_region, rest), found, *map(phrases.without_region, items[last + 1 :])]
            return beside, _printed(found.words, text)
    return list(map(phrases.without_region, items)), ""


def _is_half(beside: Sequence[HeadingItem]) -> bool:
    return len(beside) > 1 and beside[0].words == "-" and not beside[1].meanings


def _is_name(name: HeadingItem, keyword: HeadingItem, text: str) -> bool:
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
