"""UNODC's file of trafficking in persons (GLOTIP) -> observations, and the rows that are left out with the reason.

The file is a table with a heading in one of its first rows: csv, or xlsx as the portal offers it (heading in row 3).
"""

import csv
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pandas as pd

from bukhara.errors import Refused
from bukhara.model.codes import PeriodBasis, Qualifier, SourceClass, State, WorkbookKind
from bukhara.model.framework import Framework
from bukhara.model.messages import N_
from bukhara.model.observation import MASKED, MASKED_TEXT, Observation
from bukhara.model.source import Source
from bukhara.workbook.container import precheck
from bukhara.workbook.reading.contents import WorkbookContents
from bukhara.workbook.reading.values import as_day
from bukhara.workbook.refusals import REFUSALS, WorkbookDamaged

DATASET = "unodc-glotip"
BODY = "UNODC"
ADDRESS = "https://dataunodc.un.org/dp-trafficking-persons"
NO_HEADING = N_("No heading of UNODC's file was found in the first rows. Please give the file as the portal offers it.")
NO_EDITION = N_("The file has no date. Please give the day of the edition with --edition.")
COLUMNS = (
    *("Iso3_code", "Indicator", "Dimension", "Category", "Sex", "Age", "Year"),
    *("Unit of measurement", "txtVALUE", "Source"),
)
KEY = ("Indicator", "Dimension", "Category", "Sex", "Age", "Year")
TOTAL, EMPTY = "Total", "(empty)"
MEASURES = {
    "Offences of trafficking in persons": ("CTX-unodc-offences", "registered", "offence"),
    "Persons brought into formal contact": ("CTX-unodc-contact", "formal_contact", "person"),
    "Persons prosecuted": ("CTX-unodc-prosecuted", "prosecuted", "person"),
    "Persons convicted": ("CTX-unodc-convicted", "convicted", "person"),
    "Detected trafficking victims": ("CTX-unodc-victims", "identified", "victim"),
}
"""UNODC's indicator -> our measure, stage and counting unit."""
SEXES = {TOTAL: "", "Female": "female", "Male": "male", "Other": "other"}
AGES = {TOTAL: "", "0 to 17 years": "minor", "18 years or over": "adult"}
FORMS = {
    "Sexual exploitation": "sexual_exploitation",
    "Forced labour": "forced_labour",
    "Other forms of exploitation": "other_exploitation",
}
NOT_STATED = "not_stated"
"""The code of a category that UNODC left empty."""
PLACES = {
    "": NOT_STATED,
    "Abroad": "abroad",
    "Unknown": "unknown",
    "Kyrgyzstan": "KGZ",
    "Kazaki": "KAZ",
    "Tajiki": "TJK",
    "Turkmeni": "TKM",
    "Uzbecki": "UZB",
    "Vietnamese": "VNM",
}
"""Words for a country as UNODC prints them, besides the English names of the framework."""
_HEADING_ROWS = 20
_LIMITS = precheck.Limits(file_bytes=64 * precheck.MEGABYTE, inflated_bytes=512 * precheck.MEGABYTE)
"""The file of the whole world is larger than any workbook that a state sends."""
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}")


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """A row of one of the states that is not imported: its number in the file, the column and the cell."""

    number: int
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class GlotipFile:
    """What the file holds: figures in its order, rows left out, rows of other countries, and its date if it has one."""

    observations: tuple[Observation, ...]
    left_out: tuple[LeftOutRow, ...]
    other_countries: int
    edition: date | None
    checksum: str

    @property
    def counts(self) -> Mapping[tuple[str, str], int]:
        """The number of figures by state and measure, in the order of the file."""
        return Counter((each.country, each.indicator) for each in self.observations)

    @property
    def masked(self) -> int:
        """The number of figures that UNODC printed as "<5"."""
        return sum(each.is_masked for each in self.observations)


def read_glotip(path: Path, framework: Framework) -> GlotipFile:
    """Return the figures of the states; raise Refused for a file without the heading or a damaged one."""
    rows = _table(path)
    heading = next((n for n, row in enumerate(rows[:_HEADING_ROWS]) if set(COLUMNS) <= set(row)), None)
    if heading is None:
        raise Refused(NO_HEADING)
    days = (as_day(cell).value for row in rows[:heading] for cell in row)
    states, places = {each.code for each in framework.countries}, _places(framework)
    found: list[Observation] = []
    left_out: list[LeftOutRow] = []
    others = 0
    for number, row in enumerate(rows[heading + 1 :], heading + 2):
        cells = dict.fromkeys(COLUMNS, "") | dict(zip(rows[heading], row, strict=False))
        if cells["Iso3_code"] not in states:
            others += any(row)
        elif column := _unreadable(cells, places):
            left_out.append(LeftOutRow(number, column, cells[column]))
        else:
            found.append(_observation(cells, places))
    checksum = hashlib.sha256(path.read_bytes()).hexdigest()
    return GlotipFile(tuple(found), tuple(left_out), others, next(filter(None, days), None), checksum)


