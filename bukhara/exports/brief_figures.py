"""The figures of a brief: the largest series of the state's own bodies beside UNODC's, each on an axis of its own."""

from dataclasses import dataclass

from bukhara.charts import small_multiples
from bukhara.charts.svg.drawing import draw
from bukhara.comparability.axis_groups import AxisGroup
from bukhara.comparability.keys import differing, facet_values
from bukhara.exports.brief_lines import BriefEntry, BriefSection, section
from bukhara.i18n.codes import label
from bukhara.i18n.differences import sentence
from bukhara.i18n.figures import value_text
from bukhara.i18n.locators import locator_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.subjects import body_name
from bukhara.i18n.units import counted
from bukhara.i18n.words import Words
from bukhara.model.framework import Country
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.views.statistics import explore, statistics
from bukhara.views.statistics.statistics import Statistics

WIDTH, UNODC, VICTIMS = 305, "CTX-unodc-offences", "CTX-victims"
"""The pixels of a picture: half of the page, so that its letters have their size."""
_BOTH, _SERIES = 2, 2
_APART = ("counting_unit", "stage", "offence_class")
"""The facets of which the brief says that the two pictures differ in them."""


@dataclass(frozen=True, slots=True)
class BriefPicture:
    """One series: who reports it and what it counts, its drawing of `height` pixels, and its figures in words."""

    heading: str
    counted: str
    svg: str
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class BriefFigures:
    """At most two pictures, the series that are not drawn, and why the pictures may not be compared."""

    pictures: tuple[BriefPicture, ...]
    others: BriefSection
    apart: str


def brief_figures(snapshot: Snapshot, country: Country, words: Words) -> tuple[BriefFigures, tuple[Observation, ...]]:
    """Return the recorded offences of a state as its own bodies and as UNODC publish them, and all figures shown.

    Where UNODC has none, the second picture is another series of its own bodies.
    """
    own = [*_groups(snapshot, country, statistics.REGISTERED), *_groups(snapshot, country, VICTIMS)]
    series = sorted((each for each in own if _numbers(each[1]) >= _SERIES), key=lambda each: -_numbers(each[1]))
    of_unodc = _groups(snapshot, country, UNODC)[:1]
    drawn = [*series[: _BOTH - len(of_unodc)], *of_unodc]
    rest = [each[1] for each in own if each not in drawn]
    shown = [group for _, group in drawn]
    found = BriefFigures(
        pictures=tuple(_picture(*each, country, words) for each in drawn),
        others=section(
            words("Figures of the state’s own bodies, and of UNODC") if of_unodc else words("Figures"),
            tuple(_entry(group, snapshot, words) for group in rest),
            words,
            empty=words("Beyond charts and later public sources, no dated count of offences or victims by own bodies."),
        ),
        apart=_apart(shown, words) if series and of_unodc else "",
    )
    return found, tuple(figure for group in (*shown, *rest) for figure in group.observations)


def _groups(snapshot: Snapshot, country: Country, topic: str) -> list[tuple[Statistics, AxisGroup]]:
    view = statistics.build(snapshot, topic=topic, countries=(country.code,))
    return [(view, group) for state in view.states for group in state.axis_groups]


def _numbers(group: AxisGroup) -> int:
    return sum(figure.value is not None for figure in group.observations)


def _picture(view: Statistics, group: AxisGroup, country: Country, words: Words) -> BriefPicture:
    row = explore.FigureRow(view, 1, (explore.StateFigures(country, group),))
    look = small_multiples.Look(words=words, href=str, labelled=True, plot=small_multiples.LOW_PLOT)
    chart = small_multiples.chart(row, explore.Explored((row,), *explore.axis_years(row.cells)), look)
    assert chart.figure is not None, "an axis group is drawn"
    body = body_name(group.head.reporter, words, view.framework)
    drawing = draw(chart.figure, f"figures-{view.topic}", chart.height, (WIDTH, chart.height))
    about = f"{chart.title} · {counted(group.head.counting_unit, words)}"
    return BriefPicture(body, about, drawing.svg, chart.height, f"{body}. {about}. {_values(group, words)}")


def _entry(group: AxisGroup, snapshot: Snapshot, words: Words) -> BriefEntry:
    """Return the figures of a group as a line: what is counted, the figures, the body and the places."""
    head, framework = group.head, snapshot.framework
    about = label(words, head.offence_class) if head.offence_class else ""
    about = about or words.text(framework.indicator(head.indicator).name)
    what = ", ".join(filter(None, (about, label(words, head.stage) if head.stage else "")))
    unit = counted(head.counting_unit, words)
    body = body_name(head.reporter, words, framework)
    place = locator_text(" | ".join(figure.source_locator for figure in group.observations), words)
    name = f"{what[:1].upper()}{what[1:]} ({unit}):"
    return BriefEntry("", name, text=f"{_values(group, words)}.", place=", ".join(filter(None, (body, place))))


def _values(group: AxisGroup, words: Words) -> str:
    dated = ((period_text(f.period, f.period_label, words), value_text(f, words)) for f in group.observations)
    return "; ".join(dict.fromkeys(map(": ".join, dated)))


def _apart(groups: list[AxisGroup], words: Words) -> str:
    """Return why the pictures have two axes: what each counts."""
    heads = [group.head for group in groups]
    reasons = [sentence(code, facet_values(code, heads), words) for code in differing(heads) if code in _APART]
    return " ".join((words("Each picture has its own axis. Do not compare their heights."), *reasons))
