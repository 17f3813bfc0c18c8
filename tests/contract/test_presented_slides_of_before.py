"""Slides that a version of 26 November 2026 kept as presented are served by this one byte for byte.

`tests/fixtures/store_with_presented_slides` was made by that version, whose documents had no letters of their own: today's
program writes other files for the same choice. A migration that is added later is applied to this store.
"""

import base64
import gzip
import hashlib
import json
import re

import pytest

from app import create_app
from bukhara.exports.packs import WRITERS
from bukhara.exports.packs.html import POLICY
from bukhara.pack import from_text
from bukhara.settings import ROOT, Settings
from tests.clock import Clock
from tests.web.site_client import SECRET

MADE = ROOT / "tests/fixtures/store_with_presented_slides"
FACTS = json.loads((MADE / "facts.json").read_text(encoding="utf-8"))
ADDRESS = f"/frozen/{FACTS['frozen_id']}"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("presented")
    (folder / "bukhara.sqlite").write_bytes(gzip.decompress((MADE / "bukhara.sqlite.gz").read_bytes()))
    server = create_app(Settings(_env_file=None, var_dir=folder, secret_key=SECRET), Clock()).server
    yield server
    server.config["SERVICE"].close()


def test_every_file_has_the_bytes_of_then(server) -> None:
    client = server.test_client()
    found = {name: client.get(f"{ADDRESS}/{name}").get_data() for name in FACTS["files"]}
    sums = {name: [hashlib.sha256(content).hexdigest(), len(content)] for name, content in found.items()}
    assert sums == FACTS["files"]
    pack = server.config["SERVICE"].pack(from_text(FACTS["choice"]))
    assert WRITERS["html"](pack) != found["slides.html"]
    page = client.get(f"{ADDRESS}?lang=en", follow_redirects=True).get_data(as_text=True)
    assert [sha256 for sha256, _ in FACTS["files"].values() if sha256 not in page] == []


def test_its_slides_are_shown_under_the_policy_of_then(server) -> None:
    shown = server.test_client().get(f"{ADDRESS}/slides.html")
    policy = shown.headers["Content-Security-Policy"]
    style = re.search(r"<style>(.*?)</style>", shown.get_data(as_text=True), re.DOTALL)[1]
    assert f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'" in policy
    assert not policy.startswith(POLICY)
