"""Administration and first links, as an administrator sees them."""

import csv
import io
import re
from dataclasses import replace

import pytest

from bukhara.errors import NotAllowed
from bukhara.model.access import OPERATOR, Role
from tests.web.site_client import ADMIN, new_site, token

WORDS = "four quiet words here"


@pytest.fixture
def site(tmp_path):
    """The exercise as its administrator sees it, with one more account."""
    made = new_site(tmp_path, actor=ADMIN)
    made.service.accounts.add(OPERATOR, "root", [Role.ADMIN])
    made.service.accounts.add(OPERATOR, "lena", [Role.SECRETARIAT])
    return made


def test_accounts_are_listed_with_their_roles_and_states(site) -> None:
    site.service.accounts.add(OPERATOR, "xaa-commission", [Role.COMMISSION], "XAA")
    html = site.html("/admin").split("<tbody>")[1]
    row = re.split(r">\s*xaa-commission", html)[1].split("</tr>")[0]
    assert "commission of a state" in row
    assert "Alfa" in row
    names = re.findall(r'<th scope="row">\s*([a-z-]+)', html)
    assert [name for name in names if name in ("lena", "root", "xaa-commission")] == ["lena", "root", "xaa-commission"]


def test_an_account_is_added_with_a_link_that_is_shown_once(site) -> None:
    form = {"name": "otto", "role": ["organiser"], "country": ""}
    answer = site.client.post("/admin/accounts/add", data=form)
    shown = re.search(r'class="link-once[^"]*">([^<]+)<', answer.text)[1]
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert re.fullmatch(r"http://localhost/setup/[\w-]{43}\?lang=en", shown)
    letters = dict(re.findall(r'lang="(en|ru)">[^<]*(http://localhost/setup/[^<\s]*)', answer.text))
    assert letters == {"en": shown, "ru": shown.replace("lang=en", "lang=ru")}
    assert "/setup/" not in site.html("/admin")
    assert site.service.accounts.account("otto").roles == frozenset({Role.ORGANISER})


def test_a_link_carries_the_set_address_whatever_the_request_says(tmp_path) -> None:
    site = new_site(tmp_path, actor=ADMIN, base_url="https://monitor.example")
    site.service.accounts.add(OPERATOR, "root", [Role.ADMIN])
    answer = site.client.post(
        "/admin/accounts/link", data={"name": "root"}, headers={"X-Forwarded-Host": "evil.invalid"}
    )
    assert "https://monitor.example/setup/" in answer.text
    assert "evil" not in answer.text


@pytest.mark.parametrize(
    ("action", "form", "reason"),
    [
        ("add", {"name": "Имя", "role": "organiser"}, "small Latin letters"),
        ("add", {"name": "new"}, "at least one role"),
        ("add", {"name": "new", "role": "commission", "country": "KAZ"}, "belongs to one of the states"),
        ("link", {"name": "nobody"}, "no account of that name"),
        ("roles", {"name": "root", "role": "secretariat"}, "last account that administers"),
    ],
)
def test_what_cannot_be_done_says_why(site, action, form, reason) -> None:
    answer = site.client.post(f"/admin/accounts/{action}", data=form, follow_redirects=True)
    assert answer.status_code == 200
    alert = re.search(r'<p\s+class="alert alert-danger"\s+role="alert">\s*([^<]+?)\s*</p>', answer.text)[1]
    assert reason in alert


def test_an_account_is_closed_and_opened_again(site) -> None:
    site.client.post("/admin/accounts/close", data={"name": "lena"})
    assert site.service.accounts.account("lena").disabled
    assert "(closed)" in site.html("/admin")
    site.client.post("/admin/accounts/close", data={"name": "lena", "open": "1"})
    assert not site.service.accounts.account("lena").disabled


