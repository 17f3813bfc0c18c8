"""The units of systemd are sound and let the service do little; the container files name what the program has."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving import ROOT

DEPLOY = ROOT / "deploy"
MOST = "20"
"""The highest exposure of a service that is allowed, in tenths."""


@pytest.fixture(scope="module")
def units(tmp_path_factory) -> Path:
    """The units as they are installed, with this program in place of the installed one."""
    folder = shutil.copytree(DEPLOY / "systemd", tmp_path_factory.mktemp("units") / "system")
    for unit in folder.glob("*.service"):
        text = unit.read_text("utf-8")
        assert "/opt/bukhara/bin/" in text
        unit.write_text(text.replace("/opt/bukhara/bin/", f"{Path(sys.executable).parent}/"), encoding="utf-8")
    return folder


def tool(*words: object) -> str:
    done = subprocess.run(["systemd-analyze", *map(str, words)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_systemd_understands_every_line(units) -> None:
    assert tool("verify", *units.glob("bukhara-*.service"), *units.glob("*.timer")) == ""


@pytest.mark.parametrize("name", ["bukhara-web", "bukhara-backup"])
def test_a_service_may_do_little(units, name) -> None:
    said = tool("security", "--offline=true", f"--threshold={MOST}", units / f"{name}.service")
    print(re.search(r"Overall exposure level.*", said)[0])


def test_nginx_can_make_the_folder_of_its_cache() -> None:
    folder = Path(re.search(r"proxy_cache_path (\S+)", (DEPLOY / "nginx.conf").read_text("utf-8"))[1])
    assert folder.parent.is_dir(), "nginx makes this folder, but none above it"
