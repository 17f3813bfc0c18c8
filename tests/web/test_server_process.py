"""The process that serves: slow clients, replaced workers, the secret key, and the application shared by its workers."""

import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

from bukhara.errors import UnsafeSettings
from bukhara.settings import Settings, refuse_unsafe
from tests.addresses import FIXED
from tests.seeded import shipped
from tests.serving import ROOT, serving
from tests.slow_clients import probe
from tests.web.reading import get
from tests.web.site_client import new_site


def page_tags(base: str) -> dict[str, str]:
    return {path: get(f"{base}{path}?lang=en")[2]["ETag"] for path in (*FIXED, "/countries/KAZ", "/themes/BD-3")}


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("server"), PYTHONHASHSEED="1") as address:
        yield address


def test_a_page_has_one_etag_whichever_process_answers(server, tmp_path) -> None:
    # sets have another order in each process
    with serving(tmp_path, workers=1, PYTHONHASHSEED="2") as other:
        assert page_tags(server) == page_tags(other)
    assert len(set(page_tags(server).values())) > 10


def test_slow_clients_hold_up_nobody(server) -> None:
    found = probe(server, each=20, rounds=5, pace=0.1)
    assert found.failed == []
    assert len(found.seconds) == 10


@pytest.mark.parametrize("key", ["", "dev", "secret", "change-me", "x" * 40, "replace-this-with-a-random-secret-key!"])
def test_a_weak_key_does_not_start_for_others(key) -> None:
    with pytest.raises(UnsafeSettings):
        refuse_unsafe(Settings(_env_file=None, host="0.0.0.0", base_url="https://a.example", secret_key=key))


def test_a_key_is_made_once_and_readable_by_its_owner_alone(tmp_path) -> None:
    first = new_site(tmp_path, secret_key="").app.server.secret_key
    assert new_site(tmp_path, secret_key="").app.server.secret_key == first
    assert len(first) >= 32
    assert (tmp_path / "secret.key").stat().st_mode & 0o777 == 0o600


def test_a_set_key_is_not_written_down(tmp_path) -> None:
    new_site(tmp_path)
    assert not (tmp_path / "secret.key").exists()


PROGRAM = """
import gc, os, sys, threading
import app
server = app.create_server()
service = server.config["SERVICE"]
files = [os.readlink(f"/proc/self/fd/{each}") for each in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{each}")]
open_files = [each for each in files if "bukhara.sqlite" in each]
print(service._store, open_files, threading.active_count(), gc.get_freeze_count() > 100_000)
for address in ("/statistics?lang=en", "/api/v1/observations?format=xlsx", "/countries/XAA/everything.xlsx"):
    assert server.test_client().get(address).status_code == 200
print("pandas" in sys.modules)
"""


def test_the_application_is_prepared_and_shared_as_it_is_and_holds_neither_database_nor_pandas(tmp_path) -> None:
    shutil.copy(shipped(exercise=True).settings.var_dir / "bukhara.sqlite", tmp_path)
    environment = {"BUKHARA_VAR_DIR": str(tmp_path), "EXERCISE": "1", "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["None", "[]", "1", "True", "False"], done.stderr
    assert (tmp_path / "secret.key").exists()
