"""`bukhara serve`: hands the application, as a string, to a production server; it imports no web code."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bukhara.cli.printing import complain, waiting

if TYPE_CHECKING:
    from bukhara.settings import Settings

THREADS = 4


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on (BUKHARA_HOST).")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port (BUKHARA_PORT).")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Worker processes (BUKHARA_WORKERS).")] = None,
) -> None:
    """Serve the dashboard: gunicorn where there is one, else waitress."""
    from bukhara.service import Service
    from bukhara.settings import Settings, refuse_unsafe

    given: dict[str, Any] = {"host": host, "port": port, "workers": workers}
    settings = Settings(**{name: value for name, value in given.items() if value is not None})
    refuse_unsafe(settings)
    with waiting("Opening the store"):
        service = Service(settings)
        service.ready()
        first = service.accounts.first_link()
        service.close()
    command = server_command(settings, gunicorn=find_spec("gunicorn") is not None)
    complain(f"Serving on http://{_listen(settings)}")
    if first:
        complain(f"There is no administrator yet. Open this within 24 hours: {_address(settings)}/setup/{first}")
    _become(command, os.environ | environment(settings))


def server_command(settings: Settings, *, gunicorn: bool) -> list[str]:
    """Return the words that start the server."""
    from bukhara.settings import ROOT

    if gunicorn:
        options = {
            "--chdir": str(ROOT),
            "--bind": _listen(settings),
            "--workers": str(settings.workers),
            "--threads": str(THREADS),
            "--log-level": settings.log_level.lower(),
        }
        words = [word for pair in options.items() for word in pair]
        return [sys.executable, "-m", "gunicorn", *words, "--no-control-socket", "--preload", "app:create_server()"]
    threads = str(THREADS * settings.workers)
    listen = [f"--listen={_listen(settings)}", f"--threads={threads}"]
    return [sys.executable, "-m", "waitress", *listen, "--call", "app:create_server"]


def environment(settings: Settings) -> dict[str, str]:
    """Return what the server's own settings must see, so that they equal those of the command."""
    return {
        "BUKHARA_HOST": settings.host,
        "BUKHARA_PORT": str(settings.port),
        "BUKHARA_WORKERS": str(settings.workers),
    }


def _address(settings: Settings) -> str:
    return settings.base_url.rstrip("/") or f"http://{_listen(settings)}"


def _listen(settings: Settings) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"{host}:{settings.port}"


def _become(command: list[str], environ: dict[str, str]) -> None:
    from bukhara.settings import ROOT

    os.chdir(ROOT)
    if sys.platform == "win32":
        raise typer.Exit(subprocess.run(command, env=environ, check=False).returncode)  # noqa: S603 - our own words
    sys.stdout.flush()
    sys.stderr.flush()
    os.execve(command[0], command, environ)  # noqa: S606 - our own words
