"""A series without axes, small enough for a cell of a table: its number and year stand beside it."""

from collections.abc import Sequence
from datetime import date

from bukhara.charts import spans
from bukhara.comparability.series import segments
from bukhara.model.observation import Observation
from bukhara.model.source import Source

WIDTH, HEIGHT = 96, 24
_EDGE, _DOT, _BOX = 3, 2.5, 3


def sparkline(figures: Sequence[Observation], sources: tuple[Source, ...], years: tuple[int, int]) -> str:
    """Return the shapes of a series from the first to the last of `years`, in a box of WIDTH x HEIGHT.

    Consecutive years are joined, the newest number is a dot, a range or masked figure is a box from its lowest end.
    """
    known = sorted((figure for figure in figures if spans.height(figure) is not None), key=spans.middle)
    top = max((spans.height(figure) or 0 for figure in known), default=0) or 1
    start, end = date(years[0], 1, 1).toordinal(), date(years[1] + 1, 1, 1).toordinal()

    def at(figure: Observation) -> tuple[float, float]:
        middle = date.fromisoformat(spans.middle(figure)[:10]).toordinal()
        across = _EDGE + (middle - start) / (end - start) * (WIDTH - 2 * _EDGE)
        return round(across, 1), round(HEIGHT - _EDGE - (spans.height(figure) or 0) / top * (HEIGHT - 2 * _EDGE), 1)

    ranges = (at(figure) for figure in known if figure.value is None)
    shapes = [f'<path d="M{x - _BOX / 2:.1f} {HEIGHT - _EDGE}V{y}h{_BOX}V{HEIGHT - _EDGE}"/>' for x, y in ranges]
    numbers = [figure for figure in known if figure.value is not None]
    lines = (" ".join(f"{x} {y}" for x, y in map(at, part)) for part in segments(numbers, sources))
    shapes += [f'<path d="M{line}"/>' for line in lines]
    shapes += [f'<circle cx="{x}" cy="{y}" r="{_DOT}" fill="currentColor"/>' for x, y in map(at, numbers[-1:])]
    return f'<path d="M0 {HEIGHT - _EDGE}.5H{WIDTH}" class="ground"/>{"".join(shapes)}'
