"""What is due is published once at the start of a request; a probe of the process touches no store."""

from unittest import mock

import pytest

from bukhara.errors import StoreUnavailable
from tests.web.desk_client import desk_site


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return desk_site(tmp_path_factory.mktemp("due"))


@pytest.fixture
def called(site):
    with mock.patch.object(site.service, "publish_due") as publish:
        yield publish


@pytest.mark.parametrize(
    "address",
    ["/", "/rounds", "/countries/XAA?lang=ru", "/api/v1/releases", "/download/none.csv", "/readyz", "/nowhere"],
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
        assert site.client.get("/api/v1/releases").mimetype == "application/problem+json"
