"""The page of a panel: an address holds the whole choice, a form without scripts changes it, and files are made."""

import http.client
import json
import re
from contextlib import ExitStack, closing
from functools import partial
from html import unescape
from threading import Timer
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from bukhara.model.access import ANYBODY
from bukhara.pack import from_text
from bukhara.service.packs import pack_files
from tests.web.reading import get
from tests.web.site_client import SECRETARIAT, new_site


def form_of(html):
    """Return the fields that the form of the page would send, as a browser without scripts does."""
    form = html[html.index("data-builder") :].split("</form>")[0]
    fields = []
    for tag in re.findall(r"<input\b[^>]*>", form):
        found = {name: unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', tag)}
        if found["type"] != "checkbox" or re.search(r"\schecked", tag):
            fields.append((found["name"], found["value"]))
    for name, options in re.findall(r'<select class="form-select" name="([^"]+)">(.*?)</select>', form, re.DOTALL):
        values = [
            (value, selected) for selected, value in re.findall(r'<option(\s+selected="")?\s+value="([^"]*)"', options)
        ]
        fields.append((name, next((value for value, selected in values if selected), values[0][0])))
    typed = re.findall(r'<textarea[^>]*\bname="([^"]+)"[^>]*>(.*?)</textarea>', form, re.DOTALL)
    return fields + [(name, unescape(text)) for name, text in typed]


def chosen(base, fields, accept="text/html"):
    """Return the answer to the form: status, the address that it leads to, and its body."""
    where = urlsplit(base)
    with closing(http.client.HTTPConnection(where.hostname, where.port, timeout=60)) as connection:
        connection.request("GET", f"/panel/choose?{urlencode(fields)}", headers={"Accept": accept})
        answer = connection.getresponse()
        return answer.status, answer.headers["Location"], answer.read()


def sent(base, fields, **more):
    """Return the address to which the form leads."""
    status, address, _ = chosen(base, [*fields, *more.items()])
    assert status == 303
    return address


def kept(html):
    """Return the ids of the slides that are shown."""
    return [value for name, value in form_of(html) if name == "keep"]


def without(fields, *dropped):
    return [field for field in fields if field not in dropped]


def choice_at(address):
    return from_text(parse_qs(urlsplit(address).query)["pack"][0])


def test_the_heading_is_about_the_talk_and_names_the_annex_apart(base) -> None:
    deck = get(base + "/panel/present?lang=en")[1]
    slides, annex = deck.count("data-minutes="), deck.count("data-annex=")
    minutes = sum(map(int, re.findall(r'data-minutes="(\d+)"', deck)))
    heading = re.search(r'id="running-order"[^>]*>(.*?)</h2>', get(base + "/panel?lang=en")[1], re.DOTALL)[1]
    expected = f"{slides - annex} slides, {minutes} minutes; annex: {annex} hidden slides"
    assert " ".join(heading.split()) == expected
    assert slides > annex > 0


def test_a_question_is_shown_only_where_it_is_ticked_or_written_and_in_every_language_of_the_slides(base) -> None:
    page = get(base + "/panel?lang=en&pack=1~~en_ru")[1]
    proposed = [unescape(text) for text in re.findall(r'name="ask"[^>]*>\s*([^<]+?)\s*</label>', page)]
    assert len(proposed) > 1
    assert not [field for field in form_of(page) if field[0] == "ask"], "the program asks nobody"
    shown = re.findall(r"<section[^>]*data-id=\"questions\"[^>]*>", get(base + "/panel/present?pack=1~~en_ru")[1])
    assert [tag for tag in shown if "data-annex" not in tag] == []
    fields = [field for field in form_of(page) if field[0] not in ("questions", "occasion")]
    address = sent(base, fields, questions="Ours?", ask="0", occasion="Fourth conference\nBukhara, 9 December 2026")
    assert choice_at(address).occasion == ("Fourth conference", "Bukhara, 9 December 2026")
    (english, lines), (russian, others) = [(each.language, each.lines) for each in choice_at(address).questions]
    assert (english, lines, russian, len(others)) == ("en", (proposed[0], "Ours?"), "ru", 1)
    deck = get(base + address.replace("/panel?", "/panel/present?"))[1]
    assert deck.count("The organisers&#39; words") == 1
    assert "2 questions to the panel" in deck
    assert deck.count("Bukhara, 9 December 2026") == 2, "on the title of each language"
    assert proposed[-1].split(": ", 1)[1] not in deck, "what is not ticked is on no slide"
    again = get(base + address)[1]
    assert choice_at(sent(base, form_of(again))) == choice_at(address)
    left = [field for field in form_of(again) if field[0] not in ("questions", "ask")]
    assert choice_at(sent(base, left, questions="")).questions == ()


def numbered(fields, **values):
    """Return fields of the form with other numbers, such as those of `place-title`."""
    return [(name, values.get(name, value)) for name, value in fields]


def test_the_form_reorders_leaves_out_and_sets_minutes_and_the_address_holds_it(base) -> None:
    page = get(base + "/panel")[1]
    before = kept(page)
    fields = numbered(without(form_of(page), ("keep", before[-1])), **{"minutes-title": "7", "place-title": "2"})
    address = sent(base, fields)
    again = get(base + address)[1]
    assert kept(again) == [before[1], before[0], *before[2:-1]]
    assert ("minutes-title", "7") in form_of(again)
    assert ("row", before[-1]) in form_of(again)
    assert choice_at(sent(base, form_of(again))) == choice_at(address)


def test_a_slide_goes_to_the_number_that_is_typed_and_one_left_out_comes_back_in_its_place(base) -> None:
    page = get(base + "/panel")[1]
    before = kept(page)
    up = sent(base, numbered(form_of(page), **{f"place-{before[6]}": "3"}))
    assert kept(get(base + up)[1]) == [*before[:2], before[6], *before[2:6], *before[7:]]
    down = sent(base, numbered(form_of(page), **{f"place-{before[2]}": "7"}))
    assert kept(get(base + down)[1]) == [*before[:2], *before[3:7], before[2], *before[7:]]
    last = sent(base, numbered(form_of(page), **{f"place-{before[2]}": "90", f"place-{before[4]}": "x"}))
    assert kept(get(base + last)[1]) == [*before[:2], *before[3:], before[2]]
    some = get(base + sent(base, without(form_of(page), ("keep", before[3]), ("keep", before[5]))))[1]
    rows = [value for name, value in form_of(some) if name == "row"]
    assert rows == [*kept(some), before[3], before[5]], "what is left out is at the end"
    back = get(base + sent(base, [*form_of(some), ("keep", before[5])]))[1]
    assert kept(back) == without(before, before[3])


def test_the_brief_of_a_minister_is_one_choice_and_stays_one(base) -> None:
    page = get(base + "/panel")[1]
    fields = without(form_of(page), ("for", ""), ("keep", "title"))
    brief = sent(base, [*fields, ("for", "KGZ")])
    assert (choice_at(brief).country, choice_at(brief).slides) == ("KGZ", ())
    again = get(base + brief)[1]
    assert {"title", "country-KGZ"} < set(kept(again))
    assert "matrix" not in kept(again)
    assert choice_at(sent(base, numbered(form_of(again), **{"place-title": "2"}))).country == "KGZ"
    whole = sent(base, [*without(form_of(again), ("for", "KGZ")), ("for", "")])
    assert choice_at(whole).country == ""


def test_countries_languages_and_measures_are_chosen(base) -> None:
    page = get(base + "/panel")[1]
    dropped = {("country", code) for code in ("KAZ", "TJK", "TKM")} | {("measure", "CTX-victims")}
    fields = [*(field for field in form_of(page) if field not in dropped), ("language", "ru")]
    address = sent(base, fields)
    choice = choice_at(address)
    assert choice.countries == ("KGZ", "UZB")
    assert choice.languages == ("en", "ru")
    assert "CTX-victims" not in choice.measures
    assert choice.slides == ()
    again = get(base + address)[1]
    assert [each for each in kept(again) if each.startswith("country-")] == ["country-KGZ", "country-UZB"]
    # a state that is chosen again brings its slide back, although the order was changed before
    moved = get(base + sent(base, numbered(form_of(again), **{"place-title": "2"})))[1]
    back = get(base + sent(base, [*form_of(moved), ("country", "KAZ")]))[1]
    assert "country-KAZ" in kept(back)


@pytest.mark.parametrize("address", ["/panel", "/panel/present", "/panel/pack.html"])
@pytest.mark.parametrize(
    "pack", ["", "1", "1~nothing~xx~KAZ_QQQ~BD-0~x~nothing", "1~~en~~BD-1_BD-2", "9~~~", "1~~~~~~" + "a_" * 4000]
)
def test_any_address_answers(base, address, pack) -> None:
    if address.endswith(".html") and len(pack) != 1:
        pack = "1"
    status, html, _ = get(f"{base}{address}?pack={pack}")
    assert status == 200
    assert "</html>" in html


def test_the_document_from_the_server_is_the_file_and_this_site_alone_may_frame_it(base) -> None:
    address = "pack=1~~ru~KGZ_UZB~~~title_matrix"
    _, shown, headers = get(f"{base}/panel/present?{address}")
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    status, made, headers = get(f"{base}/panel/pack.html?{address}")
    assert (status, made) == (200, shown)
    assert re.search(r'attachment; filename="?bukhara-panel-2023-07-28-ru\.html', headers["Content-Disposition"])
    assert get(f"{base}/panel/pack.exe")[0] == 404
    assert "frame-ancestors 'none'" in get(base + "/panel")[2]["Content-Security-Policy"]


def test_the_public_leaves_a_place_to_those_who_are_signed_in(tmp_path) -> None:
    public = partial(pack_files.slot, tmp_path, 0, places=pack_files.AT_ONCE - 1)
    with public():
        with pytest.raises(pack_files.PackBusy), public():
            raise AssertionError("the public got the last place")
        with pack_files.slot(tmp_path, seconds=0):
            pass
    with pack_files.slot(tmp_path, seconds=0), public():
        pass


def test_a_file_is_made_for_the_public_within_its_places(tmp_path, monkeypatch) -> None:
    site, asked = new_site(tmp_path), []
    monkeypatch.setattr(pack_files, "make", lambda *given: asked.append(given[-1]) or 1 / 0)
    for who in (ANYBODY, SECRETARIAT):
        site.act(who)
        site.client.get("/panel/pack.pptx?lang=en")
    assert asked == [pack_files.OF_PUBLIC, pack_files.OF_STAFF]


def test_two_files_are_made_at_once_and_the_next_one_waits_its_turn(tmp_path) -> None:
    with pack_files.slot(tmp_path), ExitStack() as second:
        second.enter_context(pack_files.slot(tmp_path))
        with pytest.raises(pack_files.PackBusy):
            pack_files.slot(tmp_path, seconds=0).__enter__()
        Timer(0.15, second.close).start()
        with pack_files.slot(tmp_path, seconds=20):
            pass


def test_a_script_gets_the_address_only(base) -> None:
    _, _, body = chosen(base, form_of(get(base + "/panel")[1]), "application/json")
    assert json.loads(body)["to"].startswith("/panel?lang=en&pack=1~astana-2023~en")
