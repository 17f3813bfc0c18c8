"""What leaves the site with a chart keeps its rules: guard, states of an answer, order of states, courtesy, no colours of progress."""

import json
import re
from itertools import product

import pytest

from bukhara.figures.palette import STATUS_COLOURS
from bukhara.i18n.codes import label
from bukhara.i18n.words import words_of
from bukhara.model.codes import State, Status
from tests.addresses import FIXED
from tests.web.desk_client import VIEWER, desk_site
from tests.web.test_crawl import DISCOURTEOUS
from web.public_pages import page_at

LANGUAGES = ("en", "ru")
GUARD = {"en": "not confirmed by the states.", "ru": "государствами не подтверждено."}
REGION = r"\b(all (five )?(states|countries)|the (whole )?region)\b|всем (пяти )?(странам|государствам)|по региону"


@pytest.fixture(scope="module", params=[True, False], ids=["record", "exercise"])
def charts(request, tmp_path_factory):
    """Every chart of the pages without an argument and of one state: its language, whether it is invented, and itself."""
    site = desk_site(tmp_path_factory.mktemp("rules"), actor=VIEWER, real=request.param)
    found = []
    with site.app.server.test_request_context("/"):
        code = site.service.snapshot().framework.countries[2].code
        for path, language in product((*FIXED, f"/countries/{code}"), LANGUAGES):
            for tab in ("", *page_at(path, {"lang": language})[1].tabs):
                reader, page = page_at(path, {"lang": language, **({"tab": tab} if tab else {})})
                found += [(reader, chart) for chart in page.charts]
        yield found


def said(chart) -> list[str]:
    """Return every text of a chart and of its files."""
    layout = (chart.figure or {}).get("layout", {})
    drawn = [
        trace.get(key, "") for trace in (chart.figure or {}).get("data", ()) for key in ("name", "text", "hovertext")
    ]
    texts = [text for each in drawn for text in ([each] if isinstance(each, str) else each)]
    cells = [cell.text for row in chart.table.rows for cell in row if cell.lang in ("", "en")]
    notes = [note["text"] for note in layout.get("annotations", ())]
    return [chart.title, chart.subtitle, *chart.lines, *chart.table.columns, *cells, *texts, *notes]


def test_the_charts_are_those_of_the_site(charts) -> None:
    print(len(charts), "charts")
    assert len({chart.id for _, chart in charts}) > 20


def test_every_chart_of_statuses_says_who_has_not_confirmed_them(charts) -> None:
    silent = [
        (reader.path, chart.id)
        for reader, chart in charts
        if not chart.measures
        and not reader.snapshot.framework.exercise
        and chart.figure
        and re.search("status|country-timeline|time-axis|level", chart.id)
        and GUARD[reader.words.language] not in " ".join(chart.lines)
    ]
    assert silent == []


def test_words_are_courteous_and_nothing_is_added_up_for_the_region(charts) -> None:
    wrong = []
    for reader, chart in charts:
        text = "\n".join(said(chart))
        wrong += [(chart.id, found[0]) for found in DISCOURTEOUS[reader.words.language].finditer(text)]
        totals = [
            cell.text for row in chart.table.rows if row for cell in row[:1] if re.search(REGION, cell.text, re.I)
        ]
        wrong += [(chart.id, total) for total in totals if chart.measures]
    assert wrong == []


def test_states_are_in_their_fixed_order_in_columns_rows_and_plots(charts) -> None:
    wrong = []
    for reader, chart in charts:
        names = [reader.words.text(country.short) for country in reader.snapshot.framework.countries]
        notes = [note["text"] for note in chart.figure["layout"].get("annotations", ())] if chart.figure else []
        for texts in (chart.table.columns, [row[0].text for row in chart.table.rows if row], notes):
            # a table by groups names the states once in each group
            met = dict.fromkeys(text.replace("<b>", "").split("</b>")[0] for text in texts)
            seen = [names.index(name) for name in met if name in names]
            wrong += [(chart.id, seen)] if seen != sorted(seen) else []
    assert wrong == []


def test_counts_have_no_colour_of_progress(charts) -> None:
    colours = {colour for status, colour in STATUS_COLOURS.items() if status is not Status.NOT_ASKED}
    assert [c.id for _, c in charts if c.measures and any(colour in json.dumps(c.figure) for colour in colours)] == []


def test_a_missing_answer_is_in_words_and_never_a_zero(charts) -> None:
    missing, wrong = set(State) - {State.VALUE}, []
    for reader, chart in charts:
        words = {label(words_of(reader.words.language), state) for state in missing}
        assert len(words) == len(missing)
        cells = [cell for row in chart.table.rows for cell in row if cell.state in missing]
        wrong += [
            (reader.path, chart.id, cell.text)
            for cell in cells
            # what printed shares leave to 100 is a number in a row without a name
            if chart.id != "shares-form"
            if cell.value is not None or not re.search(r"[^\W\d]", cell.text)
        ]
    assert wrong == []
