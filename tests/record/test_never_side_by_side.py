"""No two figures of differing keys are side by side without a caution, by any route: all pairs of the shipped record, and of KAZ."""

import csv
import io
from dataclasses import replace
from datetime import date
from itertools import combinations

import openpyxl
import pytest

from bukhara.charts import small_multiples
from bukhara.comparability import keys
from bukhara.comparability.differences import differences
from bukhara.exports import records
from bukhara.exports.to_csv import to_csv
from bukhara.exports.to_json import to_json
from bukhara.exports.to_xlsx import to_xlsx
from bukhara.i18n.words import words_of
from bukhara.model.codes import State
from bukhara.model.release import Snapshot
from bukhara.views.statistics import explore, statistics
from tests.unit.progress.build import snapshot as invented

WORDS = words_of("en")


@pytest.fixture(scope="module")
def shot(framework, books, figures) -> Snapshot:
    sources = {s.source_id: s for book in books.values() for s in book.sources}
    held = replace(invented(framework), observations=tuple(figures), sources=tuple(sources.values()))
    return replace(held, as_of=date(2023, 7, 28))


def marks(chart, rated):
    """Return (chart, axis, is it a rate) by address of evidence, for every mark of a number."""
    found = {}
    for trace in chart.figure["data"] if chart.figure else ():
        axis = trace["xaxis"] if chart.id == "compare-measure" else trace["yaxis"]
        found |= dict.fromkeys(trace["customdata"], (chart.id, axis, rated))
    return found


def charts_of(shot, topic, *, monthly=False, countries=()):
    explored = explore.build(shot, explore.Selection(measure=topic, monthly=monthly, countries=countries))
    look = small_multiples.Look(words=WORDS, href=str)
    return [small_multiples.chart(row, explored, look) for row in explored.rows]


def together(charts, rated):
    """Return the marks of all charts of a page."""
    return {address: mark for chart in charts for address, mark in marks(chart, rated).items()}


def on_statistics(shot, *, monthly=False):
    for topic in statistics.topics(shot):
        yield together(charts_of(shot, topic, monthly=monthly), monthly)
    for country in shot.framework.countries:  # the page of a state draws the same rows, of one state
        yield together(charts_of(shot, "", countries=(country.code,)), False)


def pairs_kept_apart(shot, drawings, *, leave_out=()):
    """Return how many drawn pairs of differing keys there are; none of them may share an axis."""
    by_id = {o.observation_id: o for o in shot.observations}
    seen = 0
    for drawn in drawings:
        numbers = [name for name in drawn if by_id[name].state is State.VALUE]
        for one, other in combinations(numbers, 2):
            if differ(by_id[one], by_id[other], leave_out):
                seen += 1
                assert drawn[one][:2] != drawn[other][:2], (by_id[one], by_id[other])
    return seen


def differ(one, other, leave_out=()):
    """Return whether two figures differ in key or breakdown, read off the columns without the guard."""
    names = ("indicator", "unit", "counting_unit", "stage", "offence_class", "legal_article", "identifying_body",
             "territorial_scope", "sex", "age_group", "form_of_exploitation", "citizenship")  # fmt: skip
    columns = any(getattr(one, name) != getattr(other, name) for name in names)
    lengths = (one.period.type, one.period.months) != (other.period.type, other.period.months)
    return columns or (lengths and "period" not in leave_out)


def pairs_of(shot):
    values = [o for o in shot.observations if o.state is State.VALUE and not o.is_mention]
    return [(a, b) for a, b in combinations(values, 2) if differ(a, b)]


def half_and_year(shot):
    kaz = [o for o in shot.observations if o.country == "KAZ" and o.indicator == "CTX-registered-related"]
    (half,) = (o for o in kaz if o.value == 110 and o.stage == "registered")
    (year,) = (o for o in kaz if o.value == 77)
    return half, year


def test_no_axis_has_figures_that_differ_and_as_monthly_rates_only_the_length_may_differ(shot) -> None:
    assert pairs_kept_apart(shot, on_statistics(shot)) > 0
    assert pairs_kept_apart(shot, on_statistics(shot, monthly=True), leave_out=("period",)) > 0


def test_a_rate_is_printed_over_its_axis(shot) -> None:
    charts = [chart for chart in charts_of(shot, "registered", countries=("TJK",), monthly=True) if chart.figure]
    rated = [
        chart
        for chart in charts
        if any("monthly average" in str(a["text"]) for a in chart.figure["layout"]["annotations"])
    ]
    assert rated
    assert all(any("the count divided by the whole months" in note for note in chart.notes) for chart in rated)


def cautions_of(shot, pair):
    """Return the warnings of the API about two rows alone."""
    return records.observations(replace(shot, observations=pair), shot).warnings


def notes_of(shot, pair):
    """Return the notes of an export of two rows alone."""
    return records.observations(replace(shot, observations=pair), shot).notes


def assert_every_pair_has_a_caution(shot, found):
    pairs = pairs_of(shot)
    assert pairs
    assert [pair for pair in pairs if not found(shot, pair)] == []


@pytest.mark.parametrize("found", [cautions_of, notes_of])
def test_the_api_and_the_export_caution_about_every_pair(shot, found) -> None:
    assert_every_pair_has_a_caution(shot, found)


def test_a_half_year_beside_a_year_has_a_caution_in_answer_and_file(shot) -> None:
    data = records.observations(replace(shot, observations=half_and_year(shot)), shot)
    body = to_json(data).decode()
    assert '"code":"differing_keys","fields":["period_type","period_length","stage"]' in body
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(data)))["Read me"]
    sentences = [text for name, text in sheet.iter_rows(values_only=True, max_col=2) if name == "Not comparable"]
    assert any("Their periods differ in length: 6 months, 12 months." in text for text in sentences)
    rows = list(csv.DictReader(io.StringIO(to_csv(data), newline="")))
    assert len({row["comparability_key"] for row in rows}) == 2


def test_a_half_year_is_never_on_the_axis_of_a_year(shot) -> None:
    half, year = (o.observation_id for o in half_and_year(shot))
    both = [d for d in on_statistics(shot) if half in d and year in d]
    assert both
    assert all(drawn[half][:2] != drawn[year][:2] for drawn in both)


def test_without_the_guard_the_pages_fail(shot, monkeypatch) -> None:
    # Undated figures would keep a single group off the page by another rule.
    dated = replace(shot, observations=tuple(o for o in shot.observations if o.period_start and o.period_end))
    assert pairs_kept_apart(dated, on_statistics(dated)) > 0
    monkeypatch.setattr(keys, "FACETS", ())
    with pytest.raises(AssertionError):
        pairs_kept_apart(dated, on_statistics(dated))


@pytest.mark.parametrize("found", [cautions_of, notes_of])
def test_without_the_guard_answer_and_export_fail(shot, monkeypatch, found) -> None:
    monkeypatch.setattr(keys, "FACETS", ())
    with pytest.raises(AssertionError):
        assert_every_pair_has_a_caution(shot, found)


KNOWN = {
    ("TJK", "parts_total", 199, 195),
    ("KAZ", "two_labels", 110, 110),
    ("UZB", "parts_total", 2000, 2200),
    ("KAZ", "two_values", 100, 77),
    ("KGZ", "two_values", 0, 2),
}


def test_the_known_differences_of_the_report_are_found_and_no_other(figures) -> None:
    assert {(d.country, d.kind.value, d.first, d.second) for d in differences(figures)} == KNOWN


def test_two_zeros_of_turkmenistan_agree(figures) -> None:
    assert [d for d in differences(figures) if d.country == "TKM"] == []
