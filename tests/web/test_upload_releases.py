"""Releases: history, comparison, and taking one back."""

import io
import re
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from bukhara.model.access import ANYBODY
from tests.web.reading import text
from tests.web.site_client import ADMIN, ORGANISER, SECRETARIAT, commission, new_site
from tests.web.upload_files import changed


def publish(site) -> None:
    site.client.post(f"{changed(site)}/publish", data={"note": "Letter 7 of the commission"})


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """A site with a publication, for tests that only read."""
    publish(made := new_site(tmp_path_factory.mktemp("published")))
    return made


@pytest.fixture
def published(shared):
    """The shared site for the secretariat."""
    shared.act(SECRETARIAT)
    return shared


def test_the_history_says_who_when_what_and_why(published) -> None:
    page_text = published.read("/releases")
    assert "lena" in page_text
    assert "24 November 2026, 14:00 (UTC+5)" in page_text
    assert "Letter 7 of the commission" in page_text
    assert "Answers: Alfa" in page_text
    assert "/receipt.xlsx" in published.html("/releases/3")


@pytest.mark.parametrize("address", ["/releases/3", "/releases?from=2&to=3"])
def test_a_release_shows_old_and_new_row_by_row(published, address) -> None:
    html = published.html(address)
    assert "<del>in place</del>" in html
    assert "<ins>under way</ins>" in html


@pytest.mark.parametrize("query", ["from=1&to=99", "from=x&to=2", "from=0&to=1", "from=2"])
def test_releases_that_are_not_there_are_no_trouble(published, query) -> None:
    published.html(f"/releases?{query}")


def test_a_release_leads_to_its_pages_by_name(published) -> None:
    page_text = published.read("/releases/2")
    assert "The overview as this release has it · Statistics · Alfa" in page_text
    assert "/statistics" not in page_text


def test_no_release_no_page(published) -> None:
    assert {published.client.get(f"/releases/{tail}").status_code for tail in ("0", "99", "x", "1/2")} == {404}


def test_a_second_click_does_not_take_the_revert_back(site) -> None:
    before = site.service.snapshot().statements
    publish(site)
    shown = re.search(r'name="newest"\s+value="(\d+)"', site.html("/releases/3/revert"))[1]
    for _ in range(2):
        answer = site.client.post(
            "/releases/3/revert", data={"note": "Too early", "newest": shown}, follow_redirects=True
        )
    assert "A release was published in between" in answer.get_data(as_text=True)
    assert site.service.ready() == 4
    assert site.service.snapshot().statements == before


def test_a_revert_needs_its_reason(site) -> None:
    publish(site)
    answer = site.client.post("/releases/3/revert", data={"note": " "}, follow_redirects=True)
    assert "Please write in the note" in answer.get_data(as_text=True)
    assert site.service.ready() == 3


@pytest.mark.parametrize("actor", [ORGANISER, ADMIN])
def test_who_may_only_look_sees_no_revert(published, actor) -> None:
    published.act(actor)
    assert "/revert" not in published.html("/releases/2")
    assert published.client.post("/releases/2/revert", data={"note": "x"}).status_code == 403


@pytest.mark.parametrize("reader", [ANYBODY, commission("XAA")])
def test_everybody_reads_what_changed_and_why_but_no_account_and_no_note(published, reader) -> None:
    published.act(reader)
    html = published.html("/releases")
    page_text = " ".join(text(html, "en"))
    assert "Release 3 24 November 2026 Answers: Alfa" in page_text
    assert "new or corrected answers" in page_text
    assert "as delivered with the program" in page_text
    feed = published.client.get("/releases.atom").get_data(as_text=True)
    for hidden in ("lena", "Letter 7", "/revert", "Compare two releases"):
        assert hidden not in html + feed
    rows = published.rows("releases")
    assert "Letter 7" not in str(rows)
    assert rows[2]["note"].startswith("new or corrected answers: Answers: Alfa; source: ")
    assert rows[0]["note"].startswith("as delivered with the program: ")
    assert published.client.get("/releases/3").status_code in (401, 403)


def test_the_feed_is_well_formed_and_names_each_release_with_its_archive(published) -> None:
    published.act(ANYBODY)
    answer = published.client.get("/releases.atom?lang=ru")
    atom = ET.fromstring(answer.data)
    names = {"a": "http://www.w3.org/2005/Atom"}
    assert answer.mimetype == "application/atom+xml"
    assert [each.text.split(":")[0] for each in atom.findall("a:entry/a:title", names)] == [
        "Версия данных 3",
        "Версия данных 2",
        "Версия данных 1",
    ]
    assert next(each.get("href") for each in atom.findall("a:entry/a:link[@rel='enclosure']", names)).endswith(
        "/releases/3.zip"
    )


def test_the_archive_of_a_release_has_its_data_the_codebook_and_the_guide(published) -> None:
    published.act(ANYBODY)
    rows = {}
    for number in (2, 3):
        answer = published.client.get(f"/releases/{number}.zip")
        with ZipFile(io.BytesIO(answer.data)) as archive:
            held = {name.split("/")[1]: archive.read(name).decode() for name in archive.namelist()}
        rows[number] = held["evidence.csv"]
    assert set(held) >= {"observations.csv", "evidence.csv", "progress.csv", "codebook.csv", "data-guide.md"}
    assert held["data-guide.md"].startswith("# ")
    assert rows[2] != rows[3]
    assert published.client.get("/releases/99.zip").status_code == 404


def test_the_next_update_is_shown_where_it_is_set(tmp_path) -> None:
    site = new_site(tmp_path, actor=ANYBODY, next_update="2027-03-31")
    assert "Next update: 31 March 2027" in " ".join(text(site.html("/releases"), "en"))


def test_without_the_settings_there_is_neither(site) -> None:
    html = site.html("/releases")
    assert "mailto:" not in html
    assert "Next update" not in html


def test_the_feed_of_a_state_has_only_what_changed_there(site) -> None:
    def entries(code: str) -> list[tuple[str, str]]:
        atom = ET.fromstring(site.client.get(f"/releases.atom?country={code}").data)
        names = {"a": "http://www.w3.org/2005/Atom"}
        assert atom.find("a:id", names).text.endswith(f"/releases?country={code}")
        return [
            (e.find("a:id", names).text[-1], e.find("a:summary", names).text) for e in atom.findall("a:entry", names)
        ]

    before = entries("XAB")
    publish(site)
    assert entries("XAB") == before
    assert entries("XAA")[0][0] == "3"
    for country, other in (("XAA", "Bravo"), ("XAB", "Alfa")):
        assert other not in " ".join(what for _, what in entries(country))
    assert site.client.get("/releases.atom?country=QQQ").status_code == 404
