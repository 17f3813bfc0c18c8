"""A site in a folder of another one: every address, cookie and redirect has the folder, whatever the proxy does with it."""

import json
import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from tests.addresses import crawl
from tests.web.site_client import SECRETARIAT, Site, callback_body, new_site, token

ROOT = Path(__file__).parents[2]
WRITTEN = re.compile(r"""(?:\b(?:href|action|src)|data-[a-z]+)\s*=\s*["']/""")
ADDRESS = re.compile(
    r"""(?:\b(?:href|action|src|formaction)|data-[a-z]+)="(/[^"]*)"|url\("?(/[^")]*)|": ?"(/[^"]*)\""""
)
FOLDER, HOST = "/bukhara", "https://ministry.example"
OFFICE = ("/sign-in", "/upload", "/upload/answer", "/releases", "/rounds", "/replies", "/differences", "/no-such-page")


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Site:
    """The real record in a folder, opened by the secretariat."""
    folder = tmp_path_factory.mktemp("folder")
    return new_site(folder, actor=SECRETARIAT, real=True, base_url=f"{HOST}{FOLDER}/", error_reports_to="a@b.example")


def test_no_template_writes_an_address_itself() -> None:
    templates = [path for folder in ("web", "pages", "office") for path in (ROOT / folder).rglob("*.html")]
    assert len(templates) > 50
    assert [path.name for path in templates if WRITTEN.search(path.read_text("utf-8"))] == []


def outside(text: str) -> list[str]:
    """Return the addresses in a text that leave the folder."""
    found = [unescape("".join(each)) for each in ADDRESS.findall(text)]
    return [each for each in found if not each.startswith(f"{FOLDER}/")]


def test_in_a_folder_no_link_of_any_page_leads_out_of_it(site) -> None:
    client, found, count = FlaskClient(site.app.server), {}, 0
    pages = (each for each in crawl() if each.endswith("lang=en"))
    for address in (*pages, *(f"{path}?lang=en" for path in OFFICE)):
        answer = client.get(f"{FOLDER}{address}", base_url=HOST)
        count += len(ADDRESS.findall(answer.text))
        if links := outside(answer.text):
            found[address] = links
    assert (found, count > 5_000) == ({}, True)


def test_a_proxy_may_take_the_folder_away(site) -> None:
    client = FlaskClient(site.app.server)
    kept, taken = (client.get(f"{each}/themes?lang=en", base_url=HOST) for each in (FOLDER, ""))
    assert (kept.status_code, kept.text) == (200, taken.text)


def test_in_a_folder_dash_is_answered_for_the_addresses_that_its_script_sends(site) -> None:
    client = FlaskClient(site.app.server)
    body = callback_body(f"{FOLDER}/themes", "?lang=en")
    answer = client.post(f"{FOLDER}/_dash-update-component", json=body, base_url=HOST).json
    page = json.dumps(answer).replace('\\"', '"')
    assert (page.count(f'"{FOLDER}/') > 20, outside(page)) == (True, [])


def test_in_a_folder_the_drawer_of_evidence_is_filled_by_an_address_with_it(site) -> None:
    page = FlaskClient(site.app.server).get(f"{FOLDER}/?lang=en&evidence=KAZ/BD-8b", base_url=HOST).text
    assert f'href="{FOLDER}/evidence/KAZ/BD-8b?lang=en" data-page' in page


def test_in_a_folder_redirects_lead_into_it_and_cookies_are_for_it_alone(site) -> None:
    client = FlaskClient(site.app.server)
    chosen = client.get(f"{FOLDER}/language/ru?next={FOLDER}/themes?tab=picture", base_url=HOST)
    assert chosen.location == f"{FOLDER}/themes?tab=picture&lang=ru"
    assert f"Path={FOLDER}" in chosen.headers["Set-Cookie"]
    for moved in ("/favicon.ico", "/themes/", "/ratification"):
        assert client.get(f"{FOLDER}{moved}", base_url=HOST).headers.get("Location", FOLDER).startswith(FOLDER), moved


def test_what_others_read_names_the_folder_once(site) -> None:
    client = FlaskClient(site.app.server)

    def text(path: str) -> str:
        return client.get(f"{FOLDER}{path}", base_url=HOST).text

    places = [place.text or "" for place in ET.fromstring(text("/sitemap.xml")).iter() if place.tag.endswith("}loc")]
    assert {each.startswith(f"{HOST}{FOLDER}/") for each in places} == {True}
    assert f"Sitemap: {HOST}{FOLDER}/sitemap.xml" in text("/robots.txt")
    assert f"Disallow: {FOLDER}/_dash" in text("/robots.txt")
    chart = text("/chart/timeline/time-axis?lang=en")
    assert f"{HOST}{FOLDER}/download/time-axis.png" in unescape(chart)
    assert f"{HOST}{FOLDER}/releases/1.zip" in text("/releases.atom")
    for each in (text("/releases.atom"), unescape(chart)):
        assert f"{FOLDER}{FOLDER}" not in each


def test_who_signs_in_in_a_folder_stays_in_it(tmp_path) -> None:
    site = new_site(tmp_path, signing_in=True, base_url=f"{HOST}{FOLDER}")
    link = site.service.accounts.first_link()
    client = FlaskClient(site.app.server)

    def sent(path: str, **fields: str):
        form = client.get(f"{FOLDER}{path}", base_url=HOST)
        data = {"csrf_token": token(form.text), **fields}
        return client.post(f"{FOLDER}{path.partition('?')[0]}", data=data, base_url=HOST, headers={"Referer": HOST})

    chosen = "an hour before the conference"
    answer = sent(f"/setup/{link}?lang=en", name="root", new=chosen, again=chosen)
    assert (answer.status_code, answer.location.startswith(f"{FOLDER}/")) == (303, True)
    given = [cookie for cookie in answer.headers.getlist("Set-Cookie") if "bukhara=" in cookie]
    assert len(given) == 1
    assert given[0].startswith("__Secure-bukhara=")
    assert f"Path={FOLDER}" in given[0]
    assert client.get(f"{FOLDER}/admin?lang=en", base_url=HOST).status_code == 200
