"""Which breakdowns of each measure are on record for each state: published, masked or absent."""

from collections import Counter
from collections.abc import Iterable, Iterator

from bukhara.exports.dataset import Dataset, Row
from bukhara.exports.records import table_of
from bukhara.model.codes import State
from bukhara.model.framework import Framework
from bukhara.model.observation import BREAKDOWNS, Observation
from bukhara.model.release import Snapshot

TOTAL = "total"
"""In place of a breakdown: the figures that are not broken down."""


def breakdowns(snapshot: Snapshot) -> Dataset:
    """Return a row for each measure on record, state and breakdown; measures and states in their fixed order.

    A cell is `published` if a figure of it has a number, `masked` if all of them are masked by the publisher or
    withheld, else `absent`: no figure is on record, whatever a state counts.
    """
    rows = tuple(_rows(snapshot.framework, snapshot.observations))
    return table_of(snapshot, "breakdowns", rows, as_of=snapshot.newest_source)


def _rows(framework: Framework, figures: Iterable[Observation]) -> Iterator[Row]:
    published: Counter[tuple[str, str, str]] = Counter()
    masked: Counter[tuple[str, str, str]] = Counter()
    for figure in figures:
        broken_down = [name for name in BREAKDOWNS if getattr(figure, name) not in ("", "total", "all")] or [TOTAL]
        is_masked = figure.is_masked or figure.state is State.SUPPRESSED
        if is_masked or figure.state is State.VALUE:
            held = masked if is_masked else published
            held.update((figure.indicator, figure.country, name) for name in broken_down)
    on_record = {indicator for indicator, _, _ in (*published, *masked)}
    for measure in (each.id for each in framework.indicators if each.id in on_record):
        for country in framework.countries:
            for name in (TOTAL, *BREAKDOWNS):
                key = (measure, country.code, name)
                found = "published" if published[key] else "masked" if masked[key] else "absent"
                yield *key, found, published[key], masked[key]
