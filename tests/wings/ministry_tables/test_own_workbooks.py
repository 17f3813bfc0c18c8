"""Workbooks of ministries: each is read and mapped to the figures that it shows, or refused with a next step."""

import io
from collections import Counter
from dataclasses import replace

import openpyxl
import pytest

from bukhara.errors import Refused
from bukhara.model.codes import Qualifier, State
from tests.services import converted
from tests.web.site_client import SECRETARIAT, commission, new_site
from tests.wings.ministry_tables.form import Answers, Form, forms
from wings.ministry_tables import remembered
from wings.ministry_tables.covering_line import CoveringLetter
from wings.ministry_tables.own_tables import TableMapping

BODY = "Ministry of Internal Affairs of Kazakhstan"
LETTER = CoveringLetter(title="Statistical form", body=BODY, date="2025-02-01", document_number="12")
FORMS = tuple(forms())
MAPPED = [form for form in FORMS if form.expected]


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    return new_site(tmp_path_factory.mktemp("own"), real=True).service


@pytest.fixture(autouse=True)
def first_of_its_kind(monkeypatch):
    """No form is remembered from another test."""
    monkeypatch.setattr(remembered, "tables_of", lambda *_: ())


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Every file by its form; some were opened and saved by LibreOffice."""
    folder = tmp_path_factory.mktemp("office")
    made = {}
    for form in FORMS:
        path = folder / "sent.xlsx"
        path.write_bytes(form.content())
        if form.through_office:
            path = converted(converted(path, folder, "ods"), folder)
        made[form.name] = path.read_bytes()
    return made


def answered(found, answers: tuple[Answers, ...]):
    given = answers or (Answers(),) * len(found.tables)
    return [
        replace(
            each.choices,
            meanings={**each.choices.meanings, **more.meanings},
            periods={**each.choices.periods, **more.periods},
            gaps={**each.choices.gaps, **more.gaps},
            **more.general,
        )
        for each, more in zip(found.tables, (*given, *[Answers()] * len(found.tables)), strict=False)
    ]


def line(row, states: bool) -> str:
    parts = [f"{name}:{getattr(row, name)}" for name in ("sex", "age_group") if getattr(row, name)]
    staged = row.indicator in ("CTX-proceedings", "CTX-prosecuted", "CTX-victims")
    value = f"{row.value:g}" if row.state is State.VALUE else row.state.value
    value = f"{row.qualifier.value} {value}" if row.qualifier not in (None, Qualifier.EXACT) else value
    return " ".join(
        [
            row.source_locator.rsplit("!", 1)[1],
            f"{row.indicator}/{row.stage}" if staged else row.indicator,
            *([row.country] if states else []),
            *([row.territorial_scope] if row.territorial_scope not in ("national", "not_stated") else []),
            *parts,
            f"{row.period_start:%Y-%m}",
            f"{row.period_end:%Y-%m}",
            value,
            *(["total"] if "Total as printed" in row.note else []),
            *(["preliminary"] if "Preliminary" in row.note else []),
        ]
    )


@pytest.mark.parametrize("form", MAPPED, ids=lambda form: form.name)
def test_each_number_is_taken_as_it_is_shown_or_left_out_where_that_is_seen(service, files, form: Form) -> None:
    actor = commission(form.country) if form.country else SECRETARIAT
    draft = service.drafts.receive(actor, "report.xlsx", files[form.name])
    assert not service.drafts.reading(actor, draft.draft_id).observations
    found = service.part(TableMapping).tables(actor, draft.draft_id)
    assert {cell.reason for cell in found.cells if cell.use == "asked"} >= ({form.asked} if form.asked else set())
    if form.asked:
        with pytest.raises(Refused):
            service.part(TableMapping).make(actor, draft.draft_id, [each.choices for each in found.tables], LETTER)
    made = service.part(TableMapping).make(actor, draft.draft_id, answered(found, form.answers), LETTER)
    reading = service.drafts.reading(actor, made.draft_id)
    assert [f for f in reading.findings if f.severity.value == "error"] == []
    expected = [" ".join(each.split()) for each in form.expected.strip().splitlines()]
    assert sorted(line(row, not form.country) for row in reading.observations) == sorted(expected)
    # every number of the file is taken, seen as left out, or listed as beside the tables and in their headings
    after = service.part(TableMapping).tables(actor, made.draft_id)
    shown = {cell.place for cell in after.cells} | set(after.beside)
    headings = {text for each in after.tables for text in (*each.table.headings, *each.table.titles)}
    book = openpyxl.load_workbook(io.BytesIO(files[form.name]))
    numbers = {
        f"{sheet.title}!{cell.coordinate}"
        for sheet in book.worksheets
        if sheet.title not in after.unread
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, int | float) and not {f"{cell.value}", f"({cell.value})"} & headings
    }
    assert numbers <= shown
    assert Counter(each.use for each in after.cells)["asked"] == 0
    assert service.drafts.file(actor, made.draft_id) == files[form.name]


@pytest.mark.parametrize("form", [form for form in FORMS if not form.expected], ids=lambda form: form.name)
def test_a_file_without_a_table_says_why(service, files, form: Form) -> None:
    actor = commission(form.country)
    draft = service.drafts.receive(actor, "report.xlsx", files[form.name])
    found = service.part(TableMapping).tables(actor, draft.draft_id)
    assert (found.tables, bool(found.reason)) == ((), True)
