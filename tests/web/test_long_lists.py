"""Long lists of the office come in pages; what is beyond the end is the last page."""

import hashlib
import re

import pytest

from bukhara.model.access import OPERATOR, Role
from bukhara.model.draft import Draft, DraftState, Origin
from bukhara.model.text import Text
from bukhara.store import drafts
from office.rounds.routes import ROUNDS_A_PAGE
from tests.web.site_client import ADMIN, SECRETARIAT, Site, new_site
from web.paging import PAGE_SIZE

MANY = PAGE_SIZE + 3


def keep(site: Site, name: str) -> None:
    """Keep a draft as an older version did: a file that cannot be read."""
    draft = Draft(
        draft_id=0,
        subject="XAA",
        origin=Origin.WORKBOOK,
        state=DraftState.DRAFT,
        file_name=name,
        file_hash=hashlib.sha256(name.encode()).hexdigest(),
        created_by=SECRETARIAT.name,
        created_at=site.service.now(),
    )
    with site.service.opened().transaction() as connection:
        drafts.add(connection, draft, name.encode())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with many releases, rounds, drafts and accounts."""
    made = new_site(tmp_path_factory.mktemp("long"))
    for n in range(ROUNDS_A_PAGE + 2):
        made.service.rounds.open(SECRETARIAT, Text.of(f"Round number {n:02}"))
    for n in range(MANY):
        scope = {"scope": "return"} if n % 2 == 0 else {"scope": "only"}
        number = 1 if n % 2 == 0 else made.service.ready()
        made.client.post(f"/releases/{number}/revert", data={"note": f"Turn {n:02}", **scope})
        made.service.accounts.add(OPERATOR, f"office-{n:02}", [Role.ORGANISER], "")
        keep(made, f"letter-{n:02}.xlsx")
        if n % 14 == 13:
            made.client.post(f"/upload/{n + 1}/withdraw")
    return made


def shown(site: Site, address: str, pattern: str) -> list[str]:
    return re.findall(pattern, site.html(address))


@pytest.mark.parametrize(
    ("actor", "address", "pattern", "size", "total"),
    [
        (SECRETARIAT, "/releases", r'<th scope="row">\s*<a href="/releases/(\d+)"', PAGE_SIZE, MANY + 2),
        (SECRETARIAT, "/rounds", r"(Round number \d\d)", ROUNDS_A_PAGE, ROUNDS_A_PAGE + 2),
        (ADMIN, "/admin", r'<th scope="row">\s*(office-\d\d)', PAGE_SIZE, MANY),
    ],
)
def test_a_list_comes_in_pages_and_each_line_once(site: Site, actor, address, pattern, size, total) -> None:
    site.act(actor)
    pages = [shown(site, f"{address}?page={n}", pattern) for n in (1, 2)]
    assert [len(page) for page in pages] == [size, total - size]
    assert len({*pages[0], *pages[1]}) == total
    assert shown(site, f"{address}?page=999", pattern) == pages[1]
    assert shown(site, f"{address}?page=0", pattern) == shown(site, address, pattern) == pages[0]
    assert "page 2 of 2" in site.html(f"{address}?page=2")
    assert "страница 2 из 2" in site.html(f"{address}?page=2&lang=ru")


def test_open_and_closed_drafts_have_pages_of_their_own(site: Site) -> None:
    site.act(SECRETARIAT)
    both = [set(re.findall(r"letter-\d\d\.xlsx", site.html(f"/upload?page={n}"))) for n in (1, 2)]
    assert [len(page) for page in both] == [PAGE_SIZE + 2, MANY - PAGE_SIZE]
    assert len(both[0] | both[1]) == MANY


def test_the_audit_log_beyond_its_end_is_its_last_page(site: Site) -> None:
    site.act(ADMIN)
    last = site.html("/admin/audit?page=999999")
    assert "No such action was recorded." not in last
    assert re.search(r"page (\d+) of \1", last)


def test_two_releases_are_compared_by_their_numbers_however_many_there_are(site: Site) -> None:
    site.act(SECRETARIAT)
    form = site.html("/releases").split('id="compare"')[1].split("</form>")[0]
    assert len(form) < 2000
    assert f'max="{site.service.ready()}"' in form
