"""A file with data about persons on a sheet that is not ours is refused and not kept."""

import io

import openpyxl
import pytest

from tests.web.site_client import commission
from tests.web.upload_files import book_of, saved, send, sent, template, text


@pytest.fixture
def site(shared):
    shared.act(commission("XAA"))
    return shared


def test_a_list_of_persons_is_refused_and_not_kept(site) -> None:
    drafts = site.service.drafts
    before = len(drafts.drafts(commission("XAA")))
    listed = book_of(["№", "ФИО", "Возраст"], [1, "Асанова Айгуль", 24], [2, "Ким Вера", 31])
    answer = send(site, listed, "список.xlsx")
    assert "Sheet!B1” begins data about persons" in text(site.html(answer.headers["Location"]))
    assert len(drafts.drafts(commission("XAA"))) == before
    without_heading = book_of([1, "Асанова А.А.", 24], [2, "Ким В.П.", 31])
    answer = send(site, without_heading, "лица.xlsx")
    assert "Sheet!B1” begins data about persons" in text(site.html(answer.headers["Location"]))
    with_phone = book_of(["Показатель", 2018], ["Осуждено", 3], [], ["Исп. Асанова А.А., тел. 227-12-34"])
    page = site.html(send(site, with_phone, "МВД.xlsx").headers["Location"])
    assert "Sheet!A4” begins data about persons" in text(page)
    assert "Асанова" not in page
    signed = book_of(["Показатель", 2018], ["Осуждено", 3], ["Исп.", "Асанова А.А."], ["Начальник", "Ким В.П."])
    assert sent(site, signed).startswith("/upload/")


def test_a_list_of_persons_on_a_sheet_beside_our_own_is_refused_and_not_kept(site) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template(site)))
    listed = book.create_sheet("Список")
    for row in (["Ф.И.О. потерпевшей", "Паспорт"], ["Асан Айбек", "AN1234567"], ["Болот Темир", "AN7654321"]):
        listed.append(row)
    before = len(site.service.drafts.drafts(commission("XAA")))
    page = text(site.html(send(site, saved(book)).headers["Location"]))
    assert "Список!A1” begins data about persons" in page
    assert len(site.service.drafts.drafts(commission("XAA"))) == before
