"""A commission sends figures with its workbook and by its answer page; labels are read; a figure joins its series."""

import io
import re
from datetime import date
from typing import Any

import openpyxl
import pytest

from bukhara.workbook import folded
from tests.web.desk_client import SECRETARIAT, commission, desk_site
from tests.web.upload_files import sent, template

KEYS, FIRST = 1, 3
SOURCE = {
    "source_id": "xaa-letter-7", "source_class": "exercise", "title": "EXERCISE (invented): Letter 7",
    "body": "Ministry of the Interior of Alfa", "document_number": "7", "date": date(2026, 11, 20),
}  # fmt: skip
STRICT = "CTX-registered-strict"


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """A site on which nothing is published."""
    return desk_site(tmp_path_factory.mktemp("figures"))


@pytest.fixture
def site(shared):
    """The shared site, used by the commission of Alfa."""
    shared.act(commission("XAA"))
    return shared


class Book:
    """A template opened as a clerk opens it: rows and columns by their keys."""

    def __init__(self, content: bytes) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(content))

    def rows(self, title: str) -> list[dict[str, Any]]:
        sheet = self.book[title]
        keys = [cell.value for cell in sheet[KEYS]]
        found = (
            dict(zip(keys, (cell.value for cell in row), strict=True), row=row[0].row) for row in sheet.iter_rows(FIRST)
        )
        return [row for row in found if row["indicator" if "indicator" in row else "source_id"]]

    def put(self, title: str, number: int, /, **cells: object) -> None:
        sheet = self.book[title]
        column = {sheet.cell(KEYS, n).value: n for n in range(1, sheet.max_column + 1)}
        for key, value in cells.items():
            sheet.cell(number, column[key]).value = value

    def open_row(self, **wanted: str) -> int:
        """Return the row of the sheet Figures without a value that asks for this."""
        rows = [r for r in self.rows("Figures") if r["value"] is None and not r["source_id"]]
        return next(r["row"] for r in rows if all(folded(str(r[k])) == folded(v) for k, v in wanted.items()))

    def answered(self, number: int, **cells: object) -> "Book":
        """Answer a row of figures with its letter."""
        self.put("Sources", self.book["Sources"].max_row + 1, **SOURCE)
        given: dict[str, object] = {
            "value": 44,
            "state": "value",
            "period_start": date(2025, 1, 1),
            "period_end": date(2025, 12, 31),
        }
        self.put("Figures", number, **given | {"source_id": SOURCE["source_id"], **cells})
        return self

    def saved(self) -> bytes:
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()


def found(site: Any, address: str) -> list[tuple[str, str | None]]:
    """Return code and cell of the findings of a draft, without rows that are simply not answered."""
    reading = site.service.drafts.reading(SECRETARIAT, int(address.rsplit("/", 1)[1]))
    return [(each.code, each.cell) for each in reading.findings if each.code != "rows-unanswered"]


def publish(site: Any, address: str) -> None:
    site.act(SECRETARIAT)
    seen = re.search(r'name="seen"\s+value="([0-9a-f]+)"', site.html(address))
    site.client.post(f"{address}/publish", data={"note": "Letter 7.", "seen": seen[1] if seen else ""})


def test_a_commission_sends_figures_of_its_own_state_in_its_workbook(tmp_path) -> None:
    site = desk_site(tmp_path, actor=commission("XAA"))
    book = Book(template(site))
    assert {row["country"] for row in book.rows("Figures")} == {"XAA"}
    number = book.open_row(indicator=STRICT)
    asked = next(row for row in book.rows("Figures") if row["row"] == number)
    assert (folded(asked["stage"]), asked["offence_class"]) == ("registered", "trafficking in persons (strict)")
    before = site.service.snapshot().observations
    address = sent(site, book.answered(number).saved())
    assert found(site, address) == []
    publish(site, address)
    new = [row for row in site.service.snapshot().observations if row not in before]
    assert [(n.country, n.indicator, n.value, n.stage, n.offence_class) for n in new] == [
        ("XAA", STRICT, 44.0, "registered", "trafficking")
    ]
    assert set(before) <= set(site.service.snapshot().observations)


def test_a_number_in_a_sentence_row_of_figures_is_an_error_at_its_cell(site) -> None:
    book = Book(template(site))
    number = book.book["Statements"].max_row + 1
    book.put("Sources", book.book["Sources"].max_row + 1, **SOURCE)
    book.put("Statements", number, country="XAA", item="BD-5", indicator="BD-5.2", kind="figure", state="value",
             statement="120 persons", lang="en", source_id=SOURCE["source_id"])  # fmt: skip
    assert ("figure-in-statement", f"J{number}") in found(site, sent(site, book.saved()))


def test_a_commission_enters_a_figure_by_its_answer_page(site) -> None:
    assert "about=figure" in site.html("/upload/answer")
    assert 'name="value"' in site.html(f"/upload/answer?about=figure&country=XAA&indicator={STRICT}")
    figure = {
        "about": "figure", "country": "XAA", "indicator": STRICT, "value": "44", "state": "value", "unit": "count",
        "counting_unit": "offence", "stage": "registered", "offence_class": "trafficking",
        "territorial_scope": "national", "period_start": "2025-01-01", "period_end": "2025-12-31",
        "body": "Ministry of the Interior of Alfa", "document_number": "7", "date": "2026-11-20",
    }  # fmt: skip
    answer = site.client.post("/upload/answer", data=figure)
    assert answer.status_code == 303
    assert "44" in site.html(answer.headers["Location"])
    assert site.client.post("/upload/answer", data={**figure, "country": "XAB"}).status_code == 403


