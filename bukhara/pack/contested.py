"""Slides on figures that differ, on objections of states, and on the questions that are open."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bukhara.charts import fit
from bukhara.charts.shapes import Area, Drawing, Glyph, Label, Part, Stroke, height, moved
from bukhara.i18n.codes import short_label
from bukhara.i18n.source_differences import describe_difference, objection_text, side_text
from bukhara.model.difference import Difference
from bukhara.model.observation import Observation
from bukhara.model.round import Reply
from bukhara.model.statement import Statement
from bukhara.pack.material import Material
from bukhara.pack.slides import ANNEX, Notes, Points, Slide, SlideKind, SlidePoint, divided_subject
from bukhara.situation import contested as points
from bukhara.situation.replies import objections
from bukhara.views.status import scorecard
from bukhara.views.themes import conclusions

_TEXTS, _OBJECTED = (16.0, 15.0, 14.0, 13.0, 12.0), 20.0
_BODIES, _ROWS, _ASKED, _LETTERS, _SMALL, _LEFT, _RIGHT, _APART, _LEAST = 2, 4, 3, 18.0, 12.0, 200.0, 70.0, 8.0, 0.3
"""The bodies of a point, the lines of a reply, the rows and questions of a slide; what the drawing of a row takes."""


@dataclass(frozen=True, slots=True)
class _Row:
    """An objection or two figures of a state as parts of a drawing, the records behind it, and what may explain it."""

    country: str
    parts: list[Part]
    records: tuple[Statement | Observation, ...]
    caution: str = ""


def contested(material: Material) -> tuple[Slide, ...]:
    """Return objections and pairs of figures that differ, of each state one first; nothing without any."""
    statuses, figures, differing = _objections(material), _objections_to_figures(material), _differences(material)
    rows, d, o, f = [*statuses, *figures, *differing], len(differing), len(statuses), len(figures)
    words = material.words
    said = (
        words.plural("Sources differ on {n} point", "Sources differ on {n} points", d) if d else "",
        words.plural("{n} status has an objection", "{n} statuses have an objection", o) if o else "",
        words.plural("{n} figure has an objection", "{n} figures have an objection", f) if f else "",
    )
    title, about = "; ".join(filter(None, said)), words("Contested points")
    shown = _in_order(material, rows[:_ROWS])
    if len(shown) < len(rows):
        about = words("{about}: {n} of {total}", about=about, n=len(shown), total=len(rows))
    say = (words("The panel is asked to explain, not to decide."),)
    return (_slide(material, SlideKind.CONTESTED, (title, about), shown, say),) if rows else ()


def contested_in_full(material: Material) -> tuple[Slide, ...]:
    """Return the points on which sources differ, or to which a state has objected, with what may explain them."""
    title = material.words("Contested points")
    objected = [*_objections(material), *_objections_to_figures(material)]
    rows = _in_order(material, [*objected, *_differences(material)])
    say = (material.words("Here sources give different figures, or a state disagrees with a status or a figure."),)
    kind, groups = SlideKind.ALL_CONTESTED, fit.groups(rows, _ROWS)
    return divided_subject([_slide(material, kind, (title, ""), g, () if n else say) for n, g in enumerate(groups)])


def _in_order(material: Material, rows: Sequence[_Row]) -> list[_Row]:
    return sorted(rows, key=lambda row: material.places.index(row.country))


def _slide(
    material: Material, kind: SlideKind, titles: tuple[str, str], rows: Sequence[_Row], say: tuple[str, ...]
) -> Slide:
    title, about = titles
    high, records = fit.HEIGHT / len(rows), [record for row in rows for record in row.records]
    tops = (n * high + max(0.0, (high - height(row.parts)) / 2) for n, row in enumerate(rows))
    parts = [moved(part, top) for row, top in zip(rows, tops, strict=True) for part in row.parts]
    parts += [Stroke(0, n * high - 4, fit.WIDTH, n * high - 4) for n in range(1, len(rows))]
    seen = ". ".join(part.text.rstrip(".") for part in parts if isinstance(part, Label))
    cautions = tuple(dict.fromkeys(row.caution for row in rows if row.caution and kind in ANNEX))
    return material.slide(
        kind,
        title,
        (Drawing(title, tuple(parts), seen),),
        Notes(say, material.quotes(records), cautions),
        about=about,
        sources=material.sources(records),
        facts=records,
    )


def _objections(material: Material) -> list[_Row]:
    """Return each status to which a state objects, with what the state says of it."""
    found, words = [], material.words
    replies = {(each.reply.country, each.reply.item): each.reply for each in objections(material.snapshot)}
    for code, line in ((c.code, line) for c in material.countries for line in material.country_view(c.code).objected):
        if not material.has(line.item.id):
            continue
        name = f"{material.country_name(code)} · {material.item_name(line.item.id)}"
        text = f"{short_label(words, line.status.mark)}. {words('The state disagrees with the status.')}"
        below = Glyph(line.status.mark, 0, 27, _OBJECTED), Label(28, 25, fit.WIDTH - 28, text, _OBJECTED, "warning")
        own = _own_words(material, replies.get((code, line.item.id)))
        found.append(_Row(code, _objected(name, own, *below), (line.statement,) if line.statement else ()))
    return found


def _objections_to_figures(material: Material) -> list[_Row]:
    """Return each figure to which a state objects, with what the state says of it."""
    snapshot, words = material.snapshot, material.words
    replies = {each.reply.item: each.reply for each in objections(snapshot)}
    return [
        _Row(
            figure.country,
            _objected(
                material.country_name(figure.country),
                _own_words(material, replies.get(figure.observation_id)),
                Label(28, 25, fit.WIDTH - 28, objection_text(figure, words, snapshot.framework), _TEXTS[0], "warning"),
            ),
            (figure,),
        )
        for figure in points.points(snapshot).figures
        if figure.country in material.places
    ]


def _own_words(material: Material, reply: Reply | None) -> str:
    return reply.translation.beside(reply.words, reply.lang, material.words.language)[0] if reply else ""


def _objected(name: str, own: str, *below: Part) -> list[Part]:
    parts: list[Part] = [Label(0, 0, fit.WIDTH, name, _OBJECTED, is_bold=True), *below]
    if own and fit.text_lines(own, fit.WIDTH - 28, _TEXTS[0]) <= _BODIES:
        parts.append(Label(28, 51, fit.WIDTH - 28, f"“{own}”", _TEXTS[0]))
    return parts


def _differences(material: Material) -> list[_Row]:
    """Return the pairs of figures, of each state one first; one number with two headings is no pair."""
    differences, seen, turns = _open_differences(material), Counter[str](), {}
    for each in differences:
        turns[each.group] = seen[each.country]
        seen[each.country] += 1
    return [
        _pair(material, each)
        for each in sorted(differences, key=lambda each: (each.first == each.second, turns[each.group]))
    ]


def _pair(material: Material, difference: Difference) -> _Row:
    """Return both figures on an axis from zero, the smaller one first, and below it their periods and bodies."""
    words, ends = material.words, (difference.first, difference.second)
    texts = [_side(material, difference, side) for side in (0, 1)]
    (small, one), (large, other) = sorted(zip(ends, texts, strict=True), key=lambda end: end[0])
    scale = (fit.WIDTH - _LEFT - _RIGHT) / (large or 1)
    at, to = _LEFT + small * scale, _LEFT + large * scale
    described = describe_difference(difference, material.snapshot.framework, words)
    printed = dict(zip(ends, (described.first, described.second), strict=True))
    parts: list[Part] = [
        Label(0, 10, _LEFT - 12, material.country_name(difference.country), _LETTERS, is_bold=True),
        Stroke(_LEFT, 30, to, 30, width=1.5),
        Stroke(at, 30, to, 30, "accent", 3),
        Stroke(_LEFT, 25, _LEFT, 35, width=1.5),
        Label(_LEFT - 14, 36, 28, "0", _SMALL, "soft", align="middle"),
    ]
    end = fit.WIDTH
    for x, value in ((to, large), (at, small))[: 1 if small == large else 2]:
        wide = fit.word_width(printed[value]) * _LETTERS * 1.16 + 4
        left = min(x - wide / 2, end - wide)
        parts.append(Area(x - 7, 23, 14, 14, "accent", "dot"))
        parts.append(Label(left, 2, wide, printed[value], _LETTERS, is_bold=True, align="middle"))
        end = left - _APART
    left = (fit.WIDTH - 2 * _APART) * min(max(len(one) / len(one + other), _LEAST), 1 - _LEAST)
    sides = ((one, left), (other, fit.WIDTH - 2 * _APART - left))
    lines = (max(fit.text_lines(text, wide, size) for text, wide in sides) for size in _TEXTS)
    size = next((size for size, most in zip(_TEXTS, lines, strict=True) if most * size < 2 * _TEXTS[2]), _TEXTS[-1])
    (_, wide), (_, broad) = sides
    parts += [Label(0, 50, wide, one, size), Label(fit.WIDTH - broad, 50, broad, other, size, align="end")]
    named = words("What may explain it: {causes}.", causes="; ".join(described.causes))
    caution = f"{material.country_name(difference.country)}: {named}"
    return _Row(difference.country, parts, difference.observations, caution)


def _side(material: Material, difference: Difference, side: int) -> str:
    framework, words = material.snapshot.framework, material.words
    if not side or len(difference.observations) <= _BODIES:
        return side_text(difference, side, framework, words)
    body = material.body(difference.observations[difference.sides].reporter)
    return words("{sum}: sum of the parts named, {body}", sum=words.number(difference.second), body=body)


def _open_differences(material: Material) -> list[Difference]:
    return [each for each in points.points(material.snapshot).open if each.country in material.places]


def questions(material: Material) -> tuple[Slide, ...]:
    """Return questions that follow from gaps and differences; they ask for information and for what can be shared."""
    kinds = (*_theme_questions(material), _conclusion_questions(material), _difference_questions(material))
    words, first = material.words, list[SlidePoint]()
    for found in kinds:
        first += [each for each in found if each.about not in [other.about for other in first]][:1]
    slide = material.slide(
        SlideKind.QUESTIONS,
        words("The sources leave questions open"),
        (Points(tuple(first[:_ASKED])),),
        Notes(
            (
                words("The questions are put to the panel as a whole."),
                words("Each state is free to answer in the panel or in writing afterwards."),
            )
        ),
        about=words("Open questions for the panel"),
    )
    return (slide,) if first else ()


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
