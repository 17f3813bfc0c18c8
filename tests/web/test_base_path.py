"""Every address of a page comes from one place, so a site can be served in a folder of another."""

import re
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.web.site_client import SECRETARIAT, Site, new_site

ROOT = Path(__file__).parents[2]
WRITTEN = re.compile(r"""(?:\b(?:href|action|src)|data-[a-z]+)\s*=\s*["']/""")
ADDRESS = re.compile(r'(?:\b(?:href|action|src|formaction)|data-[a-z]+)="(/[^"]*)"')
FOLDER = "/monitor"
# Dash writes the addresses of its own scripts; it has a setting for this
OF_DASH = ("/_dash", "/plotly/")


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Site:
    made = new_site(tmp_path_factory.mktemp("folder"), actor=SECRETARIAT, real=True)
    made.app.server.config["APPLICATION_ROOT"] = FOLDER
    return made


def test_no_template_writes_an_address_itself() -> None:
    templates = [path for folder in ("web", "pages", "office") for path in (ROOT / folder).rglob("*.html")]
    assert len(templates) > 50
    assert [path.name for path in templates if WRITTEN.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/countries/KAZ",
        "/statistics",
        "/evidence?q=police",
        "/evidence/KAZ/BD-8b",
        "/panel",
        "/upload",
        "/releases",
    ],
)
def test_in_a_folder_every_address_of_a_page_begins_with_it(site, path) -> None:
    address = f"{path}{'&' if '?' in path else '?'}lang=en"
    answer = site.client.get(address, base_url=f"http://localhost{FOLDER}")
    found = [unescape(each) for each in ADDRESS.findall(answer.text)]
    outside = [each for each in found if not each.startswith((f"{FOLDER}/", *OF_DASH))]
    assert (answer.status_code, len(found) > 20, outside) == (200, True, [])


def test_in_a_folder_the_drawer_of_evidence_is_filled_by_an_address_with_it(site) -> None:
    page = site.client.get("/?lang=en&evidence=KAZ/BD-8b", base_url=f"http://localhost{FOLDER}").text
    assert f'href="{FOLDER}/evidence/KAZ/BD-8b?lang=en" data-page' in page


def test_in_a_folder_a_page_without_a_language_leads_to_one_in_it(site) -> None:
    answer = FlaskClient(site.app.server).get("/themes", base_url=f"http://localhost{FOLDER}")
    assert (answer.status_code, answer.location) == (302, f"{FOLDER}/themes?lang=en")
