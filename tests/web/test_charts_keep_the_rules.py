"""What leaves the site with a chart keeps its rules: guard, states of an answer, order of states, courtesy, no colours of progress."""

import io
import json
import re
from itertools import permutations, product

import pytest
from flask import current_app
from PIL import Image

from bukhara.i18n.codes import label
from bukhara.i18n.words import words_of
from bukhara.model.codes import State
from bukhara.model.marks import MARKS
from tests.addresses import FIXED
from tests.pdf_text import pdf_text
from tests.web.sentences import DISCOURTEOUS
from web.charts import day_of, download_address
from web.public_pages import page_at

LANGUAGES = ("en", "ru")
GUARD = {
    "en": "(No state has|The state has not) confirmed the statuses.",
    "ru": "(Ни одно государство|Государство) не подтвердило статусы.",
}
EXERCISE = {
    "en": "EXERCISE: invented states, invented figures.",
    "ru": "УЧЕБНЫЙ ПРИМЕР: вымышленные государства, вымышленные данные.",
}
FORMS = (
    *("status-by-country", "needs-by-country", "partners-by-country"),
    *("time-axis", "country-timeline", "rows-ctx-groups", "victim-shares", "rows-ctx-registered-strict"),
)
"""A chart of each form: matrices of statuses and of words, time lines, shares, small multiples."""
REGION = r"\b(all (five )?(states|countries)|the (whole )?region)\b|всем (пяти )?(странам|государствам)|по региону"


@pytest.fixture(scope="module", params=["record", "exercise"])
def charts(request):
    """Every chart of the pages without an argument and of one state: its language, whether it is invented, and itself."""
    site = request.getfixturevalue(f"{request.param}_site")
    found = []
    with site.app.server.test_request_context("/"):
        code = site.service.snapshot().framework.countries[2].code
        for path, language in product((*FIXED, f"/countries/{code}"), LANGUAGES):
            for tab in ("", *page_at(path, {"lang": language})[1].tabs):
                page_request, page = page_at(path, {"lang": language, **({"tab": tab} if tab else {})})
                found += [(page_request, chart) for chart in page.charts]
        assert len({chart.id for _, chart in found}) >= 10
        yield found


def texts_of(chart) -> list[str]:
    """Return every text of a chart and of its files."""
    layout = (chart.figure or {}).get("layout", {})
    drawn = [
        trace.get(key, "") for trace in (chart.figure or {}).get("data", ()) for key in ("name", "text", "hovertext")
    ]
    texts = [text for each in drawn for text in ([each] if isinstance(each, str) else each)]
    cells = [cell.text for row in chart.table.rows for cell in row if cell.lang in ("", "en")]
    notes = [note["text"] for note in layout.get("annotations", ())]
    return [chart.title, chart.subtitle, *chart.lines, *chart.table.columns, *cells, *texts, *notes]


def test_every_chart_of_statuses_says_who_has_not_confirmed_them(charts) -> None:
    silent = [
        (page_request.path, chart.id)
        for page_request, chart in charts
        if not chart.measures
        and not page_request.snapshot.framework.exercise
        and chart.has_picture
        and re.search("status|country-timeline|time-axis|level", chart.id)
        and not re.search(GUARD[page_request.words.language], " ".join(chart.lines))
    ]
    assert silent == []


def test_the_title_of_a_chart_of_a_measure_says_a_thing_once(charts) -> None:
    drawn = [chart for _, chart in charts if chart.id.startswith("rows-")]
    assert drawn
    for chart in drawn:
        parts = [{word[:6] for word in re.findall(r"\w{4,}", part.casefold())} for part in chart.title.split(" · ")]
        assert not any(one and one <= other for one, other in permutations(parts, 2) if one != parts[0]), chart.title


def test_words_are_courteous_and_nothing_is_added_up_for_the_region(charts) -> None:
    wrong = []
    for page_request, chart in charts:
        text = "\n".join(texts_of(chart))
        wrong += [(chart.id, found[0]) for found in DISCOURTEOUS[page_request.words.language].finditer(text)]
        totals = [
            cell.text for row in chart.table.rows if row for cell in row[:1] if re.search(REGION, cell.text, re.I)
        ]
        wrong += [(chart.id, total) for total in totals if chart.measures]
    assert wrong == []


def test_states_are_in_their_fixed_order_in_columns_rows_and_plots(charts) -> None:
    wrong = []
    for page_request, chart in charts:
        names = [page_request.words.text(country.short) for country in page_request.snapshot.framework.countries]
        notes = [note["text"] for note in chart.figure["layout"].get("annotations", ())] if chart.figure else []
        for texts in (chart.table.columns, [row[0].text for row in chart.table.rows if row], notes):
            # a table by groups names the states once in each group
            met = dict.fromkeys(text.replace("<b>", "").split("</b>")[0] for text in texts)
            seen = [names.index(name) for name in met if name in names]
            wrong += [(chart.id, seen)] if seen != sorted(seen) else []
    assert wrong == []


