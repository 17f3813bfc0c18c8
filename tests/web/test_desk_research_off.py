"""Public reports set no status and no count; switched off, every page and table is as if there were no updates."""

import json
import re
import shutil

import pytest

from tests.addresses import crawl
from tests.serving import ROOT
from tests.web.site_client import VIEWER, new_site

TABLES = ("observations", "evidence", "progress", "sources")
# Moments of publication, and the start-up script in which Dash names its own process.
STAMP = re.compile(r'\d{4}-\d{2}-\d{2}T[\d:.]+(?:\+00:00|Z)?|<script id="_dash-config".*?</script>', re.DOTALL)


@pytest.fixture(scope="module")
def off(tmp_path_factory):
    """The shipped record, with public reports switched off."""
    return new_site(tmp_path_factory.mktemp("off"), actor=VIEWER, real=True, public_reports=False)


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """The same record without data/updates."""
    data = tmp_path_factory.mktemp("data")
    shutil.copytree(ROOT / "data", data, dirs_exist_ok=True, ignore=shutil.ignore_patterns("updates"))
    return new_site(tmp_path_factory.mktemp("bare"), actor=VIEWER, real=True, data_dir=data)


def shown(site, address):
    return STAMP.sub("", site.client.get(address).text)


def asked(site, table):
    return json.loads(site.html(f"/api/v1/{table}?source_class=desk_research&as_of=2027-01-01"))["count"]


def rows(site, table, day="", **dropped):
    body = json.loads(shown(site, f"/api/v1/{table}?limit=5000{day}"))
    return {key: value for key, value in body.items() if key not in ("defaults", *dropped)}


def test_switched_off_every_page_is_as_without_updates(off, bare) -> None:
    addresses = [address for address in crawl() if address.endswith("en")]
    assert [a for a in addresses if shown(off, a) != shown(bare, a)] == []
    assert len(addresses) > 35
    later = ["/?as_of=2026-01-01", "/countries/TKM?as_of=2026-01-01", "/statistics?tab=victims&as_of=2026-01-01"]
    assert [a for a in later if shown(off, a) != shown(bare, a)] == []


@pytest.mark.parametrize("table", TABLES)
def test_shown_or_not_the_tables_are_the_same(record_site, off, bare, table) -> None:
    day = "&as_of=2027-01-01"
    assert rows(record_site, table, day) == rows(off, table, day) == rows(bare, table, day)
    # without a day only the day of the newest source differs
    assert rows(record_site, table, as_of="") == rows(off, table, as_of="") == rows(bare, table, as_of="")


@pytest.mark.parametrize("table", ["observations", "evidence"])
def test_they_are_there_for_who_asks_by_name_and_the_default_says_what_it_hides(record_site, off, bare, table) -> None:
    assert asked(record_site, table) == asked(off, table) >= 14
    assert asked(bare, table) == 0
    hidden = json.loads(record_site.html(f"/api/v1/{table}?limit=1"))["defaults"]
    assert {
        "parameter": "source_class",
        "value": "all but desk_research",
        "hidden": asked(record_site, table),
    } in hidden


def test_each_table_has_its_own_day_and_a_day_asked_for_holds_for_all(record_site) -> None:
    days = {name: json.loads(record_site.html(f"/api/v1/{name}?limit=1"))["as_of"] for name in TABLES}
    newest = days["observations"]
    assert newest >= "2026-03-16"
    assert days == {
        "observations": newest, "sources": newest, "evidence": "2023-07-28", "progress": "2023-07-28",
    }  # fmt: skip
    for name in TABLES:
        assert json.loads(record_site.html(f"/api/v1/{name}?limit=1&as_of=2024-06-01"))["as_of"] == "2024-06-01"
