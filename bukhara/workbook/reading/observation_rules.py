"""Rules of one row of statistics or partners; each adds its finding at the cell to be corrected."""

from bukhara.model.codes import PeriodBasis, Qualifier, State
from bukhara.model.observation import MENTION
from bukhara.workbook.reading.citations import check_body, check_citation, check_own_state
from bukhara.workbook.reading.heading_reading import has_other_period
from bukhara.workbook.reading.ledger import DataRow
from bukhara.workbook.reading.lookups import Lookups
from bukhara.workbook.reading.privacy import check_privacy

_BOUNDS = ("value_low", "value_high")
_NUMBERS = ("value", *_BOUNDS)
_DAYS = ("period_start", "period_end")
PERCENT = "percent"
_PARTNERS = "partner"
# units that are measured, not counted; everything else is counted in whole numbers
MEASURED = frozenset(
    {PERCENT, "rate", "ratio", "index", "years", "months", "days", "hours", "usd", "eur", "per_100000"}
)

# more than the inhabitants of most continents
_LARGEST_COUNT = 1_000_000_000
UNITS = frozenset({"count", MENTION, *MEASURED})


def check_observation(row: DataRow, lookups: Lookups) -> None:
    """Check one typed row of the Statistics or Partners sheet."""
    check_own_state(row, lookups)
    _check_indicator(row, lookups)
    _check_state(row)
    _check_range(row)
    _check_unit(row)
    _check_numbers(row)
    _check_period(row, lookups)
    check_citation(row, lookups)
    check_privacy(row)
    check_body(row, "reporter", lookups)
    partner = row.fields.get("partner")
    if partner and partner not in lookups.bodies:
        row.find("unknown-body", "partner")


def _check_indicator(row: DataRow, lookups: Lookups) -> None:
    """Require an indicator that is counted, its unit, and a partner for a partner's measure."""
    indicator = row.fields.get("indicator")
    if indicator is None:
        return
    group, expected = lookups.group_of.get(indicator), lookups.unit_of.get(indicator)
    if group is None or (group == _PARTNERS and "partner" not in row.columns):
        row.find("indicator-not-for-sheet", "indicator")
    unit = row.fields.get("unit")
    change = row.fields.get("qualifier") is Qualifier.CHANGE_PERCENT
    if expected and unit in UNITS - {MENTION} and unit != expected and not change:
        row.find("unit-differs", "unit", indicator=indicator, expected=expected)


def _check_state(row: DataRow) -> None:
    state = row.fields.get("state")
    if state is None:
        return
    if state is State.VALUE:
        ranged = row.fields.get("qualifier") is Qualifier.RANGE
        if not ranged and "value" not in row.fields and row.blamed.isdisjoint(("value", "qualifier")):
            row.find("value-missing", "value")
        return
    for key in _NUMBERS:
        if key in row.fields:
            row.find("value-with-gap", key)
    if state is State.NOT_REPORTED and "asked_on" not in row.fields:
        row.find("asked-on-missing", "asked_on")


def _check_range(row: DataRow) -> None:
    """Check lowest and highest value against the qualifier, unless that one cannot be read."""
    if "qualifier" in row.blamed or row.fields.get("state") is not State.VALUE:
        return
    if row.fields.get("qualifier") is not Qualifier.RANGE:
        for key in _BOUNDS:
            if key in row.fields:
                row.find("bounds-without-range", key)
        return
    if "value" in row.fields:
        row.find("value-beside-range", "value")
    low, high = map(row.fields.get, _BOUNDS)
    missing = [key for key in _BOUNDS if key not in row.fields]
    if missing and row.blamed.isdisjoint(missing):
        row.find("range-incomplete", missing[0])
    elif low is not None and high is not None and low > high:
        row.find("range-reversed", "value_low")


def _check_unit(row: DataRow) -> None:
    unit = row.fields.get("unit")
    if unit is None and "unit" not in row.blamed and row.fields.get("state") is State.VALUE:
        row.find("missing-value", "unit")
    if unit is not None and unit not in UNITS:
        row.find("unknown-unit", "unit", allowed=", ".join(sorted(UNITS)))


def _check_numbers(row: DataRow) -> None:
    unit = row.fields.get("unit", "")
    change = row.fields.get("qualifier") is Qualifier.CHANGE_PERCENT
    if change and unit != PERCENT:
        row.find("change-percent-unit", "unit")
    if change or "unit" in row.blamed:
        return
    for key in _NUMBERS:
        number = row.fields.get(key)
        if number is not None:
            _check_number(row, key, number, unit)


def _check_number(row: DataRow, key: str, number: float, unit: str) -> None:
    if unit == PERCENT and not 0 <= number <= 100:
        row.find("percent-out-of-range", key)
    elif number < 0:
        row.find("negative-count", key)
    elif unit in MEASURED:
        return
    elif not float(number).is_integer():
        row.find("fraction-for-count", key)
    elif number > _LARGEST_COUNT:
        row.find("count-implausible", key, limit=f"{_LARGEST_COUNT:,}")


def _check_period(row: DataRow, lookups: Lookups) -> None:
    start, end = row.fields.get("period_start"), row.fields.get("period_end")
    basis = row.fields.get("period_basis")
    if start and end and end < start:
        row.find("end-before-start", "period_end")
    dated = start is not None or end is not None
    missing = [key for key in _DAYS if key not in row.fields] if row.blamed.isdisjoint(_DAYS) else []
    in_words = dated and "period_label" in row.fields
    if basis in (PeriodBasis.STATED, PeriodBasis.INFERRED) and missing and not in_words:
        row.find("period-missing", missing[0])
    if dated and basis in (PeriodBasis.NOT_STATED, None):
        row.find("basis-mismatch", "period_basis")
    if has_other_period(row.fields.get("period_label", ""), start, end):
        row.find("period-told-otherwise", "period_label", start=str(start or "-"), end=str(end or "-"))
    source = lookups.cited(row.fields)
    late = "period_end" if end else "period_start"
    last = end or start
    # a period that ends in the year of the source was still running when it was reported
    if source and last and last.year > source.date.year and "period_end" not in row.blamed:
        row.find("period-after-source", late, date=source.date.isoformat())
