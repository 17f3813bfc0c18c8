"""A ministry's own workbook at the page: what is understood, asked, taken and remembered."""

import io
import json
import re
import zipfile

import openpyxl
import pytest
from openpyxl.comments import Comment

from tests.web.site_client import SECRETARIAT, commission
from tests.web.test_days_by_every_way import ANOTHER_FORM, BAD_DAYS, NO_FINDING
from tests.web.upload_files import book_of, saved, sent, template, text

SHEETS = 40
TABLE = "Показатель\t2022\t2023\r\nОсуждено лиц\t10\t12\r\n"
SOURCE = {"title": "Form 1", "body": "Ministry of the Interior of Alfa", "date": "2026-11-20", "document_number": "7"}


def own_file(*years: int, more: tuple[object, ...] = ()) -> bytes:
    return book_of(
        *([more] if more else ()),
        ["Показатель", *years],
        ["Осуждено лиц", *(10 + n for n, _ in enumerate(years))],
        ["из них женщин", *["-" for _ in years]],
        ["Проведено рейдов", *[5 for _ in years]],
    )


@pytest.fixture
def site(shared):
    shared.act(commission("XAA"))
    return shared


def filled(html: str) -> dict[str, list[str]]:
    """Return the fields that the form of a page would send, as a browser without scripts does."""
    form: dict[str, list[str]] = {}
    for tag, name, rest in re.findall(
        r'<(select|input)\b[^>]*?\bname="(t\d[^"]*)"(.*?)(?=<(?:select|input|button))', html, re.S
    ):
        wanted = r'value="([^"]*)" selected' if tag == "select" else r'value="([^"]*)"'
        found = re.search(wanted, rest)
        form.setdefault(name, []).append(found[1] if found else "")
    return form


def test_what_is_understood_is_filled_in_and_what_is_not_is_asked_then_remembered(site) -> None:
    content = own_file(2022, 2023)
    draft = sent(site, content, "МВД.xlsx")
    page = f"{draft}/tables"
    assert f'href="{page}"' in site.html(draft)
    assert "Осуждено лиц" in text(site.html(f"{page}?lang=ru"))
    html = site.html(page)
    assert "2 numbers would be taken, 4 are asked about" in text(html)
    form = filled(html)
    assert (form["t0-h1"], form["t0-p-1-end"]) == (["period", ""], ["2023-12-31"])
    assert "Not understood: проведено, рейдов." in text(html)
    refused = site.client.post(page, data={**form, **SOURCE, "do": "make"})
    assert "Some cells are still asked about" in text(refused.get_data(as_text=True))
    raids = next(name for name in form if form[name] == ["", ""])
    form |= {raids: ["leave"], "t0-g0": ["zero"]}
    shown = site.client.post(page, data={**form, "do": "show"}).get_data(as_text=True)
    assert "4 numbers would be taken" in text(shown)
    assert filled(shown)["t0-g0"] == ["zero"]
    unnamed = site.client.post(page, data={**form, **SOURCE, "body": "", "do": "make"})
    assert "Please name the institution" in text(unnamed.get_data(as_text=True))
    taken = site.client.post(page, data={**form, **SOURCE, "do": "make"})
    assert (taken.status_code, taken.headers["Location"]) == (303, draft)
    number = int(draft.rsplit("/", 1)[1])
    rows = site.service.drafts.reading(SECRETARIAT, number).observations
    assert [(row.sex, row.value, row.source_locator, row.quote) for row in rows] == [
        ("", 10.0, "Sheet!B2", "Осуждено лиц | 2022"),
        ("", 11.0, "Sheet!C2", "Осуждено лиц | 2023"),
        ("female", 0.0, "Sheet!B3", "из них женщин | 2022 | -"),
        ("female", 0.0, "Sheet!C3", "из них женщин | 2023 | -"),
    ]
    assert f'href="{page}"' in site.html(draft)
    assert site.client.get(f"{draft}/file").data == content
    assert sent(site, content) == draft
    entry = next(each for each in site.service.opened().audit()[::-1] if each.action == "draft_map")
    detail = json.loads(entry.detail)
    assert (detail["figures"], detail["left_out"]) == (4, 2)
    # the next file of the same form, with another year
    later = f"{sent(site, own_file(2022, 2023, 2024))}/tables"
    assert "Filled in as you chose" in site.html(later)
    assert "6 numbers would be taken" in text(site.html(later))
    # another title is another form: asked again, with the former choice beside
    other = text(site.html(f"{sent(site, own_file(2022, 2023, more=('Планируемые показатели',)))}/tables"))
    assert "Filled in as you chose" not in other
    assert "In a similar form it meant: leave out" in other
    assert "0 numbers would be taken" in other
    site.act(commission("XAB"))
    assert "2 numbers would be taken" not in text(site.client.get(page).get_data(as_text=True))
    assert "Filled in as you chose" not in site.html(f"{sent(site, own_file(2023))}/tables")


