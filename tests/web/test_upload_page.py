"""The page where a workbook is taken and sent back."""

import re

import pytest

from bukhara.errors import DraftConflict
from tests.web.desk_client import SECRETARIAT, commission
from tests.web.upload_files import changed, send, template

STATES = ("XAA", "XAB", "XAC", "XAD", "XAE")
KEY = "0123456789abcdef0123456789abcdef"


def test_the_secretariat_may_take_every_workbook(site) -> None:
    html = site.html("/upload")
    assert all(f"/upload/template/{code}.xlsx" in html for code in (*STATES, "REG", "statistics", "partners"))


def test_a_commission_may_take_its_own_alone(site) -> None:
    site.act(commission("XAB"))
    assert set(re.findall(r"/upload/template/(\w+)\.xlsx", site.html("/upload"))) == {"XAB"}


def test_a_workbook_of_nobody_is_not_there(site) -> None:
    assert site.client.get("/upload/template/XXX.xlsx").status_code == 404


def test_the_word_form_is_there_for_states(site) -> None:
    answer = site.client.get("/upload/form/XAA.docx")
    assert answer.status_code == 200
    assert answer.data.startswith(b"PK")


def test_a_form_without_a_file_says_so(site) -> None:
    answer = site.client.post("/upload", data={}, follow_redirects=True)
    assert "Please choose a workbook first." in answer.get_data(as_text=True)


def test_a_script_is_told_where_to_go(site) -> None:
    content = template(site)
    site.client.environ_base["HTTP_ACCEPT"] = "application/json"
    answer = send(site, content)
    assert re.fullmatch(r"/upload/\d+", answer.get_json()["to"])


def test_a_file_that_is_too_large_is_refused(site) -> None:
    kind = "multipart/form-data; boundary=b"
    answer = site.client.post("/upload", data=bytes(11 * 1024 * 1024), content_type=kind)
    assert answer.status_code == 413
    assert "larger than may be sent" in answer.get_data(as_text=True)


def test_what_was_sent_is_listed_with_its_state(site) -> None:
    address = changed(site)
    told = site.read("/upload")
    assert address in site.html("/upload")
    assert "XAA.xlsx" in told
    assert "See what was found" in told


def test_the_rows_read_are_told_while_the_check_runs(site, monkeypatch) -> None:
    seen = []

    def receive(*_args, progress, cancelled, **_kwargs):
        progress(1200)
        seen.append((site.client.get(f"/upload/progress/{KEY}").get_json(), cancelled()))
        raise DraftConflict("There is no such draft.")

    monkeypatch.setattr(site.service.drafts, "receive", receive)
    send(site, b"PK", key=KEY)
    assert seen == [({"rows": 1200}, False)]
    assert site.client.get(f"/upload/progress/{KEY}").get_json() == {"rows": None}


def test_another_account_is_not_told(site, monkeypatch) -> None:
    seen = []

    def receive(*_args, progress, **_kwargs):
        progress(1200)
        site.act(commission("XAB"))
        seen.append(site.client.get(f"/upload/progress/{KEY}").get_json())
        raise DraftConflict("There is no such draft.")

    monkeypatch.setattr(site.service.drafts, "receive", receive)
    send(site, b"PK", key=KEY)
    assert seen == [{"rows": None}]


def test_cancelling_stops_the_check_and_leaves_nothing(site, monkeypatch) -> None:
    seen = []

    def receive(*_args, cancelled, **_kwargs):
        site.client.post(f"/upload/cancel/{KEY}")
        seen.append(cancelled())
        raise DraftConflict("Cancelled. Nothing was kept.")

    monkeypatch.setattr(site.service.drafts, "receive", receive)
    send(site, b"PK", key=KEY)
    assert seen == [True]
    assert list((site.settings.var_dir / "work").iterdir()) == []
    assert site.service.drafts.drafts(SECRETARIAT) == ()


def test_a_real_check_that_is_cancelled_keeps_no_draft(site) -> None:
    content = template(site)
    site.client.post(f"/upload/cancel/{KEY}")
    answer = send(site, content, key=KEY)
    assert answer.headers["Location"] == "/upload"
    assert site.service.drafts.drafts(SECRETARIAT) == ()


@pytest.mark.parametrize("key", ["..%2f..%2fx", "ABC", "0" * 31])
def test_what_is_no_key_names_no_file(site, key) -> None:
    assert site.client.get(f"/upload/progress/{key}").get_json(silent=True) in ({"rows": None}, None)
    assert not (site.settings.var_dir / "work").exists()
