"""What was announced at a panel: written down by the secretariat, confirmed by the state, followed to its end."""

import re
from html import unescape

from bukhara.charts.shapes import Label
from bukhara.model.codes import Position
from bukhara.pack import order
from bukhara.pack.choice import PackChoice
from bukhara.pack.slides import SlideKind
from bukhara.progress.records import records_of
from bukhara.situation import steps
from bukhara.situation.situation import situations
from tests.web.site_client import SECRETARIAT, VIEWER, Site, commission, new_site

ALFA = commission("XAA")
SAID = {
    "about": "panel",
    "country": "XAA",
    "indicator": "AC-2.4.1",
    "statement": "The ministry will analyse the decisions of courts.",
    "lang": "en",
    "next_step": "Analyse the QQ court decisions.",
    "lead": "Prosecution Service of Alfa",
    "due_date": "2027-04-30",
    "promised_document": "Analysis of 2027",
    "body": "Ministry of the Interior of Alfa",
    "document_number": "Panel 2",
    "date": "2026-11-20",
}
UNCONFIRMED = "at the panel of 20 November 2026, not confirmed"


def entered(site: Site, **changes: str) -> int:
    """Enter a row in the form of one answer, send it for review, and return its draft."""
    answer = site.client.post("/upload/answer", data=SAID | changes)
    assert answer.status_code == 303, answer.get_data(as_text=True)
    draft = int(re.search(r"/upload/(\d+)", answer.headers["Location"])[1])
    site.service.drafts.submit(SECRETARIAT, draft, "written down after the panel")
    return draft


def published(site: Site, draft: int) -> None:
    site.act(SECRETARIAT)
    site.service.drafts.publish(SECRETARIAT, draft, "published")


def test_it_is_published_as_said_and_sets_no_status(site) -> None:
    assert 'name="about" value="panel"' in site.html("/upload/answer?about=panel")
    before = situations(site.service.snapshot())
    draft = entered(site)
    site.act(VIEWER)
    assert "QQ court" not in site.html("/countries/XAA") + site.html("/declaration?tab=conclusions")
    published(site, draft)
    site.act(VIEWER)
    for address in ("/countries/XAA", "/declaration?tab=conclusions", "/themes/AC-2.4"):
        html = site.html(address)
        assert "QQ court" in html, address
        assert UNCONFIRMED in html, address
    snapshot = site.service.snapshot()
    (row,) = steps.unconfirmed(snapshot, "XAA")
    assert records_of(snapshot).position(row).position is Position.PANEL
    assert [(s.country, s.item, s.status) for s in situations(snapshot)] == [
        (s.country, s.item, s.status) for s in before
    ]


def test_the_state_is_asked_and_its_own_answer_takes_the_place_of_what_was_said(site) -> None:
    draft = entered(site)
    site.act(ALFA)
    asked = re.search(r'href="(/upload/answer[^"]+)">\s*Confirm or correct it', site.html("/reply"))
    html = site.html(unescape(asked[1]))
    for known in ("Analyse the QQ court decisions.", "Prosecution Service of Alfa", "2027-04-30", "Analysis of 2027"):
        assert known in html
    published(site, draft)
    site.act(ALFA)
    assert "QQ court" in site.html("/reply")
    own = {"about": "", "kind": "implementation", "state": "value", "status": "planned", "document_number": "12/3"}
    answer = site.client.post("/upload/answer", data=SAID | own | {"date": "2026-11-23"})
    published(site, int(re.search(r"/upload/(\d+)", answer.headers["Location"])[1]))
    assert steps.unconfirmed(site.service.snapshot(), "XAA") == ()
    for actor, address in ((VIEWER, "/countries/XAA"), (ALFA, "/reply")):
        site.act(actor)
        assert UNCONFIRMED not in site.html(address)


def test_only_the_secretariat_writes_it_down_and_refuses_a_person(site) -> None:
    draft = entered(site, statement="Mr. Smith will analyse the decisions.")
    assert "personal-name" in {each.code for each in site.service.drafts.reading(SECRETARIAT, draft).findings}
    site.act(ALFA)
    assert 'name="about" value="panel"' not in site.html("/upload/answer?about=panel")
    assert site.client.post("/upload/answer", data=SAID).status_code == 403


def test_steps_with_a_day_are_a_part_of_the_conclusions_and_a_slide(site, tmp_path) -> None:
    site.act(VIEWER)
    part = site.html("/declaration?tab=conclusions").split('id="steps"')[1]
    assert re.findall(r"<h3>(\w+)</h3>", part) == ["Alfa", "Bravo", "Delta", "Echo"]
    assert "done as announced, answer of 8 May 2026" in part
    assert "asked on 1 April 2026, outcome not named so far" in part
    assert "at the panel of 25 June 2026, not confirmed" in part
    pack = order.build(site.service.snapshot(), None, PackChoice(languages=("en",)))
    (due,) = (slide for slide in pack.slides if slide.kind is SlideKind.STEPS)
    (drawing,) = due.blocks
    labels = [" ".join(part.lines) for part in drawing.parts if isinstance(part, Label)]
    assert [each for each in labels if each in {"Alfa", "Bravo", "Charlie", "Delta", "Echo"}] == [
        "Alfa",
        "Bravo",
        "Delta",
    ]
    assert "28 February 2027, said at the panel, not confirmed: Dedicated law" in labels
    (tmp_path / "real").mkdir()
    real = new_site(tmp_path / "real", actor=VIEWER, real=True)
    assert 'id="steps"' not in real.html("/declaration?tab=conclusions")
    without = order.build(real.service.snapshot(), None, PackChoice(languages=("en",)))
    assert SlideKind.STEPS not in {slide.kind for slide in without.slides}
