"""The API as a part of the site: for every role the same, in a folder, and as the files of tables on pages."""

import json
import re
from itertools import product

import pytest
from flask.testing import FlaskClient

from tests.web.permission_cases import ACTORS, STATES
from tests.web.site_client import new_site
from tests.web.test_downloads import files
from wings.api.wing import DESCRIPTION, WING

API = [address for address in WING.open.values() if address.startswith("/api/v1/")]
FOLDER, HOST = "/bukhara", "https://ministry.example"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return new_site(tmp_path_factory.mktemp("roles"))


def test_every_role_reads_the_open_data_of_every_state_and_the_same(site) -> None:
    for address, state in product(API, STATES):
        filtered = f"?countries={state}" if "countries" in dict_of(site, address) else ""
        bodies = set()
        for actor in ACTORS.values():
            site.act(actor)
            answer = site.client.get(address + filtered)
            assert answer.status_code == 200, address
            bodies.add(re.sub(rb'"generated_at":"[^"]+"', b"", answer.get_data()))
            assert site.client.post(address, json={}).status_code == 405
        assert len(bodies) == 1, address


def dict_of(site, address: str) -> set[str]:
    """Return the parameters of an address of the API."""
    described = json.loads(site.client.get("/api/v1/openapi.json").get_data())
    return {p["name"] for p in described["paths"].get(address, {"get": {"parameters": []}})["get"]["parameters"]}


def test_in_a_folder_its_links_have_the_folder(tmp_path) -> None:
    client = FlaskClient(new_site(tmp_path, base_url=f"{HOST}{FOLDER}/").app.server)
    description = client.get(FOLDER + DESCRIPTION, base_url=HOST)
    assert json.loads(description.text)["servers"] == [{"url": FOLDER}]
    page = client.get(f"{FOLDER}/api/v1/evidence?limit=5", base_url=HOST)
    assert page.headers["Link"].startswith(f"<{FOLDER}/api/v1/")


def test_a_day_that_is_asked_for_is_that_of_the_tables_of_downloads(record_site) -> None:
    tables = [address for address in files(record_site, "&as_of=2023-07-28") if address.startswith("/api/v1/")]
    dated = [address for address in tables if "as_of=2023-07-28" in address]
    undated = {address.partition("?")[0] for address in tables if address not in dated}
    assert undated == {"/api/v1/framework", "/api/v1/openapi.json"}


def test_pages_lead_to_its_addresses(record_site) -> None:
    pages = {
        "openapi.json": "/downloads",
        "differences": "/contested",
        "releases": "/releases",
        "revisions": "/downloads",
    }
    assert [page for name, page in pages.items() if f'href="/api/v1/{name}' not in record_site.html(page)] == []
