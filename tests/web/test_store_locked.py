"""While nothing can be written: who reads reads on, and a form that would not work is not given out."""

import pytest

from bukhara.errors import StoreUnavailable
from bukhara.model.access import Role
from bukhara.service.accounts.operator import OPERATOR
from tests.web.desk_client import desk_site, token

WORDS = "four quiet words here"


@pytest.fixture
def site(tmp_path):
    return desk_site(tmp_path, signing_in=True)


def locked(*_, **__):
    raise StoreUnavailable("database is locked")


def test_who_is_signed_in_reads_on(site, monkeypatch) -> None:
    site.service.accounts.add(OPERATOR, "lena", [Role.SECRETARIAT], password=WORDS)
    form = {"csrf_token": token(site.html("/sign-in")), "name": "lena", "password": WORDS}
    assert site.client.post("/sign-in", data=form).status_code == 303
    monkeypatch.setattr(site.service.sessions, "used", locked)
    assert site.client.get("/rounds").status_code == 200


@pytest.mark.parametrize("address", ["/sign-in", "/sign-in?lang=ru"])
def test_a_session_that_cannot_be_kept_is_told_plainly(site, monkeypatch, address) -> None:
    site.service.accounts.add(OPERATOR, "lena", [Role.SECRETARIAT], password=WORDS)
    monkeypatch.setattr(site.service.sessions, "begin", locked)
    form = {"csrf_token": token(site.html(address)), "name": "lena", "password": WORDS}
    answer = site.client.post(address, data=form, headers={"Accept-Encoding": "gzip"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert "</p></html>" in answer.get_data(as_text=True)
    assert not any("bukhara=" in given for given in answer.headers.getlist("Set-Cookie"))


def test_the_server_is_not_ready_before_the_newest_release_is(site, monkeypatch) -> None:
    assert site.client.get("/readyz").status_code == 200
    monkeypatch.setattr(site.service, "prepare", locked)
    answer = site.client.get("/readyz")
    assert (answer.status_code, answer.get_json()) == (503, {"ready": False, "release": None})
