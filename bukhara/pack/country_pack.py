"""The pack for one state, for its minister: where we are, what is missing, what will be raised."""

from collections.abc import Iterable

from bukhara.charts.cell_words import states_by_mark
from bukhara.i18n.codes import label
from bukhara.model.statement import Statement
from bukhara.pack import countries
from bukhara.pack.countries import PointOf
from bukhara.pack.lists import ListLine, list_slides
from bukhara.pack.material import Material
from bukhara.pack.slides import Slide, SlideKind, SlidePoint
from bukhara.pack.whole import behind


def missing(material: Material) -> tuple[Slide, ...]:
    """Return the themes without an answer and those with a step to go, as the sources have them."""
    words, code = material.words, material.countries[0].code
    view = material.country_view(code)
    lines = [
        ListLine(
            SlidePoint(
                text=label(words, line.status.mark),
                about=words.text(line.item.name),
                mark=line.status.mark,
                source=material.reported(line.statement) if line.statement else "",
            ),
            records=(line.statement,) if line.statement else (),
        )
        for line in view.open
        if material.has(line.item.id)
    ]
    return list_slides(
        material,
        SlideKind.MISSING,
        words.plural("{n} theme is open in the sources", "{n} themes are open in the sources", len(lines)),
        lines,
        say=(
            words("These themes are open in the sources: none of them is reported as in place or ongoing."),
            words("The state can answer them in a round or in a letter of the ministry."),
        ),
        about=words("What is open"),
    )


def raised(material: Material) -> tuple[Slide, ...]:
    """Return the likely points of the panel: challenges and needs that the state named, and steps that it announced."""
    words, code = material.words, material.countries[0].code
    view = material.country_view(code)
    named = [statement for statement in (*view.challenges, *view.needs) if material.has(statement.item)]
    steps = countries.announced(material, code)
    lines = (*_lines(material, steps, countries.step_point), *_lines(material, named, countries.challenge_point))
    return list_slides(
        material,
        SlideKind.RAISED,
        words.plural(
            "The panel may ask about {n} point that the state named",
            "The panel may ask about {n} points that the state named",
            len(lines),
        ),
        lines,
        say=(
            words("These are challenges and needs that the state named itself, and the steps that it announced."),
            words("The panel may ask what became of each of them."),
        ),
        about=words("What the panel may ask"),
    )


def _lines(material: Material, statements: Iterable[Statement], point_of: PointOf) -> list[ListLine]:
    return [ListLine(point_of(material, each), records=(each,)) for each in statements]


def neighbours(material: Material) -> tuple[Slide, ...]:
    """Return the themes that are open here and in place elsewhere, with the states that could share how."""
    words = material.words
    view = material.country_view(material.countries[0].code)
    lines = [
        ListLine(
            SlidePoint(
                text=states_by_mark(material.snapshot.framework, line.examples, words),
                about=words.text(line.item.name),
                mark=line.status.mark,
            ),
            records=tuple(statement for status in line.examples for statement in behind(status)),
        )
        for line in view.open
        if line.examples and material.has(line.item.id)
    ]
    return list_slides(
        material,
        SlideKind.NEIGHBOURS,
        words.plural(
            "Other states report a step on {n} theme that is open here",
            "Other states report a step on {n} themes that are open here",
            len(lines),
        ),
        lines,
        say=(
            words("On these themes another state reports a step that it could share."),
            words("The states are listed in the fixed order, not by value."),
        ),
        about=words("What the neighbours can share"),
    )
