"""Counts what the workers answer, and gives the numbers of all of them with those of the store at `/metrics`."""

import atexit
import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from flask import Flask, Response, abort, g, request, request_finished
from prometheus_client import CollectorRegistry, Gauge, Histogram, generate_latest, multiprocess, values
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from pydantic import Field
from pydantic_settings import BaseSettings

from bukhara.errors import StoreUnavailable
from bukhara.model.draft import DraftState
from bukhara.service import Service
from bukhara.service.operation import backups
from bukhara.settings import Settings
from bukhara.store import drafts
from web.request import service

_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""Where the library looks for the folder in which each worker keeps its numbers."""
_LOOPBACK = ("127.0.0.1", "::1")


class _Own(BaseSettings):
    model_config = Settings.model_config
    metrics_token: str = Field(default="", repr=False)


def register(server: Flask) -> None:
    """Count every request, and answer `/metrics`."""
    token = _Own().metrics_token

    def metrics() -> Response:
        if not _may_read(token):
            abort(404)
        return Response(_numbers(service()), content_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"})

    _counted()
    server.add_url_rule("/metrics", "metrics", metrics)
    request_finished.connect(_count, server)


@cache
def _counted() -> tuple[Histogram, Gauge]:
    """Return what each worker counts, in a folder that those forked from this process share."""
    if _FOLDER not in os.environ:
        folder, own = tempfile.mkdtemp(prefix="metrics-"), os.getpid()
        os.environ[_FOLDER] = folder
        atexit.register(lambda: shutil.rmtree(folder, ignore_errors=True) if os.getpid() == own else None)
    values.ValueClass = values.MultiProcessValue()  # type: ignore[no-untyped-call]
    seconds = Histogram("bukhara_request_seconds", "Answered requests by status, and their seconds.", ["status"])
    return seconds, Gauge("bukhara_worker_bytes", "Memory of a worker (resident set).", multiprocess_mode="liveall")


def _may_read(token: str) -> bool:
    """Return whether a request has the token, or comes from this machine and through no proxy if there is none."""
    if token:
        return secrets.compare_digest(request.headers.get("Authorization", "").encode(), f"Bearer {token}".encode())
    return request.remote_addr in _LOOPBACK and not {"X-Forwarded-For", "Forwarded"} & {*request.headers.keys()}


def _count(_server: Flask, response: Response, **_: object) -> None:
    seconds, memory = _counted()
    seconds.labels(response.status_code).observe(time.monotonic() - g.get("began", time.monotonic()))
    with suppress(OSError):
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
        memory.set(int(pages) * os.sysconf("SC_PAGE_SIZE"))


def _numbers(now: Service) -> bytes:
    """Return the numbers of all workers that live, and those of the store."""
    for file in Path(os.environ[_FOLDER]).glob("gauge_liveall_*.db"):
        if not Path("/proc", pid := file.stem.rpartition("_")[2]).exists():
            multiprocess.mark_process_dead(pid)  # type: ignore[no-untyped-call]
    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    registry.register(_OfStore(now))
    return generate_latest(registry)


class _OfStore:
    def __init__(self, now: Service) -> None:
        self._now = now

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Yield whether the store answers, and what it holds."""
        found: dict[str, tuple[str, float]] = {}
        with suppress(StoreUnavailable):
            newest = self._now.ready()
            with self._now.opened().connect() as connection:
                last, waiting = (
                    backups.last(connection),
                    sum(each.state == DraftState.IN_REVIEW for each in drafts.listed(connection)),
                )
            found["bukhara_releases"] = ("Number of the newest release.", newest or 0)
            found["bukhara_drafts_waiting"] = ("Drafts that wait for approval.", waiting)
            if last:
                age = (self._now.now() - last).total_seconds()
                found["bukhara_backup_age_seconds"] = ("Seconds since the last backup.", age)
        yield GaugeMetricFamily("bukhara_store_answers", "1 if the store answers, else 0.", value=bool(found))
        yield from (GaugeMetricFamily(name, text, value=value) for name, (text, value) in found.items())
