"""Slides on the steps that fall due, and on what became of those whose day has passed."""

from bukhara.charts.step_words import caveat
from bukhara.model.groups import group_by
from bukhara.pack import fit
from bukhara.pack.material import Material
from bukhara.pack.slides import Notes, Points, Slide, SlideKind, SlidePoint
from bukhara.situation import steps
from bukhara.situation.steps import Step


def due(material: Material) -> tuple[Slide, ...]:
    """Return the steps of each state that fall due next, with their days; nothing without any."""
    ahead = [step for step in _dated(material) if not step.is_over]
    return (_due(material, ahead),) if ahead else ()


def _due(material: Material, ahead: list[Step]) -> Slide:
    words, shown, points = material.words, [], []
    for code, own in group_by(ahead, lambda step: step.statement.country).items():
        shown += [step.statement for step in own[: fit.NAMED]]
        names = (_named(material, step) for step in own)
        points.append(SlidePoint(about=material.country_name(code), text=material.listed(names)))
    invited = words("Each state is invited to say what became of its steps: done, moved or dropped.")
    return material.slide(
        SlideKind.STEPS,
        words("Steps that were announced, and their days"),
        (Points(tuple(points)),),
        Notes((invited,), material.quotes(shown), ()),
        about=words("Steps that fall due"),
        sources=material.sources(shown),
    )


def _dated(material: Material) -> list[Step]:
    found = material.snapshot.once(steps.build)
    return [step for step in found if step.statement.country in material.places and material.has(step.statement.item)]


def _named(material: Material, step: Step) -> str:
    """Return the short name of the theme of a step with its day, and whether it was only said at a panel."""
    said = caveat(material.snapshot, step.statement, material.words)
    when = "; ".join(filter(None, (_day(material, step), said)))
    return f"{material.short_name(step.statement.item)} ({when})"


def _day(material: Material, step: Step) -> str:
    day = step.statement.due_date
    return material.words.date(day) if day else ""
