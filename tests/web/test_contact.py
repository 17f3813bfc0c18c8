"""Whoever reads finds whom to write to."""

import pytest

from bukhara.service.operation import doctor
from bukhara.settings import Settings
from tests.pdf_text import pdf_text
from tests.web.site_client import VIEWER, new_site

CELL = "/evidence/KAZ/BD-12"
PAGES = ("/", "/countries/KAZ", CELL, "/sign-in", "/statistics", "/releases")
GIVEN = {"contact": "office@monitor.example; +998 71 123 45 67; https://monitor.example/tip", "hotline": "Line 1148"}
LINKS = ("mailto:office@monitor.example", "tel:+998711234567", "https://monitor.example/tip")


@pytest.fixture(scope="module")
def named(tmp_path_factory):
    """The record of an operator who says whom to write to."""
    return new_site(tmp_path_factory.mktemp("named"), actor=VIEWER, real=True, **GIVEN)


@pytest.mark.parametrize("address", PAGES)
def test_every_page_says_whom_to_write_to(named, record_site, address) -> None:
    page = named.html(address)
    assert all(f'href="{link}"' in page for link in LINKS)
    other = record_site.html(address)
    assert "/privacy?lang=en#contact" in other or "/privacy#contact" in other
    assert 'id="contact"' in record_site.html("/privacy")


def test_brief_and_drawer_name_the_secretariat_and_doctor_reminds(named, record_site) -> None:
    assert "office@monitor.example" in pdf_text(named.client.get("/countries/KAZ/brief.pdf?lang=en").data)
    opened = named.html("/?evidence=KAZ/BD-12&lang=ru")
    assert opened.count("mailto:office@monitor.example") == 2
    asked = [each for each in doctor.examine(record_site.settings, record_site.clock()) if "CONTACT" in each.reason]
    assert [each.warning for each in asked] == [True]
    assert not [each for each in doctor.examine(named.settings, named.clock()) if "CONTACT" in each.reason]


@pytest.mark.parametrize(("contact", "link"), [("office room 5", ""), ("a@b.example", "mailto:a@b.example")])
def test_what_is_no_address_is_shown_as_it_was_written(contact, link) -> None:
    assert Settings(contact=contact).contacts == ((contact, link),)
