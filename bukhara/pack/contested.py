"""Slides on figures that differ, on objections of states, and on the questions that are open."""

from collections import Counter

from bukhara.i18n.source_differences import DifferenceText, describe_difference, subject_text
from bukhara.model.codes import Status
from bukhara.model.difference import Difference
from bukhara.pack.lists import ListLine, ListSlide, list_slides
from bukhara.pack.material import Material
from bukhara.pack.slides import Slide, SlideKind, SlidePoint
from bukhara.views import conclusions, country_tiles, scorecard
from bukhara.views import contested as points

_BODIES, _QUESTIONS = 2, 3


def contested(material: Material) -> tuple[Slide, ...]:
    """Return the points on which sources differ, or to which a state has objected."""
    words = material.words
    about = ListSlide(
        kind=SlideKind.CONTESTED,
        title=words("Points on which sources differ"),
        say=(
            words("Here sources give different figures, or a state disagrees with a status."),
            words("Both figures are shown as published. The panel is asked to explain, not to decide."),
        ),
        empty=words("No difference between sources is open."),
    )
    return list_slides(material, about, [*_objections(material), *_difference_lines(material)])


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
    return [each for each in points.open_differences(material.snapshot) if each.country in material.places]


def _described(material: Material, difference: Difference) -> DifferenceText:
    return describe_difference(difference, material.snapshot.framework, material.words)


def _objections(material: Material) -> list[ListLine]:
    words, found = material.words, []
    for country in material.countries:
        for line in country_tiles.build(material.snapshot, material.country_view(country.code)).objected:
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
    words = material.words
    about = ListSlide(
        kind=SlideKind.QUESTIONS,
        title=words("Open questions for the panel"),
        say=(
            words("These questions follow from what the sources leave open. They are put to the panel as a whole."),
            words("Each state is free to answer in the panel or in writing afterwards."),
        ),
        empty=words("No question follows from the sources of this day."),
    )
    asked = (*_theme_questions(material), *_difference_questions(material), *_conclusion_questions(material))
    return list_slides(material, about, [ListLine(point) for point in asked])


def _theme_questions(material: Material) -> list[SlidePoint]:
    """Return questions on themes without a status in most states, then on those in place in some states only."""
    words, without_status, in_place = material.words, [], []
    codes = [country.code for country in material.countries]
    for row in scorecard.build(material.snapshot).rows:
        if not material.has(row.item.id):
            continue
        about, cells = words.text(row.item.name), [cell for cell in row.cells if cell.country in codes]
        missing = [cell.country for cell in cells if not cell.answered]
        there = [cell.country for cell in cells if cell.status is Status.IN_PLACE]
        if len(missing) * 2 > len(codes):
            states = material.country_names(missing)
            text = words("The sources give no status for {states}. What is the situation today?", states=states)
            without_status.append(SlidePoint(text=text, about=about))
        if there and len(there) < len(codes):
            states = material.country_names(there)
            text = words("In place in {states}. What could be shared with the others?", states=states)
            in_place.append(SlidePoint(text=text, about=about))
    return [*without_status[:_QUESTIONS], *in_place[:_QUESTIONS]]


def _difference_questions(material: Material) -> list[SlidePoint]:
    words, found = material.words, []
    for code, n in Counter(difference.country for difference in _open_differences(material)).items():
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
    numbers = ", ".join(each.number for each in found)
    text = words("Who could take the lead, with which first step and by when?")
    return [SlidePoint(text=text, about=words("Conclusions {numbers}", numbers=numbers))] if found else []
