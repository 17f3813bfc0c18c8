"""Disk and database in trouble: who reads reads on, who writes gets a plain page; drafts that are due are published once a request."""

import errno
import gc
import io
import logging
import os
import tempfile
from pathlib import Path
from unittest import mock
from uuid import uuid4

import pytest
from openpyxl.worksheet import _writer
from sqlalchemy import event

from bukhara.errors import FrameworkInvalid, StoreUnavailable
from bukhara.model.access import ANYBODY, OPERATOR, Role
from bukhara.service.drafts import drafts
from bukhara.settings import Settings
from bukhara.workbook.writing.template import write
from tests.addresses import of_tables
from tests.web.site_client import SECRETARIAT, new_site, token

FULL, LATER = "the disk of this server is full", "Nothing can be written now"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return new_site(tmp_path_factory.mktemp("var"))


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
    ("pragma", "status", "sentence"), [("PRAGMA max_page_count=1", 507, FULL), ("PRAGMA query_only=ON", 503, LATER)]
)
def test_a_store_that_cannot_be_written_is_read_on(site, book, caplog, pragma, status, sentence) -> None:
    undo = after_connecting(site, pragma)
    with caplog.at_level(logging.INFO):
        answer = send(site, book + b"\n" + pragma.encode())
    assert (answer.status_code, answer.headers["Retry-After"]) == (status, "30")
    assert sentence in answer.text
    assert [record.levelname for record in caplog.records if f" {status} " in record.getMessage()] == ["WARNING"]
    assert not any(record.exc_info for record in caplog.records)
    assert send(site, book + pragma.encode(), headers={"Accept": "application/json"}).get_json()["message"]
    assert site.client.get("/").status_code == 200
    undo()
    assert send(site, book + pragma.encode()).status_code == 303


@pytest.mark.parametrize(
    ("error", "status"), [(OSError(errno.ENOSPC, "no space"), 507), (OSError(errno.EROFS, "read-only"), 503)]
)
def test_a_full_folder_for_temporary_files_gives_a_plain_page(site, book, monkeypatch, error, status) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "write_bytes", fails)
    assert send(site, book + b"temp").status_code == status


def test_a_missing_folder_for_temporary_files_gives_a_plain_page(site, book, monkeypatch, tmp_path) -> None:
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
        answer = site.client.get("/countries/XAA?lang=en&search=what-is-sought")
        site.client.get("/setup/a-secret-token")
        site.client.get("/no/such/page-typed")
    lines = [record.getMessage() for record in caplog.records if record.name == "bukhara.access"]
    assert "GET /countries/XAA 200 " in lines[0]
    assert answer.headers["X-Request-ID"] in lines[0]
    assert len(lines) == 3
    assert not any(secret in line for line in lines for secret in ("sought", "a-secret-token", "typed"))


def test_a_proxy_that_is_not_in_the_settings_is_warned_about_once(site, caplog) -> None:
    for _ in range(2):
        site.client.get("/", headers={"X-Forwarded-For": "192.0.2.7"})
    assert caplog.text.count("BUKHARA_PROXY_HOPS is 0") == 1


WORDS = "four quiet words here"


@pytest.fixture
def signing_in_site(tmp_path):
    return new_site(tmp_path, signing_in=True)


def locked(*_, **__):
    raise StoreUnavailable("database is locked")


def test_who_is_signed_in_reads_on(signing_in_site, monkeypatch) -> None:
    signing_in_site.service.accounts.add(OPERATOR, "lena", [Role.SECRETARIAT], password=WORDS)
    form = {"csrf_token": token(signing_in_site.html("/sign-in")), "name": "lena", "password": WORDS}
    assert signing_in_site.client.post("/sign-in", data=form).status_code == 303
    monkeypatch.setattr(signing_in_site.service.sessions, "used", locked)
    assert signing_in_site.client.get("/rounds").status_code == 200


