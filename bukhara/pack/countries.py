"""Slides on the states: challenges and needs that they named, and one slide for each with its own words."""

from collections.abc import Iterable

from bukhara.charts.act_words import acts_on_file
from bukhara.charts.count_words import state_texts
from bukhara.i18n.codes import label
from bukhara.i18n.words import Words
from bukhara.model.codes import ItemKind, Kind, Position
from bukhara.model.framework import Country
from bukhara.model.groups import group_by
from bukhara.model.messages import N_
from bukhara.model.statement import Statement
from bukhara.pack import grid, state_drawing
from bukhara.pack.material import Material
from bukhara.pack.slides import Notes, Slide, SlideKind
from bukhara.pack.whole import behind
from bukhara.situation.counts import count
from bukhara.situation.situation import Situation, of_state
from bukhara.situation.statements import is_beside
from bukhara.views.themes import needs

CHALLENGE, NEED = N_("challenge"), N_("need")
_NAMED = (Kind.CHALLENGE, Kind.NEED, Kind.SUPPORT_REQUEST)
_QUOTED, _LONGEST_LABEL = 3, 8
"""The statements quoted in the notes of a state, and the words of a label."""


def named_challenges(material: Material) -> tuple[Slide, ...]:
    """Return the challenges and needs that the bodies of each state named, state by state; nothing without any."""
    named = _named(material)
    return (_challenges(material, named),) if named else ()


def _challenges(material: Material, named: list[Statement]) -> Slide:
    words, codes = material.words, [country.code for country in material.countries]
    rows = [
        grid.Row(material.short_name(item), tuple(_cell(words, kind, of_item, code) for code in codes), words(kind))
        for kind, found in sorted(group_by(named, _kind).items())
        for item, of_item in group_by(found, lambda statement: statement.item).items()
    ]
    speaking, n, about = len({statement.country for statement in named}), len(codes), words("Challenges and needs")
    caution = words("A state with no word here named none on these themes in these sources. It is no finding about it.")
    last = caution if speaking < n else ""
    title = about if n == 1 else words.plural(
        "Bodies of {n} of {all} states named challenges or needs",
        "Bodies of {n} of {all} states named challenges or needs", speaking, all=n,
    )  # fmt: skip
    return material.slide(
        SlideKind.CHALLENGES,
        title,
        (grid.draw(about, [material.country_name(code) for code in codes], rows, {}, last),),
        Notes(
            (
                words("Conclusion 6 of the Astana conference proposed a panel on challenges."),
                words("These are the challenges and needs as the states' own bodies named them."),
            ),
            material.quotes(named),
            tuple(filter(None, (last,))),
        ),
        about=about,
        sources=material.sources(named),
        facts=named,
    )


def _kind(statement: Statement) -> str:
    return CHALLENGE if statement.kind is Kind.CHALLENGE else NEED


def _cell(words: Words, kind: str, named: Iterable[Statement], code: str) -> grid.Cell:
    """Return a cell with the word of its kind if the bodies of a state named it."""
    is_named = any(statement.country == code for statement in named)
    return grid.Cell("challenge" if is_named and kind == CHALLENGE else "", words(kind) if is_named else "")


def _named(material: Material) -> list[Statement]:
    """Return the challenges and needs that bodies of the chosen states named, theme by theme."""
    codes = [country.code for country in material.countries]
    rows = needs.challenges(material.snapshot, speaker="state").rows
    every = (s for row in rows for cell in row.cells for s in cell if not is_beside(material.snapshot, s))
    return [s for s in every if s.kind in _NAMED and s.country in codes and material.has(s.item)]


def country_slides(material: Material) -> tuple[Slide, ...]:
    """Return one slide for each chosen state asked about a chosen theme, with what the whole does not show of it."""
    return tuple(_of_state(material, each) for each in material.countries if state_drawing.asked(material, each.code))


def _of_state(material: Material, country: Country) -> Slide:
    """Return the slide of a state: its themes, what was reported of them, and what is on file since."""
    code = country.code
    asked = [status for _, own in state_drawing.asked(material, code) for status in own]
    rows = state_drawing.rows_of(material, asked)
    reported = [s for status in asked if status.answered for s in behind(status)]
    steps, acts = [row.step for row in rows if row.step], [act for status in asked for act in status.acts]
    confirmed = material.confirmation(asked, one_state=True)
    is_short = len(confirmed.split()) <= _LONGEST_LABEL
    return material.slide(
        SlideKind.COUNTRY,
        _country_message(material, country, sum(any(act.day for act in row.acts) for row in rows)),
        (state_drawing.draw(material, code, material.question(code)),),
        Notes(
            _say(material, code),
            material.quotes([*steps, *reported[:_QUOTED]]),
            (
                *(() if is_short else (confirmed,)),
                *filter(None, [acts_on_file(acts, material.words)]),
                *cautions(material, code),
            ),
        ),
        sources=(*material.sources([*reported, *steps]), *material.report_sources(acts)),
        name=code,
        label=confirmed if is_short else material.words("Statuses: see notes."),
        facts=(*asked, *steps, *(act.record for act in acts)),
    )


def _country_message(material: Material, country: Country, later: int) -> str:
    """Return on how many themes of a state a step is in place, and on how many acts are on file since, else under way.

    Where no step is in place, it is those under way.
    """
    words, counts = material.words, count(_asked(material, country.code))
    name, total = words.text(country.short), words.number(counts.n)
    if not (counts.in_place or counts.under_way):
        return name
    if counts.in_place:
        first = words.plural(
            "{state}: {n} of {all} themes was reported in place", "{state}: {n} of {all} themes were reported in place",
            counts.in_place, state=name, all=total,
        )  # fmt: skip
    else:
        first = words.plural(
            "{state}: {n} of {all} themes was reported under way",
            "{state}: {n} of {all} themes were reported under way",
            counts.under_way, state=name, all=total,
        )  # fmt: skip
    if over := sum(cell.is_over for cell in _asked(material, country.code)):
        first = words("{first}, the period is over for {n}", first=first, n=over)
    if later:
        return words.plural(
            "{first}; a later act is on file on {n}", "{first}; later acts are on file on {n}", later, first=first
        )
    begun = counts.under_way if counts.in_place else 0
    return words("{first}, {n} under way", first=first, n=words.number(begun)) if begun else first


def _asked(material: Material, code: str) -> list[Situation]:
    return [cell for cell in of_state(material.snapshot, code).values() if cell.is_asked and material.has(cell.item)]


def cautions(material: Material, code: str) -> tuple[str, ...]:
    """Return the cautions for the slide of a state."""
    words, found = material.words, []
    before = material.country_view(code).counts.in_place_before
    if before:
        found.append(
            words.plural(
                "{n} theme was reported in place before the Declaration.",
                "{n} themes were reported in place before the Declaration.",
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
