"""What is the same for everybody is made and packed once; nothing of a person or a draft is among it."""

import json
import re

import brotli
import pytest

from bukhara.service.packs import pack_files
from bukhara.service.reading import finished
from tests.serving import ROOT
from tests.web.site_client import (
    ADMIN,
    ORGANISER,
    SECOND,
    SECRETARIAT,
    VIEWER,
    Site,
    callback_body,
    commission,
    in_place,
    new_site,
    token,
)
from web.parameters import PARAMETERS

FILE = "/_dash-component-suites/dash/dcc/dash_core_components-shared.js"
BR = {"Accept-Encoding": "br"}
OWN = commission("XAA")
PAGES = (
    "/",
    "/themes",
    "/countries/XAA",
    "/countries/XAA?tab=timeline",
    "/statistics",
    "/evidence/XAA/BD-1",
    "/search?q=law",
)


@pytest.fixture
def made(monkeypatch) -> list[str]:
    """Every answer that was made to be kept, as text."""
    bodies, pack = [], finished._packed
    monkeypatch.setattr(
        finished, "_packed", lambda answer, encoding: bodies.append(answer.body.decode()) or pack(answer, encoding)
    )
    return bodies


def ask(site: Site, page: str, language: str = "en", **how):
    return site.client.get(f"{page}{'&' if '?' in page else '?'}lang={language}", **how)


def ask_both(site: Site, page: str) -> tuple[bytes, bytes]:
    """Return the HTML of a page and what Dash's script gets."""
    path, _, search = page.partition("?")
    return ask(site, page).data, site.drawn(path, f"?{search}&lang=en" if search else "?lang=en").data


def broken(*_args: object, **_named: object) -> None:
    message = "it is made only once"
    raise AssertionError(message)


@pytest.mark.parametrize(
    ("address", "maker"),
    [(FILE, "pkgutil.get_data"), ("/_dash-dependencies", "dash.dash.to_json"), ("/_dash-layout", "dash.dash.to_json")],
)
def test_what_dash_sends_alike_to_everybody_is_made_once(record_site, monkeypatch, address, maker) -> None:
    plain, first = (record_site.client.get(address, headers=how) for how in ({"Accept-Encoding": "identity"}, BR))
    monkeypatch.setattr(maker, broken)
    again = record_site.client.get(address, headers=BR)
    assert (again.data, again.content_type) == (first.data, plain.content_type)
    assert (brotli.decompress(first.data) if first.content_encoding else first.data) == plain.data
    assert "Accept-Encoding" in first.vary


def test_a_file_that_dash_does_not_have_is_not_found(record_site) -> None:
    assert record_site.client.get(FILE.replace("shared", "absent")).status_code == 404


def test_nothing_of_a_person_or_a_draft_is_kept_whoever_asks_first(site, made) -> None:
    draft = site.service.drafts.answer(OWN, in_place(site.service, "BD-1", "Words of a draft.")).draft_id
    for actor in (SECRETARIAT, ORGANISER, ADMIN, OWN):
        site.act(actor)
        for page in PAGES:
            html = ask(site, page)
            assert f">{actor.name}</a>" in html.text
            assert html.headers["Cache-Control"] == "no-store"
            assert "ETag" not in html.headers
            ask_both(site, page)
    preview = f"/countries/XAA?draft={draft}"
    assert all(f"draft={draft}".encode() in body for body in ask_both(site, preview))
    assert [body for body in made if "<" in body] == []
    site.act(VIEWER)
    for page in (*PAGES, preview):
        assert all(b"draft=" not in body for body in ask_both(site, page))
    kept = "\n".join(made)
    assert "Sign in" in kept
    for personal in (
        *(f">{actor.name}<" for actor in (SECRETARIAT, ORGANISER, ADMIN, OWN)),
        "subnav office",
        'name="csrf_token"',
        "draft=",
    ):
        assert personal not in kept


def test_a_reader_with_a_session_leaves_nothing_of_it_in_a_page(tmp_path, made) -> None:
    site = new_site(tmp_path, signing_in=True)
    theirs = token(site.client.get("/sign-in?lang=en").text)
    page = ask(site, "/")
    assert "Set-Cookie" not in page.headers
    assert page.data == ask(new_site(tmp_path, made=True, signing_in=True), "/").data
    assert theirs not in "".join(made)


