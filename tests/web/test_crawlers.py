"""What search engines and finders of faults read."""

from xml.etree import ElementTree as ET

import pytest

from tests.web.site_client import new_site

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def site(tmp_path):
    return new_site(
        tmp_path, real=True, base_url="https://monitor.example", error_reports_to="secretariat@monitor.example"
    )


def test_every_address_of_the_map_answers_and_states_and_themes_are_among_them(site) -> None:
    robots = site.client.get("/robots.txt").text
    assert "Sitemap: https://monitor.example/sitemap.xml" in robots
    found = [place.text for place in ET.fromstring(site.client.get("/sitemap.xml").text).iter(f"{SITEMAP}loc")]
    assert {"https://monitor.example/?lang=en", "https://monitor.example/countries/KAZ?lang=ru"} <= set(found)
    assert len(found) == len(set(found)) > 2 * (5 + 31)
    for address in found[::9]:
        assert site.client.get(address.removeprefix("https://monitor.example")).status_code == 200, address


def test_what_the_site_says_of_itself_names_whom_to_write_to(site, tmp_path) -> None:
    (tmp_path / "other").mkdir()
    other = new_site(tmp_path / "other")
    for path in ("/accessibility", "/privacy"):
        foot = f'{path}?lang=en">'
        assert 'mailto:secretariat@monitor.example"' in site.client.get(f"{path}?lang=en").text
        assert "mailto:" not in other.client.get(f"{path}?lang=en").text
        assert foot in other.client.get("/?lang=en").text


def test_security_txt_names_whom_to_write_to_or_does_not_exist(site, tmp_path) -> None:
    text = site.client.get("/.well-known/security.txt").text
    assert "Contact: mailto:secretariat@monitor.example" in text
    assert "Expires: " in text
    (tmp_path / "other").mkdir()
    assert new_site(tmp_path / "other").client.get("/.well-known/security.txt").status_code == 404
    assert site.client.get("/favicon.ico").headers["Location"] == "/assets/icon.svg"
