"""The slide on the conclusions of the conference."""

from collections.abc import Iterable

from bukhara.charts.step_words import caveat
from bukhara.i18n.locators import locator_text
from bukhara.model.messages import N_
from bukhara.model.statement import Statement
from bukhara.pack import grid
from bukhara.pack.material import Material
from bukhara.pack.slides import Notes, Slide, SlideKind
from bukhara.situation.steps import is_said
from bukhara.views.themes import conclusions
from bukhara.views.themes.conclusions import Conclusion

REPORT = N_("Report of the Third International Conference, Astana, July 2023")
"""The report where it is not in the record, as in the exercise."""


def concluded(material: Material) -> tuple[Slide, ...]:
    """Return the conclusions of the conference for which a source names a lead or a date; nothing without any."""
    words, found = material.words, conclusions.build(material.snapshot)
    named, codes = [each for each in found if each.steps], [country.code for country in material.countries]
    if not named:
        return ()
    statements, about = [step for each in named for step in each.steps], words("The conclusions of Astana")
    rows = [
        grid.Row(
            f"{each.number}. {material.short_name(each.item.id)}",
            tuple(_lead(material, each.steps, code) for code in codes),
        )
        for each in named
    ]
    left = len(found) - len(named)
    last = words.plural("{n} other: no lead or date named", "{n} others: no lead or date named", left) if left else ""
    return (
        material.slide(
            SlideKind.CONCLUSIONS,
            words.plural(
                "A lead or a date is named for {n} of {all} conclusions",
                "A lead or a date is named for {n} of {all} conclusions",
                len(named),
                all=words.number(len(found)),
            ),
            (grid.draw(about, [material.country_name(code) for code in codes], rows, {}, last),),
            Notes(
                (words("Where no lead, next step or date is named, the panel can name one."),),
                material.quotes(statements),
            ),
            about=about,
            sources=(*_report_lines(material, found), *material.sources(statements)),
            facts=statements,
        ),
    )


def _lead(material: Material, steps: tuple[Statement, ...], code: str) -> grid.Cell:
    """Return the day of the step of a state; of several, of one that was not only said at a panel."""
    words, snapshot = material.words, material.snapshot
    own = [step for step in steps if step.country == code]
    step = min(own, key=lambda each: is_said(snapshot, each), default=None)
    if step is None:
        return grid.Cell()
    day = words.date(step.due_date) if step.due_date else words("lead")
    return grid.Cell(("planned",), ", ".join(filter(None, (day, caveat(snapshot, step, words)))))


def _report_lines(material: Material, found: Iterable[Conclusion]) -> tuple[str, ...]:
    """Return the report of the conference with the lines of its conclusions."""
    lines = [(each.source_id, each.line) for each in found]
    title = next((material.title(source) for source, _ in lines if source), material.words(REPORT))
    places = locator_text(" | ".join(line for _, line in lines), material.words)
    return (material.words("Source: {titles}, {places}", titles=title, places=places),)