def test_the_draft_of_a_ministrys_table_names_its_cells_and_not_our_template(site) -> None:
    html = site.html(sent(site, book_of(["Показатель", 2019], ["Осуждено", 3], ["Проведено встреч", 4]), "МВД.xlsx"))
    assert "Sheet!B2:B3 : 2 numbers, 1 is asked about" in text(html)
    assert "template" not in text(html[html.index("<main") :])


def test_what_is_filled_in_is_what_the_form_sends(site) -> None:
    title, parts = "Предварительные данные за 2017 год", ["Осуждено женщин", 2]
    content = book_of(
        [title], ["Показатель", "Всего"], ["Возбуждено дел", 5], ["Направлено в суд", "не менее 3"], parts
    )
    page = f"{sent(site, content)}/tables"
    html = site.html(page)
    assert "3 numbers would be taken" in text(html)
    shown = site.client.post(page, data={**filled(html), "do": "show"}).get_data(as_text=True)
    figures = [re.findall(r"<li>.*?</li>", each, re.S) for each in (html, shown)]
    assert figures[0] == figures[1]
    assert all(each in text(shown) for each in ("sent to court", ": at least 3"))


def test_what_is_in_no_cell_is_told_beside_the_tables_and_still_on_the_draft(site) -> None:
    book, told = openpyxl.Workbook(), "There is text in a drawing or text box. It is not read"
    for row in (["Показатель", 2019], ["Осуждено лиц", 10], ["из них женщин", 12]):
        book.active.append(row)
    book.active["D5"].comment = Comment("за 9 месяцев", "Author")
    file = io.BytesIO(saved(book))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/drawings/drawing9.xml", '<x xmlns:a="v"><a:t>for nine months</a:t></x>')
    draft = sent(site, file.getvalue(), "МВД.xlsx")
    html = site.html(f"{draft}/tables")
    assert told in text(html)
    assert told not in text(site.html(f"{draft}/tables?lang=ru"))
    site.client.post(f"{draft}/tables", data={**filled(html), **SOURCE, "do": "make"})
    assert told in text(site.html(draft))
    (row, _) = site.service.drafts.reading(SECRETARIAT, int(draft.rsplit("/", 1)[1])).observations
    assert (f"{row.period_end}", row.quote) == ("2019-09-30", "за 9 месяцев | Осуждено лиц | 2019")
    assert told in text(site.html(f"{draft}/tables"))
    # what is found in its figures is at its own cells, on the page and in the marked file
    found = text(re.search(r'id="findings".*?</section>', site.html(draft), re.S)[0])
    assert ("Sheet!B3" in found, "Figures!" in found) == (True, False)
    series = re.findall(
        r'<span class="n">(.*?)</span>', re.search(r'id="series".*?</section>', site.html(draft), re.S)[0]
    )
    assert series == ["Sheet!B2", "Sheet!B3"]
    marked = openpyxl.load_workbook(io.BytesIO(site.client.get(f"{draft}/marked.xlsx").data))
    assert "To check" in marked["Sheet"]["B3"].comment.text


def test_a_text_below_a_table_that_changes_nothing_is_shown_and_not_stored(site) -> None:
    """Who made a table is told as left out and kept in no draft: it could name a person."""
    content = book_of(["Показатель", 2019], ["Осуждено лиц", 10], [], ["Исполнитель: отдел статистики"])
    draft = sent(site, content, "МВД.xlsx")
    html = site.html(f"{draft}/tables")
    assert "Below the table, and not used: Исполнитель: отдел статистики" in text(html)
    assert "Под таблицей, не использовано: Исполнитель" in text(site.html(f"{draft}/tables?lang=ru"))
    site.client.post(f"{draft}/tables", data={**filled(html), **SOURCE, "do": "make"})
    (row,) = site.service.drafts.reading(SECRETARIAT, int(draft.rsplit("/", 1)[1])).observations
    assert "Исполнитель" not in f"{row}"


