"""Slides on the states: challenges and needs that they named, and one slide for each with its own words."""

from collections.abc import Callable
from dataclasses import replace

from bukhara.charts.cell_words import theme_of
from bukhara.charts.status_dates import dated_years
from bukhara.charts.step_words import step_text
from bukhara.i18n.codes import label, short_label
from bukhara.i18n.record_texts import translated
from bukhara.i18n.words import Words
from bukhara.model.codes import Kind, Position, Scope, State, Status
from bukhara.model.framework import Country
from bukhara.model.groups import group_by
from bukhara.model.marks import ENDED, MARKS
from bukhara.model.statement import Statement
from bukhara.pack import fit
from bukhara.pack.material import Material
from bukhara.pack.slides import Notes, Points, Slide, SlideKind, SlidePoint
from bukhara.pack.whole import behind
from bukhara.progress.counts import count
from bukhara.progress.status import ItemStatus, statuses
from bukhara.views import challenges, country_tiles
from bukhara.views.grouped import statements_of
from bukhara.views.marks import in_key_order, mark
from bukhara.views.same_answers import newest_first
from bukhara.views.theme import is_beside

PointOf = Callable[[Material, Statement], SlidePoint]
"""Makes a line of a list from a statement."""
POINTS, STEPS = 3, 2
_NAMED = (Kind.CHALLENGE, Kind.NEED, Kind.SUPPORT_REQUEST)
_STATUSES = (Status.IN_PLACE, Status.UNDER_WAY, Status.PLANNED, Status.CONTINUING)
_LONG_STATEMENT, _LONGEST_STEP, _LONGEST_LABEL = 110, 140, 8


def named_challenges(material: Material) -> tuple[Slide, ...]:
    """Return the themes on which the bodies of each state named challenges and needs; nothing without any.

    A panel is about what several states named: their themes come first.
    """
    named = _named(material)
    states = {item: len({s.country for s in own}) for item, own in group_by(named, lambda s: s.item).items()}
    named.sort(key=lambda statement: states[statement.item] == 1)
    for most in (3, 2, 1):
        slide = _challenges(material, named, most)
        if fit.number_of_words(slide) <= fit.MOST_WORDS:
            break
    return (slide,) if named else ()


def _challenges(material: Material, named: list[Statement], most: int) -> Slide:
    words, states = material.words, group_by(named, lambda statement: statement.country)
    codes = [country.code for country in material.countries]
    points = tuple(
        SlidePoint(about=material.country_name(code), text=_themes_by_kind(material, states[code], most))
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
        (Points("", points),),
        Notes(say, material.quotes(named), (caution,) if len(points) < len(codes) else ()),
        about=words("Challenges and needs that the states named"),
        sources=material.sources(in_order),
    )


def _themes_by_kind(material: Material, own: list[Statement], most: int) -> str:
    words = material.words
    challenges = dict.fromkeys(material.short_name(s.item) for s in own if s.kind is Kind.CHALLENGE)
    needs = dict.fromkeys(material.short_name(s.item) for s in own if s.kind is not Kind.CHALLENGE)
    parts = (
        words("challenges: {themes}", themes=material.listed(challenges, most)) if challenges else "",
        words("needs: {themes}", themes=material.listed(needs, most)) if needs else "",
    )
    return "; ".join(filter(None, parts))


def _named(material: Material) -> list[Statement]:
    """Return the challenges and needs that bodies of the chosen states named, theme by theme."""
    codes = [country.code for country in material.countries]
    rows = challenges.build(material.snapshot, speaker="state").rows
    every = (s for row in rows for cell in row.cells for s in cell if not is_beside(material.snapshot, s))
    return [s for s in every if s.kind in _NAMED and s.country in codes and material.has(s.item)]


def challenge_point(material: Material, statement: Statement) -> SlidePoint:
    """Return a challenge or need as a line with its theme, body and place."""
    text, language = statement.text_in(material.words.language)
    kind = "challenge" if statement.kind is Kind.CHALLENGE else "planned"
    about = theme_of(material.snapshot, statement, material.words)
    return SlidePoint(text=text, about=about, source=material.reported(statement), mark=kind, language=language)


def country_slides(material: Material) -> tuple[Slide, ...]:
    """Return one slide for each chosen state, in the fixed order: its themes by status, and its next step."""
    return tuple(_themes_of(material, country) for country in material.countries)


def _themes_of(material: Material, country: Country) -> Slide:
    """Return the slide of a state with as many names of themes as can be taken in; the annex has the statements."""
    words, code = material.words, country.code
    asked = _asked(material, code)
    # a slide cuts no step: one that is too long is on the slide of the state's own words
    steps = [step for step in announced(material, code) if len(step_point(material, step).text) <= _LONGEST_STEP][:1]
    statements = [*own_points(material, code)[:POINTS], *steps]
    confirmed = material.confirmation(asked, one_state=True)
    is_short = fit.words_in(confirmed) <= _LONGEST_LABEL
    said = confirmed if is_short else words("The notes say who gave the statuses.")
    full = () if is_short else (confirmed,)
    after = tuple(_next_step(material, step) for step in steps)
    for most, last in ((len(asked), after), (len(asked), ()), (6, ()), (4, ()), (3, ()), (2, ()), (1, ())):
        slide = material.slide(
            SlideKind.COUNTRY,
            _country_message(material, country) or words.text(country.short),
            (Points("", (*_status_points(material, asked, most), *last)),),
            Notes(_say(material, code), material.quotes(statements), (*full, *cautions(material, code))),
            about=words.text(country.name),
            sources=material.sources([*(s for status in asked for s in behind(status)), *(steps if last else ())]),
            name=code,
            label=said,
        )
        if fit.number_of_words(slide) <= fit.MOST_WORDS:
            break
    return slide


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


