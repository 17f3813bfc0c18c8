"""Slides on the states: challenges and needs that they named, and one slide for each with its own words."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from bukhara.charts.act_words import acts_on_file
from bukhara.charts.cell_words import theme_of
from bukhara.charts.count_words import state_texts
from bukhara.charts.step_words import caveat, step_text
from bukhara.i18n.codes import label
from bukhara.i18n.record_texts import marked, translated
from bukhara.model.codes import ItemKind, Kind, Position
from bukhara.model.framework import Country
from bukhara.model.groups import group_by
from bukhara.model.release import PublicReport
from bukhara.model.statement import Statement
from bukhara.pack import fit
from bukhara.pack.contested import differing_points
from bukhara.pack.material import Material
from bukhara.pack.slides import Notes, Points, Slide, SlideKind, SlidePoint
from bukhara.pack.whole import behind
from bukhara.progress.counts import count
from bukhara.situation import contested
from bukhara.situation.on_file import conference_day, happened, later_acts, weightiest
from bukhara.situation.situation import Situation, of_state
from bukhara.situation.statements import is_beside
from bukhara.situation.steps import step_of
from bukhara.views.themes import needs

PointOf = Callable[[Material, Statement], SlidePoint]
"""Makes a line of a list from a statement."""
_NAMED = (Kind.CHALLENGE, Kind.NEED, Kind.SUPPORT_REQUEST)
_QUOTED, _LONGEST_LABEL, _LONGEST_STEP = 3, 8, 140
"""The statements quoted in the notes of a state, words of a label, and letters of a step."""


def named_challenges(material: Material) -> tuple[Slide, ...]:
    """Return the themes on which the bodies of each state named challenges and needs; nothing without any.

    A panel is about what several states named: their themes come first.
    """
    named = _named(material)
    states = {item: len({s.country for s in own}) for item, own in group_by(named, lambda s: s.item).items()}
    named.sort(key=lambda statement: states[statement.item] == 1)
    return (_challenges(material, named),) if named else ()


def _challenges(material: Material, named: list[Statement]) -> Slide:
    words, states = material.words, group_by(named, lambda statement: statement.country)
    codes = [country.code for country in material.countries]
    points = tuple(
        SlidePoint(about=material.country_name(code), text=_themes_by_kind(material, states[code]))
        for code in codes
        if code in states
    )
    in_order = [statement for code in codes for statement in states.get(code, ())]
    message = words.plural(
        "Bodies of {n} of {all} states named challenges or needs",
        "Bodies of {n} of {all} states named challenges or needs",
        len(points),
        all=len(codes),
    )
    say = (
        words("Conclusion 6 of the Astana conference proposed a panel on challenges."),
        words("These are the challenges and needs as the states' own bodies named them."),
    )
    caution = words("A state that is not listed named none in these sources. That is not a finding about it.")
    return material.slide(
        SlideKind.CHALLENGES,
        message,
        (Points(points),),
        Notes(say, material.quotes(named), (caution,) if len(points) < len(codes) else ()),
        sources=material.sources(in_order),
    )


def _themes_by_kind(material: Material, own: list[Statement]) -> str:
    words = material.words
    challenges = dict.fromkeys(material.short_name(s.item) for s in own if s.kind is Kind.CHALLENGE)
    needs = dict.fromkeys(material.short_name(s.item) for s in own if s.kind is not Kind.CHALLENGE)
    parts = (
        words("challenges: {themes}", themes=material.listed(challenges)) if challenges else "",
        words("needs: {themes}", themes=material.listed(needs)) if needs else "",
    )
    return "; ".join(filter(None, parts))


def _named(material: Material) -> list[Statement]:
    """Return the challenges and needs that bodies of the chosen states named, theme by theme."""
    codes = [country.code for country in material.countries]
    rows = needs.challenges(material.snapshot, speaker="state").rows
    every = (s for row in rows for cell in row.cells for s in cell if not is_beside(material.snapshot, s))
    return [s for s in every if s.kind in _NAMED and s.country in codes and material.has(s.item)]


def challenge_point(material: Material, statement: Statement) -> SlidePoint:
    """Return a challenge or need as a line with its theme, body and place."""
    text, language = statement.text_in(material.words.language)
    kind = "challenge" if statement.kind is Kind.CHALLENGE else "planned"
    about = theme_of(material.snapshot, statement, material.words)
    return SlidePoint(text=text, about=about, source=material.reported(statement), mark=kind, language=language)


def country_slides(material: Material) -> tuple[Slide, ...]:
    """Return one slide for each chosen state, in the fixed order, with what the whole does not show of it."""
    return tuple(_of_state(material, country) for country in material.countries)


def _of_state(material: Material, country: Country) -> Slide:
    """Return the slide of a state: its next step, what is contested, and a question that is open."""
    words, code, asked = material.words, country.code, _asked(material, country.code)
    steps = [step for step in announced(material, code) if _is_ahead(material, step)][:1]
    ahead, acts = [_next_step(material, step) for step in steps], _on_file(material, asked)
    points = (
        *(point for point, _ in ahead),
        *([SlidePoint(text=words("Acts on file: {n}.", n=words.number(len(acts))))] if acts else ()),
        *_contested(material, country, asked),
        *_question(material, asked),
    )
    reported = [s for status in asked if status.is_in_place for s in behind(status)]
    confirmed = material.confirmation(asked, one_state=True)
    is_short = len(confirmed.split()) <= _LONGEST_LABEL
    return material.slide(
        SlideKind.COUNTRY,
        _country_message(material, country) or words.text(country.short),
        (Points(points or (SlidePoint(text=words("No next step, difference or question is on record.")),)),),
        Notes(
            _say(material, code),
            material.quotes([*steps, *reported[:_QUOTED]]),
            (
                *(() if is_short else (confirmed,)),
                *(whole for _, whole in ahead if whole),
                *filter(None, [acts_on_file(acts, words)]),
                *cautions(material, code),
            ),
        ),
        sources=material.sources([*(s for status in asked for s in behind(status)), *steps]),
        name=code,
        label=confirmed if is_short else words("Statuses: see notes."),
    )


def _is_ahead(material: Material, statement: Statement) -> bool:
    """Return whether a step is still to come, as far as is known: its day has not passed, and no later act is on it."""
    step = step_of(material.snapshot, statement)
    is_known = step.is_over or step.answer or later_acts(material.snapshot, statement)
    return bool(statement.next_step) and not is_known


def _next_step(material: Material, step: Statement) -> tuple[SlidePoint, str]:
    """Return a step with the day of its source, and the whole of it if it was cut."""
    words, day = material.words, step.due_date
    about = words("Next step, {day}", day=words.date(day)) if day else words("Next step")
    whole = SlidePoint(text=marked(step.next_step, words), about=about)
    said = caveat(material.snapshot, step, words)
    source = words("Source of {day}", day=words.date(material.snapshot.source(step.source_id).date))
    text = fit.shortened(whole, _LONGEST_STEP).text + (f" ({said})" if said else "")
    language = words.language if translated(step.next_step, words) else step.lang
    text = text if text.endswith((".", ")")) else f"{text}."
    return replace(whole, text=f"{text} {source}.", language=language), fit.in_full(whole, _LONGEST_STEP)


def _contested(material: Material, country: Country, asked: list[Situation]) -> Iterator[SlidePoint]:
    """Yield the themes to whose status the state objects, and on how many points sources differ about it."""
    words = material.words
    names = [material.short_name(status.item) for status in asked if status.position is Position.DISAGREES]
    if names:
        yield SlidePoint(about=material.listed(names), text=words("The state disagrees with the status."))
    if differing := contested.points(material.snapshot, country.code).open:
        yield SlidePoint(text=f"{differing_points(words, len(differing))}.")


def _on_file(material: Material, asked: list[Situation]) -> list[PublicReport]:
    """Return the acts on file that mark the cells of a state, those since the conference first."""
    conference = conference_day(material.snapshot.framework, material.snapshot.as_of)
    acts = weightiest(act for status in asked for act in status.acts)
    return sorted(acts, key=lambda act: happened(act) <= conference)


def _question(material: Material, asked: list[Situation]) -> tuple[SlidePoint, ...]:
    """Return the question about themes whose period is over, else about those without a status."""
    words = material.words
    over = [material.short_name(status.item) for status in asked if status.period_ended]
    missing = [material.short_name(status.item) for status in asked if not status.answered]
    if not over and not missing:
        return ()
    names = material.listed(over or missing, 1)
    if over:
        text = words("The reported period is over: {states}. What is in force today?", states=names)
    else:
        text = words("Without a status: {states}. What is the situation today?", states=names)
    return (SlidePoint(about=words("Question"), text=text),)


def _country_message(material: Material, country: Country) -> str:
    """Return on how many themes of a state a step is in place and under way; nothing where it is neither."""
    words, counts = material.words, count(s for s in _asked(material, country.code))
    name, total = words.text(country.short), words.number(counts.n)
    begun = counts.under_way
    if not counts.in_place:
        return words.plural(
            "{state}: {n} of {all} themes was reported under way",
            "{state}: {n} of {all} themes were reported under way",
            begun, state=name, all=total,
        ) if begun else ""  # fmt: skip
    first = words.plural(
        "{state}: {n} of {all} themes was reported in place", "{state}: {n} of {all} themes were reported in place",
        counts.in_place, state=name, all=total,
    )  # fmt: skip
    return words("{first}, {n} under way", first=first, n=words.number(begun)) if begun else first


def announced(material: Material, code: str) -> list[Statement]:
    """Return the announced next steps of a state, those with a date first."""
    steps = material.country_view(code).steps
    return sorted((s for s in steps if material.has(s.item)), key=lambda s: s.due_date is None)


def step_point(material: Material, statement: Statement) -> SlidePoint:
    """Return an announced next step with its date, its source, later acts on its theme, body and place."""
    words = material.words
    return SlidePoint(
        text=step_text(material.snapshot, statement, words),
        about=words.date(statement.due_date) if statement.due_date else "",
        source=material.reported(statement),
        mark="planned",
        language=words.language if translated(statement.next_step, words) else statement.lang,
    )


def _asked(material: Material, code: str) -> list[Situation]:
    return [cell for cell in of_state(material.snapshot, code).values() if cell.is_asked and material.has(cell.item)]


def cautions(material: Material, code: str) -> tuple[str, ...]:
    """Return the cautions for the slide of a state."""
    words, found = material.words, []
    before = material.country_view(code).counts.in_place_before
    if before:
        found.append(
            words.plural(
                "{n} theme was in place before the Declaration.",
                "{n} themes were in place before the Declaration.",
                before,
            )
        )
    objected = [status for status in _asked(material, code) if status.position is Position.DISAGREES]
    found += map(material.objection, objected)
    missing = [s for s in _asked(material, code) if not s.answered and s.kind is ItemKind.MILESTONE]
    if missing:
        names = "; ".join(f"{material.item_name(s.item)} ({label(words, s.mark)})" for s in missing)
        found.append(words("Without a status: {themes}.", themes=names))
    return tuple(found)


def _say(material: Material, code: str) -> tuple[str, ...]:
    """Return the counts of a state, as its page has them."""
    asked = _asked(material, code)
    return (f"{material.country_name(code)}. {' '.join(state_texts(asked, count(asked), None, material.words))}",)