@pytest.mark.parametrize("address", ["/sign-in", "/sign-in?lang=ru"])
def test_a_session_that_cannot_be_kept_gives_a_plain_page(signing_in_site, monkeypatch, address) -> None:
    signing_in_site.service.accounts.add(OPERATOR, "lena", [Role.SECRETARIAT], password=WORDS)
    monkeypatch.setattr(signing_in_site.service.sessions, "begin", locked)
    form = {"csrf_token": token(signing_in_site.html(address)), "name": "lena", "password": WORDS}
    answer = signing_in_site.client.post(address, data=form, headers={"Accept-Encoding": "gzip"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert "</p></html>" in answer.get_data(as_text=True)
    assert not any("bukhara=" in given for given in answer.headers.getlist("Set-Cookie"))


def test_the_server_is_not_ready_before_its_first_release_is(signing_in_site, monkeypatch) -> None:
    monkeypatch.setattr(signing_in_site.service, "prepare", locked)
    answer = signing_in_site.client.get("/readyz")
    assert (answer.status_code, answer.get_json()) == (503, {"ready": False, "release": None})


@pytest.fixture
def called(site):
    with mock.patch.object(site.service, "publish_due") as publish:
        yield publish


@pytest.mark.parametrize(
    "address",
    ["/", "/rounds", "/countries/XAA?lang=ru", *of_tables("releases"), "/download/none.csv", "/readyz", "/nowhere"],
)
def test_a_request_publishes_once_what_is_due(site, called, address) -> None:
    site.client.get(address)
    assert called.call_count == 1


def test_so_does_what_dash_asks_and_a_form(site, called) -> None:
    site.drawn("/")
    site.client.post("/rounds/open", data={"title": "Round"})
    assert called.call_count == 2


@pytest.mark.parametrize("address", ["/healthz", "/assets/icon.svg"])
def test_what_is_the_same_for_everybody_publishes_nothing(site, called, address) -> None:
    with site.client.get(address) as answer:
        assert answer.status_code == 200
    assert called.call_count == 0


def test_without_a_store_the_process_is_up_and_not_ready(site) -> None:
    with mock.patch.object(site.service, "opened", side_effect=StoreUnavailable("away")) as opened:
        assert site.client.get("/healthz").status_code == 200
        assert opened.call_count == 0
        ready = site.client.get("/readyz")
        assert (ready.status_code, ready.get_json()) == (503, {"ready": False, "release": None})
        assert site.client.get("/").status_code == 503
        assert {site.client.get(address).mimetype for address in of_tables("releases")} <= {"application/problem+json"}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # xlsxwriter leaves its files open
@pytest.mark.parametrize(
    "address",
    ["/upload/template/XAA.xlsx", "/countries/XAA/everything.xlsx", *of_tables("observations", query="?format=xlsx")],
)
def test_a_file_that_is_made_on_a_full_disk_is_507_and_leaves_nothing(site, monkeypatch, tmp_path, address) -> None:
    """Each temporary file is a link to /dev/full: writing to it fails as on a full disk."""

    def no_space(*_: object, dir: str | None = None, **__: object) -> tuple[int, str]:  # noqa: A002
        name = Path(dir or tmp_path) / uuid4().hex
        name.symlink_to("/dev/full")
        return os.open("/dev/full", os.O_RDWR), str(name)

    def no_space_for_a_sheet(suffix: str = "") -> str:
        descriptor, name = no_space()
        os.close(descriptor)
        _writer.ALL_TEMP_FILES.append(name)
        return name

    monkeypatch.setattr(drafts, "write", write)  # not one that another test has written (tests/reading_here.py)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(tempfile, "mkstemp", no_space)
    monkeypatch.setattr(_writer, "create_temporary_file", no_space_for_a_sheet)
    answer = site.client.get(address)
    assert (answer.status_code, "disk of this server is full" in answer.text) == (507, True)
    assert list(tmp_path.iterdir()) == []
    gc.collect()


def test_a_file_of_the_program_that_is_missing_is_no_trouble_of_the_disk(site, monkeypatch) -> None:
    monkeypatch.setattr(site.service, "releases", (site.settings.var_dir / "missing").read_text)
    assert site.client.get("/releases").status_code == 500