def _table(path: Path) -> list[list[str]]:
    if path.suffix.lower() != ".xlsx":
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            return [[cell.strip() for cell in row] for row in csv.reader(file)]
    try:
        precheck.check(path, _LIMITS)
    except WorkbookDamaged as damage:
        raise Refused(REFUSALS[damage.code].format(**damage.values)) from damage
    cells = pd.read_excel(path, header=None, dtype=str, keep_default_na=False, engine="openpyxl").fillna("")
    return [[cell.strip() for cell in row] for row in cells.to_numpy().tolist()]


def as_contents(file: GlotipFile, framework: Framework, *, edition: date, title: str = "") -> WorkbookContents:
    """Return the statistics workbook of an edition; without a `title` its source is named by the edition."""
    source = Source(
        source_id=f"{DATASET}-{edition.isoformat()}",
        source_class=SourceClass.INTERNATIONAL_STATISTICS,
        title=title or f"Data portal, trafficking in persons (GLOTIP), edition of {edition:%-d %B %Y}",
        body=BODY,
        date=edition,
        address=ADDRESS,
        checksum=file.checksum,
        dataset=DATASET,
    )
    figures = tuple(replace(each, source_id=source.source_id) for each in file.observations)
    return WorkbookContents(kind=WorkbookKind.STATISTICS, framework=framework, observations=figures, sources=(source,))


def _places(framework: Framework) -> dict[str, str]:
    named = (*framework.countries, *framework.places)
    return {name.in_("en"): each.code for each in named for name in (each.name, each.short)} | PLACES


def _unreadable(cells: Mapping[str, str], places: Mapping[str, str]) -> str:
    """Return the first column with a word or number that is not known, or an empty string."""
    known: dict[str, Iterable[str]] = {
        "Indicator": MEASURES,
        "Dimension": (TOTAL, "by form of exploitation", "by citizenship", "by country of repatriation"),
        "Category": {TOTAL: (TOTAL, ""), "by form of exploitation": FORMS}.get(cells["Dimension"], places),
        "Sex": SEXES,
        "Age": AGES,
        "Unit of measurement": ("Counts",),
    }
    wrong: Sequence[str] = [column for column, words in known.items() if cells[column] not in words]
    if not wrong and not re.fullmatch(r"(?:19|20)\d{2}", cells["Year"]):
        return "Year"
    if not wrong and cells["txtVALUE"] != MASKED_TEXT and not _NUMBER.fullmatch(cells["txtVALUE"]):
        return "txtVALUE"
    return wrong[0] if wrong else ""


def _observation(cells: Mapping[str, str], places: Mapping[str, str]) -> Observation:
    indicator, stage, unit = MEASURES[cells["Indicator"]]
    dimension, category, year = cells["Dimension"], cells["Category"], int(cells["Year"])
    is_masked = cells["txtVALUE"] == MASKED_TEXT
    low, high = MASKED if is_masked else (None, None)
    repatriated = dimension == "by country of repatriation"
    return Observation(
        country=cells["Iso3_code"],
        indicator=indicator,
        value=None if is_masked else float(cells["txtVALUE"].replace(",", "")),
        state=State.VALUE,
        qualifier=Qualifier.RANGE if is_masked else Qualifier.EXACT,
        value_low=low,
        value_high=high,
        unit="count",
        counting_unit=unit,
        stage="repatriated" if repatriated else stage,
        # As printed; laws differ, and what some states count under this heading is wider.
        offence_class="trafficking",
        sex=SEXES[cells["Sex"]],
        age_group=AGES[cells["Age"]],
        form_of_exploitation=FORMS[category] if dimension == "by form of exploitation" else "",
        citizenship=places[category] if dimension == "by citizenship" else "",
        territorial_scope=places[category] if repatriated else "national",
        period_start=date(year, 1, 1),
        period_end=date(year, 12, 31),
        period_label=cells["Year"],
        period_basis=PeriodBasis.STATED,
        reporter=BODY,
        source_locator="; ".join(cells[name] or EMPTY for name in KEY),
        quote=cells["txtVALUE"],
    )