def test_counts_have_no_colour_of_progress(charts) -> None:
    colours = {mark.light for mark in MARKS.values() if mark.is_status}
    assert [c.id for _, c in charts if c.measures and any(colour in json.dumps(c.figure) for colour in colours)] == []


def test_a_missing_answer_is_in_words_and_never_a_zero(charts) -> None:
    missing, wrong = set(State) - {State.VALUE}, []
    for page_request, chart in charts:
        words = {label(words_of(page_request.words.language), state) for state in missing}
        assert len(words) == len(missing)
        cells = [cell for row in chart.table.rows for cell in row if cell.state in missing]
        wrong += [
            (page_request.path, chart.id, cell.text)
            for cell in cells
            if cell.value is not None or not re.search(r"[^\W\d]", cell.text)
        ]
    assert wrong == []


def finished(charts, kind: str):
    """Yield each chart of `FORMS` with its file, as a reader takes it away."""
    client, chosen = current_app.test_client(), {}
    for page_request, chart in charts:
        if chart.id in FORMS and chart.has_picture:
            chosen.setdefault((chart.id, page_request.words.language), (page_request, chart))
    for page_request, chart in chosen.values():
        answer = client.get(download_address(page_request, chart.id, kind))
        assert answer.status_code == 200
        yield page_request, chart, answer.data


def bars(chart) -> list[dict]:
    return [trace for trace in (chart.figure or {}).get("data", ()) if trace["type"] == "bar"]


def together(text: str) -> str:
    """Return a text without spaces: a line of a file may end anywhere."""
    return re.sub(r"\s|­", "", text)


def test_a_finished_file_carries_all_that_its_chart_has_on_a_page(charts) -> None:
    wrong, seen = [], 0
    for page_request, chart, data in finished(charts, "pdf"):
        language, snapshot = page_request.words.language, page_request.snapshot
        day, number = page_request.words.date(day_of(page_request, chart)), snapshot.release.number
        wanted = [chart.title, chart.subtitle, *chart.lines, "/chart/", f"release={number}", day]
        wanted += [f"release {number}" if language == "en" else f"версия данных {number}"]
        wanted += [EXERCISE[language]] if snapshot.framework.exercise else []
        is_status = re.search("status|time|contested|challenges", chart.id) and not snapshot.framework.exercise
        # the words of boxes and bars, and the names of columns
        texts = [text for trace in bars(chart) for text in trace.get("text", ())]
        texts += [
            mark.text for row in (chart.matrix.rows if chart.matrix else ()) for cell in row.cells for mark in cell
        ]
        wanted += [re.sub("<[^>]+>", " ", text) for text in texts]
        found = together(pdf_text(data))
        wrong += [(chart.id, language, text) for text in wanted if together(text) not in found]
        if is_status and not re.search(together(GUARD[language]), found):
            wrong.append((chart.id, language, "guard"))
        if not snapshot.framework.exercise:
            wrong += [(chart.id, language, "exercise") for each in EXERCISE.values() if together(each) in found]
        seen += 1
    assert wrong == []
    assert seen >= len(FORMS)


def test_no_letter_of_a_file_is_smaller_than_eleven_pixels(charts) -> None:
    for page_request, chart, data in finished(charts, "svg"):
        whole, scale, inside = re.fullmatch(r"(.*) scale\(([\d.]+)\)(.*)", data.decode(), re.S).groups()
        of_chart = inside.rpartition("</svg>")[0].rpartition("</svg>")[0]
        least = min(float(size) for size in re.findall(r'font-size="([\d.]+)"', of_chart)) * float(scale)
        assert min(least, *map(float, re.findall(r'font-size="([\d.]+)"', whole))) * 4 / 3 >= 11, (
            chart.id,
            page_request.words.language,
        )


def test_a_finished_picture_is_large_and_not_empty(charts) -> None:
    for _, chart, data in finished([each for each in charts if each[0].words.language == "ru"], "png"):
        picture = Image.open(io.BytesIO(data)).convert("L")
        high = picture.height
        assert picture.width == 1920, chart.id
        assert high == 1080 or (high > 1080 and chart.matrix), chart.id
        # letters or marks are in the upper, middle and lower part
        parts = [picture.crop((0, top, 1920, top + high // 3)).getextrema() for top in (0, high // 3, high * 2 // 3)]
        assert all(dark < 140 and light == 255 for dark, light in parts), chart.id
