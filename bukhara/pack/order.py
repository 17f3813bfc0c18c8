"""The running order of a pack: the slides that the record suggests, with the changes somebody has chosen."""

from dataclasses import replace
from datetime import date
from itertools import groupby, zip_longest

from bukhara.charts.day_words import read_up_to
from bukhara.i18n.languages import known_languages
from bukhara.i18n.words import Words, words_of
from bukhara.model.framework import Framework
from bukhara.model.languages import language_of
from bukhara.model.partial_date import last_day
from bukhara.model.release import PreviousReading, Snapshot
from bukhara.pack import contested, countries, opening, statistics, time_drawing, whole
from bukhara.pack.choice import PackChoice
from bukhara.pack.material import Material
from bukhara.pack.slides import Pack, Slide, SlideKind

SUGGESTED_LANGUAGE = "en"
TALK = (
    opening.title,
    whole.matrix,
    whole.changes,
    countries.country_slides,
    time_drawing.themes,
    statistics.in_talk,
    countries.named_challenges,
    time_drawing.due,
    contested.contested,
    contested.questions,
)
"""The slides of the talk of a panel: a function for each kind, in the suggested order."""
OF_STATE = (opening.title, countries.country_slides, countries.named_challenges, contested.contested)
"""Those of the talk on one state."""
IN_ANNEX = (statistics.slides, contested.contested_in_full)
"""What a question in the room needs."""


def day_of(framework: Framework, conference: str) -> date | None:
    """Return the last day of a conference, reading or round; None if it has the newest answers, or is not known."""
    newest = max((reading.date for reading in framework.readings), default=date.min)
    days = {each.id: each.end or last_day(each.when) for each in framework.conferences}
    days |= {reading.id: reading.date for reading in framework.readings}
    day = days.get(conference, newest)
    return day if day < newest else None


def known(framework: Framework, choice: PackChoice) -> PackChoice:
    """Return a choice without a language or a state that is not known; in English without a language."""
    languages = tuple(each for each in choice.languages if each in known_languages())
    country = next((each.code for each in framework.countries if each.code == choice.country), "")
    return replace(choice, languages=languages or (SUGGESTED_LANGUAGE,), country=country)


def _running_order(materials: list[Material], choice: PackChoice) -> tuple[Slide, ...]:
    """Return the chosen slides in the chosen order; several languages alternate.

    Within a subject its first slide follows in each language, then its second, with the same lines of a list.
    """
    kinds = (*(OF_STATE if choice.country else TALK), *IN_ANNEX)
    every = (tuple(slide for slides_of in kinds for slide in slides_of(material)) for material in materials)
    runs = [_runs(choice.applied(slides)) for slides in every]
    return tuple(
        slide
        for key in dict.fromkeys(key for each in runs for key in each)
        for together in zip_longest(*(each.get(key, ()) for each in runs))
        for slide in together
        if slide
    )


def with_hidden_annex(slides: tuple[Slide, ...]) -> tuple[Slide, ...]:
    """Return the slides with those hidden that follow the last one of the talk; one moved into the talk is shown.

    Questions that are only proposed are never shown: they are on the sheet for the chair.
    """
    talk = 1 + max((n for n, slide in enumerate(slides) if slide.is_of_talk), default=-1)
    hidden = (n >= talk > 0 or (s.kind is SlideKind.QUESTIONS and not s.is_of_talk) for n, s in enumerate(slides))
    return tuple(replace(slide, is_hidden=is_hidden) for slide, is_hidden in zip(slides, hidden, strict=True))


def _runs(slides: tuple[Slide, ...]) -> dict[tuple[str, int], tuple[Slide, ...]]:
    """Return the slides that follow each other on one subject, by the subject and which run of it they are."""
    found: dict[tuple[str, int], tuple[Slide, ...]] = {}
    for subject, run in groupby(slides, key=lambda slide: slide.subject):
        found[subject, sum(each == subject for each, _ in found)] = tuple(run)
    return found


def build(
    snapshot: Snapshot, past: PreviousReading | None, choice: PackChoice, *, address: str = "", template: bytes = b""
) -> Pack:
    """Return the pack that every writer of a format takes.

    Args:
        snapshot: the record of the day of the conference.
        past: what was published for the reading before, as `Service.past` returns it.
        choice: what somebody chose; an empty one gives every suggested slide in English.
        address: that of the dashboard.
        template: the PowerPoint template of an organisation.
    """
    choice = known(snapshot.framework, choice)
    materials = [Material(snapshot, past, choice, words_of(each)) for each in choice.languages]
    return Pack(
        title=" / ".join(slide.title for material in materials for slide in opening.title(material)),
        languages=choice.languages,
        release=snapshot.release.number,
        as_of=snapshot.as_of,
        footers={each.words.language: _footer(each) for each in materials},
        warnings={each.words.language: warning(snapshot, each.words) for each in materials},
        slides=with_hidden_annex(_running_order(materials, choice)),
        address=address,
        countries={m.words.language: tuple((c.code, m.country_name(c.code)) for c in m.countries) for m in materials},
        template=template,
    )


def _footer(material: Material) -> str:
    words = material.words
    dated = read_up_to(material.snapshot, words, material.choice.country)
    return f"{dated} {language_of(words.language).own_name}"


def warning(snapshot: Snapshot, words: Words) -> str:
    """Return the label of every slide of an exercise or of a draft."""
    exercise = words("EXERCISE: invented states, invented figures.") if snapshot.framework.exercise else ""
    draft = words("DRAFT UNDER EMBARGO: not published.") if snapshot.draft else ""
    return " ".join(part for part in (draft, exercise) if part)
