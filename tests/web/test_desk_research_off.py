"""With desk research in the data folder every page and table shows exactly the report, but for what is marked as since then."""

import json
import os
import re
import shutil
from unittest import mock

import pytest

from tests.addresses import crawl
from tests.serving import ROOT, serving
from tests.web.reading import get

TABLES = ("observations", "evidence", "progress", "sources")
# Moments of publication, and the start-up script in which Dash names its own process.
# the block of what public sources reported since; all else on the page, each status and count, is the same
STAMP = re.compile(
    r'\d{4}-\d{2}-\d{2}T[\d:.]+(?:\+00:00|Z)?|<script id="_dash-config".*?</script>|\s*<section[^>]* id="since".*?</section>',
    re.DOTALL,
)


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """The dashboard on the same record without data/updates."""
    data = tmp_path_factory.mktemp("data")
    shutil.copytree(ROOT / "data", data, dirs_exist_ok=True, ignore=shutil.ignore_patterns("updates"))
    with (
        mock.patch.dict(os.environ, {"BUKHARA_DATA_DIR": str(data)}),
        serving(tmp_path_factory.mktemp("var")) as address,
    ):
        yield address


def shown(base, address):
    return STAMP.sub("", get(base + address)[1])


def asked(base, table):
    return json.loads(get(f"{base}/api/v1/{table}?source_class=desk_research&as_of=2026-01-01")[1])["count"]


def test_every_page_is_the_same_with_and_without_updates(base, bare) -> None:
    # the page of a source of the updates is only there with them
    addresses = [each for each in crawl() if each.endswith("en") and not each.startswith("/evidence/desk-")]
    assert [a for a in addresses if shown(base, a) != shown(bare, a)] == []
    assert len(addresses) > 35


def test_a_later_day_shows_no_desk_research_either(base, bare) -> None:
    later = ["/?as_of=2026-01-01", "/countries/TKM?as_of=2026-01-01", "/victims?as_of=2026-01-01"]
    assert [a for a in later if shown(base, a) != shown(bare, a)] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_the_same_by_default(base, bare, table) -> None:
    address = f"/api/v1/{table}?as_of=2026-01-01&limit=5000"
    both = [json.loads(shown(each, address)) for each in (base, bare)]
    hidden = [sum(default["hidden"] for default in each.pop("defaults", ())) for each in both]
    assert both[0] == both[1]
    assert hidden == ([asked(base, table), 0] if table in ("observations", "evidence") else [0, 0])


@pytest.mark.parametrize("table", ["observations", "evidence"])
def test_it_is_there_for_who_asks_by_name(base, bare, table) -> None:
    assert asked(base, table) >= 9
    assert asked(bare, table) == 0
