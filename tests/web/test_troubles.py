"""Disk and database in trouble: who reads reads on, who writes is told plainly, and the log has one line."""

import errno
import io
import logging
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import event

from bukhara.errors import FrameworkInvalid, StoreUnavailable
from bukhara.model.access import ANYBODY
from bukhara.settings import Settings
from tests.web.desk_client import SECRETARIAT, desk_site

FULL, LATER = "the disk of this server is full", "Nothing can be written now"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return desk_site(tmp_path_factory.mktemp("var"))


@pytest.fixture
def book(site) -> bytes:
    return site.service.template("statistics", empty=True)


def send(site, content: bytes, **more):
    form = {"workbook": (io.BytesIO(content), "a.xlsx"), "key": "0" * 32}
    return site.client.post("/upload", data=form, **more)


def after_connecting(site, pragma: str):
    """Let every connection from now on begin with a pragma."""
    engine = site.service.opened().engine
    engine.dispose()

    def set_it(connection, _record):
        connection.execute(pragma)

    event.listen(engine, "connect", set_it)
    return lambda: (event.remove(engine, "connect", set_it), engine.dispose())


@pytest.mark.parametrize(
    ("pragma", "status", "sentence"),
    [("PRAGMA max_page_count=1", 507, FULL), ("PRAGMA query_only=ON", 503, LATER)],
)
def test_a_store_that_cannot_be_written_is_read_on(site, book, caplog, pragma, status, sentence) -> None:
    undo = after_connecting(site, pragma)
    with caplog.at_level(logging.INFO):
        answer = send(site, book + b"\n" + pragma.encode())
    assert (answer.status_code, answer.headers["Retry-After"]) == (status, "30")
    assert sentence in answer.text
    assert [record.levelname for record in caplog.records if f" {status} " in record.getMessage()] == ["WARNING"]
    assert not any(record.exc_info for record in caplog.records)
    assert send(site, book + pragma.encode(), headers={"Accept": "application/json"}).get_json()["said"]
    assert site.client.get("/").status_code == 200
    undo()
    assert send(site, book + pragma.encode()).status_code == 303


@pytest.mark.parametrize(
    ("error", "status"), [(OSError(errno.ENOSPC, "no space"), 507), (OSError(errno.EROFS, "read-only"), 503)]
)
def test_a_full_folder_for_temporary_files_is_told_plainly(site, book, monkeypatch, error, status) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "write_bytes", fails)
    assert send(site, book + b"temp").status_code == status


def test_a_missing_folder_for_temporary_files_is_told_plainly(site, book, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    answer = send(site, book + b"no folder")
    assert answer.status_code == 503
    assert LATER in answer.text


def test_without_a_framework_the_server_is_not_ready_and_does_not_start(site, tmp_path, monkeypatch) -> None:
    from app import create_server

    broken = tmp_path / "indicators.yaml"
    for text in (None, "items: [", ""):
        if text is not None:
            broken.write_text(text)
        settings = Settings(_env_file=None, var_dir=site.settings.var_dir, exercise=True, framework_file=broken)
        with pytest.raises(FrameworkInvalid):
            create_server(settings)
        monkeypatch.setattr(site.service, "settings", settings)
        assert site.client.get("/readyz").status_code == 503
        assert site.client.get("/upload").status_code == 503
        assert site.client.get("/healthz").status_code == 200
        monkeypatch.undo()


def test_who_is_not_known_because_the_store_is_away_gets_no_surprise(site, monkeypatch) -> None:
    def gone() -> None:
        raise StoreUnavailable("the file is gone")

    site.act(ANYBODY)
    monkeypatch.setattr(site.service, "opened", gone)
    monkeypatch.setattr(site.service, "publish_due", lambda: None)
    assert site.client.get("/rounds").status_code == 503
    assert site.client.post("/upload").status_code == 503
    site.act(SECRETARIAT)


def test_the_access_log_has_a_line_with_the_id_and_nothing_that_was_typed(site, caplog) -> None:
    with caplog.at_level(logging.INFO, logger="bukhara.access"):
        answer = site.client.get("/countries/XAA?lang=en&search=12345")
        site.client.get("/setup/a-secret-token")
        site.client.get("/no/such/page-777")
    lines = [record.getMessage() for record in caplog.records if record.name == "bukhara.access"]
    assert "GET /countries/XAA 200 " in lines[0]
    assert answer.headers["X-Request-ID"] in lines[0]
    assert len(lines) == 3
    assert not any(secret in line for line in lines for secret in ("12345", "a-secret-token", "777"))


def test_a_proxy_that_nobody_told_of_is_warned_about_once(site, caplog) -> None:
    for _ in range(2):
        site.client.get("/", headers={"X-Forwarded-For": "192.0.2.7"})
    assert caplog.text.count("BUKHARA_PROXY_HOPS is 0") == 1
