"""`bukhara serve`: makes the application, prepares the store, then serves requests in worker processes."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bukhara.cli import log
from bukhara.cli.printing import complain
from bukhara.errors import StoreUnavailable
from bukhara.root import module_at_root

if TYPE_CHECKING:
    from bukhara.service import Service
    from bukhara.settings import Settings

TURN_SECONDS = 0.001  # a kept page does not wait long for each turn beside threads that make others; 5 ms by default


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on (BUKHARA_HOST).")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port (BUKHARA_PORT).")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Worker processes (BUKHARA_WORKERS).")] = None,
) -> None:
    """Serve the dashboard."""
    given = {"host": host, "port": port, "workers": workers}
    _serve(**{name: value for name, value in given.items() if value is not None})


def demo() -> None:
    """Serve the exercise: two rounds of five invented states, in a store of its own."""
    _serve(exercise=True)


def _serve(**given: Any) -> None:
    gc.disable()  # until the application is made
    from bukhara.settings import Settings, refuse_unsafe

    settings = Settings(**given)
    refuse_unsafe(settings)
    log.begin(settings)
    http = import_module("bukhara.cli.http_server")  # the other commands do not need the web
    listener = http.bound(settings.host, settings.port)
    complain("Opening the store ...")
    application = module_at_root("app").create_server(settings)
    first = application.config["SERVICE"].accounts.first_link()
    application.config["SERVICE"].close()  # no connection may be shared by processes
    listener.listen()
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    here = f"http://{host}:{listener.getsockname()[1]}"
    complain(f"Serving on {here}")
    if first:
        address = settings.address if settings.base_url else here
        complain(f"There is no administrator yet. Open this within 24 hours: {address}/setup/{first}")
    sys.setswitchinterval(TURN_SECONDS)
    http.HttpServer(application, listener, **_options(settings, application.config["SERVICE"])).run()


def _options(settings: Settings, service: Service) -> dict[str, Any]:
    def prepare(_worker: object) -> None:
        with suppress(StoreUnavailable):  # then the pages say so
            service.prepare()

    return {
        "workers": settings.workers,
        "max_requests": settings.worker_requests,
        "max_requests_jitter": settings.worker_requests // 5,  # workers do not all end at the same time
        "post_worker_init": prepare,
        "worker_exit": lambda _server, _worker: service.close(),
        "on_exit": lambda _server: import_module("bukhara.service.operation.var_folder").leave(),
    }
