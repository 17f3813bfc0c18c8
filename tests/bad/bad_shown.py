"""Kinds of workbook in which a cell shows something else than it stores, made in good faith; each with its valid twin."""

import re
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from openpyxl import Workbook
from openpyxl.formatting.rule import DataBar, FormatObject, Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from bukhara.i18n.words import words_of
from bukhara.model.codes import WorkbookKind
from bukhara.workbook.columns import sheet_of
from tests.bad.bad_cells import CELLS, Cells
from tests.bad.bad_files import ALL_FILES
from tests.bad.bad_sheets import ALL_SHEETS
from tests.bad.baseline import (
    SHEET,
    STATISTICS,
    TRACKER,
    Bad,
    address,
    edited,
    keys,
    parts_of,
    put,
    put_source,
    valid,
    zipped,
)

STRUCK, RAISED, LOWERED = "<strike/>", '<vertAlign val="superscript"/>', '<vertAlign val="subscript"/>'
_NIGHT = datetime(2022, 12, 31, 23, 59, 59, 900_000)  # noqa: DTZ001


def with_runs(kind: WorkbookKind, key: str, *runs: tuple[str, str], row: int = 3) -> bytes:
    """Return a valid workbook in which a cell holds runs of text, each with its marks."""
    at, parts = address(kind, key, row), parts_of(valid(kind))
    inner = "".join(f'<r><rPr>{mark}</rPr><t xml:space="preserve">{text}</t></r>' for text, mark in runs)
    text = parts[SHEET].decode()
    was = re.search(rf'<c r="{at}"(?: [^>]*)?(?:/>|>.*?</c>)', text)
    new = f'<c r="{at}" t="inlineStr"><is>{inner}</is></c>'
    if was is None:
        before = [f'<c r="{address(kind, each, row)}"' for each in keys(kind)[: keys(kind).index(key)]]
        start = max(text.rfind(each) for each in before)
        end = text.index("</c>", start) + 4
        text = text[:end] + new + text[end:]
    else:
        text = text[: was.start()] + new + text[was.end() :]
    return zipped(parts | {SHEET: text.encode()})


def _runs(
    name: str, code: str, key: str, *runs: tuple[str, str], right: str, kind: WorkbookKind = TRACKER, stops: bool = True
) -> Bad:
    at = f"{'Statements' if kind is TRACKER else 'Statistics'}!{address(kind, key, 3)}"
    return Bad(
        f"runs_{name}",
        code,
        at,
        partial(with_runs, kind, key, *runs),
        partial(with_runs, kind, key, (right, "")),
        stops=stops,
    )


def _shown(
    name: str, code: str, shown: str, *, right: str = "0", value: object = 12, stops: bool = False, **more: Any
) -> Cells:
    column = more.pop("column", "value")
    return Cells(
        f"shown_{name}", code, more.pop("kind", STATISTICS), {column: value}, {column: value}, stops=stops, number_format=shown,
        right_format=right, **more,
    )  # fmt: skip


