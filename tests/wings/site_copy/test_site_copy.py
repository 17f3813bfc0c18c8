"""A copy of the site as plain files: whole, without what needs a server, the same twice, of one release."""

import os
import re
import shutil
from urllib.parse import parse_qsl

import pytest
from flask import Flask, Response, request

from app import create_app
from bukhara.service.packs import pack_files
from tests.clock import Clock
from wings.site_copy.addresses import Address
from wings.site_copy.build import Copy, SiteRefused, _fetched, _shared
from wings.site_copy.check import SUMS, faults, links_in

SOME = ("/", "/search", "/themes", "/countries/XAA", "/panel", "/panel/present")
EVIDENCE = re.compile(r"/evidence/XAA/BD-8\w")


def some(follows):
    """Follow links to a few pages: the others are treated as what a copy does not have."""
    kept = ("/api/v1/observations", "/countries/XAA/brief.pdf", *SOME)
    return lambda self, made: (
        each for each in follows(self, made) if each.path in kept or EVIDENCE.fullmatch(each.path)
    )


@pytest.fixture(scope="module")
def made(exercise_site, tmp_path_factory):
    """A small copy of the exercise in both languages."""
    folder = tmp_path_factory.mktemp("copy") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Copy, "_follows", some(Copy._follows))
        said: list[str] = []
        release = exercise_site.service.ready()
        copy = Copy(exercise_site.app.server, release, ("en", "ru"), folder, said.append, processes=1)
        copy.make()
        assert "pages ..." in said[-1]
        before = (folder / SUMS).read_bytes()
        kept = {file: file.stat().st_mtime_ns for file in folder.rglob("*.html")}
        copy = Copy(exercise_site.app.server, release, ("en", "ru"), folder, said.append, processes=1)
        copy.make()
        assert (folder / SUMS).read_bytes() == before
        assert {file: file.stat().st_mtime_ns for file in folder.rglob("*.html")} == kept
    return folder


def test_processes_share_a_work() -> None:
    with _shared(lambda number: (number * number, os.getpid()), 2) as start:
        results = [start(number).result() for number in range(40)]
    assert [square for square, _ in results] == [number * number for number in range(40)]
    assert os.getpid() not in {process for _, process in results}


@pytest.mark.parametrize(
    ("opened", "target", "is_followed"),
    [
        ("/themes", "/themes?pillar=protection", True),
        ("/themes", "/themes?tab=counts", True),
        ("/themes?tab=counts", "/themes?pillar=protection&tab=counts", False),
        ("/themes?pillar=protection", "/themes?countries=KAZ", False),
        ("/themes?pillar=protection", "/needs", True),
        ("/evidence", "/evidence?page=2", True),
        ("/evidence?page=2", "/evidence?page=3", True),
        ("/statistics?tab=reported", "/statistics?page=2&tab=reported", True),
        ("/statistics?page=2&tab=reported", "/statistics?page=3&tab=reported", True),
        ("/evidence?kind=figure", "/evidence?kind=figure&page=2", False),
        ("/evidence?page=2", "/evidence?kind=figure", False),
        ("/statistics", "/statistics?from=2020", False),
        ("/panel", "/panel?pack=KAZ", False),
        ("/statistics", "/statistics?countries=KAZ", True),
        ("/themes/BD-1", "/themes/BD-1?countries=KAZ", False),
        ("/chart/themes/counts?tab=counts", "/chart/themes/counts?pillar=protection&tab=counts", False),
        ("/themes?tab=counts", "/chart/themes/counts?tab=counts", True),
        ("/themes?tab=counts", "/download/counts.svg?page=/themes&tab=counts", True),
        ("/themes?tab=counts", "/download/counts.png?page=/themes&tab=counts", False),
        ("/downloads", "/download/counts.png?page=/themes&tab=counts", True),
    ],
)
def test_one_choice_from_a_page_as_it_opens_is_followed(opened, target, is_followed) -> None:
    parts = [each.partition("?") for each in (opened, target)]
    here, there = (Address("en", path, tuple(sorted(parse_qsl(query)))) for path, _, query in parts)
    assert here.leads_to(there) == is_followed


