"""Slides on the states: challenges and needs that they named, and one slide for each with its own words."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from bukhara.charts.count_words import themes_text
from bukhara.i18n.codes import label, short_label
from bukhara.i18n.record_texts import marked, translated
from bukhara.model.codes import ItemKind, Kind, Position, Scope, State, Status
from bukhara.model.framework import Country
from bukhara.model.marks import MARKS
from bukhara.model.statement import Statement
from bukhara.pack import fit, layout
from bukhara.pack.lists import ListLine, ListSlide, list_slides
from bukhara.pack.material import Material
from bukhara.pack.slides import Block, Notes, Points, Quotes, Slide, SlideKind, SlidePoint, SlideStrip
from bukhara.progress.status import ItemStatus, statuses
from bukhara.views import challenges, country_tiles
from bukhara.views.grouped import statements_of
from bukhara.views.marks import mark
from bukhara.views.same_answers import newest_first

PointOf = Callable[[Material, Statement], SlidePoint]
"""Makes a line of a list from a statement."""
POINTS, STEPS = 3, 2
_NAMED = (Kind.CHALLENGE, Kind.NEED, Kind.SUPPORT_REQUEST)
_STATUSES = (Status.IN_PLACE, Status.UNDER_WAY, Status.PLANNED, Status.CONTINUING)
_LONGEST_QUOTE, _LONG_STATEMENT, _LONGEST_STEP = 120, 110, 110
_THEMES_OF_A_STATE = 3
"""Themes on which the slides show challenges of one state."""
_FITTING = ((18, 160, 1), *((16, longest, quotes) for quotes in (1, 0) for longest in (160, 140, 120, 100)))
"""Letters, characters of a point and quotes of a slide about a state; the first with which it has space is taken."""


def named_challenges(material: Material) -> tuple[Slide, ...]:
    """Return the challenges and needs that state bodies named, theme by theme: conclusion 6 asks for this panel.

    A panel is about what several states named: their themes come first. A state that named much is not all of it.
    """
    words, cells = material.words, _challenge_cells(material)
    states = Counter(own[0].item for own in cells)
    chosen: dict[str, list[list[Statement]]] = {}
    for own in sorted(cells, key=lambda own: states[own[0].item] == 1):
        chosen.setdefault(own[0].country, []).append(own)
    shown = [own for own in cells if own in chosen[own[0].country][:_THEMES_OF_A_STATE]]
    left = {code: sum(map(len, found[_THEMES_OF_A_STATE:])) for code, found in chosen.items()}
    about = ListSlide(
        kind=SlideKind.CHALLENGES,
        title=words("Challenges and needs that the states named"),
        label=words("At most three themes of a state") if any(left.values()) else "",
        say=(
            words("Conclusion 6 of the Astana conference proposed a panel on challenges."),
            words("These are the challenges and needs as the states' own bodies named them."),
            words("A state that is not listed named none in these sources. That is not a finding about it."),
        ),
        cautions=tuple(
            words.plural(
                "{country}: {n} more challenge or need is in the record.",
                "{country}: {n} more challenges and needs are in the record.",
                n,
                country=material.country_name(code),
            )
            for code, n in left.items()
            if n
        ),
        empty=words("No challenge or need is named in the sources of this day."),
    )
    return list_slides(material, about, [_challenge_line(material, own) for own in shown])


def _challenge_cells(material: Material) -> list[list[Statement]]:
    """Return the challenges and needs of each chosen state on each theme, the newest first."""
    codes = [country.code for country in material.countries]
    return [
        own
        for row in challenges.build(material.snapshot, speaker="state").rows
        for cell in row.cells
        if (own := [s for s in cell if s.kind in _NAMED and s.country in codes and material.has(s.item)])
    ]


def _challenge_line(material: Material, own: list[Statement]) -> ListLine:
    """Return the newest challenge or need of a state on a theme, with the number of further ones."""
    first, more = challenge_point(material, own[0]), len(own) - 1
    about = f"{material.country_name(own[0].country)} · {first.about}"
    rest = material.words.plural("({n} more in the record)", "({n} more in the record)", more)
    return ListLine(
        replace(first, about=about, text=f"{first.text} {rest}" if more else first.text), records=tuple(own)
    )


def challenge_point(material: Material, statement: Statement) -> SlidePoint:
    """Return a challenge or need as a line with its theme, body and place."""
    text, language = statement.text_in(material.words.language)
    kind = "challenge" if statement.kind is Kind.CHALLENGE else "planned"
    about = material.item_name(statement.item)
    return SlidePoint(text=text, about=about, source=material.reported(statement), mark=kind, language=language)


def country_slides(material: Material) -> tuple[Slide, ...]:
    """Return one slide for each chosen state, in the fixed order."""
    return tuple(_country(material, country) for country in material.countries)


def _country(material: Material, country: Country) -> Slide:
    """Return the slide of a state, with what has space on it; the notes have the rest."""
    for size, longest, quotes in _FITTING:
        slide = _country_slide(material, country, longest, quotes)
        if layout.has_space(slide, size):
            break
    return slide


def _country_slide(material: Material, country: Country, longest: int, quotes: int) -> Slide:
    words = material.words
    points, steps = own_points(material, country.code)[:POINTS], announced(material, country.code)[:STEPS]
    spoken = [*points, *steps]
    lines = [(point, longest) for point in _with_bodies(material, points, statement_point)]
    next_lines = [(point, _LONGEST_STEP) for point in _with_bodies(material, steps, step_point)]
    blocks: tuple[Block, ...] = (
        strip(material, country.code),
        Points(
            words("As its own bodies reported"),
            tuple(fit.shortened(*line) for line in lines),
            words("No statement of its own bodies is in the sources of this day."),
        ),
        Points(
            words("Announced next steps"),
            tuple(fit.shortened(*line) for line in next_lines),
            words("No next step is announced in the sources of this day."),
        ),
        *_own_words(material, points, quotes),
    )
    cut = (fit.in_full(*line) for line in (*lines, *next_lines))
    return material.slide(
        SlideKind.COUNTRY,
        words.text(country.name),
        blocks,
        Notes(
            _say(material, country.code),
            material.quotes(spoken),
            (*cautions(material, country.code), *filter(None, cut)),
        ),
        sources=material.sources(spoken) or material.every_source(),
        name=country.code,
        label=material.confirmation(_asked(material, country.code), one_state=True),
    )


def _with_bodies(material: Material, statements: list[Statement], point_of: PointOf) -> list[SlidePoint]:
    """Return points with their bodies, once below those of one body: the places are in the line below the slide."""
    bodies = [material.body(each.body) for each in statements]
    shown = [body if body != after else "" for body, after in zip(bodies, [*bodies[1:], ""], strict=False)]
    return [replace(point_of(material, each), source=body) for each, body in zip(statements, shown, strict=True)]


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
    """Return an announced next step with its date, body and place."""
    words = material.words
    return SlidePoint(
        text=marked(statement.next_step, words),
        about=words.date(statement.due_date) if statement.due_date else "",
        source=material.reported(statement),
        mark=Status.PLANNED.value,
        language=words.language if translated(statement.next_step, words) else statement.lang,
    )


def strip(material: Material, code: str) -> SlideStrip:
    """Return the counts of a state in words, and a mark for each theme that can be completed."""
    view = material.country_view(code)
    found = [status for status in _asked(material, code) if status.kind is ItemKind.MILESTONE]
    marks = sorted((mark(status) for status in found), key=list(MARKS).index)
    counts = Counter(marks)
    words = material.words
    return SlideStrip(
        words.plural("{n} theme", "{n} themes", view.counts.n)
        if not material.choice.themes
        else words.text(view.country.short),
        tuple(marks),
        tuple((kind, short_label(words, kind), counts[kind]) for kind in MARKS if counts[kind]),
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
    words, name = material.words, material.country_name(code)
    counts = themes_text(material.country_view(code).counts, words)
    return (
        f"{name}. {counts}.",
        words("The points are our summary of what its own bodies reported. The state may add what has changed since."),
    )


def _own_words(material: Material, statements: Iterable[Statement], most: int) -> tuple[Quotes, ...]:
    """Return at most so many quotes of a state, each short enough for a slide."""
    quotes = [quote for quote in material.quotes(s for s in statements if s.quote) if len(quote.text) <= _LONGEST_QUOTE]
    return (Quotes(material.words("As the source puts it"), tuple(quotes[:most])),) if quotes[:most] else ()