RUNS = (
    _runs("struck_not", "struck-words", "statement", ("A law was ", ""), ("not ", STRUCK), ("adopted.", ""), right="A law was adopted."),
    _runs("struck_quote", "struck-words", "quote", ("12 ", STRUCK), ("120 persons", ""), right="120 persons"),
    _runs("struck_code", "struck-words", "country", ("KAZ", ""), ("KGZ", STRUCK), right="KAZ"),
    _runs("struck_year", "struck-words", "since", ("2023 ", STRUCK), ("2024", ""), right="2024"),
    _runs("raised_article", "raised-digits", "legal_article", ("Article 128", ""), ("1", RAISED), right="Article 128-1", kind=STATISTICS,
          stops=False),
    _runs("raised_footnote", "raised-digits", "statement", ("12", ""), ("1", RAISED), (" minors were helped.", ""),
          right="12 minors were helped.", stops=False),
    _runs("lowered_digit", "raised-digits", "note", ("group ", ""), ("2", LOWERED), right="group 2", stops=False),
    _runs("raised_in_code", "unknown-country", "country", ("KAZ", ""), ("1", RAISED), right="KAZ"),
)  # fmt: skip
FORMATS = (
    _shown("more_than", "number-bound", '"> "0', right='" "0', stops=True),
    _shown("more_than_bare", "number-bound", ">0", stops=True),
    _shown("at_least_in_words", "number-bound", '"не менее "0', right='0" "', stops=True),
    _shown("at_most_in_general", "number-below", '"до "General', right="General", stops=True),
    _shown("leading_zeros", "shown-differs", "00000"),
    _shown("star", "shown-differs", '0"*"', right="0_*"),
    _shown("unit_in_words", "shown-differs", '0" minors"'),
    _shown("sign_of_a_currency", "number-bound", "[$> ]0", stops=True, right="[$€-2] 0", column="value_low", row=6, value=350),
    _shown("zeros_of_a_number_of_a_document", "value-normalised", "00000", right="@", column="legal_article", value=123),
    _shown("text_as_per_cent", "shown-differs", "0%", right="0.00", column="legal_article", value=0.12),
    _shown("day_without_year", "shown-differs", "dd.mm", right="dd.mm.yyyy", column="period_start", value=44927),
    _shown("day_with_short_year", "shown-differs", "dd.mm.yy", right="d mmmm yyyy", column="period_start", value=44927),
    _shown("day_and_month_of_excel", "shown-differs", "d-mmm", right="mm-dd-yy", column="period_start", value=44927),
    _shown("since_with_short_year", "shown-differs", "dd/mm/yy", right="yyyy-mm-dd", column="since", value=44927, kind=TRACKER),
)  # fmt: skip
NUMBERS = (
    Cells("num_beyond_counting", "count-implausible", STATISTICS, {"value": 9_999_999_999_999}, {"value": 9_999_999}),
    Cells("range_beyond_counting", "count-implausible", STATISTICS, {"value_high": 4_000_000_000},
          {"value_high": 400}, row=6),
    Cells("date_just_before_midnight", "value-normalised", STATISTICS, {"period_end": _NIGHT, "period_start": "2022-01-01"},
          {"period_end": datetime(2022, 12, 31), "period_start": "2022-01-01"}, stops=False, number_format="yyyy-mm-dd hh:mm"),  # noqa: DTZ001
)  # fmt: skip
LETTERS = (
    Cells("code_en_dash", "value-normalised", TRACKER, {"item": "BD–8b"}, {"item": "BD-8b"}, stops=False),
    Cells("code_not_breaking_hyphen", "value-normalised", TRACKER, {"indicator": "BD\u20118b.1"}, {"indicator": "BD-8b.1"}, stops=False),
    Cells("code_source_minus", "value-normalised", TRACKER, {"source_id": "kaz−letter−2026"}, {"source_id": "kaz-letter-2026"},
          stops=False),
    Cells("gap_row_without_source", "missing-value", STATISTICS, {"source_id": None, "value": None, "state": "not_available"},
          {"source_id": "astana-2023-report", "value": None, "state": "not_available"}),
)  # fmt: skip
DATES = (
    Cells("date_word_not_a_month", "date-unreadable", STATISTICS, {"period_start": "1 Janvember 2023"}, {"period_start": "1 January 2023"}),
    Cells("date_words_of_no_day", "date-unreadable", STATISTICS, {"period_start": "30 февраля 2023"}, {"period_start": "28 февраля 2023"}),
)  # fmt: skip


def _changed(
    name: str, code: str, at: str, change: Callable[[Workbook], Any], right: Callable[[Workbook], Any] | None = None,
    *, kind: WorkbookKind = STATISTICS, stops: bool = True,
) -> Bad:  # fmt: skip
    twin = partial(edited, valid(kind), right) if right else partial(valid, kind)
    return Bad(name, code, at, partial(edited, valid(kind), change), twin, stops=stops)


def _sorted_sheet(workbook: Workbook) -> None:
    """Move two rows of data above the headings, as sorting the whole sheet does."""
    sheet = workbook["Statistics"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=1, max_row=7)]
    for number, values in enumerate((*rows[2:4], *rows[:2], *rows[4:]), start=1):
        for column, value in enumerate(values, start=1):
            sheet.cell(number, column).value = value
            sheet.cell(number, column).number_format = "General"
    sheet.row_dimensions[1].hidden = False


def _pasted_above(workbook: Workbook) -> None:
    sheet = workbook["Statistics"]
    values = [cell.value for cell in sheet[3]]
    sheet.insert_rows(1)
    for column, value in enumerate(values, start=1):
        sheet.cell(1, column).value = value
    sheet.row_dimensions[1].hidden = False


def _two_tables(workbook: Workbook) -> None:
    """Stack a table with Russian labels on that with keys."""
    sheet = workbook["Statistics"]
    rows = [
        [words_of("ru")(column.label) for column in sheet_of(STATISTICS).columns],
        [cell.value for cell in sheet[3]],
    ]
    sheet.insert_rows(1, 3)
    for number, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            sheet.cell(number, column).value = value
    sheet.row_dimensions[1].hidden = False