def test_it_is_whole_in_both_languages(made) -> None:
    assert list(faults(made)) == []
    for page in ("index", "themes", "countries/XAA", "evidence/XAA/BD-8b", "search", "panel"):
        texts = {each: (made / each / f"{page}.html").read_text() for each in ("en", "ru")}
        for language, other in (("en", "ru"), ("ru", "en")):
            assert f'<html lang="{language}">' in texts[language]
            here = (made / language / f"{page}.html").parent
            languages = {
                (here / link).resolve() for _, link in links_in(texts[language]) if link.endswith(f"{page}.html")
            }
            assert (made / other / f"{page}.html").resolve() in languages


def test_nothing_in_it_needs_a_server_or_an_account(made) -> None:
    for file in made.rglob("*.html"):
        if file.name.startswith("present"):
            continue
        text = file.read_text()
        found = [
            link for _, link in links_in(text) if link.startswith("/") or re.search("sign-in|draft|language/", link)
        ]
        assert found == [], file
        assert not re.search(r"<form(?![^>]*(data-search|filters))|data-copy|data-full|_dash|react-entry", text), file


@pytest.mark.parametrize(
    ("file", "change", "fault"),
    [
        ("en/index.html", lambda text: text.replace("themes.html", "gone.html"), "gone.html leads to no file"),
        ("en/index.html", lambda text: text.replace("#main", "#gone", 1), "#gone leads to no place in its page"),
        ("ru/index.html", lambda text: text.replace('src="', 'src="https://x.example/', 1), "from elsewhere"),
        ("assets/copy.css", lambda text: text.replace("1", "2", 1), "is not as it was written"),
        ("en/themes.html", lambda _: None, "en/themes.html: is missing"),
        ("en/more.html", lambda _: "", "en/more.html: is no part of the copy"),
    ],
)
def test_what_is_wrong_is_found(made, tmp_path, file, change, fault) -> None:
    shutil.copytree(made, tmp_path / "site")
    changed = tmp_path / "site" / file
    text = change(changed.read_text() if changed.exists() else "")
    if text is None:
        changed.unlink()
    else:
        changed.write_text(text)
    assert any(fault in each for each in faults(tmp_path / "site"))


def test_a_file_that_cannot_be_made_now_is_asked_for_again_and_never_left_out(monkeypatch) -> None:
    server, answers, pauses = Flask("busy"), [503, 500, 200], []
    asked_by = set()

    def answer() -> Response:
        asked_by.add(request.environ[pack_files.ASKED_BY])
        return Response("made", answers.pop(0) if answers else 503, {"Retry-After": "3"})

    server.add_url_rule("/file", view_func=answer)
    monkeypatch.setattr("wings.site_copy.build.time.sleep", pauses.append)
    assert _fetched(server, Address("en", "/file")) == b"made"
    assert pauses == [3, 3]
    assert _fetched(server, Address("en", "/gone")) is None
    with pytest.raises(SiteRefused, match="503"):
        _fetched(server, Address("en", "/file"))
    assert asked_by == {pack_files.OF_COPY}


def test_readers_who_take_every_place_for_files_keep_none_from_a_copy(tmp_path) -> None:
    with pack_files.slot(tmp_path, 0), pack_files.slot(tmp_path, 0):
        _, made = pack_files.make(lambda: None, [], tmp_path, pack_files.OF_COPY)
    assert made == {}


def test_a_folder_with_other_files_is_left_alone(exercise_site, tmp_path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(SiteRefused):
        Copy(exercise_site.app.server, 1, ("en",), tmp_path, print, processes=1).make()
    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


def test_an_earlier_release_knows_nothing_of_a_later_one(exercise_site, tmp_path) -> None:
    server = create_app(exercise_site.settings, Clock(), 1).server
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Copy, "_follows", some(Copy._follows))
        Copy(server, 1, ("en",), tmp_path / "site", print, processes=1).make()
    texts = [each.read_text() for each in (tmp_path / "site/en").rglob("*.html")]
    assert len(texts) > 8
    releases = {number for text in texts for number in re.findall(r"[Rr]elease (\d+)", text)}
    assert releases == {"1"}
