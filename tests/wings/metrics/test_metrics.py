"""Numbers for Prometheus: of all workers and of the store, for this machine or with a token, and for nobody else."""

import re

import pytest

from tests.web.site_client import SECRETARIAT


def number(text: str, name: str) -> float:
    return sum(float(value) for value in re.findall(rf"^{name}(?:\{{.*\}})? (\S+)$", text, re.MULTILINE))


def test_this_machine_gets_what_was_answered_and_what_the_store_holds(record_site) -> None:
    before = record_site.client.get("/metrics").text
    record_site.client.get("/no-such-page")
    after = record_site.client.get("/metrics").text
    missed = 'bukhara_request_seconds_count{status="404"}'
    assert number(after, re.escape(missed)) == number(before, re.escape(missed)) + 1
    assert number(after, "bukhara_releases") == record_site.service.ready()
    assert number(after, "bukhara_store_answers") == 1
    assert number(after, "bukhara_worker_bytes") > 10**7
    assert number(after, "bukhara_drafts_waiting") == 0
    assert "bukhara_backup_age_seconds" not in after  # none was made


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded"])
def test_what_came_through_a_proxy_or_from_elsewhere_gets_nothing(record_site, header) -> None:
    record_site.act(SECRETARIAT)
    assert record_site.client.get("/metrics", headers={header: "127.0.0.1"}).status_code == 404
    assert record_site.client.get("/metrics", environ_overrides={"REMOTE_ADDR": "192.0.2.7"}).status_code == 404
    assert record_site.client.post("/metrics").status_code == 405


def test_with_a_token_it_is_asked_for_from_everywhere(monkeypatch, tmp_path) -> None:
    from app import create_app
    from bukhara.settings import Settings

    monkeypatch.setenv("BUKHARA_METRICS_TOKEN", "t" * 32)
    client = create_app(Settings(var_dir=tmp_path / "var")).server.test_client()
    sent = {"Authorization": f"Bearer {'t' * 32}", "X-Forwarded-For": "192.0.2.7"}
    assert [client.get("/metrics").status_code, client.get("/metrics", headers=sent).status_code] == [404, 200]