def test_labels_in_any_language_are_read_where_a_code_is_expected(site) -> None:
    book = Book(template(site))
    number = book.book["Statements"].max_row + 1
    book.put("Sources", book.book["Sources"].max_row + 1, **{**SOURCE, "source_class": "учебный пример, вымышлено"})
    book.put("Statements", number, country="Альфа", item="BD-5", indicator="BD-5.1", kind="осуществление",
             state="есть сведения", status="Выполняется", statement="Создаётся отдел.", lang="русский",
             source_id=SOURCE["source_id"], asked_on=date(2026, 11, 1))  # fmt: skip
    book.book["Statements"].title, book.book["Sources"].title = "Сообщения", "Источники"
    for sheet in ("Сообщения", "Источники"):
        book.book[sheet].delete_rows(KEYS)
    address = sent(site, book.saved())
    assert found(site, address) == []
    rows = site.service.drafts.reading(SECRETARIAT, int(address.rsplit("/", 1)[1])).statements
    new = next(row for row in rows if row.source_id == SOURCE["source_id"])
    assert (new.country, new.kind, new.state, new.status, new.lang) == (
        "XAA", "implementation", "value", "under_way", "ru"
    )  # fmt: skip


def test_drop_downs_show_labels_and_codes_are_on_a_hidden_sheet(site) -> None:
    answer = site.client.get("/upload/template/XAA.xlsx?lang=ru")
    book = openpyxl.load_workbook(io.BytesIO(answer.data))
    sheet, letters = re.match(r"(\w+)!\$(\w+)\$2", book.defined_names["list_status"].attr_text).groups()
    shown = [cell.value for cell in book[sheet][letters]]
    assert book[sheet].sheet_state == "veryHidden"
    assert "внедрено" in shown
    assert "in_place" not in shown
    assert "in_place" in [cell.value for row in book[sheet].iter_rows() for cell in row]


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
    book = Book(template(site))
    number = book.open_row(indicator=STRICT)
    keys = [cell.value for cell in book.book["Figures"][KEYS]]
    cell = book.book["Figures"].cell(number, keys.index(column) + 1).coordinate
    address = sent(site, book.answered(number, **changes).saved())
    assert ("figure-joins-no-series", cell) in found(site, address)
    assert "Joins no accepted series" in site.html(address)
    assert "Не входит" in site.html(f"{address}?lang=ru")
    taken = site.client.post(f"{address}/series", data={"sheet": "Figures", "row": str(number)})
    after = taken.headers["Location"]
    if column == "period_end":  # the days of a period are for the sender to correct
        assert after.endswith(address)
        return
    assert found(site, after) == []
    assert "Joins its series" in site.html(after)
    assert "Withdrawn" in site.html(address)


def test_a_state_is_not_asked_about_what_others_said_and_its_workbook_keeps_it(tmp_path) -> None:
    site = desk_site(tmp_path, actor=commission("KAZ"), real=True)
    others = ("Rodnik", "UNODC", "OSCE Programme Office in Astana")
    held = site.service.held(site.service.ready())
    assert {row.body for row in held.statements if row.country == "KAZ"} & set(others)
    book = Book(template(site, "KAZ"))
    assert not {row["body"] for row in book.rows("Statements")} & {*others, "Public Foundation Rodnik"}
    assert not [row["indicator"] for row in book.rows("Figures") if row["indicator"] == "CTX-willing-to-report"]
    source = {**SOURCE, "source_class": "state_submission", "title": "Letter 7",
              "body": "Ministry of Internal Affairs of Kazakhstan"}  # fmt: skip
    book.put("Sources", book.book["Sources"].max_row + 1, **source)
    staff = book.open_row(indicator="BD-5.2")
    book.put("Figures", staff, value=30, period_start=date(2026, 11, 1), period_end=date(2026, 11, 1),
             reporter=source["body"], source_id=SOURCE["source_id"])  # fmt: skip
    version = next(row[2] for row in book.book["Read me"].iter_rows() if row[0].value == "template_version")
    now, version.value = version.value, "2"
    before = int(sent(site, book.saved(), "KAZ.xlsx").rsplit("/", 1)[1])
    assert "Rodnik" in {
        row.record.body for row in site.service.drafts.changes(SECRETARIAT, before).rows if row.sort.value == "removed"
    }
    version.value = None  # a sheet without its front: what it did not show is kept
    unknown = int(sent(site, book.saved(), "KAZ.xlsx").rsplit("/", 1)[1])
    assert "removed" not in {row.sort.value for row in site.service.drafts.changes(SECRETARIAT, unknown).rows}
    version.value = now
    address = sent(site, book.saved(), "KAZ.xlsx")
    number = int(address.rsplit("/", 1)[1])
    changes = site.service.drafts.changes(SECRETARIAT, number).rows
    assert [(row.sort.value, row.kind) for row in changes if row.sort.value != "confirmed"] == [
        ("added", "source"), ("added", "observation"),
    ]  # fmt: skip
    publish(site, address)
    after = site.service.held(site.service.ready())
    assert after.statements == held.statements
    assert set(held.observations) < set(after.observations)
