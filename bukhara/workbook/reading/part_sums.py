"""Figures beside their parts: women and men beside all, children beside all. What cannot be true is asked about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bukhara.model.codes import Qualifier, State
from bukhara.workbook.reading.ledger import Place
from bukhara.workbook.reading.observation_rules import MEASURED

if TYPE_CHECKING:
    from bukhara.workbook.reading.ledger import Ledger, Row

_ABOUT = (
    "country", "indicator", "unit", "counting_unit", "stage", "offence_class", "legal_article", "identifying_body",
    "territorial_scope", "period_start", "period_end", "period_label", "reporter", "source_id", "partner",
    "kind_of_support",
)  # fmt: skip
_SPLITS = ("sex", "age_group", "form_of_exploitation", "citizenship")
_SPLIT = frozenset(_SPLITS)
_WHOLE: tuple[str, ...] = ("", "", "", "")
_ALL = frozenset({"total", "all", "both", "всего", "все", "оба"})
_SEXES = ({"female", "women", "f", "ж", "женщины"}, {"male", "men", "m", "м", "мужчины"})


@dataclass(frozen=True, slots=True)
class _Figure:
    split: tuple[str, ...]
    value: float
    row: int


class PartSums:
    """Gathers the counts of a sheet by what they are about; `close` says which parts and totals do not agree."""

    def __init__(self) -> None:
        self._groups: dict[int, list[_Figure]] = {}
        self._place = Place()

    def see(self, row: Row) -> None:
        """Keep a row that carries an exact count."""
        fields = row.fields
        value = fields.get("value")
        exact = fields.get("qualifier") in (None, Qualifier.EXACT)
        if not row.kept or value is None or fields.get("state") is not State.VALUE or not exact:
            return
        if fields.get("unit", "") in MEASURED:
            return
        split = _WHOLE
        if not _SPLIT.isdisjoint(fields):
            split = tuple(_said(fields.get(key, "")) for key in _SPLITS)
        about = hash(tuple(map(fields.get, _ABOUT)))
        if not self._groups:
            self._place = Place(sheet=row.sheet, column=row.columns.get("value"), key="value")
        self._groups.setdefault(about, []).append(_Figure(split, value, row.number))

    def close(self, ledger: Ledger) -> None:
        """Note every total that is not the sum of both sexes, and every part above its total."""
        for group in self._groups.values():
            wholes = [figure for figure in group if figure.split == _WHOLE]
            parts = [figure for figure in group if sum(map(bool, figure.split)) == 1]
            # several totals of the same thing stand for several tellings of it: nothing is said of those
            if len({figure.value for figure in wholes}) == 1 and parts:
                self._compare(wholes[0], parts, ledger)

    def _compare(self, whole: _Figure, parts: list[_Figure], ledger: Ledger) -> None:
        for part in parts:
            if part.value > whole.value:
                self._add(ledger, "part-above-total", part, total=f"{whole.value:.15g}", row=str(whole.row))
        sexes = [[part for part in parts if part.split[0] in names] for names in _SEXES]
        if all(len({part.value for part in found}) == 1 for found in sexes):
            women, men = (found[0].value for found in sexes)
            if women + men != whole.value:
                counted = {"women": f"{women:.15g}", "men": f"{men:.15g}", "sum": f"{women + men:.15g}"}
                self._add(ledger, "sum-differs", whole, **counted)

    def _add(self, ledger: Ledger, code: str, figure: _Figure, **values: str) -> None:
        at = self._place
        place = Place(sheet=at.sheet, row=figure.row, column=at.column, key=at.key, value=f"{figure.value:.15g}")
        ledger.add(code, place, **values)


@lru_cache(4096)
def _said(text: str) -> str:
    plain = text.strip().casefold()
    return "" if plain in _ALL else plain
