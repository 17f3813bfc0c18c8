"""Public reports set no status and no count; switched off, every page and table is as if there were no updates."""

import json
import re
import shutil

import pytest

from tests.addresses import crawl
from tests.serving import ROOT, serving
from tests.web.reading import get

TABLES = ("observations", "evidence", "progress", "sources")
# Moments of publication, and the start-up script in which Dash names its own process.
STAMP = re.compile(r'\d{4}-\d{2}-\d{2}T[\d:.]+(?:\+00:00|Z)?|<script id="_dash-config".*?</script>', re.DOTALL)


@pytest.fixture(scope="module")
def off(tmp_path_factory):
    """The dashboard on the shipped record, with public reports switched off."""
    with serving(tmp_path_factory.mktemp("var"), workers=1, BUKHARA_PUBLIC_REPORTS="false") as address:
        yield address


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """The dashboard on the same record without data/updates."""
    data = tmp_path_factory.mktemp("data")
    shutil.copytree(ROOT / "data", data, dirs_exist_ok=True, ignore=shutil.ignore_patterns("updates"))
    with serving(tmp_path_factory.mktemp("var"), workers=1, BUKHARA_DATA_DIR=str(data)) as address:
        yield address


def shown(base, address):
    # the page of a chart names its own address in full
    return STAMP.sub("", get(base + address)[1]).replace(base, "")


def asked(base, table):
    return json.loads(get(f"{base}/api/v1/{table}?source_class=desk_research&as_of=2027-01-01")[1])["count"]


def rows(base, table, day="", **dropped):
    body = json.loads(shown(base, f"/api/v1/{table}?limit=5000{day}"))
    return {key: value for key, value in body.items() if key not in ("defaults", *dropped)}


def test_switched_off_every_page_is_as_without_updates(off, bare) -> None:
    addresses = [address for address in crawl() if address.endswith("en")]
    assert [a for a in addresses if shown(off, a) != shown(bare, a)] == []
    assert len(addresses) > 35
    later = ["/?as_of=2026-01-01", "/countries/TKM?as_of=2026-01-01", "/victims?as_of=2026-01-01"]
    assert [a for a in later if shown(off, a) != shown(bare, a)] == []


@pytest.mark.parametrize("table", TABLES)
def test_shown_or_not_the_tables_are_the_same(base, off, bare, table) -> None:
    day = "&as_of=2027-01-01"
    assert rows(base, table, day) == rows(off, table, day) == rows(bare, table, day)
    # without a day only the day of the newest source differs
    assert rows(base, table, as_of="") == rows(off, table, as_of="") == rows(bare, table, as_of="")


@pytest.mark.parametrize("table", ["observations", "evidence"])
def test_they_are_there_for_who_asks_by_name_and_the_default_says_what_it_hides(base, off, bare, table) -> None:
    assert asked(base, table) == asked(off, table) >= 14
    assert asked(bare, table) == 0
    hidden = json.loads(get(f"{base}/api/v1/{table}?limit=1")[1])["defaults"]
    assert {"parameter": "source_class", "value": "all but desk_research", "hidden": asked(base, table)} in hidden


def test_each_table_has_its_own_day_and_a_day_asked_for_holds_for_all(base) -> None:
    days = {name: json.loads(get(f"{base}/api/v1/{name}?limit=1")[1])["as_of"] for name in TABLES}
    newest = days["observations"]
    assert newest >= "2026-03-16"
    assert days == {
        "observations": newest, "sources": newest, "evidence": "2023-07-28", "progress": "2023-07-28",
    }  # fmt: skip
    for name in TABLES:
        assert json.loads(get(f"{base}/api/v1/{name}?limit=1&as_of=2024-06-01")[1])["as_of"] == "2024-06-01"
