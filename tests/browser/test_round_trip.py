"""The whole way of a workbook in a real browser, with real .xlsx files: nothing is published before it is confirmed."""

import csv
import io
import re
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from bukhara.i18n.words import words_of
from bukhara.workbook.labels import label_of
from tests.services import converted
from tests.serving import run_command, serving

NAME, PASSWORD = "lena", "an hour before the conference"
STATE = "XAA"
KEYS, FIRST = 1, 3


@dataclass
class Office:
    """A server on a store of its own, with an account of the secretariat."""

    base: str

    def progress(self) -> list[dict[str, str]]:
        with urllib.request.urlopen(f"{self.base}/api/v1/progress?format=csv&countries={STATE}", timeout=120) as answer:
            rows = list(csv.DictReader(io.StringIO(answer.read().decode())))
        return [{name: value for name, value in row.items() if name != "release"} for row in rows]


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """The exercise, served from a store that this module alone changes."""
    var_dir = tmp_path_factory.mktemp("var-round-trip")
    with serving(var_dir, exercise=True) as base:
        run_command(
            var_dir, "user", "add", NAME, "--role", "secretariat", "--password-stdin", typed=PASSWORD, exercise=True
        )
        yield Office(base)


def edited(path: Path, to: Path, **cells: str) -> Path:
    """Save a copy in which the first status that is in place reads otherwise."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[1]
    column = {sheet.cell(KEYS, n).value: n for n in range(1, sheet.max_column + 1)}
    labels = {label_of("status", cells["was"], words_of(language)) for language in ("en", "ru")}
    row = next(
        n
        for n in range(sheet.max_row, FIRST - 1, -1)
        if sheet.cell(n, column["status"]).value in labels and sheet.cell(n, column["source_id"]).value
    )
    for name, value in {"answer_row": "correction", **cells}.items():
        if name in column:
            sheet.cell(row, column[name]).value = value
    book.save(to)
    return to


def signed_in(page, office: Office, language: str, words) -> None:
    page.goto(f"{office.base}/sign-in?next=/upload&lang={language}")
    page.fill("input[name=name]", NAME)
    page.fill("input[name=password]", PASSWORD)
    page.locator("main form button").first.click()
    expect(page.locator("h1")).to_have_text(words("Upload"))


def sent(page, path: Path, *, dropped: bool = False) -> None:
    """Send a workbook by the form of the page, by hand or by dropping it there."""
    here = page.url
    if dropped:
        content = path.read_bytes().hex()
        page.evaluate(
            """([hex, name]) => {
              const bytes = Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
              const data = new DataTransfer();
              data.items.add(new File([bytes], name));
              const zone = document.querySelector("form[data-upload] .zone");
              zone.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
            }""",
            [content, path.name],
        )
    else:
        page.set_input_files("form[data-upload] input[type=file]", path)
        page.locator("form[data-upload] button.btn-primary").click()
    page.wait_for_url(lambda url: url != here and re.search(r"/upload/\d+", url))


def violations(page, language: str) -> list[tuple[str, str, str]]:
    """Return the violations that axe finds on this page, wide and narrow; with both languages each width has both modes."""
    schemes = ("light", "dark") if language == "en" else ("dark", "light")
    found = []
    for width, scheme in zip((1440, 360), schemes, strict=True):
        # a colour that is half way from one mode to the other is not looked at
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 800})
        found += [(width, each["id"], each["nodes"][0]["html"]) for each in Axe().run(page).response["violations"]]
    page.set_viewport_size({"width": 1280, "height": 720})
    return found


def taken(page, selector: str, to: Path) -> Path:
    with page.expect_download() as download:
        page.locator(selector).first.click()
    download.value.save_as(to)
    return to


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_workbook_goes_from_template_to_release_and_back(page, office, troubles, tmp_path, language) -> None:
    words = words_of(language)
    before = office.progress()

    signed_in(page, office, language, words)
    template = taken(page, f'a[href*="/upload/template/{STATE}.xlsx"]', tmp_path / f"{STATE}.xlsx")
    wrong = edited(template, tmp_path / "wrong.xlsx", was="in_place", status="perhaps", revision_reason="Letter 7")
    right = edited(template, tmp_path / "right.xlsx", was="in_place", status="under_way", revision_reason="Letter 7")

    sent(page, wrong)
    expect(page.locator(".next h2")).to_have_text(words.plural("{n} cell needs a correction", "", 1))
    place = page.locator("#findings .fw-bold").first.inner_text()
    assert re.fullmatch(rf"{words('Statements')}!F\d+", place)
    expect(page.locator("#findings tbody tr").first).to_contain_text("perhaps")
    expect(page.locator("#confirm")).to_have_count(0)
    assert violations(page, language) == []

    marked = taken(page, 'a[href*="/marked.xlsx"]', tmp_path / "marked.xlsx")
    cell = openpyxl.load_workbook(marked)[words("Statements")][place.split("!")[1]]
    assert cell.value == "perhaps"
    assert cell.comment is not None

    again = converted(right, tmp_path / "libreoffice")
    sent(page, again, dropped=True)
    expect(page.locator("#findings .sev.error")).to_have_count(0)
    expect(page.locator("#changes .changes tbody")).to_have_count(1)
    expect(page.locator("#changes ins").first).to_have_text(words("under way"))
    expect(page.locator("#effect")).to_contain_text(words("in place"))
    expect(page.locator("#effect")).to_contain_text(words("under way"))
    assert office.progress() == before
    assert violations(page, language) == []

    page.fill("#confirm textarea[name=note]", "Letter 7 of the commission")
    page.locator("#confirm button.btn-primary").click()
    expect(page.locator(".result .fs-5")).to_be_visible()
    changed = office.progress()
    assert changed != before
    released = re.search(r"\d+", page.locator(".result .fs-5").inner_text())[0]

    xlsx = taken(page, 'a[href*="/receipt.xlsx"]', tmp_path / "receipt.xlsx")
    assert "Letter 7" in " ".join(
        str(value)
        for sheet in openpyxl.load_workbook(xlsx)
        for row in sheet.iter_rows(values_only=True)
        for value in row
    )

    page.locator(".revert a").first.click()
    page.fill("#confirm textarea[name=note]", "It was a trial")
    page.locator("#confirm button").click()
    page.wait_for_url(re.compile(r"/releases/\d+(\?|$)"))
    assert page.url.split("/releases/")[1].split("?")[0] == str(int(released) + 1)
    assert office.progress() == before
    assert troubles == []


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(page, office, tmp_path) -> None:
    signed_in(page, office, "en", words_of("en"))
    large = tmp_path / "large.xlsx"
    large.write_bytes(b"PK" + bytes(11 * 1024 * 1024))
    page.set_input_files("form[data-upload] input[type=file]", large)
    page.locator("form[data-upload] button.btn-primary").click()
    expect(page.locator("form[data-upload] .alert-danger")).to_contain_text("larger than 10 MB")


def long_one(path: Path, to: Path, rows: int) -> Path:
    """Save a workbook whose data sheet repeats its first row many times."""
    book = openpyxl.load_workbook(path)
    sheet = book["Statistics"]
    first = [cell.value for cell in sheet[FIRST]]
    for _ in range(rows):
        sheet.append(first)
    book.save(to)
    return to


def test_a_check_shows_the_rows_read_and_leaves_nothing_when_it_is_cancelled(page, office, tmp_path) -> None:
    signed_in(page, office, "en", words_of("en"))
    template = taken(page, 'a[href*="/upload/template/statistics.xlsx"]', tmp_path / "statistics.xlsx")
    page.set_input_files("form[data-upload] input[type=file]", long_one(template, tmp_path / "long.xlsx", 20000))
    page.locator("form[data-upload] button.btn-primary").click()
    expect(page.locator(".saying")).to_have_text(re.compile(r"Checking: [\d,]+ rows read"))
    page.locator(".under-way .stop").click()
    expect(page.locator("form[data-upload] .alert-danger")).to_be_visible(timeout=20000)
    page.reload()
    expect(page.locator("#drafts")).not_to_contain_text("long.xlsx")


def test_a_workbook_can_be_sent_without_scripts(browser, office, tmp_path) -> None:
    context = browser.new_context(java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    signed_in(page, office, "en", words_of("en"))
    template = taken(page, f'a[href*="/upload/template/{STATE}.xlsx"]', tmp_path / f"{STATE}.xlsx")
    sent(page, template)
    expect(page.locator(".next h2")).to_have_text("No change")
    context.close()
