"""Slides on figures that differ, on objections of states, and on the questions that are open."""

from collections import Counter
from dataclasses import dataclass

from bukhara.i18n.source_differences import DifferenceText, describe_difference, side_text, subject_text
from bukhara.i18n.words import Words
from bukhara.model.difference import Difference
from bukhara.model.observation import Observation
from bukhara.model.statement import Statement
from bukhara.pack import fit, layout
from bukhara.pack.lists import ListLine, list_slides
from bukhara.pack.material import Material
from bukhara.pack.slides import Notes, Points, Slide, SlideKind, SlidePoint
from bukhara.pack.tables import TextTable
from bukhara.situation import contested as points
from bukhara.views.status import scorecard
from bukhara.views.themes import conclusions

_BODIES, _WORDS = 2, 48
"""The bodies of a point, and the words of all questions."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A point on which sources differ: its row, how large the smaller number is of the larger one, and the records."""

    row: tuple[str, str, str, str]
    share: float | None
    records: tuple[Statement | Observation, ...]


def contested(material: Material) -> tuple[Slide, ...]:
    """Return pairs of figures that differ, one of each state first, as many as a slide has space for."""
    objected, differing = _objections(material), _open_differences(material)
    pairs = [*map(_objection, objected), *(_pair(material, each) for each in _one_of_each_state_first(differing))]
    shown = material.division.first(
        pairs,
        lambda pair: fit.row_height(pair.row, layout.PAIRS, (layout.SIZES[-1],) * len(pair.row)),
        fit.HEIGHT - layout.HEADER_ROW,
    )
    return (_pairs(material, shown, len(objected), len(differing)),) if shown else ()


def differing_points(words: Words, n: int) -> str:
    """Return on how many points sources differ, without a full stop."""
    return words.plural("Sources differ on {n} point", "Sources differ on {n} points", n)


def _pairs(material: Material, pairs: tuple[_Pair, ...], objected: int, differing: int) -> Slide:
    words, every = material.words, objected + differing
    records = [record for pair in pairs for record in pair.records]
    said = (
        differing_points(words, differing) if differing else "",
        words.plural("{n} status has an objection", "{n} statuses have an objection", objected) if objected else "",
    )
    about = words("Points on which sources differ")
    # an objection is to a status
    sides = (words("One view"), words("Another view")) if objected else (words("One figure"), words("Another figure"))
    columns = (words("State"), sides[0], "", sides[1])
    table = TextTable(columns, tuple(p.row for p in pairs), layout.PAIRS, tuple(p.share for p in pairs))
    return material.slide(
        SlideKind.CONTESTED,
        "; ".join(filter(None, said)),
        (table,),
        Notes((words("The panel is asked to explain, not to decide."),), material.quotes(records)),
        about=about
        if len(pairs) == every
        else words("{about}: {n} of {total}", about=about, n=len(pairs), total=every),
        sources=material.sources(records),
    )


def _objection(line: ListLine) -> _Pair:
    state, _, theme = line.point.about.partition(" · ")
    return _Pair((state, theme, "", line.point.text), None, line.records)


def _pair(material: Material, difference: Difference) -> _Pair:
    """Return both figures with their periods and bodies, the smaller one first, as on an axis."""
    ends = (difference.first, difference.second)
    texts = [_side(material, difference, side) for side in (0, 1)]
    (small, one), (large, other) = sorted(zip(ends, texts, strict=True), key=lambda end: end[0])
    row = (material.country_name(difference.country), one, "", other)
    return _Pair(row, small / large if large else None, difference.observations)


def _side(material: Material, difference: Difference, side: int) -> str:
    framework, words = material.snapshot.framework, material.words
    if not side or len(difference.observations) <= _BODIES:
        return side_text(difference, side, framework, words)
    body = material.body(difference.observations[difference.sides].reporter)
    return words("{sum}: sum of the parts named, {body}", sum=words.number(difference.second), body=body)


def _one_of_each_state_first(differences: list[Difference]) -> list[Difference]:
    seen: Counter[str] = Counter()
    turns = {}
    for difference in differences:
        turns[difference.group] = seen[difference.country]
        seen[difference.country] += 1
    # one number with two headings is no pair
    return sorted(differences, key=lambda each: (each.first == each.second, turns[each.group]))


def contested_in_full(material: Material) -> tuple[Slide, ...]:
    """Return the points on which sources differ, or to which a state has objected, with what may explain them."""
    words = material.words
    lines = [*_objections(material), *_difference_lines(material)]
    say = (words("Here sources give different figures, or a state disagrees with a status."),)
    return list_slides(material, SlideKind.ALL_CONTESTED, words("Points on which sources differ"), lines, say=say)


