"""Organisers save packs and keep what was presented; its bytes never change, and an administrator can withdraw it."""

import hashlib
import io
import re
import threading
import zipfile
from dataclasses import replace
from html import unescape

import pytest

from bukhara.errors import NotAllowed, PackBusy
from bukhara.exports.packs import WRITERS
from bukhara.model.release import RevertScope
from bukhara.pack import PackChoice, from_text
from bukhara.service import Service
from bukhara.service.operation import doctor
from bukhara.service.packs import pack_files
from bukhara.store import copies
from tests.filled_in import FilledIn
from tests.web.site_client import ADMIN, ORGANISER, SECRETARIAT, VIEWER, new_site

CODE = "1~~en~~~~title_matrix_country"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The exercise with an organiser."""
    return new_site(tmp_path_factory.mktemp("packs"), actor=ORGANISER, base_url="https://monitor.example.org")


@pytest.fixture(scope="module")
def frozen(site):
    """What an organiser kept as presented."""
    site.act(ORGANISER)
    given = {"pack": CODE, "occasion": "  Bishkek,  30 July 2024 "}
    refused = site.client.post("/packs/freeze", data=given, follow_redirects=True)
    assert "it says what becomes public" in unescape(refused.text)
    assert given["occasion"].split()[0] not in {each.occasion.split(",")[0] for each in site.service.packs.frozen()}
    answer = site.client.post("/packs/freeze", data={**given, "agreed": "yes"})
    assert answer.status_code == 303
    return made(site)


def made(site):
    """Return what was kept last, when its files are made beside the pages."""
    for thread in threading.enumerate():
        if thread.name.startswith("files of"):
            thread.join()
    return site.service.packs.frozen()[-1]


def kept(site, occasion: str, choice: PackChoice):
    """Return what an organiser kept, with its files."""
    frozen = site.service.packs.freeze(ORGANISER, occasion, choice)
    site.service.packs.make_files(frozen.frozen_id)
    return site.service.packs.find(frozen.frozen_id)


def contents(site, pack):
    """Return the bytes of every file as anybody gets them."""
    site.act(VIEWER)
    return {file.name: site.client.get(f"/frozen/{pack.frozen_id}/{file.name}").get_data() for file in pack.files}


def test_the_choice_is_still_there_after_signing_in(site) -> None:
    site.act(VIEWER)
    code = "1~~en~~~~" + "_".join(f"country-X{letter}" for letter in ("AA", "AB", "AC", "AD", "AE") * 40)[:1700]
    page = site.html(f"/panel?pack={code}")
    link = unescape(re.search(r'href="(/sign-in\?[^"]+)"[^>]*>Keep as presented', page)[1])
    onward = unescape(re.search(r'name="next"[^>]*\svalue="([^"]+)"', site.html(link))[1])
    site.act(ORGANISER)
    assert "5 slides are chosen" in site.html(onward)


def test_what_was_presented_has_its_citation_its_checksums_and_its_slides(site, frozen) -> None:
    site.act(VIEWER)
    page = site.html(f"/frozen/{frozen.frozen_id}/")
    assert "As presented: Bishkek, 30 July 2024" in page
    assert f"release {frozen.release}, as of" in page
    assert f"https://monitor.example.org/frozen/{frozen.frozen_id}" in page
    assert "What is different today" in page
    for name, content in contents(site, frozen).items():
        assert hashlib.sha256(content).hexdigest() in page, name
    shown = site.client.get(f"/frozen/{frozen.frozen_id}/slides.html")
    policy = shown.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert policy.endswith("frame-ancestors 'none'")
    assert 'class="qr"' in shown.get_data(as_text=True)
    assert f'href="/frozen/{frozen.frozen_id}' in site.html(f"/frozen/{frozen.release}")
    assert site.client.get("/frozen/99").status_code == 404
    assert site.client.get("/frozen/nothing").status_code == 404
    assert site.client.get(f"/frozen/{frozen.frozen_id}/other.html").status_code == 404


def test_the_file_that_was_really_shown_is_kept_beside_ours_and_says_whose_it_is(site) -> None:
    site.act(ORGANISER)

    def keep(content: bytes, occasion: str) -> str:
        given = {"pack": CODE, "agreed": "yes", "occasion": occasion, "shown": (io.BytesIO(content), "talk.pptx")}
        return unescape(site.client.post("/packs/freeze", data=given, follow_redirects=True).text)

    with_macros = io.BytesIO()
    with zipfile.ZipFile(with_macros, "w") as archive:
        for name in ("ppt/presentation.xml", "ppt/vbaProject.bin"):
            archive.writestr(name, "")
    for wrong in (b"MZ no slides", with_macros.getvalue()):
        assert "PowerPoint without macros" in keep(wrong, "Osh")
    assert "Osh" not in [each.occasion for each in site.service.packs.frozen()]
    shown = b"%PDF-1.7 changed by hand"
    keep(shown, "Osh, 31 July 2024")
    kept = made(site)
    own = [file for file in kept.files if file.is_shown]
    assert [(file.name, file.sha256) for file in own] == [("shown.pdf", hashlib.sha256(shown).hexdigest())]
    assert len(kept.files) == len(WRITERS) + 1
    site.act(VIEWER)
    answer = site.client.get(f"/frozen/{kept.frozen_id}/shown.pdf")
    assert (answer.data, answer.headers["Content-Disposition"].split(";")[0]) == (shown, "attachment")
    assert site.html(f"/frozen/{kept.frozen_id}").count("changed by the organisers") == 1


def test_files_are_shown_as_they_are_made_and_one_that_was_not_made_can_be_made_later(site, monkeypatch) -> None:
    monkeypatch.setattr("bukhara.service.packs.packs.WRITERS", {"html": WRITERS["html"], "pptx": WRITERS["pptx"]})
    monkeypatch.setattr("bukhara.service.packs.packs.Thread", lambda **_: threading.Thread())
    site.act(ORGANISER)
    given = {"pack": CODE, "agreed": "yes", "occasion": "Kant, 1 August 2024"}
    address = site.client.post("/packs/freeze", data=given).location
    frozen = site.service.packs.frozen()[-1]
    assert address.startswith(f"/frozen/{frozen.frozen_id}")

    def page(lang: str = "en") -> tuple[str, str | None]:
        answer = site.client.get(f"/frozen/{frozen.frozen_id}", query_string={"lang": lang})
        return re.sub(r"\s+", " ", unescape(answer.text)), answer.headers.get("Refresh")

    text, refresh = page()
    assert "2 files are not made yet. This page shows each as soon as it is made." in text
    assert (refresh, "Show the slides" in text) == ("3", False)
    monkeypatch.setattr(pack_files, "made", lambda pack, kind: interrupted(kind) or WRITERS[kind](pack))
    with pytest.raises(PackBusy):
        site.service.packs.make_files(frozen.frozen_id)
    text, refresh = page()
    assert "1 file is not made yet." in text
    assert (refresh, "Show the slides" in text) == ("3", True)
    before = contents(site, site.service.packs.find(frozen.frozen_id))
    site.clock.advance(minutes=11)
    text, refresh = page()
    assert (refresh, "This page shows each" in text) == (None, False)
    site.act(ORGANISER)
    assert "Make what is missing" in site.html("/packs")
    monkeypatch.setattr(pack_files, "made", lambda pack, kind: WRITERS[kind](pack))
    site.service.packs.make_files(frozen.frozen_id)
    after = contents(site, site.service.packs.find(frozen.frozen_id))
    assert (set(before), set(after)) == ({"slides.html"}, {"slides.html", "slides.pptx"})
    assert after["slides.html"] == before["slides.html"]
    assert "not made yet" not in page()[0]


def test_a_file_whose_format_is_gone_is_named_on_its_page_and_by_doctor(site, frozen, monkeypatch) -> None:
    old = replace(site.service.packs.find(frozen.frozen_id), expected=(*frozen.expected, "brief.pdf"))
    monkeypatch.setattr("bukhara.store.packs.frozen", lambda _: (old,))
    site.act(VIEWER)
    page = " ".join(unescape(site.html(f"/frozen/{frozen.frozen_id}?lang=en")).split())
    assert "Never made, and no format of this program any more: brief.pdf." in page
    assert "not made yet" not in page
    said = [each.reason for each in doctor.examine(site.service.settings, site.clock()) if each.check == "presented"]
    assert said == [f"of “{frozen.occasion}” these files were never made: brief.pdf"]


def interrupted(kind: str) -> None:
    if kind == "pptx":
        raise PackBusy


def test_its_bytes_are_the_same_after_ten_releases_and_after_a_restore(site, frozen, tmp_path) -> None:
    before = contents(site, frozen)
    for _ in range(10):
        newest = site.service.ready()
        site.service.reverts.revert(SECRETARIAT, newest, "as a test", scope=RevertScope.ONLY, seen=newest)
    assert site.service.ready() >= frozen.release + 10
    assert contents(site, frozen) == before
    copies.dump(site.service.opened().engine, tmp_path / "copy.sqlite")
    (tmp_path / "copy.sqlite").replace(tmp_path / "bukhara.sqlite")
    again = Service(site.settings.model_copy(update={"database_url": f"sqlite:///{tmp_path}/bukhara.sqlite"}))
    assert {file.name: again.packs.file(frozen, file.name) for file in frozen.files} == before
    again.close()


def test_what_is_different_today_is_listed(site, frozen) -> None:
    site.act(VIEWER)
    newest = site.service.ready()
    site.service.reverts.revert(SECRETARIAT, 1, "back to the first", scope=RevertScope.RETURN, seen=newest)
    changed = site.html(f"/frozen/{frozen.frozen_id}").split("What is different today")[1]
    assert "→" in changed
    assert "/evidence/XA" in changed


def test_a_page_says_which_figures_of_its_slides_were_corrected(tmp_path, monkeypatch) -> None:
    site = new_site(tmp_path, actor=ORGANISER)
    charts = "1~~en~~~CTX-registered-strict"
    monkeypatch.setattr(pack_files, "made", lambda pack, kind: WRITERS[kind](pack))
    monkeypatch.setattr("bukhara.service.packs.packs.WRITERS", {"html": WRITERS["html"]})
    now = kept(site, "Almaty, 2 August 2024", from_text(charts))
    words = kept(site, "Almaty, 3 August 2024", from_text(f"{charts}~title"))
    site.act(VIEWER)
    pages = {pack: site.html(f"/frozen/{pack.frozen_id}") for pack in (now, words)}
    assert not any("given otherwise today" in page for page in pages.values())
    book = FilledIn(site.service.template("statistics"), "Statistics")
    (row,) = [
        row
        for row in book.rows(country="XAA", indicator="CTX-registered-strict", value=22)
        if not book.value(row, "sex")
    ]
    book.write(row, value=24, revision_reason="A late report of one region.")
    site.service.publish([book.save(site.settings.var_dir / "corrected.xlsx")], "secretariat", "corrected")
    pages = {pack: site.html(f"/frozen/{pack.frozen_id}") for pack in (now, words)}
    line = "Alfa · Trafficking in persons, registered (strict), 2023: 22 → 24"
    assert [line in unescape(re.sub(r"\s+", " ", page)) for page in pages.values()] == [True, False]
    assert hashlib.sha256(contents(site, now)["slides.html"]).hexdigest() == now.files[0].sha256


def test_only_organisers_keep_and_only_administrators_withdraw_and_a_dated_note_stays(site, monkeypatch) -> None:
    monkeypatch.setattr("bukhara.service.packs.packs.WRITERS", {"html": WRITERS["html"]})
    frozen = kept(site, "Dushanbe, 1 August 2024", PackChoice())
    site.act(VIEWER)
    assert "No status has changed since." in site.html(f"/frozen/{frozen.frozen_id}")
    for somebody in (SECRETARIAT, ADMIN, VIEWER):
        with pytest.raises(NotAllowed):
            site.service.packs.freeze(somebody, "Bishkek", PackChoice())
    with pytest.raises(NotAllowed):
        site.service.packs.withdraw(ORGANISER, frozen.frozen_id, "a person")
    site.act(ADMIN)
    site.client.post("/withdraw", data={"pack": frozen.frozen_id, "reason": ""})
    assert site.service.packs.find(frozen.frozen_id).withdrawn_at is None
    site.client.post("/withdraw", data={"pack": frozen.frozen_id, "reason": "it names a person"})
    site.act(VIEWER)
    for address in (f"/frozen/{frozen.frozen_id}", f"/frozen/{frozen.frozen_id}/slides.html"):
        answer = site.client.get(address)
        assert answer.status_code == 410
        assert "it names a person" in answer.get_data(as_text=True)
    assert "Withdrawn on" in site.html(f"/frozen/{frozen.release}")
    actions = [entry.action for entry in site.service.opened().audit()]
    assert {"pack_frozen", "pack_withdrawn"} <= set(actions)
