"""Slides on the steps that fall due, and on what became of those whose day has passed."""

from bukhara.charts.step_words import caveat
from bukhara.model.groups import group_by
from bukhara.model.statement import Statement
from bukhara.pack import fit
from bukhara.pack.material import Material
from bukhara.pack.slides import Notes, Points, Slide, SlideKind, SlidePoint
from bukhara.situation import steps


def due(material: Material) -> tuple[Slide, ...]:
    """Return the steps of each state that fall due next, with their days; nothing without any."""
    words, shown, points = material.words, [], []
    found = (step for step in material.snapshot.once(steps.build) if step.statement.country in material.places)
    ahead = [step for step in found if not step.is_over and material.has(step.statement.item)]
    for code, own in group_by(ahead, lambda step: step.statement.country).items():
        shown += [step.statement for step in own[: fit.NAMED]]
        names = (_named(material, step.statement) for step in own)
        points.append(SlidePoint(about=material.country_name(code), text=material.listed(names)))
    if not ahead:
        return ()
    invited = words("Each state is invited to say what became of its steps: done, moved or dropped.")
    return (
        material.slide(
            SlideKind.STEPS,
            words("Steps that were announced, and their days"),
            (Points(tuple(points)),),
            Notes((invited,), material.quotes(shown), ()),
            about=words("Steps that fall due"),
            sources=material.sources(shown),
        ),
    )


def _named(material: Material, step: Statement) -> str:
    """Return the short name of the theme of a step with its day, and whether it was only said at a panel."""
    day = material.words.date(step.due_date) if step.due_date else ""
    when = "; ".join(filter(None, (day, caveat(material.snapshot, step, material.words))))
    return f"{material.short_name(step.item)} ({when})"
