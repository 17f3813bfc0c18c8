"""Slides on figures that differ, on objections of states, and on the questions that are open."""

from collections import Counter

from bukhara.i18n.source_differences import DifferenceText, describe_difference, side_text, subject_text
from bukhara.model.difference import Difference
from bukhara.pack import fit
from bukhara.pack.drawing import Area, Drawing, Glyph, Label, Part, Stroke, moved
from bukhara.pack.lists import ListLine, list_slides
from bukhara.pack.material import Material
from bukhara.pack.slides import Notes, Points, Slide, SlideKind, SlidePoint
from bukhara.situation import contested as points
from bukhara.views.status import scorecard
from bukhara.views.themes import conclusions

_TEXTS = (16.0, 15.0, 14.0, 13.0, 12.0)
_BODIES, _ROWS, _WORDS, _LETTERS, _SMALL, _LEFT, _NEAR = 2, 4, 48, 18.0, 12.0, 200.0, 50.0
"""The bodies of a point, the rows of a slide, the words of all questions, and what the drawing of a row takes."""


def contested(material: Material) -> tuple[Slide, ...]:
    """Return objections and pairs of figures that differ, of each state one first; nothing without any."""
    objected, differing = _objections(material), _open_differences(material)
    pairs = _one_of_each_state_first(differing)[: max(_ROWS - len(objected), 0)]
    shown = objected[:_ROWS]
    if not (shown or pairs):
        return ()
    words, every, n = material.words, len(objected) + len(differing), len(shown) + len(pairs)
    records = [
        record for each in (*(line.records for line in shown), *(p.observations for p in pairs)) for record in each
    ]
    d, o = len(differing), len(objected)
    said = (
        words.plural("Sources differ on {n} point", "Sources differ on {n} points", d) if d else "",
        words.plural("{n} status has an objection", "{n} statuses have an objection", o) if o else "",
    )
    about, high = words("Points on which sources differ"), fit.HEIGHT / n
    rows = [*(_objection(line) for line in shown), *(_pair(material, pair) for pair in pairs)]
    parts = [moved(part, k * high) for k, row in enumerate(rows) for part in row]
    parts += [Stroke(0, k * high - 4, fit.WIDTH, k * high - 4) for k in range(1, n)]
    return (
        material.slide(
            SlideKind.CONTESTED,
            "; ".join(filter(None, said)),
            (Drawing(about, tuple(parts), ". ".join(p.text.rstrip(".") for p in parts if isinstance(p, Label))),),
            Notes((words("The panel is asked to explain, not to decide."),), material.quotes(records)),
            about=about if n == every else words("{about}: {n} of {total}", about=about, n=n, total=every),
            sources=material.sources(records),
            facts=records,
        ),
    )


def _objection(line: ListLine) -> list[Part]:
    return [
        Label(0, 0, fit.WIDTH, line.point.about, _LETTERS, is_bold=True),
        Glyph("challenge", 0, 27, 18),
        Label(26, 25, fit.WIDTH - 26, line.point.text, _LETTERS),
    ]


def _pair(material: Material, difference: Difference) -> list[Part]:
    """Return both figures on an axis from zero, the smaller one first, and below it their periods and bodies."""
    words, ends = material.words, (difference.first, difference.second)
    texts = [_side(material, difference, side) for side in (0, 1)]
    (small, one), (large, other) = sorted(zip(ends, texts, strict=True), key=lambda end: end[0])
    scale = (fit.WIDTH - _LEFT - 60) / (large or 1)
    at, to, half = _LEFT + small * scale, _LEFT + large * scale, fit.WIDTH / 2 - 8
    parts: list[Part] = [
        Label(0, 10, _LEFT - 12, material.country_name(difference.country), _LETTERS, is_bold=True),
        Stroke(_LEFT, 30, to, 30, width=1.5),
        Stroke(at, 30, to, 30, "accent", 3),
        Stroke(_LEFT, 25, _LEFT, 35, width=1.5),
        Label(_LEFT - 14, 36, 28, "0", _SMALL, "soft", align="middle"),
    ]
    for n, (x, value) in enumerate(((at, small), (to, large))[: 1 if small == large else 2]):
        left = x - (_NEAR + 30 if to - at < _NEAR and not n else 40)
        parts.append(Area(x - 7, 23, 14, 14, "accent", "dot"))
        parts.append(Label(left, 2, 80, words.number(value), _LETTERS, is_bold=True, align="middle"))
    lines = (max(fit.text_lines(text, half, size) for text in (one, other)) for size in _TEXTS)
    size = next((size for size, most in zip(_TEXTS, lines, strict=True) if most * size < 2 * _TEXTS[2]), _TEXTS[-1])
    end = Label(fit.WIDTH - half, 50, half, other, size, align="end")
    return [*parts, Label(0, 50, half, one, size), end]


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
                point = SlidePoint(text=words("The state disagrees with the status."), about=about)
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
    # as many as a room can read, the same in every language
    shown = material.division.divided(first, lambda point: len(f"{point.about} {point.text}".split()), _WORDS)
    return (_questions(material, list(shown[0])),) if first else ()


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
