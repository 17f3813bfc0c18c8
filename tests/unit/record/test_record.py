"""`bukhara.open()`: frames with the filters of the API, figures for plotly, settings as for the command."""

from datetime import date

import plotly.graph_objects as go
import pytest

import bukhara
from bukhara.errors import CodeUnknown, StoreUnavailable
from bukhara.record import Record
from tests.unit.exports.sample import sample
from tests.unit.service.little_data import FRAMEWORK_FILE, small_settings


class Shelf:
    """A service with the invented snapshot; it remembers what was asked of it."""

    def __init__(self):
        self.asked = {}
        self.closed = False

    def snapshot(self, as_of=None, **asked):
        self.asked = {"as_of": as_of, **asked}
        return sample()

    def ready(self):
        return 3

    def close(self):
        self.closed = True


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def record(shelf):
    return Record(shelf)


@pytest.mark.parametrize(
    ("call", "filters", "rows"),
    [
        ("observations", {}, 8),
        ("observations", {"country": "KAZ"}, 2),
        ("observations", {"country": ["KAZ", "INT"]}, 3),
        ("observations", {"sex": "female"}, 1),
        ("observations", {"source_class": "partner"}, 1),
        ("observations", {"period_to": "2022-06-30"}, 1),
        ("evidence", {"q": "adopted"}, 1),
        ("evidence", {"kind": "challenge"}, 1),
        ("evidence", {"item": ("BD-1", "BD-2")}, 3),
        ("progress", {"country": "KAZ"}, 3),
        ("differences", {"status": "decided"}, 0),
    ],
)
def test_filters_are_those_of_the_api(record, call, filters, rows):
    assert len(getattr(record, call)(**filters)) == rows


@pytest.mark.parametrize(
    ("call", "filters"),
    [
        ("observations", {"country": "ZZZ"}),
        ("observations", {"source_class": "rumour"}),
        ("evidence", {"kind": "gossip"}),
        ("progress", {"pillar": "none"}),
        ("progress", {"reading": "none"}),
        ("progress", {"method": "later"}),
        ("differences", {"status": "settled"}),
    ],
)
def test_an_unknown_code_is_an_error_that_lists_the_known(record, call, filters):
    with pytest.raises(CodeUnknown, match="is not known; known: "):
        getattr(record, call)(**filters)


def test_what_is_no_date_is_an_error(record):
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        record.observations(period_from="2022-S1")


def test_a_filter_of_another_table_is_an_error(record):
    with pytest.raises(TypeError, match="differences has no filter sex"):
        record.differences(sex="female")


def test_a_day_is_a_date_or_text_and_desk_research_is_asked_for_by_name(record, shelf):
    record.observations()
    assert shelf.asked == {"as_of": None, "desk_research": False, "method_then": False}
    record.observations(source_class="desk_research")
    assert shelf.asked == {"as_of": sample().newest_source, "desk_research": True, "method_then": False}
    record.observations(as_of="2022-06-30")
    assert shelf.asked == {"as_of": date(2022, 6, 30), "desk_research": False, "method_then": False}
    record.evidence(as_of=date(2022, 6, 30), source_class=["desk_research"])
    assert shelf.asked == {"as_of": date(2022, 6, 30), "desk_research": True, "method_then": False}


def test_the_end_of_a_with_statement_closes_the_store(shelf):
    with Record(shelf) as record:
        assert record.release == 3
        assert not shelf.closed
    assert shelf.closed


def test_a_store_is_opened_by_settings_or_by_its_file(tmp_path, monkeypatch):
    settings = small_settings(tmp_path)
    monkeypatch.delenv("EXERCISE", raising=False)
    monkeypatch.setenv("BUKHARA_FRAMEWORK_FILE", str(FRAMEWORK_FILE))
    monkeypatch.setenv("BUKHARA_DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("BUKHARA_VAR_DIR", str(tmp_path / "nowhere"))
    with bukhara.open(var_dir=settings.var_dir) as made:
        seen = made.evidence()
    assert len(seen)
    with bukhara.open(settings.var_dir / "bukhara.sqlite") as again:
        assert again.evidence().equals(seen)
    assert not (tmp_path / "nowhere").exists()


def test_a_file_that_is_not_there_and_a_setting_that_does_not_exist_are_errors(tmp_path):
    with pytest.raises(StoreUnavailable, match="is not there"):
        bukhara.open(tmp_path / "none.sqlite")
    with pytest.raises(TypeError, match="exercize"):
        bukhara.open(exercize=True)


def test_a_figure_carries_title_source_and_notes(record):
    found = record.figure("timeline", country="UZB")
    assert isinstance(found, go.Figure)
    assert "UZB" in found.layout.title.text
    under = found.layout.annotations[-1].text
    assert under.startswith("Source: Report")
    assert "release 3" in under


@pytest.mark.parametrize(
    "asked",
    [
        {"name": "pie", "country": "KAZ"},
        {"name": "timeline"},
        {"name": "timeline", "country": "KAZ", "lang": "fr"},
        {"name": "statistics", "country": "KAZ", "measure": "none"},
    ],
)
def test_a_figure_of_what_is_not_there_is_an_error(record, asked):
    with pytest.raises(CodeUnknown):
        record.figure(**asked)


def test_nothing_to_draw_is_an_error(record):
    with pytest.raises(ValueError, match="nothing to draw of level for KAZ"):
        record.figure("level", country="KAZ")


@pytest.mark.parametrize(("as_of", "expected"), [(None, date(2023, 7, 28)), ("2024-01-01", date(2024, 1, 1))])
def test_a_reading_has_its_day_unless_another_one_is_asked_for(record, shelf, as_of, expected) -> None:
    record.progress(reading="first", as_of=as_of)
    assert shelf.asked["as_of"] == expected
