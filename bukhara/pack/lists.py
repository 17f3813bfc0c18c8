"""Slides with a list: each line with the records behind it, divided so that it is read from the back row."""

from collections.abc import Sequence
from dataclasses import dataclass

from bukhara.model.observation import Observation
from bukhara.model.statement import Statement
from bukhara.pack import fit, layout
from bukhara.pack.material import Material
from bukhara.pack.slides import Notes, Points, Slide, SlideKind, SlidePoint, divided_subject


@dataclass(frozen=True, slots=True)
class ListLine:
    """A point, the records behind it, and a caution about it."""

    point: SlidePoint
    records: tuple[Statement | Observation, ...] = ()
    caution: str = ""


def list_slides(
    material: Material, kind: SlideKind, title: str, lines: Sequence[ListLine], *, say: tuple[str, ...], about: str = ""
) -> tuple[Slide, ...]:
    """Return the slides of a list, none if it is empty; the notes of each have the quotes and sources of its lines.

    `about` is the subject of a title that is a message; the first slide has in its notes what to `say`.
    """
    groups = material.division.divided(lines, lambda line: layout.point_height(line.point), fit.HEIGHT)
    found = []
    for n, group in enumerate(groups):
        records = [record for line in group for record in line.records]
        cautions = tuple(dict.fromkeys(line.caution for line in group if line.caution))
        shown = Points(tuple(line.point for line in group))
        notes = Notes(say if not n else (), material.quotes(records), cautions)
        found.append(material.slide(kind, title, (shown,), notes, about=about, sources=material.sources(records)))
    return divided_subject(found)
