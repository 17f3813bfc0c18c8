"""Finds cells that a conditional format shows other than they are: hidden, struck out, masked."""

from collections.abc import Iterator
from dataclasses import dataclass

from bukhara.workbook.reading.appearance import Appearance, appearance_of
from bukhara.workbook.reading.headers import Header
from bukhara.workbook.reading.ledger import DataRow, Ledger
from bukhara.workbook.reading.values import BOUND, bound_code
from bukhara.workbook.xlsx.cells import RawRow
from bukhara.workbook.xlsx.conditional import ConditionalFormat
from bukhara.workbook.xlsx.raw_workbook import RawSheet


@dataclass(frozen=True, slots=True)
class LookByRule:
    """One cell of a row, the rule that may show it otherwise, the look it gives, and whether it certainly applies."""

    row: RawRow
    column: int
    rule: ConditionalFormat
    look: Appearance
    certain: bool

    @property
    def value(self) -> object:
        """The value that is stored."""
        return self.row.values[self.column]


def looks_by_rules(raw: RawSheet) -> Iterator[LookByRule]:
    """Yield the cells that conditional formats may show otherwise; all rows of the sheet have been read before."""
    telling: dict[int, list[tuple[ConditionalFormat, Appearance]]] = {}
    for number, style in enumerate(raw.styles):
        plain = (None, appearance_of(style))
        looks = ((rule, appearance_of(rule.change.over(style))) for rule in raw.facts.formats)
        telling[number] = [(rule, look) for rule, look in looks if look and look not in plain]
    for row in raw.rows() if any(telling.values()) else ():
        for column, value in row.values.items():
            for rule, look in telling[row.styles.get(column, 0)]:
                if not look.misleads(value) or not rule.covers(row.number, column):
                    continue
                if (applies := rule.applies(value)) is not False:
                    yield LookByRule(row, column, rule, look, applies is True)


def note_rules(raw: RawSheet, header: Header, ledger: Ledger) -> None:
    """Add findings for cells that a rule shows otherwise, and one for each rule of which this is not known."""
    columns = {key: index + 1 for index, key in header.columns.items()}
    key_of, unknown = {column: key for key, column in columns.items()}, set[int]()
    for found in looks_by_rules(raw):
        key = key_of.get(found.column)
        if key is None or found.row.number <= header.data_from:
            continue
        row = DataRow(ledger, raw.title, found.row.number, columns, {key: found.value})
        if found.certain:
            _find(row, key, found.look)
        elif id(found.rule) not in unknown:
            unknown.add(id(found.rule))
            row.find("rule-may-hide", key, range=found.rule.named)


def _find(row: DataRow, key: str, look: Appearance) -> None:
    if look.struck:
        row.find("struck-out", key)
    if look.hides(row.raw[key]):
        row.find("not-visible", key)
    elif look.written(row.raw[key]) or look.alters(row.raw[key]):
        find_shown(row, key, look)


def find_shown(row: DataRow, key: str, look: Appearance) -> None:
    """Add the finding that a cell shows a limit or something else, with what it shows where that is known."""
    shown = look.shown(row.raw[key])
    limit = look.written(row.raw[key]) or shown or ""
    if BOUND.fullmatch(limit):
        row.find(bound_code(limit), key, value=limit)
    else:
        row.find("shown-differs", key, **({} if shown is None else {"shown": shown}))
