"""Slides with a list: each line with the records behind it, divided so that it is read from the back row."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bukhara.model.observation import Observation
from bukhara.model.release import PublicReport
from bukhara.model.statement import Statement
from bukhara.pack import fit
from bukhara.pack.material import Material
from bukhara.pack.slides import Notes, Points, Slide, SlideKind, SlidePoint, divided_subject

_LONGEST = 560
"""The characters of a point on a slide; a statement can have thousands."""


@dataclass(frozen=True, slots=True)
class ListLine:
    """A point, the records and public reports behind it, and a caution about it."""

    point: SlidePoint
    records: tuple[Statement | Observation, ...] = ()
    reports: tuple[PublicReport, ...] = ()
    caution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSlide:
    """What the slides of one list have in common; `about` is the subject of a title that is a message."""

    kind: SlideKind
    title: str
    say: tuple[str, ...]
    cautions: tuple[str, ...] = ()
    label: str = ""
    about: str = ""


def list_slides(material: Material, about: ListSlide, lines: Sequence[ListLine]) -> tuple[Slide, ...]:
    """Return the slides of a list, none if it is empty; the notes of each have the quotes and sources of its lines."""
    groups = material.division.divided(map(_fitting, lines), lambda line: fit.point_height(line.point), fit.HEIGHT)
    return divided_subject([_slide(material, about, group, n) for n, group in enumerate(groups)])


def _fitting(line: ListLine) -> ListLine:
    """Return a line that fits on a slide; what is cut is among the cautions in full."""
    caution = line.caution or fit.in_full(line.point, _LONGEST)
    return replace(line, point=fit.shortened(line.point, _LONGEST), caution=caution)


def _slide(material: Material, about: ListSlide, group: tuple[ListLine, ...], n: int) -> Slide:
    records = [record for line in group for record in line.records]
    reports = [report for line in group for report in line.reports]
    quotes = (*material.quotes(records), *map(material.report_quote, reports))
    cautions = (*about.cautions, *(line.caution for line in group if line.caution))
    return material.slide(
        about.kind,
        about.title,
        (Points(tuple(line.point for line in group)),),
        Notes(about.say if not n else (), tuple(dict.fromkeys(quotes)), tuple(dict.fromkeys(cautions))),
        about=about.about,
        sources=(*material.sources(records), *material.report_sources(reports)),
        label=about.label,
    )
