"""The real server on a free port with a store of its own, as `bukhara serve` or `python app.py` starts it."""

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUKHARA = str(Path(sys.executable).parent / "bukhara")
SERVE = (BUKHARA, "serve")


@contextmanager
def serving(
    var_dir: Path,
    *,
    exercise: bool = False,
    workers: int = 2,
    command: Sequence[str] = SERVE,
    folder: Path = ROOT,
    **more: str,
) -> Iterator[str]:
    """Yield the address of a dashboard run by `command`, with `more` environment variables; stop it afterwards."""
    if not {"BUKHARA_DATA_DIR", "BUKHARA_DATABASE_URL"} & set(more):
        _seed(var_dir, exercise=exercise)
    port = free_port()
    settings = {
        "BUKHARA_PORT": str(port),
        "BUKHARA_VAR_DIR": str(var_dir),
        "BUKHARA_WORKERS": str(workers),
        "BUKHARA_LANGUAGES": "en,ru,en_XA",
        "EXERCISE": "1" if exercise else "0",
        **more,
    }
    log = (var_dir / "server.log").open("wb")
    server = subprocess.Popen(command, cwd=folder, env=os.environ | settings, stdout=log, stderr=log)
    base = f"http://127.0.0.1:{port}"
    try:
        _answering(base, server, var_dir / "server.log")
        yield base
    finally:
        server.terminate()
        server.wait(timeout=120)
        log.close()


def run_command(var_dir: Path, *words: str, typed: str = "", exercise: bool = False) -> None:
    """Run a command of the program on the store of a folder."""
    settings = {"BUKHARA_VAR_DIR": str(var_dir), "EXERCISE": "1" if exercise else "0"}
    env, given = os.environ | settings, typed + "\n"
    subprocess.run([BUKHARA, *words], cwd=ROOT, env=env, input=given, text=True, check=True, capture_output=True)


def _seed(var_dir: Path, *, exercise: bool) -> None:
    """Make the store here, where it is a copy as soon as one was made in this process."""
    from bukhara.service import Service
    from bukhara.settings import Settings

    service = Service(Settings(_env_file=None, exercise=exercise, var_dir=var_dir))
    service.ready()
    service.close()


def _answering(base: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(1200):
        if server.poll() is not None:
            raise RuntimeError(log.read_text())
        try:
            with urllib.request.urlopen(f"{base}/readyz", timeout=30) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            _pause(server)
    raise RuntimeError("the server did not answer\n" + log.read_text())


def _pause(server: subprocess.Popen[bytes]) -> None:
    try:
        server.wait(timeout=0.1)
    except subprocess.TimeoutExpired:
        return


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
