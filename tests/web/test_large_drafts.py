"""A draft of any size can be opened, looked through and withdrawn; its page holds a part of each long list."""

import re
from functools import partial
from threading import Event

import pytest

from bukhara.service.drafts.impact import DraftComparison
from bukhara.service.releases import reverts, two_releases
from office.differences import routes
from tests.bench.workbooks import made
from tests.filled_in import FilledIn
from tests.web.site_client import SECRETARIAT, Site, new_site
from tests.web.upload_files import send
from web import paging

ROWS = 200
FAULTS = 60
KB = 1000


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return new_site(tmp_path_factory.mktemp("large"), actor=SECRETARIAT, real=True)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return made(tmp_path_factory.mktemp("book") / "large.xlsx", ROWS).read_bytes()


def pages(site: Site, address: str, name: str) -> list[str]:
    """Return the pages of one long list of a draft, each by the link of the one before."""
    found = [site.html(address)]
    while link := re.search(rf'href="([^"#]*[?&;]{name}={len(found) + 1}\b[^"#]*)["#]', found[-1]):
        found.append(site.html(link[1].replace("&amp;", "&")))
    return found


def test_every_changed_row_is_on_one_page_of_the_list(site, book) -> None:
    address = send(site, book, "large.xlsx").location
    turned = pages(site, address, "rows")
    shown = [row for html in turned for row in re.findall(r"added · Statistics!(\d+)", html)]
    assert sorted(map(int, shown)) == list(range(2, ROWS + 2))
    assert max(map(len, turned)) < 200 * KB


def test_every_fault_is_on_one_page_of_the_list(site, book) -> None:
    faulty = FilledIn(book, "Statistics")
    for row in range(2, FAULTS + 2):
        faulty.sheet.cell(row, 3).value = "many"
    address = send(site, faulty.saved(), "faulty.xlsx").location
    named = [
        each for html in pages(site, address, "error1") for each in re.findall(r"Statistics!(C[^<]*)</span>", html)
    ]
    assert [cells.split(", ") for cells in named] == [[f"C{row}" for row in range(2, FAULTS + 2)]]


def test_a_draft_that_is_still_compared_says_so_and_can_be_withdrawn(site, book, monkeypatch) -> None:
    ready, compare = Event(), DraftComparison.beside
    monkeypatch.setattr(DraftComparison, "beside", lambda self, draft: ready.wait(60) and compare(self, draft))
    monkeypatch.setattr(site.service.preparation, "patience", 0.01)
    other = FilledIn(book, "Statistics")
    other.sheet.cell(2, 3).value = 1_000
    address = send(site, other.saved(), "slow.xlsx").location
    answer = site.client.get(address)
    assert "compared with the record" in answer.text
    assert answer.headers["Refresh"]
    ready.set()
    monkeypatch.undo()
    assert "Statistics!2" in site.html(address)
    assert site.client.post(f"{address}/withdraw").status_code == 303


def test_a_draft_is_withdrawn_without_being_compared(site, book, monkeypatch) -> None:
    ready = Event()
    monkeypatch.setattr(DraftComparison, "beside", lambda _self, _draft: ready.wait(60))
    monkeypatch.setattr(site.service.preparation, "patience", 0.01)
    other = FilledIn(book, "Statistics")
    other.sheet.cell(2, 3).value = 2_000
    address = send(site, other.saved(), "slow.xlsx").location
    assert f'action="{address}/withdraw"' in site.html(address)
    site.client.post(f"{address}/withdraw")
    ready.set()
    assert "The file is deleted on 25 November 2026" in site.html(address)


def test_releases_that_are_still_compared_say_so_and_are_shown_later(site, monkeypatch) -> None:
    ready, compare = Event(), two_releases.build
    for module in (two_releases, reverts):
        monkeypatch.setattr(module, "build", lambda *held: ready.wait(60) and compare(*held))
    prepare = site.service.prepare
    monkeypatch.setattr(site.service, "prepare", lambda: ready.wait(60) and prepare())
    monkeypatch.setattr(site.service.preparation, "patience", 0.01)
    newest = site.service.ready()
    releases = (f"/releases/{newest}", f"/releases?from=1&to={newest}", f"/releases/{newest}/revert")
    addresses = (*releases, "/differences")
    for address in addresses:
        answer = site.client.get(address)
        assert (answer.status_code, "The rows are compared." in answer.text) == (200, True), address
        assert answer.headers["Refresh"]
    ready.set()
    monkeypatch.undo()
    for address in addresses:
        answer = site.client.get(address)
        assert "The rows are compared." not in answer.text
        assert "Refresh" not in answer.headers


def test_every_row_of_a_release_is_found_and_no_page_is_long(tmp_path, book) -> None:
    site = new_site(tmp_path, actor=SECRETARIAT, real=True)
    draft = send(site, book, "large.xlsx").location
    seen = re.search(r'name="seen" value="([^"]*)"', site.html(draft))[1]
    site.client.post(f"{draft}/publish", data={"note": "large", "seen": seen})
    for address in (f"/releases/{site.service.ready()}", f"/releases/{site.service.ready()}/revert"):
        turned = pages(site, address, "rows")
        listed = [row for html in turned for row in re.findall(r'scope="rowgroup".*?>(.*?)<br>', html, re.S)]
        assert len({row for row in listed if "Source:" not in row}) == ROWS, address
        assert max(map(len, turned)) < 200 * KB


def test_differences_come_in_pages_and_a_decision_leads_back_to_its_page(site, monkeypatch) -> None:
    monkeypatch.setattr(paging, "PAGE_SIZE", 3)
    monkeypatch.setattr(routes, "paged", partial(routes.paged, size=3))
    turned = pages(site, "/differences", "page")
    listed = [group for html in turned for group in re.findall(r'name="difference" value="([^"]+)"', html)]
    assert sorted(listed) == sorted(each.group for each in site.service.snapshot().differences)
    assert max(html.count('name="difference"') for html in turned) == 3
    form = dict(re.findall(r'name="(difference|first|second)" value="([^"]+)"', turned[-1]))
    answer = site.client.post("/differences/decide", data={**form, "status": "explained", "reason": "Two laws."})
    assert answer.location == f"/differences?page={len(turned)}#{form['difference']}"
