"""On a phone of 390 px: a finger finds every target of the office, and the answer and the brief of a state are in sight."""

import pytest

from tests.filled_in import FilledIn
from tests.web.site_client import ADMIN, SECRETARIAT, VIEWER, commission, new_site, served
from tests.web.upload_files import sent, template

TJK = commission("TJK")
ROLES = (TJK, SECRETARIAT, ADMIN)
OF_ONE = {"/upload/1": False, "/upload/2": True, "/releases/1": False, "/bodies/TJK": True}
"""Addresses with an argument; draft 1 is to be corrected, draft 2 shows what readers would see: whether each is dated."""
DATED = {"/reply", "/replies", *(path for path, is_dated in OF_ONE.items() if is_dated)}
PHONE = {"width": 390, "height": 844}
TARGETS = "main :is(a, button, summary, select, textarea, input:not([type=hidden]))"
SMALL = """found => found.map(each => [each.getBoundingClientRect(), each.outerHTML.slice(0, 90)])
  .filter(([box]) => box.width && box.height && Math.min(box.width, box.height) < 24).map(([, html]) => html)"""

PRIMARY = """found => found.map(form => [...form.querySelectorAll(".btn-primary")]
  .filter(each => each.checkVisibility()).length)"""
OUTSIDE = "main .btn-primary:visible:not(form *)"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """The record, and its address, for whoever is let act."""
    site = new_site(tmp_path_factory.mktemp("phone"), real=True)
    site.act(TJK)
    for said in ("perhaps", "this act is in force"):
        filled = FilledIn(template(site, "TJK"))
        filled.on("Sources").write(3, body="Ministry of Internal Affairs", date="2026-11-20", document_number="12/3")
        filled.write(filled.rows(source_id="desk-tjk-law-2014", indicator="BD-12.1")[0], answer_row=said)
        sent(site, filled.saved())
    with served(site) as address:
        yield site, address


@pytest.fixture(scope="module")
def everybody(tmp_path_factory):
    """The record for whoever reads."""
    with served(new_site(tmp_path_factory.mktemp("everybody"), actor=VIEWER, real=True)) as address:
        yield address


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_an_office_page_has_targets_for_a_finger_one_primary_button_a_form_and_no_strap(page, office, role) -> None:
    """The strap that says of which day statuses are is on pages alone that show one."""
    site, base = office
    site.act(role)
    page.set_viewport_size(PHONE)
    rules = (each for each in site.app.server.url_map.iter_rules() if each.endpoint.startswith("office."))
    seen = []
    fixed = (each.rule for each in rules if "GET" in each.methods and not each.arguments)
    for path in sorted([*fixed, *OF_ONE]):
        answer = site.client.get(path)
        if answer.status_code != 200 or answer.mimetype != "text/html":
            continue
        page.goto(f"{base}{path}")
        seen.append(path)
        assert (path, page.locator(TARGETS).evaluate_all(SMALL)) == (path, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path
        forms = page.locator("main form").evaluate_all(PRIMARY)
        assert (path, max(forms, default=0) <= 1, page.locator(OUTSIDE).count() <= 1) == (path, True, True)
        assert bool(page.locator(".basis-line").count()) is (path in DATED), path
    assert len(seen) >= 8, seen


@pytest.mark.parametrize(("width", "language"), [(390, "ru"), (1440, "en")])
def test_what_comes_next_stays_in_sight_of_a_long_reply_and_covers_no_field(page, office, width, language) -> None:
    site, base = office
    site.act(TJK)
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{base}/reply?lang={language}")
    foot, summaries = page.locator(".page-foot"), page.locator(".reply-item summary:visible")
    for n in (0, summaries.count() // 2, summaries.count() - 1):
        summaries.nth(n).focus()
        box, field = foot.bounding_box(), summaries.nth(n).bounding_box()
        assert round(box["y"] + box["height"]) <= 844
        assert field["y"] + field["height"] <= box["y"]
    (link,) = page.locator(".btn-primary:visible").all()
    link.click()
    assert page.evaluate("document.querySelector(location.hash).getBoundingClientRect().top") < 400


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_brief_and_the_answer_of_a_state_are_in_sight(page, everybody, language) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{everybody}/countries/KAZ?lang={language}")
    for address in ("brief.pdf", "upload%2Fanswer"):
        box = page.locator(f"main a[href*='{address}']").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
        assert box["y"] + box["height"] <= PHONE["height"]
