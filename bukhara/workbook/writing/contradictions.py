"""Colours a cell while it is being filled in wrongly: the rules of the reader that a formula can express."""

import re

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bukhara.i18n.words import Words
from bukhara.workbook.columns import Sheet
from bukhara.workbook.labels import label_of
from bukhara.workbook.writing.lines import FIRST_ROW
from bukhara.workbook.writing.lists import SPARE_ROWS

_LOOK = DifferentialStyle(
    font=Font(color="7F1D1D", bold=True), fill=PatternFill("solid", start_color="F8CBAD", end_color="F8CBAD")
)


# the column of the cells that are coloured if a formula is true; `{key}` is the cell of that column in the same row
_GAP = '{state}<>"",{state}<>"value"'
_AWAITED = ("asked_on", '=AND({state}="not_reported",{asked_on}="")')
_STATEMENTS = (
    ("revision_reason", '=AND({answer_row}="correction",{revision_reason}="")'),
    ("statement", '=AND({state}="value",{statement}="")'),
    ("state", '=AND({state}="value",{statement}="")'),
    ("level", f'=AND({_GAP},{{level}}<>"")'),
    (
        "status",
        (
            f'=OR(AND({_GAP},{{status}}<>"",NOT(AND({{state}}="not_asked",{{status}}="not_asked"))),'
            'AND({state}="value",{status}="not_asked"))'
        ),
    ),
    # partial dates are ISO texts: the shorter of the two decides how much of them is compared
    (
        "valid_until",
        (
            '=AND({since}<>"",{valid_until}<>"",ISTEXT({since}),ISTEXT({valid_until}),'
            "LEFT({valid_until},MIN(LEN({valid_until}),LEN({since})))<"
            "LEFT({since},MIN(LEN({valid_until}),LEN({since}))))"
        ),
    ),
    _AWAITED,
)
_BOUNDS = ("value_low", "value_high")
_FIGURES = (
    ("value", '=AND({state}="value",{qualifier}<>"range",{value}="")'),
    *((key, f'=AND({_GAP},{{{key}}}<>"")') for key in ("value", *_BOUNDS)),
    *((key, f'=AND({{state}}="value",{{qualifier}}="range",{{{key}}}="")') for key in _BOUNDS),
    *((key, f'=AND({{state}}="value",{{qualifier}}<>"range",{{{key}}}<>"")') for key in _BOUNDS),
    ("value_low", "=AND(ISNUMBER({value_low}),ISNUMBER({value_high}),{value_low}>{value_high})"),
    ("period_end", "=AND(ISNUMBER({period_start}),ISNUMBER({period_end}),{period_end}<{period_start})"),
    _AWAITED,
)
# a cell holds the code or the label of its language
_COMPARED = re.compile(r'\{(\w+)\}(=|<>)"(\w+)"')


def _in_words(formula: str, words: Words) -> str:
    """Return a formula that knows the label of each code too."""

    def either(found: re.Match[str]) -> str:
        key, sign, code = found.groups()
        label = label_of(key, code, words).replace('"', '""')
        if label == code:
            return found[0]
        return f'{"OR" if sign == "=" else "AND"}({found[0]},{{{key}}}{sign}"{label}")'

    return _COMPARED.sub(either, formula)


def mark_contradictions(worksheet: Worksheet, sheet: Sheet, words: Words) -> None:
    """Add the conditional formats of a data sheet, down to its spare rows."""
    keys = [column.key for column in sheet.columns]
    letters = {key: get_column_letter(place) for place, key in enumerate(keys, start=1)}
    cells = {key: f"${letter}{FIRST_ROW}" for key, letter in letters.items()}
    last = worksheet.max_row + SPARE_ROWS
    for column, rule_text in _STATEMENTS if "statement" in letters else _FIGURES:
        letter = letters[column]
        formula = _in_words(rule_text, words).format(**cells).removeprefix("=")
        rule = Rule(type="expression", dxf=_LOOK, formula=[formula])
        worksheet.conditional_formatting.add(f"{letter}{FIRST_ROW}:{letter}{last}", rule)
