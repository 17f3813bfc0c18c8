"""What somebody chose for a pack, with a compact text form for addresses and saved packs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bukhara.pack import own_questions
from bukhara.pack.own_questions import OwnQuestions, with_own_questions
from bukhara.pack.slides import Slide, numbered

LONGEST = 6000
"""So many characters a choice has at most in an address."""
MOST_MINUTES = 90
_VERSION = "1"
_FIELD, _ITEM = "~", "_"
_CODE = re.compile(r"[A-Za-z0-9.-]{1,60}")


@dataclass(frozen=True, slots=True)
class ChosenSlide:
    """A slide by its id, or all slides of a subject, with the minutes of each; None keeps what is suggested."""

    id: str
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackChoice:
    """The choice; an empty field means what is suggested.

    Attributes:
        conference: the id of a conference, reading or round.
        languages: one language, or several for slides that alternate.
        countries: codes of states.
        themes: ids of items.
        measures: ids of indicators, or topics of the Statistics page.
        slides: the slides that are kept, in order.
        country: the code of the state that a country pack is for.
        questions: those that the organisers ask.
        occasion: what the title slide says of the occasion: its name, place, day and organiser, a line each.
    """

    conference: str = ""
    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    slides: tuple[ChosenSlide, ...] = ()
    country: str = ""
    questions: tuple[OwnQuestions, ...] = ()
    occasion: tuple[str, ...] = ()

    def applied(self, every: tuple[Slide, ...]) -> tuple[Slide, ...]:
        """Return the slides that are kept, with their minutes, numbers and questions; unknown ids are ignored."""
        slides = with_own_questions(every, self.questions)
        if not self.slides:
            return slides
        kept = [
            slide if chosen.minutes is None else replace(slide, minutes=chosen.minutes)
            for chosen in self.slides
            for slide in slides
            if chosen.id in (slide.id, slide.subject)
        ]
        return numbered(kept) or slides


def with_new(order: Iterable[str], new: Iterable[str], suggested: Sequence[str]) -> tuple[str, ...]:
    """Return ids of slides in an order, with each new one after the nearest slide that is suggested before it."""
    found = list(order)
    for each in sorted(new, key=suggested.index):
        before = [other for other in suggested[: suggested.index(each)] if other in found]
        found.insert(found.index(before[-1]) + 1 if before else 0, each)
    return tuple(found)


def chosen(choice: PackChoice, kept: Sequence[Slide], suggested: Sequence[Slide]) -> PackChoice:
    """Return a choice with slides in their order and with their minutes, as short as it can be written.

    What is suggested needs no list. All slides of a subject in their order are one entry, so that another language
    may need more or fewer of them.
    """
    usual = {slide.id: slide.minutes for slide in suggested}
    if not kept or [(slide.id, slide.minutes) for slide in kept] == list(usual.items()):
        return replace(choice, slides=())
    entries: list[ChosenSlide] = []
    for subject, group in groupby(kept, key=lambda slide: slide.subject):
        together = [ChosenSlide(s.id, None if s.minutes == usual[s.id] else s.minutes) for s in group]
        every = [slide.id for slide in suggested if slide.subject == subject]
        minutes = {each.minutes for each in together}
        is_whole = [each.id for each in together] == every and len(minutes) == 1
        entries += [ChosenSlide(subject, *minutes)] if is_whole else together
    return replace(choice, slides=tuple(entries))


def to_text(choice: PackChoice) -> str:
    """Return a choice as letters, digits and `-._~`, which no address has to encode.

    Example: `1~astana-2023~en_ru~KAZ~~CTX-victims~title_matrix~_3~` keeps two slides, the second for three minutes.
    """
    lists = (choice.languages, choice.countries, choice.themes, choice.measures)
    minutes = ["" if each.minutes is None else str(each.minutes) for each in choice.slides]
    slides = (tuple(each.id for each in choice.slides), minutes if any(minutes) else ())
    fields = [_VERSION, choice.conference, *(_ITEM.join(each) for each in (*lists, *slides)), choice.country]
    occasion = (OwnQuestions("", choice.occasion),) if choice.occasion else ()
    fields += map(own_questions.to_code, (choice.questions, occasion))
    return _FIELD.join(fields).rstrip(_FIELD)


def from_text(text: str) -> PackChoice:
    """Return the choice that a text describes; what is not valid is ignored."""
    version, *fields = text[:LONGEST].split(_FIELD)
    if version != _VERSION:
        return PackChoice()
    conference, languages, countries, themes, measures, slides, minutes, country, questions, occasion, *_ = (
        *fields,
        *[""] * 10,
    )
    return PackChoice(
        conference="".join(_codes(conference)),
        languages=_codes(languages),
        countries=_codes(countries),
        themes=_codes(themes),
        measures=_codes(measures),
        slides=_slides(slides, minutes),
        country="".join(_codes(country)),
        questions=own_questions.from_code(questions),
        occasion=next((each.lines for each in own_questions.from_code(occasion)), ()),
    )


def _codes(text: str) -> tuple[str, ...]:
    """Return the codes of a list, each once."""
    return tuple(dict.fromkeys(code for code in text.split(_ITEM) if _CODE.fullmatch(code)))


def _slides(ids: str, minutes: str) -> tuple[ChosenSlide, ...]:
    codes, given = ids.split(_ITEM), minutes.split(_ITEM)
    found: dict[str, ChosenSlide] = {}
    for n, code in enumerate(codes):
        if _CODE.fullmatch(code):
            found.setdefault(code, ChosenSlide(code, _minutes(given[n]) if n < len(given) else None))
    return tuple(found.values())


def _minutes(text: str) -> int | None:
    return min(int(text), MOST_MINUTES) if re.fullmatch(r"[0-9]{1,3}", text) else None
