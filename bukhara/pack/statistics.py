"""Slides with figures: one measure each, state by state on axes of their own, with the sentences of the guard."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bukhara.charts import fit, small_multiples
from bukhara.charts import small_multiples_words as row_words
from bukhara.charts.series import series_form
from bukhara.comparability.keys import length
from bukhara.i18n.codes import label, short_label
from bukhara.i18n.differences import length_text
from bukhara.i18n.figures import PARTS_DISAGREE, value_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.subjects import body_name, breakdown
from bukhara.i18n.units import counted
from bukhara.model.codes import State
from bukhara.model.observation import STATE_BODIES, Observation
from bukhara.pack.material import Material
from bukhara.pack.slides import Notes, Plot, PlotMark, Plots, Points, Slide, SlideKind, SlidePoint, divided_subject
from bukhara.situation.contested import points
from bukhara.views.statistics import explore
from bukhara.views.statistics.explore import Explored, FigureRow, StateFigures

SUGGESTED = (
    "CTX-unodc-offences",
    "CTX-unodc-convicted",
    "CTX-unodc-victims",
    "CTX-registered-strict",
    "CTX-victims",
)
"""The measures that are suggested for a pack, the first ones that the record has figures of."""
_MEASURES = 4
ROWS = 2
"""So many rows of one measure are shown: each counts something else."""
_ON_SLIDE, _QUOTES, _STATES, _TALL = 3, 12, 2, 115
_STEM = 8
"""So many letters of a word are the same in "registered" and in what is registered, in both languages."""
_DOT = " · "


def slides(material: Material) -> tuple[Slide, ...]:
    """Return the slides of the chosen measures, in the order chosen, apart from what the talk has."""
    shown = {slide.facts for slide in in_talk(material) if not material.choice.country}
    return tuple(s for measure in _chosen(material) for s in _of_measure(material, measure) if s.facts not in shown)


def in_talk(material: Material) -> tuple[Slide, ...]:
    """Return the first series of UNODC, an axis for each state; its title is about the data, never about a course."""
    for measure in _chosen(material):
        explored = _explored(material, measure)
        for row in (row for row in explored.rows if row.is_drawn and row.head.is_international):
            block = _blocks(material, row, explored, _TALL)[0]
            n = sum(cell.axis_group is not None for cell in row.cells)
            message = material.words.plural(
                "UNODC has figures of {n} state, {first} to {last}; years and rules of counting differ",
                "UNODC has figures of {n} states, {first} to {last}; years and rules of counting differ",
                n, first=str(block.first), last=str(block.last),
            )  # fmt: skip
            return (_slide(material, row, block, message, _title(material, row)[0]),)
    return ()


def _chosen(material: Material) -> Sequence[str]:
    held = {figure.indicator for figure in material.snapshot.observations if not figure.partner}
    return [each for each in material.choice.measures if each in held | {"registered"}] or suggested(held)


def suggested(held: Collection[str]) -> tuple[str, ...]:
    """Return the measures of a pack for which nobody has chosen others, of those that the record has."""
    return tuple(measure for measure in SUGGESTED if measure in held)[:_MEASURES]


def _of_measure(material: Material, measure: str) -> list[Slide]:
    explored = _explored(material, measure)
    drawn = [row for row in explored.rows if row.is_drawn]
    rows = drawn or [row for row in explored.rows if material.choice.measures or _is_of_several(row)]
    names = [_title(material, row)[0] for row in rows[:ROWS]]
    titles = [
        f"{name}, {length_text(length(row.head), material.words)}" if names.count(name) > 1 else name
        for name, row in zip(names, rows, strict=False)
    ]
    return [s for title, row in zip(titles, rows, strict=False) for s in _slides(material, row, explored, title)]


def _explored(material: Material, measure: str) -> Explored:
    codes = tuple(country.code for country in material.countries)
    return explore.build(material.snapshot, explore.Selection(measure=measure, countries=codes))


def _is_of_several(row: FigureRow) -> bool:
    """Return whether at least two states have a number, so that a table is worth a slide."""
    return sum(any(figure.state is State.VALUE for figure in cell.figures) for cell in row.cells) > 1


def _slides(material: Material, row: FigureRow, explored: Explored, title: str) -> tuple[Slide, ...]:
    """Return one slide for a row with an axis; a table of figures is divided between states where it is long."""
    blocks = _blocks(material, row, explored, small_multiples.LOW_PLOT)
    return divided_subject([_slide(material, row, block, title) for block in blocks])


def _blocks(material: Material, row: FigureRow, explored: Explored, height: int) -> list[Plots]:
    look = small_multiples.Look(words=material.words, href=lambda n: f"/evidence/observation/{n}", plot=height)
    chart = small_multiples.chart(row, explored, look)
    unit = _title(material, row)[1]
    codes = [country.code for country in material.snapshot.framework.countries]
    plots = _without_common_parts(tuple(_plot(material, row, cell, codes) for cell in row.cells), unit)
    groups = [plots] if row.is_drawn else fit.groups(plots, _STATES)
    return [Plots(chart, unit, group, explored.first, explored.last) for group in groups]


def _slide(material: Material, row: FigureRow, block: Plots, title: str, about: str = "") -> Slide:
    """Return the slide of a row: of the talk if its title is a message about what it is `about`."""
    guard = guard_sentences(material, row)
    # a remark on figures is on the slide in addition
    on_slide = guard[: _ON_SLIDE + bool(row.view.disagree and differing_sentence(material, row))]
    say = material.words("What each state sends to UNODC follows its own law and rules.") if about else ""
    return material.slide(
        SlideKind.FIGURES if about else SlideKind.STATISTICS,
        title,
        (block, Points(tuple(SlidePoint(text=sentence) for sentence in on_slide))),
        Notes(
            tuple(filter(None, (say,))),
            material.quotes(f for f in row.figures if not f.is_international)[:_QUOTES],
            guard,
        ),
        about=about,
        sources=material.sources(row.figures),
        name="" if about else f"{row.view.topic}-{row.number}",
        facts=row.figures,
    )


def _title(material: Material, row: FigureRow) -> tuple[str, str]:
    """Return the measure with what the whole row has in common, and the unit with the class of offences."""
    words, head = material.words, row.head
    name = words.text(row.view.framework.indicator(head.indicator).name)
    unit = counted(head.counting_unit, words)
    if head.is_international:
        return name, unit
    if not row.is_drawn:
        bodies = {figure.identifying_body for figure in row.figures if figure.identifying_body}
        body = "state" if bodies <= STATE_BODIES else min(bodies)
        return f"{name} ({words('identified by: {body}', body=label(words, body))})" if bodies else name, unit
    kinds = [label(words, kind) for kind in (head.stage, head.identifying_body) if kind]
    kinds = [kind for kind in kinds if kind.casefold()[:_STEM] not in name.casefold()]
    classes = [label(words, head.offence_class)] if head.offence_class else []
    return ": ".join([name, *([", ".join(kinds)] if kinds else [])]), " · ".join([unit, *classes])


def guard_sentences(material: Material, row: FigureRow) -> tuple[str, ...]:
    """Return why the figures of a row must not be compared, and where sources differ about them."""
    first, *others = (
        *row_words.notes(row, material.words),
        material.words("Counts are context and no measure of progress."),
    )
    doubts = objected_sentence(material, row), differing_sentence(material, row)
    return tuple(dict.fromkeys(filter(None, (first, *doubts, *others))))


def objected_sentence(material: Material, row: FigureRow) -> str:
    """Return which states disagree with a figure of a row; empty if none."""
    found = [figure for figure in points(material.snapshot).figures if figure in row.figures]
    states = ", ".join(dict.fromkeys(material.country_name(figure.country) for figure in found))
    return material.words("Objection to a figure shown here: {states}.", states=states) if found else ""


def differing_sentence(material: Material, row: FigureRow) -> str:
    """Return of which states sources differ about figures of a row; empty if of none."""
    words = material.words
    ids = {figure.observation_id for figure in row.figures}
    differing = [d for d in material.snapshot.differences if any(each.observation_id in ids for each in d.observations)]
    states = ", ".join(dict.fromkeys(material.country_name(difference.country) for difference in differing))
    return words("Sources differ about figures shown here: {states}. Both are kept.", states=states) if states else ""


def _without_common_parts(plots: tuple[Plot, ...], unit: str) -> tuple[Plot, ...]:
    """Return the plots with only that in `about` which the title, the unit and the other figures do not have."""
    every = [mark for plot in plots for mark in (*plot.marks, *plot.beside) if mark.figure.state is State.VALUE]
    common = set.intersection(*(set(mark.about.split(_DOT)) for mark in every)) if every else set()
    common |= set(unit.split(_DOT))

    def shorter(marks: tuple[PlotMark, ...]) -> tuple[PlotMark, ...]:
        kept = ((mark, [part for part in mark.about.split(_DOT) if part not in common]) for mark in marks)
        return tuple(replace(mark, about=_DOT.join(parts)) for mark, parts in kept)

    return tuple(replace(plot, marks=shorter(plot.marks), beside=shorter(plot.beside)) for plot in plots)


def _plot(material: Material, row: FigureRow, cell: StateFigures, codes: list[str]) -> Plot:
    words = material.words
    drawn = cell.axis_group.observations if cell.axis_group else ()
    is_empty = not drawn and not cell.beside
    return Plot(
        country=cell.country.code,
        name=words.text(cell.country.short),
        colour=codes.index(cell.country.code) if cell.country.code in codes else len(codes),
        form=series_form(drawn),
        marks=tuple(_mark(material, row, figure) for figure in drawn),
        beside=tuple(_mark(material, row, figure) for figure in cell.beside),
        empty=" ".join(row_words.empty(row, cell, words)) if is_empty else "",
    )


def _mark(material: Material, row: FigureRow, figure: Observation) -> PlotMark:
    words, is_value = material.words, figure.state is State.VALUE
    return PlotMark(
        figure=figure,
        period=period_text(figure.period, figure.period_label, words),
        text=value_text(figure, words),
        short=value_text(figure, words) if is_value else short_label(words, figure.state),
        about=breakdown(figure, words, row.view.framework),
        body=body_name(figure.reporter, words, row.view.framework),
        remark=words(PARTS_DISAGREE) if figure.observation_id in row.view.disagree else "",
    )
