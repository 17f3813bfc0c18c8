"""Says under a chart that sources differ about its figures, with the way to each difference."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bukhara.figures.chart import DifferenceNote
from bukhara.i18n.figures import value_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bukhara.figures.chart import Chart
    from bukhara.model.observation import Observation
    from pages._ui.parts.reader import Reader


def with_differing(reader: Reader, chart: Chart, figures: Iterable[Observation]) -> Chart:
    """Return the chart, with a sentence under it where one of its figures is in a difference between sources."""
    words, ids = reader.words, {figure.observation_id for figure in figures}
    found = [d for d in reader.snapshot.differences if any(o.observation_id in ids for o in d.observations)]
    if not found:
        return chart
    links = tuple(
        (" / ".join(value_text(o, words) for o in d.observations), reader.href("/data-quality") + f"#{d.group}")
        for d in found
    )
    said = words("Sources differ about figures of this picture; all of them are kept as printed:")
    return replace(chart, differing=DifferenceNote(said, links))
