"""What `bukhara serve` makes of its settings before anything is served."""

import socket

import pytest

from bukhara.cli import http_server, main, serve
from bukhara.settings import Settings


def test_workers_that_began_together_do_not_end_together() -> None:
    ends = {serve._requests(Settings(worker_requests=1000)) for _ in range(50)}
    assert len(ends) > 1
    assert min(ends) >= 1000
    assert max(ends) <= 1200


def test_no_number_of_requests_means_no_end() -> None:
    assert serve._requests(Settings(worker_requests=0)) == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_free_port_is_found_and_nothing_listens_before_the_store_is_open(host) -> None:
    with http_server.bound(host, 0) as held, pytest.raises(ConnectionRefusedError):
        socket.create_connection(held.getsockname(), timeout=5)


def test_an_address_of_version_6_is_written_in_brackets() -> None:
    assert serve._url("::1", 8050) == "http://[::1]:8050"


def test_a_port_that_is_taken_is_reported_at_once(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("BUKHARA_VAR_DIR", str(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(SystemExit) as left:
        main(["serve", "--port", str(taken.getsockname()[1])])
    assert left.value.code == 1
    assert "Address already in use" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
