"""A PostgreSQL server for the tests: the one of BUKHARA_TEST_PG_URL, else Debian's own, started for the session."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import services
from tests.serving import free_port

VARIABLE = "BUKHARA_TEST_PG_URL"
ADVICE = f"PostgreSQL is needed by these tests: `apt-get install -y postgresql`, or set {VARIABLE}."


class PostgresMissing(Exception):
    """No server was named and none is installed."""


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of a server on which databases may be made; stop it afterwards if it was started here."""
    given = os.environ.get(VARIABLE)
    if given:
        yield given
        return
    if (programs := services.postgres()) is None:
        raise PostgresMissing(ADVICE)
    with _started(programs) as url:
        yield url


@contextmanager
def _started(programs: Path) -> Iterator[str]:
    # a test may have moved the temporary folder of its process
    folder = Path(tempfile.mkdtemp(prefix="bukhara-pg-", dir=os.environ.get("TMPDIR", "/tmp")))
    data, port = folder / "data", free_port()
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=50"
    try:
        _run(programs / "initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync", "-D", data)
        _run(programs / "pg_ctl", "-D", data, "-l", folder / "log", "-w", "-o", options, "start")
        yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
    finally:
        if (data / "postmaster.pid").exists():
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _run(*command: str | Path) -> None:
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["runuser", "-u", "postgres", "--", *words]
    done = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd="/", check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{words}: {done.stderr}")
