"""The wheel is the product: installed into an empty environment, it runs from an empty folder without the checkout."""

import os
import subprocess
import sys
import sysconfig
import urllib.request
from pathlib import Path

import pytest

from tests.serving import ROOT, serving


def _wheel(folder: Path) -> Path:
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    return _wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """An environment that holds the wheel; the libraries are those of this one."""
    place = tmp_path_factory.mktemp("installed")
    environment = place / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    pip = [sys.executable, "-m", "pip", "--python", environment / "bin/python", "install", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--no-compile", "--quiet", wheel], check=True)
    site = next(environment.glob("lib/python3*/site-packages"))
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return environment / "bin"


def _run(command: list, folder: Path) -> str:
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "share"), "BUKHARA_EXERCISE": "1"}
    done = subprocess.run(command, cwd=folder, env=os.environ | home, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_two_builds_give_the_same_bytes(wheel, tmp_path) -> None:
    assert wheel.read_bytes() == _wheel(tmp_path).read_bytes()


def test_the_installed_program_serves_its_pages_from_an_empty_folder(installed, tmp_path) -> None:
    with serving(tmp_path, exercise=True, command=(str(installed / "bukhara"), "demo"), folder=tmp_path) as base:
        for path, text in (
            ("/", "Statistics"),
            ("/countries/XAA", "Alfa"),
            ("/statistics", "<svg"),
            ("/themes", "BD-1"),
        ):
            with urllib.request.urlopen(f"{base}{path}") as answer:
                page = answer.read().decode()
            assert text in page, path


def test_the_installed_command_takes_a_workbook_and_makes_slides(installed, tmp_path) -> None:
    bukhara = str(installed / "bukhara-monitor")
    root = _run([installed / "python", "-c", "from bukhara.root import ROOT; print(ROOT)"], tmp_path)
    assert root.startswith(str(installed.parent))
    _run([bukhara, "init"], tmp_path)
    assert (tmp_path / "share/bukhara-monitor/exercise/bukhara.sqlite").is_file()
    _run([bukhara, "template", "XAA", "-o", "alfa.xlsx"], tmp_path)
    assert "alfa.xlsx" in _run([bukhara, "check", "alfa.xlsx"], tmp_path)
    _run([bukhara, "pack", "--format", "pptx", "--country", "XAA", "-o", "slides.pptx"], tmp_path)
    assert (tmp_path / "slides.pptx").read_bytes().startswith(b"PK")