def test_a_file_of_many_tables_shows_some_and_keeps_the_answers_of_all(site) -> None:
    book = openpyxl.Workbook()
    for n in range(SHEETS):
        sheet = book.active if not n else book.create_sheet(f"Лист {n + 1}")
        years = range(2003, 2023)
        for row in (["Осуждено лиц"], ["Отдел", *years], *([f"Отдел {n + 1}.{part}", *[5] * 20] for part in range(20))):
            sheet.append(row)
    page = f"{sent(site, saved(book))}/tables"
    first = site.html(page)
    assert len(first.encode()) < 500_000
    answers = {**filled(first), "t0-take": "leave"}
    shown = site.client.post(page, data={**answers, "open": f"{SHEETS - 1}:0"}).text
    assert len(shown.encode()) < 500_000
    assert f'aria-label="“Отдел {SHEETS}.0” means"' in shown
    assert f'aria-label="“Отдел {SHEETS}.0” means"' not in first
    again = site.client.post(page, data={**filled(shown), "open": "0:0"}).text
    before, after = ({n: v for n, v in filled(html).items() if n.startswith("t0-")} for html in (first, again))
    assert after == before | {"t0-take": ["leave"]}
    assert filled(again)["t1-unchanged"] == ["1"]
    asked = [re.search(r"([\d,]+) are asked about", text(html))[1] for html in (first, again)]
    assert asked == ["16,000", "15,600"]


def test_a_draft_that_was_sent_on_or_is_ours_is_not_mapped(site) -> None:
    ours = sent(site, template(site))
    assert "This is our own workbook" in site.html(f"{ours}/tables")
    before = site.service.drafts.reading(SECRETARIAT, int(ours.rsplit("/", 1)[1]))
    answer = site.client.post(f"{ours}/tables", data={**SOURCE, "do": "make"})
    assert answer.status_code == 200
    assert site.service.drafts.reading(SECRETARIAT, int(ours.rsplit("/", 1)[1])) == before
    assert site.client.get("/upload/99999/tables").status_code == 404


WORDS_ALONE = ([2024, "Мера"], ["План", "действует"], ["Закон", "нет"])


@pytest.mark.parametrize("rows", [(["Сообщаем, что осуждённых не было."],), WORDS_ALONE])
def test_a_file_without_a_table_leads_to_the_answer_page_and_the_template(site, rows) -> None:
    html = site.html(f"{sent(site, book_of(*rows))}/tables")
    assert "No table of numbers with headings was found in this workbook." in html
    assert "500 rows" not in html
    assert all(f'href="{address}' in html for address in ("/upload/answer", "/upload#template"))


COPIED = (
    "Министерство внутренних дел, № 12/345 от 15 марта 2024 года\t\t\r\n"
    "Показатель\t2022\t2023\r\n"
    '"Осуждено\nлиц"\t1 240\t12\r\n'
    "из них женщин\t-\t=1+1\r\n"
)


def test_a_copied_table_is_asked_about_as_a_file_is_and_one_line_above_it_fills_the_source(site) -> None:
    page = site.client.post("/upload/pasted", data={"table": COPIED}).headers["Location"]
    html = site.html(page)
    assert filled_source(html) == {
        "body": "Министерство внутренних дел",
        "date": "2024-03-15",
        "document_number": "12/345",
    }
    shown = text(html)
    assert all(each in shown for each in ("Осуждено лиц", "1 240", "=1+1"))
    assert filled(html)["t0-h1"] == ["nothing", ""]
    assert site.client.post("/upload/pasted", data={"table": COPIED}).headers["Location"] == page
    refused = site.client.post("/upload/pasted", data={"table": "Осуждено 12 лиц"}, follow_redirects=True)
    assert "What was pasted has no columns." in text(refused.get_data(as_text=True))


def filled_source(html: str) -> dict[str, str]:
    """Return the fields of the letter that are filled in."""
    found = {name: re.search(rf'<input[^>]*name="{name}"[^>]*>', html)[0] for name in SOURCE}
    return {name: value[1] for name, tag in found.items() if (value := re.search(r'value="([^"]+)"', tag))}


def by_copied_table(site, day: str) -> str:
    page = site.client.post("/upload/pasted", data={"table": TABLE}).headers["Location"]
    answers = {**filled(site.html(page)), **SOURCE, "date": day, "do": "make"}
    return text(site.client.post(page, data=answers, follow_redirects=True).text)


def test_a_day_of_a_copied_table_is_read_as_by_every_other_way(site) -> None:
    for day, finding in BAD_DAYS.items():
        assert finding in by_copied_table(site, day), day
    assert not any(sentence in by_copied_table(site, ANOTHER_FORM) for sentence in NO_FINDING)
