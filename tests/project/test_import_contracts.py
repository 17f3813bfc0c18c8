"""The import contracts find forbidden imports."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
BREAKS = {
    "the domain imports dash": ("bukhara/progress/counts.py", "import dash"),
    "the domain imports plotly elsewhere": ("bukhara/exports/table.py", "import plotly"),
    "a pure package reads yaml": ("bukhara/views/marks.py", "import yaml"),
    "a lower layer imports a higher one": ("bukhara/model/period.py", "import bukhara.service"),
    "strangers meet": ("bukhara/store/blocks.py", "import bukhara.workbook"),
    "what computes has a sentence": ("bukhara/views/marks.py", "import bukhara.model.messages"),
    "a page reads the store": ("pages/overview.py", "import bukhara.store"),
    "the office reads a workbook": ("office/drafts/review.py", "import bukhara.workbook"),
    "a page knows the office": ("pages/overview.py", "import office.names"),
    "the office knows a page": ("office/names.py", "import pages.overview"),
    "the web package knows the office": ("web/layout.py", "import office.names"),
    "drafts of the office know rounds": ("office/drafts/review.py", "import office.rounds.routes"),
    "the request knows the layout": ("web/request.py", "import web.layout"),
    "what opens a file knows our columns": (
        "bukhara/workbook/xlsx/xml_tree.py",
        "import bukhara.workbook.reading.rows",
    ),
    "drafts know the accounts": ("bukhara/service/drafts/transitions.py", "import bukhara.service.accounts.throttle"),
    "a package without a layer": ("bukhara/stray.py", "x = 1"),
    "flask outside the api": ("bukhara/exports/table.py", "import flask"),
}


@pytest.mark.parametrize("contract", BREAKS)
def test_a_broken_import_contract_is_found(contract: str, tmp_path: Path) -> None:
    name, line = BREAKS[contract]
    for folder in ("bukhara", "web", "office", "pages"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / name).open("a") as file:
        file.write(f"\n{line}\n")
    command = [str(BIN / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout
    assert "BROKEN" in done.stdout or "stray" in done.stdout
