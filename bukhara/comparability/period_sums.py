"""The rule that compares the total of a period with the figures of the shorter periods that it consists of."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from bukhara.comparability.concepts import has_same_basket, limits
from bukhara.comparability.sums import is_off, sum_difference
from bukhara.model.columns import values_of
from bukhara.model.difference import Difference, DifferenceKind
from bukhara.model.groups import group_by
from bukhara.model.observation import PERCENT, WHAT, Observation


def period_sums(figures: Sequence[Observation]) -> Iterator[Difference]:
    """Yield totals whose pieces, reported by one body, add up to another number."""
    pieces = _Pieces(figures)
    for whole in figures:
        if whole.period_start is None or whole.period_end is None or whole.unit == PERCENT:
            continue
        for body in pieces.bodies(whole):
            alike = pieces.tiles(whole, body)
            if len(alike) > 1 and is_off(whole, alike):
                yield sum_difference(DifferenceKind.PERIODS_TOTAL, whole, alike)


class _Pieces:
    """Figures with dates, by what they count and by the start of their period, the shortest first."""

    def __init__(self, figures: Iterable[Observation]) -> None:
        dated = (figure for figure in figures if figure.period_start and figure.period_end)
        self._starting = group_by(sorted(dated, key=_end), lambda each: self._key(each, each.period_start))

    def bodies(self, whole: Observation) -> list[str]:
        """Return the bodies with a figure of a shorter period that starts with the period of `whole`."""
        shorter = self._shorter(whole)
        return list(dict.fromkeys(piece.reporter for piece in shorter))

    def tiles(self, whole: Observation, body: str) -> list[Observation]:
        """Return the fewest figures of a body that follow each other and together cover the period of `whole`.

        The list is empty if there are no such figures.
        """
        found: list[Observation] = []
        start, end = whole.period_start, whole.period_end
        while start is not None and end is not None and start <= end:
            usable = [
                piece
                for piece in self._until(whole, start, end)
                if piece.reporter == body and piece.period != whole.period and _is_piece(piece, whole)
            ]
            if not usable:
                return []
            longest = max(usable, key=_end)
            found.append(longest)
            start = _end(longest) + timedelta(days=1) if _end(longest) < date.max else None
        return found

    def _shorter(self, whole: Observation) -> list[Observation]:
        assert whole.period_start is not None, "only figures of a closed period have pieces"
        started = self._starting.get(self._key(whole, whole.period_start), [])
        return started[: bisect_left(started, _end(whole), key=_end)]

    def _until(self, whole: Observation, start: date, end: date) -> list[Observation]:
        started = self._starting.get(self._key(whole, start), [])
        return started[: bisect_left(started, end + timedelta(days=1), key=_end) if end < date.max else None]

    @staticmethod
    def _key(figure: Observation, start: date | None) -> tuple[object, ...]:
        return (*_counted(figure), limits(figure), start)


# which classes of offences and which baskets are alike is decided for each pair
_BASKET = ("offence_class", "legal_article", "territorial_scope")
_counted = values_of(*(name for name in WHAT if name not in _BASKET))


def _end(figure: Observation) -> date:
    return figure.period_end or date.max


def _is_piece(piece: Observation, whole: Observation) -> bool:
    return piece.offence_class == whole.offence_class and has_same_basket(whole, piece)
