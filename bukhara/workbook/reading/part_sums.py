"""Compares totals with their parts: women and men, adults and children, a half beside its year."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bukhara.model.codes import Qualifier, State
from bukhara.model.observation import BREAKDOWNS, MENTION, WHAT
from bukhara.workbook.reading.ledger import CellPlace, DataRow, Ledger
from bukhara.workbook.reading.observation_rules import MEASURED

_THING = ("country", "indicator", *WHAT, "reporter", "source_id", "partner", "kind_of_support")
_PERIOD = ("period_start", "period_end", "period_label")
_SPLIT = frozenset(BREAKDOWNS)
_WHOLE = ("",) * len(BREAKDOWNS)
_ALL = frozenset({"total", "all", "both", "всего", "все", "оба"})
_SEXES = ({"female", "women", "f", "ж", "женщины"}, {"male", "men", "m", "м", "мужчины"})
_AGES = ({"adult", "adults", "взрослые"}, {"minor", "minors", "child", "children", "несовершеннолетние", "дети"})


_PAIRS = (("sum-differs", 0, _SEXES, ("women", "men")), ("ages-differ", 1, _AGES, ("adults", "minors")))


@dataclass(frozen=True, slots=True)
class _Span:
    start: date
    end: date
    value: float
    row: int


@dataclass(frozen=True, slots=True)
class _Figure:
    split: tuple[str, ...]
    value: float
    row: int


class PartSums:
    """Collects the counts of a sheet by their subject; `close` adds findings for parts and totals that disagree."""

    def __init__(self) -> None:
        self._groups: dict[int, list[_Figure]] = {}
        self._spans: dict[int, list[_Span]] = {}
        self._place = CellPlace()

    def see(self, row: DataRow) -> None:
        """Keep a row with an exact count."""
        fields = row.fields
        value = fields.get("value")
        exact = fields.get("qualifier") in (None, Qualifier.EXACT)
        if not row.kept or value is None or fields.get("state") is not State.VALUE or not exact:
            return
        if fields.get("unit", "") in (*MEASURED, MENTION):
            return
        split = _WHOLE
        if not _SPLIT.isdisjoint(fields):
            split = tuple(_part_name(fields.get(key, "")) for key in BREAKDOWNS)
        thing = tuple(map(fields.get, _THING))
        start, end = fields.get("period_start"), fields.get("period_end")
        if start and end and fields.get("stage"):
            span = _Span(start, end, value, row.number)
            self._spans.setdefault(hash((thing, split)), []).append(span)
        about = hash((thing, *map(fields.get, _PERIOD)))
        if not self._groups:
            self._place = CellPlace(sheet=row.sheet, column=row.columns.get("value"), key="value")
        self._groups.setdefault(about, []).append(_Figure(split, value, row.number))

    def close(self, ledger: Ledger) -> None:
        """Add a finding for every total that is not the sum of its two parts, and every part above its total."""
        for group in self._groups.values():
            wholes = [figure for figure in group if figure.split == _WHOLE]
            parts = [figure for figure in group if sum(map(bool, figure.split)) == 1]
            # several totals of the same thing are several reports of it: they are not compared
            if len({figure.value for figure in wholes}) == 1 and parts:
                self._compare(wholes[0], parts, ledger)
        for spans in self._spans.values():
            self._compare_spans(spans, ledger)

    def _compare_spans(self, spans: list[_Span], ledger: Ledger) -> None:
        """Compare the figure of a period with the figure of a part of the period."""
        around: list[_Span] = []
        for span in sorted(spans, key=lambda each: (each.start, -each.end.toordinal())):
            while around and around[-1].end < span.end:
                around.pop()
            longer = [each for each in around[-1:] if (each.start, each.end) != (span.start, span.end)]
            if longer and span.value > longer[0].value:
                figure = _Figure(_WHOLE, span.value, span.row)
                total = f"{longer[0].value:.15g}"
                self._add(ledger, "part-above-total", figure, total=total, row=str(longer[0].row))
            around.append(span)

    def _compare(self, whole: _Figure, parts: list[_Figure], ledger: Ledger) -> None:
        for part in parts:
            if part.value > whole.value:
                self._add(ledger, "part-above-total", part, total=f"{whole.value:.15g}", row=str(whole.row))
        for code, place, names, words in _PAIRS:
            both = [[part for part in parts if part.split[place] in each] for each in names]
            if all(len({part.value for part in found}) == 1 for found in both):
                one, other = (found[0].value for found in both)
                if one + other != whole.value:
                    counted = (f"{number:.15g}" for number in (one, other, one + other))
                    self._add(ledger, code, whole, **dict(zip((*words, "sum"), counted, strict=True)))

    def _add(self, ledger: Ledger, code: str, figure: _Figure, **values: str) -> None:
        at = self._place
        place = CellPlace(sheet=at.sheet, row=figure.row, column=at.column, key=at.key, value=f"{figure.value:.15g}")
        ledger.add(code, place, **values)


@lru_cache(4096)
def _part_name(text: str) -> str:
    plain = text.strip().casefold()
    return "" if plain in _ALL else plain
