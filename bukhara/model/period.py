"""Periods of figures and their types by length: a half-year is never treated as a year."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bukhara.model.messages import N_, Named

_ONLY_YEARS = re.compile(r"((?:19|20)\d{2})(?:\s*[-–—]\s*((?:19|20)\d{2}))?(?:\s*(?:г\.?|гг\.?|год|годы))?")


class PeriodType(Named):
    """The type of a period; figures of different types are not drawn on one axis."""

    YEAR = "year", N_("year")
    HALF_YEAR = "half_year", N_("half-year")
    MONTHS = "months", N_("months")
    MULTI_YEAR = "multi_year", N_("several years")
    DAY = "day", N_("day")
    OPEN = "open", N_("open period")
    NOT_STATED = "not_stated", N_("period not stated")


@dataclass(frozen=True)
class Period:
    """The start and end day of a period, both included; either may be unknown (None)."""

    start: date | None
    end: date | None

    @classmethod
    def of_label(cls, label: str) -> "Period":
        """Return the period of a printed label that has years only (`2022`, `2019-2020`), else an empty period."""
        found = _ONLY_YEARS.fullmatch(label.strip())
        if found is None:
            return cls(None, None)
        first, last = int(found[1]), int(found[2] or found[1])
        return cls(date(first, 1, 1), date(last, 12, 31)) if first <= last else cls(None, None)

    @cached_property
    def months(self) -> int | None:
        """The number of whole months, or None if the period is open or does not consist of whole months."""
        if self.start is None or self.end is None:
            return None
        last = calendar.monthrange(self.end.year, self.end.month)[1]
        if self.start.day != 1 or self.end.day != last:
            return None
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    def is_open(self, label: str) -> bool:
        """Whether the source gives only the start ("since 2021"); the date of the source is not its end."""
        return self.start is not None and (self.end is None or label.casefold().startswith("since "))

    @cached_property
    def type(self) -> PeriodType:
        """The type of the period."""
        if self.start is None and self.end is None:
            return PeriodType.NOT_STATED
        if self.start is None or self.end is None:
            return PeriodType.OPEN
        if self.start == self.end:
            return PeriodType.DAY
        return self._by_months()

    def _by_months(self) -> PeriodType:
        assert self.start is not None
        months = self.months
        if months == 12 and self.start.month == 1:
            return PeriodType.YEAR
        if months == 6 and self.start.month in (1, 7):
            return PeriodType.HALF_YEAR
        if months is not None and months > 12 and months % 12 == 0:
            return PeriodType.MULTI_YEAR
        return PeriodType.MONTHS

    @cached_property
    def code(self) -> str:
        """The SDMX time period (`2022`, `2023-S1`, `2023-01-01/P7M`), empty if neither day is known."""
        if self.start is None:
            return "" if self.end is None else f"/{self.end.isoformat()}"
        if self.end is None:
            return f"{self.start.isoformat()}/"
        if self.type is PeriodType.YEAR:
            return str(self.start.year)
        if self.type is PeriodType.HALF_YEAR:
            return f"{self.start.year}-S{1 if self.start.month == 1 else 2}"
        if self.type is PeriodType.DAY:
            return self.start.isoformat()
        months = self.months
        length = f"P{months}M" if months else f"P{(self.end - self.start).days + 1}D"
        return f"{self.start.isoformat()}/{length}"
