"""Slides with an axis of time: a theme in all states, and the steps that fall due."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bukhara.charts import fit, time_axis, timeline
from bukhara.charts.shapes import Drawing, height, keyed, moved
from bukhara.charts.step_words import caveat
from bukhara.charts.time_axis import Entry, TimeRow
from bukhara.i18n.codes import short_label
from bukhara.model.groups import group_by
from bukhara.model.statement import Statement
from bukhara.pack.material import Material
from bukhara.pack.slides import Notes, Slide, SlideKind
from bukhara.pack.whole import behind
from bukhara.situation import steps
from bukhara.situation.on_file import conference_day, happened, weightiest
from bukhara.situation.situation import Situation
from bukhara.views.statements.timeline import time_axis as view_of
from bukhara.views.status import scorecard
from bukhara.views.themes import conclusions

_SIZES = (20.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0)


def draw(
    material: Material, name: str, rows: Sequence[TimeRow], key: Iterable[tuple[str, str]], last: str = ""
) -> Drawing:
    """Return rows on an axis of time in the largest letters that have space, with their key below."""
    today, foot = material.snapshot.calendar_day, list(keyed(key, last, 0))
    space = fit.HEIGHT - height(foot) - 8
    for size in _SIZES:
        axis = time_axis.axis_of(rows, today, material.words.date(today), fit.WIDTH, size)
        if height(parts := time_axis.draw(rows, axis, space)) <= space:
            break
    parts += (moved(part, fit.HEIGHT - height(foot)) for part in foot)
    said = (f"{row.name}: {row.note or '; '.join(entry.text for entry in row.entries)}" for row in rows)
    return Drawing(name, tuple(parts), ". ".join((*said, last)).rstrip())


def themes(material: Material) -> tuple[Slide, ...]:
    """Return the axis of each chosen theme; where nobody has chosen, of one.

    It is that with the most periods that are over, of those that of which most is dated.
    """
    rows = [row for row in scorecard.build(material.snapshot).rows if material.has(row.item.id)]
    if not material.choice.themes:
        dated = [event.item for event in view_of(material.snapshot).whole.events]
        over = {row.item.id: sum(cell.period_ended for cell in row.cells) for row in rows}
        rows = [max(rows, key=lambda row: (over[row.item.id], dated.count(row.item.id)))]
    codes = [country.code for country in material.countries]
    found = (_theme(material, row.item.id, [cell for cell in row.cells if cell.country in codes]) for row in rows)
    return tuple(slide for slide in found if slide)


def _theme(material: Material, item: str, cells: list[Situation]) -> Slide | None:
    words, snapshot = material.words, material.snapshot
    view = view_of(snapshot, countries=tuple(cell.country for cell in cells), item=item)
    rows = timeline.of_states(view, words, lambda code, _: code)
    # what was on file and over before all that was reported is in the record alone
    reported = [event.first or event.end for event in view.whole.events if not event.report]
    first = min(filter(None, reported), default=date.min)
    kept = [replace(row, entries=tuple(entry for entry in row.entries if entry.last >= first)) for row in rows]
    left = sum(len(row.entries) for row in rows) - sum(len(row.entries) for row in kept)
    if not any(row.entries for row in kept):
        return None
    pairs = zip(kept, cells, strict=True)
    kept = [row if row.entries else replace(row, note=short_label(words, cell.mark)) for row, cell in pairs]
    last = words.plural("{n} earlier act is left out", "{n} earlier acts are left out", left) if left else ""
    name, said = material.item_name(item), [statement for cell in cells for statement in behind(cell)]
    acts = [act for cell in cells for act in weightiest(cell.acts)]
    return material.slide(
        SlideKind.THEME,
        _message(material, material.short_name(item), cells),
        (draw(material, name, kept, timeline.key(kept, words), last),),
        Notes(
            (words("Bars and marks in colour were reported; what is on file sets no status until the state answers."),),
            material.quotes(said),
        ),
        about=name,
        sources=(*material.sources(said), *material.report_sources(acts)),
        name=item,
        label=material.confirmation(cells),
        facts=(*cells, *(act.record for act in acts)),
    )


def _message(material: Material, name: str, cells: Sequence[Situation]) -> str:
    """Return in how many states a reported period is over, or a step is in place, and where later acts are on file.

    An act is later by its own day: one without a day is not counted.
    """
    words, conference = material.words, conference_day(material.snapshot.framework, material.snapshot.as_of)
    over, in_place = sum(cell.period_ended for cell in cells), sum(cell.is_in_place for cell in cells)
    first = words.plural(
        "{theme}: the reported period is over in {n} state", "{theme}: the reported period is over in {n} states",
        over, theme=name,
    ) if over else words.plural(
        "{theme}: reported in place in {n} state", "{theme}: reported in place in {n} states", in_place, theme=name
    )  # fmt: skip
    later = sum(any(act.day and happened(act) > conference for act in cell.acts) for cell in cells)
    if not later:
        return first
    return words.plural(
        "{first}; an act of a later day is on file in {n}", "{first}; acts of a later day are on file in {n}", later,
        first=first,
    )  # fmt: skip


def due(material: Material) -> tuple[Slide, ...]:
    """Return the steps that fall due, also those of the conclusions of the conference; nothing without any."""
    words, every = material.words, material.snapshot.once(steps.build)
    found = [step.statement for step in every if step.statement.country in material.places and not step.is_over]
    ahead = [step for step in found if material.has(step.item)]
    if not ahead:
        return ()
    about, concluded = words("Steps that fall due"), conclusions.build(material.snapshot)
    states = group_by(ahead, lambda step: step.country).items()
    rows = [TimeRow(material.country_name(code), tuple(_due(material, own))) for code, own in states]
    led = [material.short_name(each.item.id) for each in concluded if each.steps]
    last = words("Conclusions of Astana: a lead or a date is named for {n} of {all}", n=len(led), all=len(concluded))
    last += f" ({', '.join(led)})" if led else ""
    return (
        material.slide(
            SlideKind.STEPS,
            words.plural(
                "{n} announced step falls due by {day}",
                "{n} announced steps fall due by {day}",
                len(ahead),
                day=words.date(max(step.due_date for step in ahead if step.due_date)),
            ),
            (draw(material, about, rows, (), last if concluded else ""),),
            Notes(
                (words("Each state is invited to say what became of its steps: done, moved or dropped."),),
                material.quotes(ahead),
            ),
            about=about,
            sources=material.sources(ahead),
            facts=ahead,
        ),
    )


def _due(material: Material, own: Iterable[Statement]) -> Iterable[Entry]:
    """Yield the steps of a state, those of one day together, and apart what was only said at a panel."""
    words, snapshot = material.words, material.snapshot
    for (day, what), of_day in group_by(own, lambda step: (step.due_date, caveat(snapshot, step, words))).items():
        names = ", ".join(dict.fromkeys(material.short_name(step.item) for step in of_day))
        assert day is not None, "a step that falls due has a day"
        yield Entry(day, day, f"{', '.join(filter(None, (words.date(day), what)))}: {names}", "planned", "mark")
