"""A commission sends figures with its workbook and by its answer page; labels are read; a figure joins its series."""

import re
from datetime import date
from typing import Any

import pytest

from bukhara.model.codes import Severity
from bukhara.workbook import folded
from tests.filled_in import FilledIn
from tests.web.site_client import ORGANISER, SECRETARIAT, VIEWER, commission, new_site
from tests.web.upload_files import sent, template

SOURCE = {
    "source_id": "xaa-letter-7", "source_class": "exercise", "title": "EXERCISE (invented): Letter 7",
    "body": "Ministry of the Interior of Alfa", "document_number": "7", "date": date(2026, 11, 20),
}  # fmt: skip
STRICT = "CTX-registered-strict"


@pytest.fixture
def site(shared):
    """The shared site, used by the commission of Alfa."""
    shared.act(commission("XAA"))
    return shared


class Figures(FilledIn):
    """The sheet of figures of a template."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content, "Figures")

    def open_row(self, indicator: str) -> int:
        """Return the row that asks for this and has no value."""
        rows = self.rows(value=None, state=None)
        return next(row for row in rows if folded(str(self.value(row, "indicator"))) == folded(indicator))

    def answered(self, row: int, **cells: object) -> "Figures":
        """Answer a row with its letter."""
        self.on("Sources").add(**SOURCE)
        period = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
        letter = {"source_id": SOURCE["source_id"], "reporter": SOURCE["body"]}
        self.write(row, **{"value": 44, "state": "value", **letter, **period, **cells})
        return self


def found(site: Any, address: str) -> list[tuple[str, str | None]]:
    """Return code and cell of the findings of a draft, without rows that are simply not answered."""
    reading = site.service.drafts.reading(SECRETARIAT, int(address.rsplit("/", 1)[1]))
    return [(each.code, each.cell) for each in reading.findings if each.code != "rows-unanswered"]


def publish(site: Any, address: str) -> None:
    site.act(SECRETARIAT)
    seen = re.search(r'name="seen"\s+value="([0-9a-f]+)"', site.html(address))
    site.client.post(f"{address}/publish", data={"note": "Letter 7.", "seen": seen[1] if seen else ""})


def test_a_commission_sends_figures_of_its_own_state_in_its_workbook(tmp_path) -> None:
    site = new_site(tmp_path, actor=commission("XAA"))
    book = Figures(template(site))
    assert {book.value(row, "country") for row in book.rows() if book.value(row, "indicator")} == {"XAA"}
    number = book.open_row(STRICT)
    assert folded(book.value(number, "stage")) == "registered"
    assert book.value(number, "offence_class") == "trafficking in persons (strict)"
    before = site.service.snapshot().observations
    address = sent(site, book.answered(number).saved())
    assert found(site, address) == []
    publish(site, address)
    new = [row for row in site.service.snapshot().observations if row not in before]
    assert [(n.country, n.indicator, n.value, n.stage, n.offence_class) for n in new] == [
        ("XAA", STRICT, 44.0, "registered", "trafficking")
    ]
    assert set(before) <= set(site.service.snapshot().observations)


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"stage": "convicted"}, "stage"),
        ({"offence_class": "trafficking_minors"}, "offence_class"),
        ({"reporter": "Prosecution Service of Alfa"}, "reporter"),
        ({"counting_unit": "victim"}, "counting_unit"),
        ({"period_end": date(2025, 6, 30)}, "period_end"),
    ],
)
def test_a_figure_joins_its_series_or_says_why_not(site, changes, column) -> None:
    book = Figures(template(site))
    number = book.open_row(STRICT)
    cell = book.sheet.cell(number, book.column[column]).coordinate
    address = sent(site, book.answered(number, **changes).saved())
    code = "figure-of-another-length" if column == "period_end" else "figure-joins-no-series"
    assert (code, cell) in found(site, address)
    assert "Joins no accepted series" in site.html(address)
    assert "Не входит" in site.html(f"{address}?lang=ru")
    corrected = sent(site, Figures(template(site)).answered(number).saved())
    assert found(site, corrected) == []
    assert "Joins its series" in site.html(corrected)


def test_a_state_is_not_asked_about_the_words_of_others_and_its_workbook_keeps_them(tmp_path) -> None:
    site = new_site(tmp_path, actor=commission("KAZ"), real=True)
    others = ("Rodnik", "UNODC", "OSCE Programme Office in Astana")
    held = site.service.stored_contents(site.service.ready())
    assert {row.body for row in held.statements if row.country == "KAZ"} & set(others)
    book = Figures(template(site, "KAZ"))
    words = book.on("Statements")
    assert not {words.value(row, "body") for row in words.rows()} & {*others, "Public Foundation Rodnik"}
    assert book.rows(indicator="CTX-willing-to-report") == []
    source = {**SOURCE, "source_class": "state_submission", "title": "Letter 7",
              "body": "Ministry of Internal Affairs of Kazakhstan"}  # fmt: skip
    book.on("Sources").add(**source)
    day = date(2026, 11, 1)
    period = {"period_start": day, "period_end": day}
    book.write(book.open_row("BD-5.2"), value=30, reporter=source["body"], source_id=SOURCE["source_id"], **period)
    version = next(row[2] for row in book.book["Read me"].iter_rows() if row[0].value == "template_version")
    now, version.value = version.value, None  # a sheet without its front: what it did not show is kept
    unknown = int(sent(site, book.saved(), "KAZ.xlsx").rsplit("/", 1)[1])
    assert "removed" not in {row.sort.value for row in site.service.drafts.beside(SECRETARIAT, unknown).changes.rows}
    version.value = now
    address = sent(site, book.saved(), "KAZ.xlsx")
    number = int(address.rsplit("/", 1)[1])
    changes = site.service.drafts.beside(SECRETARIAT, number).changes.rows
    assert [(row.sort.value, row.kind) for row in changes if row.sort.value != "confirmed"] == [
        ("added", "source"), ("added", "observation"),
    ]  # fmt: skip
    publish(site, address)
    after = site.service.stored_contents(site.service.ready())
    assert after.statements == held.statements
    assert set(held.observations) < set(after.observations)


def test_a_commission_is_told_how_readers_would_see_each_of_its_figures(tmp_path) -> None:
    site = new_site(tmp_path, actor=commission("XAA"))
    book = Figures(template(site))
    day = {"unit": "count", "counting_unit": "victim", "stage": "identified", "territorial_scope": "national",
           "country": "XAA", "indicator": "CTX-victims", "period_start": date(2025, 1, 1),
           "period_end": date(2025, 12, 31), "period_basis": "stated", "source_id": SOURCE["source_id"],
           "reporter": SOURCE["body"]}  # fmt: skip
    book.on("Sources").add(**SOURCE)
    for change in (
        {"value": 42, "state": "value", "offence_class": "trafficking"},
        {"value": 6, "state": "value", "offence_class": "trafficking_minors"},
    ):
        book.add(**day, **change)
    address = sent(site, book.saved())
    assert [code for code, _ in found(site, address) if code != "figure-joins-no-series"] == []
    page = site.read(address)
    assert "Will be shown: about 40 (42 in the file)" in page
    assert "Will not be shown: fewer than 10 (6 in the file)" in page
    assert "values below 10 (zero included) are withheld" in page
    assert "The state and the secretariat see the exact numbers." in page
    for actor in (ORGANISER, VIEWER, commission("XAB")):
        site.act(actor)
        assert "in the file)" not in site.client.get(address).get_data(as_text=True)


def grey_row(book: Figures) -> int:
    """Return a row that shows an accepted figure."""
    return next(row for row in book.rows() if isinstance(book.value(row, "value"), int | float))


@pytest.mark.parametrize("kind", ["XAA", "statistics"])
@pytest.mark.parametrize("front", [True, False])
def test_an_accepted_figure_is_written_over_only_with_a_reason(site, kind, front) -> None:
    site.act(SECRETARIAT)
    content = template(site, kind)
    book = Figures(content) if kind == "XAA" else FilledIn(content, "Statistics")
    row = grey_row(book)
    book.write(row, value=book.value(row, "value") * 10)
    if not front:
        del book.book["Read me"]
    cell = book.sheet.cell(row, book.column["value"]).coordinate
    errors = found_errors(site, sent(site, book.saved()))
    assert errors == [("changed-without-reason", cell)]
    book.write(row, revision_reason="The ministry counted again.")
    assert found_errors(site, sent(site, book.saved())) == []


def found_errors(site: Any, address: str) -> list[tuple[str, str | None]]:
    findings = site.service.drafts.reading(SECRETARIAT, int(address.rsplit("/", 1)[1])).findings
    return [(each.code, each.cell) for each in findings if each.severity is Severity.ERROR]