@pytest.mark.parametrize(
    "junk", [{"state": [], "more": "x"}, {"changedPropIds": []}, {"parsedChangedPropsIds": ["a.b"]}]
)
def test_what_else_a_callback_is_sent_changes_nothing_for_others(site, junk) -> None:
    site.act(VIEWER)
    body = {**callback_body("/themes", "?lang=en&unknown=<b>"), **junk}
    site.client.post("/_dash-update-component", data=json.dumps(body), content_type="application/json")
    after = site.drawn("/themes", "?lang=en").json
    site.act(SECRETARIAT)
    mine = site.drawn("/themes", "?lang=en").json
    assert after["response"].keys() == mine["response"].keys()
    assert "<b>" not in json.dumps(after)


def test_a_parameter_that_no_page_knows_makes_no_page_of_its_own(site, made) -> None:
    site.act(VIEWER)
    answers = {ask(site, f"/statistics?utm_source={n}&x={n}", headers=BR).data for n in range(5)}
    assert len(answers) == 1
    assert len(made) == 1


def test_a_page_is_sent_again_only_where_it_has_changed(site) -> None:
    site.act(VIEWER)
    kept_by = ask(site, "/readyz").headers["ETag"]
    first = ask(site, "/themes")
    known = {"If-None-Match": first.headers["ETag"]}
    same = ask(site, "/themes", headers=known)
    assert (same.status_code, same.data) == (304, b"")
    assert set(same.vary) == {"Accept-Encoding"}
    assert ask(site, "/themes", "ru", headers=known).status_code == 200
    drafts = site.service.drafts
    draft = drafts.answer(OWN, in_place(site.service, "BD-6b", "A law.")).draft_id
    drafts.submit(SECRETARIAT, draft, "for the conference")
    drafts.effect(SECRETARIAT, draft)
    drafts.approve(SECOND, draft)
    drafts.publish(SECRETARIAT, draft, "as reviewed")
    changed = ask(site, "/themes", headers=known)
    assert changed.status_code == 200
    assert changed.headers["ETag"] != first.headers["ETag"]
    assert ask(site, "/readyz").headers["ETag"] != kept_by


def test_every_selection_that_a_page_reads_is_known() -> None:
    modules = [path.read_text(encoding="utf-8") for folder in ("pages", "web") for path in (ROOT / folder).glob("*.py")]
    read = set(
        re.findall(r'(?:one_of|many_of|query\.get|choice|Filter)\((?:page_request, )?"(\w+)"', "\n".join(modules))
    )
    assert len(read) > 15
    assert read - PARAMETERS.keys() == set()


@pytest.fixture
def files(monkeypatch) -> list[str]:
    """The kind of every file of slides that was made, none of them in a process of its own."""
    kinds: list[str] = []
    monkeypatch.setattr(pack_files, "made", lambda pack, kind: kinds.append(kind) or f"{kind} {len(kinds)}".encode())
    return kinds


def test_slides_are_made_once_for_each_choice_and_those_of_a_draft_each_time(site, files) -> None:
    addresses = ("/panel/pack.pptx?lang=en", "/panel/pack.pptx?lang=en&x=1", "/countries/XAA/pack.pptx?lang=en")
    first, same, other = (site.client.get(address) for address in addresses)
    site.act(VIEWER)
    again = site.client.get(addresses[0])
    assert (first.data, same.data, other.data, again.data) == (b"pptx 1", b"pptx 1", b"pptx 2", b"pptx 1")
    assert again.headers["Content-Disposition"] == first.headers["Content-Disposition"]
    site.client.get("/panel/pack.pptx?lang=en&pack=XAA~~en~~~~")
    assert len(files) == 3
    site.act(OWN)
    draft = site.service.drafts.answer(OWN, in_place(site.service, "BD-6b", "A law.")).draft_id
    for _ in range(2):
        site.client.get(f"/countries/XAA/pack.pptx?lang=en&draft={draft}")
    assert len(files) == 5
    site.act(VIEWER)
    assert site.client.get(f"/countries/XAA/pack.pptx?lang=en&draft={draft}").data == other.data


@pytest.mark.parametrize("accepts", ["br;q=0, gzip;q=0", "gzip;q=0.0", "br;q=0, gzip;q=0.5"])
def test_a_page_is_not_sent_in_an_encoding_that_was_refused(record_site, accepts) -> None:
    answer = record_site.client.get("/sign-in", headers={"Accept-Encoding": accepts})
    assert answer.headers.get("Content-Encoding") == ("gzip" if "0.5" in accepts else None)