@pytest.mark.parametrize("path", ["/admin/accounts/roles", "/admin/accounts/close", "/admin/accounts/subject"])
def test_a_form_without_a_name_is_no_surprise(site, path) -> None:
    answer = site.client.post(path, data={"role": "organiser"}, follow_redirects=True)
    assert (answer.status_code, "There is no account of that name." in answer.text) == (200, True)


def test_a_message_is_shown_once_and_escaped(site) -> None:
    site.client.post("/admin/accounts/roles", data={"name": "<b>lena</b>", "role": "organiser"})
    assert 'class="alert alert-danger"' in site.html("/admin")
    assert 'class="alert alert-danger"' not in site.html("/admin")


def test_the_audit_log_begins_with_the_newest_line_and_can_be_filtered(site) -> None:
    site.service.accounts.set_roles(OPERATOR, "lena", [Role.ORGANISER])
    html = site.html("/admin/audit").split("<tbody>")[1]
    assert html.index("roles changed") < html.index("account added")
    only = site.html("/admin/audit?by=operator&action=account_roles")
    assert only.count("<time ") == 1
    assert "before" in only
    assert "roles: secretariat" in only


def refuse(site, actor) -> None:
    """Let somebody ask for what the policy does not give."""
    with pytest.raises(NotAllowed):
        site.service.drafts.drafts(actor)


def test_the_audit_log_as_a_file_is_whole_and_runs_no_formula(site) -> None:
    refuse(site, replace(ADMIN, name="=HYPERLINK(1)"))
    answer = site.client.get("/admin/audit.csv")
    rows = list(csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig"))))
    assert rows[0] == ["at_utc", "actor", "action", "detail", "release"]
    assert [row[2] for row in rows[-2:]] == ["denied", "audit_export"]
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.fixture
def fresh(tmp_path):
    """The exercise with real sessions and nobody in it."""
    return new_site(tmp_path, signing_in=True)


def test_the_first_link_makes_an_administrator_who_is_signed_in(fresh) -> None:
    address = f"/setup/{fresh.service.accounts.first_link()}"
    html = fresh.html(address)
    assert "This makes the first account." in html
    form = {"csrf_token": token(html), "name": "chief", "new": WORDS, "again": WORDS}
    assert fresh.client.post(address, data=form).location == "/sign-in"
    assert ">chief</a>" in fresh.html("/admin")
    assert "This link has expired" in fresh.html(address)


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ({"name": "chief", "new": WORDS, "again": "x"}, "The two new passwords are not the same."),
        ({"name": "chief", "new": "short", "again": "short"}, "at least 12 characters"),
        ({"name": "not a name", "new": WORDS, "again": WORDS}, "small Latin letters"),
    ],
)
def test_a_password_that_cannot_be_chosen_says_why_and_keeps_the_link(fresh, form, reason) -> None:
    address = f"/setup/{fresh.service.accounts.first_link()}"
    answer = fresh.client.post(address, data={"csrf_token": token(fresh.html(address)), **form})
    assert answer.status_code == 400
    assert reason in answer.text
    assert "Choose a password" in fresh.html(address)


def test_a_link_for_one_account_changes_no_other(fresh) -> None:
    fresh.service.accounts.add(OPERATOR, "root", [Role.ADMIN], password=WORDS)
    fresh.service.accounts.add(OPERATOR, "lena", [Role.SECRETARIAT])
    address = f"/setup/{fresh.service.accounts.invite(OPERATOR, 'lena')}"
    form = {"csrf_token": token(fresh.html(address)), "name": "root", "new": WORDS + "!", "again": WORDS + "!"}
    fresh.client.post(address, data=form)
    assert ">lena</a>" in fresh.html("/")
    assert fresh.service.accounts.sign_in("root", WORDS, address="192.0.2.1")


def test_a_link_is_not_drawn_by_the_callback_of_public_pages_for_a_cache(fresh) -> None:
    path = f"/setup/{fresh.service.accounts.first_link()}"
    assert fresh.client.get(path).headers["Cache-Control"] == "no-store"