def _difference_lines(material: Material) -> list[ListLine]:
    words = material.words
    return [
        ListLine(
            _difference_point(material, difference),
            records=difference.observations,
            caution=f"{material.country_name(difference.country)}: "
            + words("What may explain it: {causes}.", causes="; ".join(_described(material, difference).causes)),
        )
        for difference in _open_differences(material)
    ]


def _open_differences(material: Material) -> list[Difference]:
    return [each for each in points.points(material.snapshot).open if each.country in material.places]


def _described(material: Material, difference: Difference) -> DifferenceText:
    return describe_difference(difference, material.snapshot.framework, material.words)


def _objections(material: Material) -> list[ListLine]:
    words, found = material.words, []
    for country in material.countries:
        for line in material.country_view(country.code).objected:
            if material.has(line.item.id):
                about = f"{words.text(country.short)} · {words.text(line.item.name)}"
                point = SlidePoint(text=words("The state disagrees with the status."), about=about, mark="challenge")
                found.append(ListLine(point, records=(line.statement,) if line.statement else ()))
    return found


def _difference_point(material: Material, difference: Difference) -> SlidePoint:
    figures, words = difference.observations, material.words
    measure = subject_text(difference, material.snapshot.framework, words)
    bodies = list(dict.fromkeys(material.reported(figure) for figure in figures))
    more = f" (+{len(bodies) - _BODIES})" if len(bodies) > _BODIES else ""
    return SlidePoint(
        text=_described(material, difference).sentence,
        about=f"{material.country_name(difference.country)} · {measure}",
        source="; ".join(bodies[:_BODIES]) + more,
    )


def questions(material: Material) -> tuple[Slide, ...]:
    """Return questions that follow from gaps and differences; they ask for information and for what can be shared."""
    kinds = (*_theme_questions(material), _conclusion_questions(material), _difference_questions(material))
    first: list[SlidePoint] = []
    for found in kinds:
        first += [each for each in found if each.about not in [other.about for other in first]][:1]
    shown = material.division.first(first, lambda point: len(f"{point.about} {point.text}".split()), _WORDS)
    return (_questions(material, list(shown)),) if shown else ()


def _questions(material: Material, shown: list[SlidePoint]) -> Slide:
    words = material.words
    return material.slide(
        SlideKind.QUESTIONS,
        words("The sources leave questions open"),
        (Points(tuple(shown)),),
        Notes(
            (
                words("The questions are put to the panel as a whole."),
                words("Each state is free to answer in the panel or in writing afterwards."),
            )
        ),
        about=words("Open questions for the panel"),
    )


def _theme_questions(material: Material) -> tuple[list[SlidePoint], ...]:
    """Return questions on periods that are over, on themes without a status, and on those in place in some states."""
    words, over, without_status, in_place = material.words, [], [], []
    codes = [country.code for country in material.countries]
    for row in scorecard.build(material.snapshot).rows:
        if not material.has(row.item.id):
            continue
        about, cells = words.text(row.item.short), [cell for cell in row.cells if cell.country in codes]
        missing = [cell.country for cell in cells if not cell.answered]
        there = [cell.country for cell in cells if cell.is_in_place and cell.is_example]
        if ended := [cell.country for cell in cells if cell.period_ended]:
            states = material.country_names(ended)
            text = words("The reported period is over: {states}. What is in force today?", states=states)
            over.append(SlidePoint(text=text, about=about))
        if len(missing) * 2 > len(codes):
            states = material.country_names(missing)
            text = words("Without a status: {states}. What is the situation today?", states=states)
            without_status.append(SlidePoint(text=text, about=about))
        if there and len(there) < len(codes):
            states = material.country_names(there)
            text = words("Reported in place: {states}. What could be shared with the others?", states=states)
            in_place.append(SlidePoint(text=text, about=about))
    return over, without_status, in_place


def _difference_questions(material: Material) -> list[SlidePoint]:
    words, found = material.words, []
    for code, n in Counter(each.country for each in _open_differences(material)).items():
        text = words.plural(
            "On {n} point the sources differ. What does each figure count?",
            "On {n} points the sources differ. What does each figure count?",
            n,
        )
        found.append(SlidePoint(text=text, about=material.country_name(code)))
    return found


def _conclusion_questions(material: Material) -> list[SlidePoint]:
    words = material.words
    found = [each for each in conclusions.build(material.snapshot) if not each.steps]
    about = words.plural("{n} conclusion", "{n} conclusions", len(found))
    text = words("Who could take the lead, with which first step and by when?")
    return [SlidePoint(text=text, about=about)] if found else []
