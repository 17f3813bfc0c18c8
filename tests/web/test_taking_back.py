"""Taking back a release: a preview first, only this release by default, and nothing of others is lost."""

import re
import shutil
from pathlib import Path

import pytest

from bukhara.model.release import Snapshot
from tests.web.site_client import SECOND, SECRETARIAT, Site, commission, new_site
from tests.web.upload_files import changed

WORDS = "We see this differently. QQ-OWN"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Release 3 is a workbook of Alfa, 4 a reply of Alfa, 5 a workbook of Bravo by somebody else."""
    folder = tmp_path_factory.mktemp("prepared")
    made = new_site(folder)
    made.client.post(f"{changed(made)}/publish", data={"note": "Letter 7 of Alfa"})
    made.act(commission("XAA"))
    reply = {"item": "BD-7", "kind": "objection", "words": WORDS, "lang": "en", "body": "Ministry of Alfa"}
    made.client.post("/reply/give", data={**reply, "given_on": "2026-11-20"})
    made.act(SECOND)
    made.client.post("/replies/publish", data={"country": "XAA"})
    made.client.post(f"{changed(made, 'XAB')}/publish", data={"note": "Letter 8 of Bravo"})
    assert made.service.ready() == 5
    made.service.close()
    return folder / "bukhara.sqlite"


@pytest.fixture
def site(tmp_path: Path, prepared: Path) -> Site:
    """A site of one's own on a copy of that store."""
    made = new_site(tmp_path, actor=SECRETARIAT)
    made.service.close()
    shutil.copy(prepared, tmp_path / "bukhara.sqlite")
    return made


def statuses(site: Site, country: str) -> list[object]:
    return [row.status for row in site.service.snapshot().statements if row.country == country]


def own_words(snapshot: Snapshot) -> list[str]:
    """Return the published replies of Alfa; the exercise begins with one of Charlie."""
    return [reply.words for reply in snapshot.replies if reply.country == "XAA"]


def fields(html: str) -> dict[str, str]:
    """Return the hidden fields of the confirming form, without the token."""
    form = html.split('id="confirm"')[1]
    return {name: value for name, value in re.findall(r'name="(\w+)"\s+value="([^"]*)"', form) if name != "csrf_token"}


def test_only_this_release_is_taken_back_and_what_came_after_stays(site: Site) -> None:
    before = site.service.snapshot(release=2)
    site.client.post("/releases/3/revert", data={"note": "Sent by mistake"})
    after = site.service.snapshot()
    assert statuses(site, "XAA") == [row.status for row in before.statements if row.country == "XAA"]
    assert own_words(after) == [WORDS]
    assert statuses(site, "XAB") != [row.status for row in before.statements if row.country == "XAB"]
    assert "takes back release 3" in site.read("/releases")
    assert "Taken back since, by release 6." in site.read("/upload/1")


def test_the_preview_lists_what_disappears_by_release_and_author_and_writes_nothing(site: Site) -> None:
    page_text = site.read("/releases/3/revert")
    assert "Take back release 3" in page_text
    assert re.search(r"Release 3 24 November 2026, 14:00 \(UTC\+5\) lena Answers: Alfa.*? Letter 7 of Alfa", page_text)
    assert "Letter 8 of Bravo" not in page_text
    assert "<del>under way</del>" in site.html("/releases/3/revert")
    assert "<ins>in place</ins>" in site.html("/releases/3/revert")
    russian = site.read("/releases/3/revert?lang=ru", "ru")
    assert "Отменить версию данных 3" in russian
    assert "Что исчезнет" in russian
    assert site.service.ready() == 5


def test_returning_to_an_older_release_lists_every_release_and_keeps_replies(site: Site) -> None:
    page_text = site.read("/releases/2/revert?scope=return")
    gone, stays = page_text.split("What stays")
    assert gone.index("Letter 8 of Bravo") < gone.index("Letter 7 of Alfa")
    assert "mira" in gone
    assert "Reply: Alfa" in stays
    site.client.post("/releases/2/revert", data={**fields(site.html("/releases/2/revert?scope=return")), "note": "x"})
    after, before = site.service.stored_contents(6), site.service.stored_contents(2)
    assert own_words(after) == [WORDS]
    assert set(after.statements) == set(before.statements)


def test_a_reply_that_is_taken_back_waits_again(site: Site) -> None:
    assert "waits again" in site.read("/releases/4/revert")
    site.client.post("/releases/4/revert", data={"note": "Published too early"})
    assert own_words(site.service.snapshot()) == []
    assert WORDS in site.html("/replies")
    site.client.post("/replies/publish", data={"country": "XAA"})
    assert own_words(site.service.snapshot()) == [WORDS]


def test_rows_that_a_later_release_changed_are_not_overwritten(site: Site) -> None:
    site.client.post(f"{changed(site, was='under_way', status='planned')}/publish", data={"note": "Letter 9"})
    assert "Nothing of this release can be taken back" in site.read("/releases/3/revert")
    before = site.service.snapshot().statements
    answer = site.client.post("/releases/3/revert", data={"note": "x", "newest": "6"}, follow_redirects=True)
    assert "Nothing of this release can be taken back" in answer.text
    assert site.service.snapshot().statements == before


def test_a_form_that_does_not_say_which_release_was_the_newest_takes_nothing_back(site: Site) -> None:
    answer = site.client.post("/releases/3/revert", data={"note": "Sent by mistake", "newest": "five"})
    assert (answer.status_code, site.service.ready()) == (409, 5)


@pytest.mark.parametrize("number", [3, 5])
def test_the_words_of_the_buttons_do_not_depend_on_what_came_later(site: Site, number: int) -> None:
    for address in (f"/releases/{number}", "/upload/1" if number == 3 else "/upload/2"):
        part = site.html(address).split('class="revert')[1]
        assert f"Take back release {number}" in part
        assert f"Return to release {number}" in part


def test_the_first_release_cannot_be_taken_back_and_says_what_to_do(site: Site) -> None:
    page_text = site.read("/releases/1/revert")
    assert "the first release" in page_text
    assert 'id="confirm"' not in site.html("/releases/1/revert")


def test_where_two_persons_are_needed_the_first_one_asks_on_the_page_and_the_second_one_does_it(tmp_path: Path) -> None:
    site = new_site(tmp_path, two_persons=True)
    address, note = "/releases/2/revert", {"note": "The wrong round"}
    assert "Two persons are needed." in site.read(address)
    asked = {**fields(site.html(address)), **note}
    site.client.post(address, data=asked)
    assert fields(site.html(address)) == {}
    site.client.post(address, data=asked)
    assert site.service.ready() == 2
    site.act(SECOND)
    assert f"{SECRETARIAT.name} asked for this: The wrong round" in site.read(address)
    site.client.post(address, data={**fields(site.html(address)), **note})
    assert site.service.ready() == 3
