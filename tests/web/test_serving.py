"""The real server beside slow clients, and while its workers are replaced."""

from concurrent.futures import ThreadPoolExecutor

from tests.serving import serving
from tests.slow_clients import probe
from tests.web.reading import get


def test_slow_clients_hold_up_nobody(base) -> None:
    found = probe(base, each=20, rounds=5, pace=0.1)
    assert found.failed == []
    assert len(found.seconds) == 10


def test_no_request_fails_while_workers_are_replaced(tmp_path) -> None:
    paths = ("/readyz", "/", "/api/v1/observations", "/healthz") * 25
    with serving(tmp_path, BUKHARA_WORKER_REQUESTS="10") as base, ThreadPoolExecutor(4) as clients:
        found = list(clients.map(lambda path: get(base + path)[0], paths))
    assert found == [200] * len(paths)
    assert (tmp_path / "server.log").read_text().count("starts") > 4
