"""The choice of slides that an address or a form describes, limited to what this record has."""

from collections.abc import Iterable
from dataclasses import replace

from werkzeug.datastructures import MultiDict

from bukhara import pack
from bukhara.i18n.words import Words
from bukhara.model.languages import PSEUDO
from bukhara.model.messages import N_
from bukhara.model.release import Snapshot
from bukhara.pack import Pack, PackChoice, Slide, SlideKind, own_questions, statistics
from bukhara.pack.choice import MOST_MINUTES, chosen, with_new
from bukhara.pack.own_questions import OwnQuestions
from web.forms import whole_number
from web.request import PageRequest

PATH = "/panel"
FILES = {
    "pptx": N_("Slides to edit (PowerPoint)"),
    "chair.pdf": N_("Sheet for the chair (PDF)"),
    "html": N_("Slides for a USB stick (one HTML file)"),
}
"""The names of the files of a pack by their kind."""


def conferences(snapshot: Snapshot, words: Words) -> tuple[tuple[str, str], ...]:
    """Return id and name of each conference with a reading or round, and of each other reading; first the newest."""
    framework = snapshot.framework
    found = [(r.date.isoformat(), r.id, words.text(r.title)) for r in framework.readings]
    if not framework.exercise:
        ids = {reading.id for reading in framework.readings}
        found += [
            (each.when, each.id, f"{words.text(each.place)}, {words.partial_date(each.when)}")
            for each in framework.conferences
            if each.id not in ids
        ]
    return tuple((name, text) for _, name, text in sorted(found, reverse=True))


def measures(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the ids of the measures that have figures, those that are suggested first."""
    held = dict.fromkeys(figure.indicator for figure in snapshot.observations if not figure.partner)
    return tuple(dict.fromkeys([*(m for m in statistics.SUGGESTED if m in held), *held]))


def suggested_measures(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the ids of the measures of a pack for which nobody has chosen others."""
    return statistics.suggested(measures(snapshot))


def choice_of(page_request: PageRequest) -> PackChoice:
    """Return the choice of an address; what is not in the record is left out."""
    return choice_in(page_request, page_request.query.get("pack", ""))


def choice_in(page_request: PageRequest, code: str) -> PackChoice:
    """Return the choice that a text describes; what is not in the record is left out."""
    return _known(page_request, pack.from_text(code))


def pack_of(page_request: PageRequest, choice: PackChoice) -> Pack:
    """Return the slides of a choice, or of the draft that the reader may preview."""
    snapshot = page_request.snapshot
    return page_request.service.pack(choice, snapshot if snapshot.draft else None)


def suggested(page_request: PageRequest, choice: PackChoice) -> tuple[Slide, ...]:
    """Return all slides that can be chosen, in the first language of a choice."""
    pack = pack_of(page_request, replace(choice, slides=()))
    return tuple(slide for slide in pack.slides if slide.language == pack.languages[0])


def choice_in_form(page_request: PageRequest, form: MultiDict[str, str]) -> PackChoice:
    """Return the choice that the form of the page describes, with the slides that its changes bring in."""
    found = PackChoice(
        conference=form.get("conference", ""),
        languages=tuple(form.getlist("language")),
        countries=tuple(form.getlist("country")),
        themes=tuple(form.getlist("theme")),
        measures=tuple(form.getlist("measure")),
        country=form.get("for", ""),
        occasion=own_questions.cleaned(form.get("occasion", "")),
    )
    # the slides are those that were offered: with the questions that were asked there
    choice = _known(page_request, replace(found, questions=own_questions.from_code(form.get("own-questions", ""))))
    if form.get("for", "") != form.get("for-before", ""):
        return choice  # other slides: what was left out of the former ones says nothing about them
    slides = suggested(page_request, choice)
    by_id, offered, wanted = {slide.id: slide for slide in slides}, set(form.getlist("row")), set(form.getlist("keep"))
    # slides that were not offered before come in where they are suggested, and so do those that were left out
    placed = _placed(form, list(by_id))
    new = [each for each in by_id if each not in placed and (each in wanted or each not in offered)]
    order = with_new([each for each in placed if each in wanted], new, list(by_id))
    kept = [_with_minutes(form, by_id[each]) for each in order]
    return replace(chosen(choice, kept, slides), questions=_questions(page_request, choice, form))


def proposed_questions(page_request: PageRequest, choice: PackChoice) -> dict[str, tuple[str, ...]]:
    """Return the questions that the record proposes in each language of a choice, the same in the same order."""
    slides = pack_of(page_request, replace(choice, slides=(), questions=())).slides
    return {slide.language: own_questions.lines_of(slide) for slide in slides if slide.kind is SlideKind.QUESTIONS}


def _questions(page_request: PageRequest, choice: PackChoice, form: MultiDict[str, str]) -> tuple[OwnQuestions, ...]:
    """Return the questions that are ticked, in every language, and below them those written in the first one."""
    proposed, before = proposed_questions(page_request, choice), {q.language: q.lines for q in choice.questions}
    if not proposed or "questions" not in form:
        return choice.questions
    ticked = [number for each in form.getlist("ask") if (number := whole_number(each)) is not None]
    first, found = next(iter(proposed)), list[OwnQuestions]()
    for language, lines in proposed.items():
        own = own_questions.cleaned(form["questions"]) if language == first else before.get(language, ())
        asked = [lines[n] for n in ticked if n < len(lines)] + [line for line in own if line not in lines]
        found += [OwnQuestions(language, tuple(asked[: own_questions.MOST]))] if asked else []
    return (*found, *(each for each in choice.questions if each.language not in proposed))


def _placed(form: MultiDict[str, str], known: list[str]) -> list[str]:
    """Return the ids of the slides that were shown, by the numbers in the form; one that moves passes the one there."""
    shown = [each for each in dict.fromkeys(form.getlist("row")) if f"place-{each}" in form]

    def place(each: str) -> tuple[int, int]:
        before = shown.index(each) + 1
        number = whole_number(form[f"place-{each}"])
        now = before if number is None else number
        return now, (now > before) - (now < before)

    return [each for each in sorted(shown, key=place) if each in known]


def _with_minutes(form: MultiDict[str, str], slide: Slide) -> Slide:
    minutes = whole_number(form.get(f"minutes-{slide.id}"), digits=3)
    return slide if minutes is None else replace(slide, minutes=min(minutes, MOST_MINUTES))


def _known(page_request: PageRequest, choice: PackChoice) -> PackChoice:
    """Return a choice with the codes of the record, in its order; an empty list is all, or what is suggested."""
    snapshot, framework = page_request.snapshot, page_request.snapshot.framework
    known = {name for name, _ in conferences(snapshot, page_request.words)}
    languages = tuple(each for each in page_request.service.languages if each != PSEUDO and each in choice.languages)
    own = page_request.words.language
    return replace(
        choice,
        conference=choice.conference if choice.conference in known else "",
        languages=languages or (own if own in page_request.service.languages and own != PSEUDO else "en",),
        country="".join(each.code for each in framework.countries if each.code == choice.country),
        countries=_some(choice.countries, [country.code for country in framework.countries]),
        themes=_some(choice.themes, [item.id for item in framework.items]),
        measures=_some(choice.measures, measures(snapshot), suggested_measures(snapshot)),
    )


def _some(wanted: Iterable[str], known: Iterable[str], usual: Iterable[str] | None = None) -> tuple[str, ...]:
    every = tuple(known)
    found = tuple(each for each in every if each in set(wanted))
    return () if found == tuple(every if usual is None else usual) else found
