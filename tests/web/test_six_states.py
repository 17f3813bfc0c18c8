"""Zero and the six states are seven different things to eye, ear and spreadsheet, in both languages."""

import csv
import io
import json
import re
import urllib.request

import openpyxl
import pytest

from bukhara.i18n.codes import label
from bukhara.i18n.words import words_of
from bukhara.model.codes import State
from tests.web.reading import get, text

GAPS = [state for state in State if state is not State.VALUE]
LANGUAGES = ("en", "ru")
MEASURES = ("CTX-victims", "CTX-prosecuted", "CTX-groups", "BD-8b.2", "BD-14a.2", "BD-14b.2")
GLYPH = re.compile(r'<svg class="g s-(\w+)"[^>]*>(.*?)</svg>', re.DOTALL)
DOWNLOAD = re.compile(r'href="(/download/[^"]+\.(?:csv|xlsx)\?[^"]*)"')


def labels(language: str) -> dict[State, str]:
    words = words_of(language)
    return {state: label(words, state) for state in GAPS}


def fetched(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=60) as answer:
        return answer.read()


@pytest.fixture(scope="module")
def pages(exercise):
    """Measures of the exercise in which every state occurs, in both languages."""
    return {
        (measure, language): get(f"{exercise}/statistics?measure={measure}&lang={language}")[1]
        for measure in MEASURES
        for language in LANGUAGES
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_six_labels_and_zero_are_seven_different_words(language: str) -> None:
    words = words_of(language)
    said = {*labels(language).values(), words("{value} reported", value="0"), "1"}
    assert len(said) == len(GAPS) + 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_state_is_read_out_in_words_on_a_page(pages, language: str) -> None:
    heard = " ".join(text(html, language)[0] for (_, spoken), html in pages.items() if spoken == language)
    missing = [state.value for state, said in labels(language).items() if said not in heard]
    assert missing == []
    assert words_of(language)("{value} reported", value="0") in heard


def test_each_state_has_a_mark_of_its_own(exercise) -> None:
    marks = dict(GLYPH.findall(get(f"{exercise}/method")[1]))
    drawn = {marks[state.value] for state in GAPS}
    assert len(drawn) == len(GAPS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_under_a_chart_says_the_state_and_no_number(exercise, language: str) -> None:
    page = get(f"{exercise}/statistics?measure=CTX-victims&country=XAE&lang={language}")[1]
    withheld = labels(language)[State.SUPPRESSED]
    for address in DOWNLOAD.findall(page)[:2]:
        body = fetched(exercise + address.replace("&amp;", "&"))
        if ".csv" in address:
            cells = [cell for line in csv.reader(io.StringIO(body.decode("utf-8-sig"))) for cell in line]
        else:
            sheets = openpyxl.load_workbook(io.BytesIO(body), read_only=True).worksheets
            cells = [cell for sheet in sheets for line in sheet.iter_rows(values_only=True) for cell in line]
        assert withheld in cells, address


def api(exercise, form: str) -> list[dict[str, object]]:
    body = fetched(f"{exercise}/api/v1/observations?format={form}&limit=5000")
    if form == "json":
        return json.loads(body)["data"]
    if form == "csv":
        return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))
    for sheet in openpyxl.load_workbook(io.BytesIO(body), read_only=True).worksheets:
        lines = list(sheet.iter_rows(values_only=True))
        head = next((n for n, line in enumerate(lines) if "observation_id" in line), None)
        if head is not None:
            return [dict(zip(lines[head], line, strict=False)) for line in lines[head + 1 :] if line[0]]
    raise AssertionError("no sheet of figures")


@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
def test_open_data_have_all_six_states_and_no_number_beside_a_gap(exercise, form: str) -> None:
    rows = api(exercise, form)
    assert {row["state"] for row in rows} == {state.value for state in State}
    gaps = [row for row in rows if row["state"] != "value"]
    numbers = {row[key] for row in gaps for key in ("value", "value_low", "value_high")}
    assert numbers <= {None, ""}
    assert [
        row for row in rows if row["state"] == "value" and row["value"] not in (None, "") and float(row["value"]) == 0
    ]


@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
def test_every_form_has_the_same_mask(exercise, form: str) -> None:
    def masked(rows):
        return {row["observation_id"] for row in rows if row["state"] == "suppressed"}

    assert masked(api(exercise, form)) == masked(api(exercise, "json"))
    assert masked(api(exercise, form))


def test_the_same_question_has_the_same_answer(exercise) -> None:
    address = f"{exercise}/api/v1/observations?format=csv&country=XAB&indicator=CTX-victims"
    assert len({fetched(address) for _ in range(20)}) == 1