def _titled(workbook: Workbook) -> None:
    workbook["Statistics"].insert_rows(1)
    workbook["Statistics"]["A1"] = "Answers of the ministry, in persons"
    workbook["Statistics"].row_dimensions[1].hidden = False


def _emptied(workbook: Workbook) -> None:
    kept = {"country", "indicator"}
    for key, cell in zip(keys(STATISTICS), workbook["Statistics"][4], strict=False):
        if key not in kept:
            cell.value = None


def _asked_again(workbook: Workbook) -> None:
    put(workbook, STATISTICS, 9, {"country": "KAZ", "indicator": "CTX-victims"})


def retyped(source_id: str) -> Callable[[Workbook], None]:
    """Return a change that writes the source of all figures anew, on both sheets."""

    def change(workbook: Workbook) -> None:
        put_source(workbook, 3, {"source_id": source_id})
        for row in range(3, 8):
            put(workbook, STATISTICS, row, {"source_id": source_id})

    return change


ROWS = (
    _changed("above_sorted", "row-above-heading", "Statistics!A1", _sorted_sheet),
    _changed("above_pasted", "row-above-heading", "Statistics!A1", _pasted_above, _titled),
    _changed("above_two_tables", "row-above-heading", "Statistics!A2", _two_tables),
    _changed("row_emptied", "row-emptied", f"Statistics!{address(STATISTICS, 'value', 4)}", _emptied, _asked_again),
    _changed("source_retyped", "source-retyped", "Sources!A3", retyped("astana–2023–report"), retyped("astana-2023-report-2")),
    _changed("source_in_capitals", "source-retyped", "Sources!A3", retyped("Astana-2023-Report")),
    _changed("source_class_of_all", "unknown-code", "Sources!B3", lambda w: put_source(w, 3, {"source_class": "gossip"})),
)  # fmt: skip


def by_rule(rule: Rule, cells: str = "C3:C5") -> Callable[[Workbook], None]:
    """Return a change that gives a range of figures a conditional format."""
    return lambda workbook: workbook["Statistics"].conditional_formatting.add(cells, rule)


def rule_of(formula: str, kind: str = "cellIs", operator: str | None = "lessThan", **look: Any) -> Rule:
    """Return a conditional format that compares, or computes, and changes the look of a cell."""
    return Rule(type=kind, operator=operator, formula=[formula], dxf=DifferentialStyle(**look))


def _rule(name: str, code: str, right: str | Rule = "110", cell: str = "C3", **rule: Any) -> Bad:
    stops = rule.pop("stops", False)
    twin = right if isinstance(right, Rule) else rule_of(right, **rule)
    bad = rule_of(rule.pop("formula", "111"), **rule)
    return _changed(f"rule_{name}", code, f"Statistics!{cell}", by_rule(bad, "C3"), by_rule(twin, "C3"), stops=stops)


_STRIKE, _PALE = {"font": Font(strike=True)}, {"font": Font(color="FFFFFFFF")}
_RED = rule_of("111", font=Font(color="FF9C0006"), fill=PatternFill(bgColor="FFFFC7CE"))
_BAR = Rule(type="dataBar", dataBar=DataBar(
    cfvo=[FormatObject("min"), FormatObject("max")], color="FF638EC6", showValue=False))  # fmt: skip
RULES = (
    _rule("strikes", "struck-out", **_STRIKE),
    _rule("white_letters", "not-visible", **_PALE),
    _rule("letters_like_the_cell", "not-visible", _RED, font=Font(color="FFFFFF00"), fill=PatternFill(bgColor="FFFFFF00")),
    _rule("hides_number", "shown-differs", numFmt=NumberFormat(170, ";;;")),
    _rule("masks", "number-below", stops=True, numFmt=NumberFormat(170, '"<5"')),
    _rule("between_formulas", "rule-may-hide", _RED, formula="$B$1", **_PALE),
    _rule("computed", "rule-may-hide", _RED, kind="expression", operator=None, formula="LEN($A3)>1", **_STRIKE),
    _changed("rule_bar_without_number", "shown-differs", "Statistics!C3", by_rule(_BAR, "C3"), by_rule(_RED, "C3"), stops=False),
)  # fmt: skip
ALL_SHOWN = (*RULES, *RUNS, *(cells.made() for cells in (*FORMATS, *NUMBERS, *LETTERS, *DATES)), *ROWS)
ALL_KINDS = (*ALL_FILES, *ALL_SHEETS, *CELLS, *ALL_SHOWN)