def _status_points(material: Material, asked: list[ItemStatus], most: int) -> tuple[SlidePoint, ...]:
    """Return a line for each status with the names of its themes, and one with the numbers of those without any."""
    words, by_mark = material.words, group_by(asked, mark)
    named = [kind for kind in in_key_order(by_mark) if MARKS[kind].is_status or kind == ENDED]
    found = [
        SlidePoint(
            text=material.listed((_dated_name(material, status) for status in by_mark[kind]), most),
            about=short_label(words, kind),
            mark=kind,
        )
        for kind in named
    ]
    others = [kind for kind in in_key_order(by_mark) if kind not in named]
    counted = (_counted(words, kind, by_mark[kind]) for kind in others)
    # of several marks the last in the order of the key stands for all
    return (*found, *((SlidePoint(text=", ".join(counted), mark=others[-1]),) if others else ()))


def _dated_name(material: Material, status: ItemStatus) -> str:
    """Return the short name of a theme; with the years of its status where it has an end."""
    name = material.short_name(status.item)
    return f"{name} ({dated_years(status, material.words)})" if status.valid_until else name


def _next_step(material: Material, step: Statement) -> SlidePoint:
    words, point = material.words, step_point(material, step)
    about = words("Next step, {day}", day=point.about) if point.about else words("Next step")
    return replace(point, about=about, source="", mark="")


def own_points(material: Material, code: str) -> list[Statement]:
    """Return the steps that the bodies of a state reported: one statement per theme, steps in place first."""
    snapshot = material.snapshot
    spoken = (s for s in statements_of(snapshot, code) if s.state is State.VALUE and s.kind is Kind.IMPLEMENTATION)
    wanted: dict[str, Statement] = {}
    milestones = {i.id for item in snapshot.framework.items for i in item.milestones if item.scope is Scope.COUNTRY}
    for statement in newest_first(snapshot, spoken):
        is_step = statement.status in _STATUSES and statement.indicator in milestones
        if is_step and material.is_own(statement) and material.has(statement.item) and statement.statement:
            wanted.setdefault(statement.item, statement)
    return sorted(wanted.values(), key=_place_of_point)


def _place_of_point(statement: Statement) -> tuple[int, bool, bool]:
    """Return the key by which statements are chosen for a slide: steps in place first, then what is short and dated."""
    status = _STATUSES.index(statement.status or Status.CONTINUING)
    return (status, len(statement.statement) > _LONG_STATEMENT, not statement.since)


def announced(material: Material, code: str) -> list[Statement]:
    """Return the announced next steps of a state, those with a date first."""
    tiles = country_tiles.build(material.snapshot, material.country_view(code))
    return sorted((s for s in tiles.steps if material.has(s.item)), key=lambda s: s.due_date is None)


def statement_point(material: Material, statement: Statement) -> SlidePoint:
    """Return a statement as a line with its theme, body and place."""
    text, language = statement.text_in(material.words.language)
    status = statement.status.value if statement.status else "not_asked"
    about = material.item_name(statement.item)
    return SlidePoint(text=text, about=about, source=material.reported(statement), mark=status, language=language)


def step_point(material: Material, statement: Statement) -> SlidePoint:
    """Return an announced next step with its date, its source, later acts on its theme, body and place."""
    words = material.words
    return SlidePoint(
        text=step_text(material.snapshot, statement, words),
        about=words.date(statement.due_date) if statement.due_date else "",
        source=material.reported(statement),
        mark=Status.PLANNED.value,
        language=words.language if translated(statement.next_step, words) else statement.lang,
    )


def _asked(material: Material, code: str) -> list[ItemStatus]:
    return [
        status
        for status in statuses(material.snapshot)
        if status.country == code
        and status.applies
        and status.state is not State.NOT_APPLICABLE
        and material.has(status.item)
    ]


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
    missing = [status for status in _asked(material, code) if not status.answered]
    if missing:
        names = "; ".join(f"{material.item_name(s.item)} ({label(words, mark(s))})" for s in missing)
        found.append(words("Without a status: {themes}.", themes=names))
    return tuple(found)


def _say(material: Material, code: str) -> tuple[str, ...]:
    """Return how many themes of a state have which mark, as its slide has them."""
    words, by_mark = material.words, group_by(_asked(material, code), mark)
    parts = ", ".join(_counted(words, kind, by_mark[kind]) for kind in in_key_order(by_mark))
    total = sum(map(len, by_mark.values()))
    counted = words.plural("{n} theme: {parts}", "{n} themes: {parts}", total, parts=parts)
    return (f"{material.country_name(code)}. {counted}.",)


def _counted(words: Words, kind: str, having: list[ItemStatus]) -> str:
    return words("{word} {n}", word=short_label(words, kind), n=words.number(len(having)))
